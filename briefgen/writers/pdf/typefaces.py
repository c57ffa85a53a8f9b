"""Family and style → Typeface, which measures text and writes it. Fall-back and kerning happen here only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from reportlab.pdfbase.ttfonts import TTFont

from briefgen.fonts import SUBSTITUTES, Face, drawn, read_kerning, runs, stack


@dataclass(frozen=True, slots=True)
class _Stroke:
    """A run with the distances its letters move, in thousandths of the size."""

    font: Any
    text: str
    shifts: tuple[float, ...]
    width: float


@dataclass(eq=False, slots=True)
class Typeface:
    """One family in one style, with everything it falls back on."""

    faces: tuple[Face, ...]
    strokes: dict[str, tuple[_Stroke, ...]]

    def width(self, text: str, size: float) -> float:
        """Measure a text."""
        return sum(stroke.width for stroke in self._strokes(text)) * size / 1000

    def write(self, text: str, document: Any) -> Iterator[tuple[str, str]]:
        """Give the text as (font name, operand of TJ), the font's letters being added to the document."""
        for stroke in self._strokes(text):
            at = 0
            for subset, codes in stroke.font.splitString(stroke.text, document):
                shifts = stroke.shifts[at : at + len(codes)]
                yield stroke.font.getSubsetInternalName(subset, document), _shown(codes, shifts)
                at += len(codes)

    def _strokes(self, text: str) -> tuple[_Stroke, ...]:
        found = self.strokes.get(text)
        if found is None:
            found = self.strokes[text] = tuple(_stroke(run.face, run.text) for run in runs(text, self.faces))
        return found


@cache
def typeface(family: str, bold: bool = False, italic: bool = False) -> Typeface:
    """Give the typeface of a family and style; an unknown family gives the nearest."""
    return Typeface(stack(family, bold, italic), {})


def _stroke(face: Face, text: str) -> _Stroke:
    font, pairs = _font(face), read_kerning(face.path)
    shifts = tuple(0.0 if " " in pair else pairs.between(*pair) for pair in pairwise(text))
    widths = font.face.charWidths
    return _Stroke(font, text, (*shifts, 0.0), sum(widths.get(ord(c), 0) for c in text) + sum(shifts))


@cache
def _font(face: Face) -> Any:
    """Load a face once; a character drawn by a substitute gets its glyph and keeps its own code in the text."""
    font = TTFont(face.path.stem, str(face.path))
    glyphs, widths = font.face.charToGlyph, font.face.charWidths
    for code in (*SUBSTITUTES, 0x00AD):
        other = drawn(code, face)
        if other is not None and other != code:
            glyphs[code], widths[code] = glyphs[other], widths[other]
    return font


def _shown(codes: bytes, shifts: tuple[float, ...]) -> str:
    """Write codes as hexadecimal strings, so that no letter of any text can mean something to PDF."""
    parts, start = [], 0
    for index, shift in enumerate(shifts):
        if shift:
            parts.append(f"<{codes[start : index + 1].hex()}>{-shift:.5g}")
            start = index + 1
    if start < len(codes):
        parts.append(f"<{codes[start:].hex()}>")
    return f"[{''.join(parts)}]"
