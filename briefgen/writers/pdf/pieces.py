"""What a line is made of: pieces of text, each in one ink and of one element."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefgen.writers.pdf.structure import Element
from briefgen.writers.pdf.typefaces import Typeface


@dataclass(frozen=True, slots=True)
class Ink:
    """How letters look."""

    face: Typeface
    size: float
    colour: str
    """Hex RGB."""
    rise: float = 0.0
    shade: str = ""
    """Hex RGB of the ground behind the letters, empty for none."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, what it looks like and what it is."""

    text: str
    ink: Ink
    element: Element | None
    """None for what is not read out."""
    target: str = ""
    """Anchor it links to."""
    alt: str = ""
    """What the link says of itself."""
    anchor: str = ""
    """Anchor that lies here."""

    @property
    def width(self) -> float:
        """Give its width in points."""
        return self.ink.face.width(self.text, self.ink.size)

    def cut(self, start: int, end: int | None = None) -> Piece:
        """Take a slice; an anchor stays with the first letter."""
        anchor = self.anchor if start == 0 else ""
        return Piece(self.text[start:end], self.ink, self.element, self.target, self.alt, anchor)


def merged(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Join neighbours that were cut from one piece."""
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        if last and not piece.anchor and _alike(last, piece):
            found[-1] = replace(last, text=last.text + piece.text)
        else:
            found.append(piece)
    return tuple(found)


def _alike(one: Piece, other: Piece) -> bool:
    return (one.ink, one.element, one.target) == (other.ink, other.element, other.target)
