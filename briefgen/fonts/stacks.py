"""Text → runs, each in one face. No character is ever drawn as a box: what no face has is named by ``missing``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from briefgen.fonts.accents import letters, read_accents
from briefgen.fonts.faces import SANS, SERIF, Face, families, find, is_serif
from briefgen.model.source import File

SUBSTITUTES: Final[dict[int, tuple[int, ...]]] = {
    0x2011: (0x2010, 0x002D),
    0xFEFF: (0x2060,),
    0x202F: (0x00A0, 0x0020),
} | dict.fromkeys(range(0x2000, 0x200B), (0x00A0, 0x0020))
"""Characters whose place another glyph may take; in the text they stay what they are."""

_UNSEEN: Final = 0x00AD
"""A soft hyphen, which text faces draw as a hyphen: it is drawn like the zero-width space, as nothing."""
_ANYWHERE: Final = frozenset("\t\n\r \xa0")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that one face draws."""

    face: Face
    text: str


@cache
def stack(family: str, bold: bool = False, italic: bool = False, own: tuple[File, ...] = ()) -> tuple[Face, ...]:
    """Give the faces to look for a glyph in, best first: that face, its upright, the other family, all there are.

    Args:
        own: font files of the project.
    """
    first = find(family, bold=bold, italic=italic, own=own)
    # Where it has no bold, or no italic, what stands in for single glyphs has none either.
    bold, italic = first.bold, first.italic
    other = SANS if first.family == SERIF or (first.family != SANS and not is_serif(first.family)) else SERIF
    wanted = [first, find(first.family, bold=bold, own=own)]
    wanted += [find(other, bold=bold, italic=italic, own=own), find(other, bold=bold, own=own)]
    wanted += [find(name, bold=bold, own=own) for name in families(own)]
    by_path = {face.path: face for face in reversed(wanted)}
    return tuple(by_path[path] for path in dict.fromkeys(face.path for face in wanted))


def drawn(code: int, face: Face) -> int | None:
    """Tell which code point's glyph of a face stands for a character; None where it has none."""
    if code == _UNSEEN:
        return 0x200B if 0x200B in face.coverage else None
    if code in face.coverage:
        return code
    return next((other for other in SUBSTITUTES.get(code, ()) if other in face.coverage), None)


def runs(text: str, faces: tuple[Face, ...]) -> tuple[Run, ...]:
    """Cut a text into runs by the first face that can draw each letter; one in no face stays with the first."""
    found: list[tuple[Face, list[str]]] = []
    for letter in letters(text):
        if letter in _ANYWHERE and found:
            face = found[-1][0]
        else:
            face = next((f for f in faces if _draws(f, letter)), faces[0])
        if found and found[-1][0] is face:
            found[-1][1].append(letter)
        else:
            found.append((face, [letter]))
    return tuple(Run(face, "".join(parts)) for face, parts in found)


def missing(text: str, family: str, own: tuple[File, ...] = ()) -> tuple[str, ...]:
    """Name the letters, with their accents, that no face can draw, each once, in the order they stand.

    Args:
        own: font files of the project.
    """
    faces = stack(family, own=own)
    lacking = (c for c in letters(text) if c not in _ANYWHERE and not any(_draws(f, c) for f in faces))
    return tuple(dict.fromkeys(lacking))


def _draws(face: Face, letter: str) -> bool:
    """Tell whether a face has a letter, and a place on it for each of its accents."""
    if len(letter) == 1:
        return drawn(ord(letter), face) is not None
    return all(drawn(ord(char), face) is not None for char in letter) and (
        read_accents(face.path).places(letter) is not None
    )
