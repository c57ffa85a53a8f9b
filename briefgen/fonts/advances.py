"""Text, face → its width. As many programs set it: letter by letter, without kerning."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from fontTools.ttLib import TTFont

from briefgen.fonts.faces import Face

_OTHER: Final = 1.0
"""Width, in sizes of type, of a letter that the face has not: Chinese ones are as wide as high."""


def width_of(text: str, face: Face, size: float) -> float:
    """Measure a line of text, in the unit of the size of type."""
    known = _advances(face.path)
    return size * sum(known.get(ord(letter), _OTHER) for letter in text)


@cache
def _advances(path: Path) -> Mapping[int, float]:
    with TTFont(path, lazy=True) as font:
        widths, em = font["hmtx"], font["head"].unitsPerEm
        return {code: widths[name][0] / em for code, name in font.getBestCmap().items()}
