"""Places in one text ↔ places in the text it was cut from. Kept as the few points where the two move apart."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from briefgen.model.source import Span

Shifts = tuple[tuple[int, int], ...]
"""(offset here, offset there), ascending: from each point on the two run in step until the next."""


def there(shifts: Shifts, offset: int) -> int:
    """Translate an offset of the shorter text into one of the longer."""
    index = bisect_right(shifts, (offset, 1 << 62)) - 1
    if index < 0:
        return offset
    return shifts[index][1] + offset - shifts[index][0]


def here(shifts: Shifts, offset: int) -> int:
    """Translate an offset of the longer text back; what lies in a piece cut out goes to where it was."""
    index = bisect_right(shifts, offset, key=lambda point: point[1]) - 1
    begin = shifts[index] if index >= 0 else (0, 0)
    place = begin[0] + offset - begin[1]
    return min(place, shifts[index + 1][0]) if index + 1 < len(shifts) else place


def moved(span: Span, shifts: Shifts) -> Span:
    """Translate a span of the longer text into one of the shorter."""
    return Span(here(shifts, span.start), here(shifts, span.end))


def composed(outer: Shifts, inner: Shifts) -> Shifts:
    """Join the way from a text to a second with that from the second to a third."""
    points = {point for point, _ in outer} | {here(outer, point) for point, _ in inner}
    joined: list[tuple[int, int]] = []
    ahead = 0
    for point in sorted(points):
        place = there(inner, there(outer, point))
        if place - point != ahead:
            joined.append((point, place))
            ahead = place - point
    return tuple(joined)


def cut(text: str, pieces: Iterable[Span]) -> tuple[str, Shifts]:
    """Cut pieces, in order, out of a text, and give the way back."""
    kept: list[str] = []
    shifts: list[tuple[int, int]] = []
    at = length = 0
    for piece in pieces:
        kept.append(text[at : piece.start])
        length += piece.start - at
        at = piece.end
        if shifts and shifts[-1][0] == length:
            shifts.pop()
        shifts.append((length, at))
    kept.append(text[at:])
    return "".join(kept), tuple(shifts)
