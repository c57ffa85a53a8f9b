"""Family → font files, coverage, and a text cut into runs by font. Only fontTools is used here."""

from briefgen.fonts.accents import letters, read_accents
from briefgen.fonts.advances import width_of
from briefgen.fonts.faces import SANS, SERIF, Face, families, find, folder
from briefgen.fonts.kerning import Kerning, read_kerning
from briefgen.fonts.owned import is_usable
from briefgen.fonts.stacks import SUBSTITUTES, Run, drawn, missing, runs, stack
from briefgen.fonts.subsets import bare_subsets, cut

__all__ = [
    "SANS", "SERIF", "SUBSTITUTES", "Face", "Kerning", "Run", "bare_subsets", "cut", "drawn", "families", "find",
    "folder",
    "is_usable", "letters",
    "missing", "read_accents", "read_kerning", "runs", "stack", "width_of",
]  # fmt: skip
