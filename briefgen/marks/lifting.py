"""Text and its marks → the text without them, and back again byte for byte.

What goes is the mark's characters, the brackets round it, and what joins the marks of one list.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from briefgen.errors import Remark
from briefgen.model.source import Mark, Span

JOINT: Final = re.compile(r"[,; \u00a0\-‐‑–—−⁻˒‚ʼ\[\]]*\Z")
"""What may stand between two marks of one list."""
BRACKET: Final = re.compile(r"\[\s*\Z")
CLOSING: Final = re.compile(r"\s*\]")
SPACED: Final = re.compile(r"\s|[.,;:!?)]|\Z")
"""What follows a bracketed mark where the space before it is the mark's own: "said [12]."."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The note marks found in a text."""

    marks: tuple[Mark, ...]
    slices: tuple[Span, ...] = ()
    """What lifting takes out, in the text as supplied, ascending and apart."""
    remarks: tuple[Remark, ...] = ()
    rivals: tuple[str, ...] = ()
    """Each numbering in words where several compete, the heaviest first; else empty."""


@dataclass(frozen=True, slots=True)
class Lifted:
    """A text without its marks, and what it takes to put them back."""

    text: str
    marks: tuple[Mark, ...]
    shifts: tuple[tuple[int, int], ...]
    """As in ``model.source.Source``: one for each slice taken out."""
    removed: tuple[str, ...]
    """The slices, one for each shift."""


def lift(text: str, reading: Reading) -> Lifted:
    """Take the marks out of a text and change nothing else."""
    kept: list[str] = []
    shifts: list[tuple[int, int]] = []
    done = length = 0
    for piece in reading.slices:
        kept.append(text[done : piece.start])
        length += piece.start - done
        done = piece.end
        shifts.append((length, done))
    kept.append(text[done:])
    removed = tuple(piece.of(text) for piece in reading.slices)
    return Lifted("".join(kept), reading.marks, tuple(shifts), removed)


def restore(lifted: Lifted) -> str:
    """Put the marks back where they stood."""
    parts: list[str] = []
    done = 0
    for (at, _), slice_text in zip(lifted.shifts, lifted.removed, strict=True):
        parts += (lifted.text[done:at], slice_text)
        done = at
    return "".join((*parts, lifted.text[done:]))


def slices_of(text: str, labels: Iterable[Span]) -> tuple[Span, ...]:
    """Widen the labels' spans to what belongs to them, and join those that touch.

    Args:
        labels: ascending and apart.
    """
    pieces: list[Span] = []
    for label in labels:
        if pieces and JOINT.match(text, pieces[-1].end, label.start):
            pieces[-1] = Span(pieces[-1].start, label.end)
        else:
            pieces.append(label)
    return tuple(_with_brackets(text, piece) for piece in pieces)


def _with_brackets(text: str, piece: Span) -> Span:
    closing = CLOSING.match(text, piece.end)
    opening = BRACKET.search(text, max(0, piece.start - 4), piece.start)
    if not (opening and closing):
        return piece
    start = opening.start()
    if start > 1 and text[start - 1] == " " and not text[start - 2].isspace() and SPACED.match(text, closing.end()):
        start -= 1
    return Span(start, closing.end())


def offsets_without(slices: tuple[Span, ...], offsets: Iterable[int]) -> list[int]:
    """Translate offsets of the text as supplied, each at or in a slice, into offsets of the lifted text."""
    starts = [piece.start for piece in slices]
    gone = [0]
    for piece in slices:
        gone.append(gone[-1] + piece.end - piece.start)
    found: list[int] = []
    for offset in offsets:
        index = bisect_right(starts, offset) - 1
        found.append(slices[index].start - gone[index])
    return found
