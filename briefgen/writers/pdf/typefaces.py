"""Family and style → Typeface, which measures text and writes it. Fall-back and kerning happen here only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from reportlab.pdfbase.ttfonts import TTFont

from briefgen.fonts import SUBSTITUTES, Face, drawn, letters, read_accents, read_kerning, runs, stack
from briefgen.model.source import File


@dataclass(frozen=True, slots=True)
class _Stroke:
    """A run with the distances its letters move, in thousandths of the size."""

    font: Any
    text: str
    shifts: tuple[float, ...]
    """Behind each letter."""
    width: float
    rises: tuple[float, ...] = ()
    """Of each letter, in thousandths; empty where none is raised."""


@dataclass(eq=False, slots=True)
class Typeface:
    """One family in one style, with everything it falls back on."""

    faces: tuple[Face, ...]
    strokes: dict[str, tuple[_Stroke, ...]]

    def width(self, text: str, size: float) -> float:
        """Measure a text."""
        return sum(stroke.width for stroke in self._strokes(text)) * size / 1000

    def write(self, text: str, document: Any) -> Iterator[tuple[str, str, float]]:
        """Give the text as (font name, operand of TJ, rise), the font's letters being added to the document.

        The rise, of an accent set by itself, is in thousandths of the size.
        """
        for stroke in self._strokes(text):
            at = 0
            for subset, codes in stroke.font.splitString(stroke.text, document):
                name = stroke.font.getSubsetInternalName(subset, document)
                for start, end in _level(stroke.rises, at, at + len(codes)):
                    rise = stroke.rises[start] if stroke.rises else 0.0
                    yield name, _shown(codes[start - at : end - at], stroke.shifts[start:end]), rise
                at += len(codes)

    def _strokes(self, text: str) -> tuple[_Stroke, ...]:
        found = self.strokes.get(text)
        if found is None:
            found = self.strokes[text] = tuple(_stroke(run.face, run.text) for run in runs(text, self.faces))
        return found


@cache
def typeface(family: str, bold: bool = False, italic: bool = False, own: tuple[File, ...] = ()) -> Typeface:
    """Give the typeface of a family and style; an unknown family gives the nearest.

    Args:
        own: font files of the project.
    """
    return Typeface(stack(family, bold, italic, own), {})


def _stroke(face: Face, text: str) -> _Stroke:
    font, pairs = _font(face), read_kerning(face.path)
    shifts = [0.0 if " " in pair else pairs.between(*pair) for pair in pairwise(text)] + [0.0]
    widths = font.face.charWidths
    rises = _set_accents(face, text, shifts, widths)
    return _Stroke(font, text, tuple(shifts), sum(widths.get(ord(c), 0) for c in text) + sum(shifts), rises)


def _set_accents(face: Face, text: str, shifts: list[float], widths: dict[int, float]) -> tuple[float, ...]:
    """Move each accent over its letter and back behind it; give how far each letter is raised."""
    rises, at = [0.0] * len(text), 0
    for letter in letters(text):
        places = read_accents(face.path).places(letter) if len(letter) > 1 else None
        if places is not None:
            reached = 0.0
            for number, place in enumerate([*places, (widths.get(ord(letter[0]), 0), 0.0)]):
                shifts[at + number] = place[0] - reached - widths.get(ord(letter[number]), 0)
                reached = place[0]
                if number < len(places):
                    rises[at + number + 1] = place[1]
        at += len(letter)
    return tuple(rises) if any(rises) else ()


def _level(rises: tuple[float, ...], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a stretch of letters where they rise or fall."""
    cuts = [n for n in range(start + 1, end) if rises[n] != rises[n - 1]] if rises else []
    yield from pairwise([start, *cuts, end])


def _font(face: Face) -> Any:
    """Load the font of a face; two faces may be one file, under its own name and under one it stands in for."""
    return _loaded(Face("", False, False, face.path, face.coverage))


@cache
def _loaded(face: Face) -> Any:
    """Load a file once; a character drawn by a substitute gets its glyph and keeps its own code in the text."""
    font = TTFont(face.path.stem, str(face.path))
    if font.face.name.decode() != face.path.stem:
        # Two files may call themselves alike, and a document knows its fonts by name.
        font.face.name += b"-" + face.path.stem[:8].encode()
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
