"""Family → Face. Every face is a static TrueType file whose licence (OFL) lets it be embedded.

The two families of text come from packages; what else we ship lies in our ``templates/fonts``, and a project
may bring its own. A family that nobody ships is set in the nearest of ours, and the face carries a remark that says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from fontTools.ttLib import TTFont

from briefgen.errors import OutputError, Remark
from briefgen.fonts.owned import families_of
from briefgen.model.source import File

SERIF: Final = "Source Serif Pro"
SANS: Final = "Source Sans Pro"
_PACKAGES: Final = {
    SERIF: ("font_source_serif_pro", "SourceSerifPro"),
    SANS: ("font_source_sans_pro", "SourceSansPro"),
}
_STYLES: Final = {(False, False): "Regular", (False, True): "It", (True, False): "Bold", (True, True): "BoldIt"}
_SERIF_WORDS: Final = re.compile(
    "antiqua|baskerville|bodoni|book|caslon|cambria|century|charter|constantia|didot|garamond|georgia|ming|minion"
    "|palatino|roman|serif|slab|song|times",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Face:
    """One font file."""

    family: str
    """As found, which may be another than was asked for; see ``remarks``."""
    bold: bool
    italic: bool
    path: Path
    coverage: frozenset[int] = field(repr=False)
    """Code points it has a glyph for."""
    remarks: tuple[Remark, ...] = ()


@cache
def find(family: str, *, bold: bool = False, italic: bool = False, own: tuple[File, ...] = ()) -> Face:
    """Find the face of a family, or the nearest there is.

    Args:
        own: font files of the project, which go before ours.

    Raises:
        OutputError: a package of fonts is not installed.
        EditorialError: a font of the project cannot be used.
    """
    known = {name.lower(): name for name in families(own)}
    name = known.get(family.strip().lower())
    remarks: tuple[Remark, ...] = ()
    if name is None:
        name = SERIF if is_serif(family) else SANS
        remarks = (
            Remark(f"font “{family}”", f"not shipped; set in {name}", f"name one of {', '.join(families(own))}"),
        )
    shapes = families_of(own).get(name) or (_packaged(name) if name in _PACKAGES else _shipped()[name])
    shape = next(s for s in ((bold, italic), (bold, False), (False, italic), (False, False), *shapes) if s in shapes)
    return Face(name, *shape, shapes[shape], _coverage(shapes[shape]), remarks)


@cache
def families(own: tuple[File, ...] = ()) -> tuple[str, ...]:
    """Name every family there is: the two of text, those of the project, then those we ship."""
    return tuple(dict.fromkeys((*_PACKAGES, *families_of(own), *_shipped())))


def is_serif(family: str) -> bool:
    """Guess from its name whether an unknown family has serifs."""
    return "sans" not in family.lower() and _SERIF_WORDS.search(family) is not None


@cache
def _packaged(family: str) -> dict[tuple[bool, bool], Path]:
    """Give the files of one of our families by (bold, italic)."""
    package, stem = _PACKAGES[family]
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        name = package.replace("_", "-")
        raise OutputError(f"font “{family}”", f"the package {name} is not installed", f"pip install {name}")
    files = Path(spec.origin).parent / "files"
    return {shape: files / f"{stem}-{style}.ttf" for shape, style in _STYLES.items()}


@cache
def _shipped() -> dict[str, dict[tuple[bool, bool], Path]]:
    """Give the faces of ``templates/fonts`` by family and (bold, italic)."""
    found: dict[str, dict[tuple[bool, bool], Path]] = {}
    for path in sorted(folder().glob("*.ttf")):
        with TTFont(path, lazy=True) as font:
            if "glyf" in font and "fvar" not in font:
                names, style = font["name"], font["head"].macStyle
                family = names.getDebugName(16) or names.getDebugName(1) or path.stem
                found.setdefault(family, {})[bool(style & 1), bool(style & 2)] = path
    return found


def folder() -> Path:
    """Find ``templates/fonts``: inside an installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "default" / "templates" / "fonts"
    return installed if installed.is_dir() else package.parent / "templates" / "fonts"


@cache
def _coverage(path: Path) -> frozenset[int]:
    """Read which code points a font file has glyphs for."""
    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap() or {})
