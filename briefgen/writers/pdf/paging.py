"""Boxes → pages. No heading stands last, no line alone; a figure that does not fit lets the text go first."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Final

from briefgen.writers.pdf.boxes import Box, RowBox
from briefgen.writers.pdf.grounds import PAD, draw_ground
from briefgen.writers.pdf.press import Leaf

WHITE: Final = 7
"""A page left white by more than one part in this many is filled otherwise; what is seen may be a line more."""

_GIVE, _GAIN, _SLACK = 0.25, 0.6, 7.0
"""Shares of the white between its boxes that a page may give up and gain, and points by which it may run over then."""

_LEAST_PART = 4
"""A box that fits no page is parted where one part in this many of a page is free."""

_THIN, _MOVED = 12, 6
"""A last page is filled up from the one before where less than one part in this many of it is used; by how many boxes
at the most."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A box on a page."""

    box: Box
    top: float
    """Distance from the top of the text area."""


def lay_out(boxes: Sequence[Box], height: float, *, closer: bool = True) -> list[list[Placed]]:
    """Fill pages with boxes.

    Args:
        boxes: with what.
        height: of a page, in points.
        closer: whether a page may be set closer than the styles ask for, to hold what runs over.
    """
    if not closer:
        return [page.placed for page in _fill(boxes, height, closed=True)]
    pages = _without_thin_end(boxes, height, _fill(boxes, height))
    return [page.settled(last=page is pages[-1]) for page in pages]


def _fill(
    boxes: Sequence[Box], height: float, short: dict[int, float] | None = None, *, closed: bool = False
) -> list[_Page]:
    """Fill pages.

    Args:
        boxes: with what.
        height: of every page.
        short: what may be filled of single pages, by number from 0.
        closed: whether no page may be set closer; short ones never are.
    """
    short = short or {}
    waiting, pages = deque(boxes), [_Page(short.get(0, height), closed or 0 in short)]
    while waiting:
        page = pages[-1]
        starts = waiting[0].frame.starts and bool(page.placed)
        if not starts and page.takes(waiting):
            continue
        white = not starts and bool(page.placed) and page.is_white
        if not (white and waiting[0].frame.floats and (_pull_text(waiting, page) or page.lift(waiting))):
            pages.append(_Page(short.get(len(pages), height), closed or len(pages) in short, page.rest))
    return [page for page in pages if page.placed]


def _without_thin_end(boxes: Sequence[Box], height: float, pages: list[_Page]) -> list[_Page]:
    """Move boxes over to a last page with next to nothing on it, as many as it takes, if any number does."""
    if len(pages) < 2 or pages[-1].used >= height / _THIN or pages[-1].placed[0].box.frame.starts:
        return pages
    before = pages[-2].placed
    for moved in range(1, min(_MOVED, len(before) - 1) + 1):
        other = _fill(boxes, height, {len(pages) - 2: before[-moved].top - 1})
        if len(other) > len(pages) or height - other[-2].used > height / WHITE:
            break
        if other[-1].used >= height / _THIN:
            return other
    return pages


class _Page:
    """A page being filled."""

    def __init__(self, height: float, closed: bool, half: Box | None = None) -> None:
        self.height, self.used = height, 0.0
        self.bottom = height
        """Where its area ends, in points; its height may reach further."""
        self.closed = closed
        """Whether what does not fit may not be made to."""
        self.placed: list[Placed] = []
        self.half = half
        """Second part of a box that the page before holds the first of."""
        self.rest: Box | None = None
        """Second part of the last box here."""

    @property
    def room(self) -> float:
        return self.height - self.used

    @property
    def is_white(self) -> bool:
        """Tell whether much of it would stay white."""
        return self.room > self.height / WHITE

    @property
    def _elastic(self) -> float:
        return sum(_elastic(above.box, below.box) for above, below in pairwise(self.placed))

    def _stays_white(self, gain: float) -> bool:
        """Tell whether much of it would stay white though all white between its boxes grew by a share."""
        return self.room - gain * self._elastic > self.height / WHITE

    def takes(self, waiting: deque[Box]) -> bool:
        """Place the next box, or its first part; tell whether anything was placed."""
        box = waiting[0]
        if not self.placed and box.frame.again is not None:
            self._put(box.frame.again)
        gap, last = _gap(self._last, box), self._last
        # What has begun apart goes on so.
        loose = last is not None and last.frame.glued
        alone = not self._begun(box) and gap + box.height <= self.room
        if alone or self._fits(waiting, loose) or (self._holds_all(waiting) and self._tightens(waiting, loose)):
            self._put(waiting.popleft())
            return True
        too_high = box.height > self.height and self.room > self.height / _LEAST_PART
        halves = box.cut(self.room - gap, forced=too_high or not self._begun(box))
        if halves is not None:
            waiting[0] = self.rest = halves[1]
            self._put(halves[0])
            return True
        kept = list(waiting)[: _chain(waiting, 0)]
        # For a table that stands whole the rest of the page is set further apart, before it is parted.
        white = self._stays_white(_GIVE) if isinstance(kept[-1], RowBox) else self.is_white
        if self._begun(box) and not (white and self._crams(waiting, loose)):
            return False
        self._put(waiting.popleft())
        return True

    def _crams(self, waiting: deque[Box], loose: bool) -> bool:
        """Keep less together, or set all closer, rather than leave the page white; tell whether that helps."""
        return self._tightens(waiting, loose) or self._fits(waiting, True) or self._tightens(waiting, True)

    def _tightens(self, waiting: deque[Box], loose: bool) -> bool:
        """Let the page's white shrink, and the page run over by half a line; tell whether that helps."""
        if self.closed or self.height > self.bottom:
            return False
        self.height += self._spare(waiting[0])
        fits = self._fits(waiting, loose)
        self.height = self.height if fits else self.bottom
        return fits

    def _holds_all(self, waiting: deque[Box]) -> bool:
        """Tell whether everything that is left fits if set closer."""
        need, above, room = 0.0, self._last, self.room + self._spare(waiting[0])
        for box in waiting:
            need += _gap(above, box) + box.height
            if need > room or box.frame.starts:
                return False
            above = box
        return True

    def _spare(self, box: Box) -> float:
        """Give the points that are won by setting everything closer, a box that is to come too."""
        boxes = [*(placed.box for placed in self.placed), box]
        return _SLACK + _GIVE * sum(_elastic(above, below) for above, below in pairwise(boxes))

    def settled(self, last: bool) -> list[Placed]:
        """Give the boxes where they stand: closer where they run over, further apart where that fills the page."""
        white, over = self._elastic, self.used - self.bottom
        if over > 0:
            closer = min(over, _GIVE * white)
        else:
            fills = not last and not self._stays_white(_GAIN)
            closer = min(0.0, over + self.bottom / WHITE) if fills else 0.0
        if not closer:
            return self.placed
        found, moved = self.placed[:1], 0.0
        for above, below in pairwise(self.placed):
            moved += _elastic(above.box, below.box) * closer / white
            found.append(replace(below, top=below.top - moved))
        return found

    def lift(self, waiting: deque[Box]) -> bool:
        """Let a figure that does not fit stand before the last paragraphs of the page; tell whether it does then."""
        before, used = self.placed, self.used
        # Even before the first one, where most of the page would stay white.
        least = 0 if self.room > self.height / 2 else 1
        for kept in range(len(before) - 1, least - 1, -1):
            moved, above = before[kept].box, before[kept - 1] if kept else None
            if (moved.frame.glued and not moved.frame.boxed) or moved.frame.again or isinstance(moved, RowBox):
                break
            if moved is self.half:
                break
            self.placed, self.used = before[:kept], above.top + above.box.height if above else 0.0
            if not (above and above.box.frame.glued) and self._fits(waiting, self.is_white):
                later = [placed.box for placed in before[kept:]]
                figure = [waiting.popleft() for _ in range(_chain(list(waiting), 0))]
                waiting.extendleft(reversed([*figure, *later]))
                return True
        self.placed, self.used = before, used
        return False

    def _begun(self, box: Box) -> bool:
        """Tell whether the page holds more than a repeated table head."""
        return bool(self.placed) and not (len(self.placed) == 1 and self.placed[0].box is box.frame.again)

    def _fits(self, waiting: deque[Box], loose: bool) -> bool:
        """Tell whether the next box fits whole, with what it must not be parted from.

        Args:
            waiting: what is to come.
            loose: whether what is kept together softly may be parted.
        """
        box = waiting[0]
        alone = _gap(self._last, box) + box.height
        need, above = 0.0, self._last
        for number, box in enumerate(waiting):
            need += _gap(above, box) + (box.least if number and not box.frame.glued else box.height)
            if not box.frame.glued or (box.frame.soft and loose):
                break
            above = box
        # What fits on no page together is not kept together.
        return (alone if need > self.bottom else need) <= self.room + 0.01

    @property
    def _last(self) -> Box | None:
        return self.placed[-1].box if self.placed else None

    def _put(self, box: Box) -> None:
        self.used += _gap(self._last, box)
        self.placed.append(Placed(box, self.used))
        self.used += box.height


def _pull_text(waiting: deque[Box], page: _Page) -> bool:
    """Set what stands behind figures that do not fit before them: a paragraph, with its heading; tell whether any."""
    boxes = list(waiting)
    start = _chain(boxes, 0)
    while start < len(boxes) and boxes[start].frame.floats:
        start = _chain(boxes, start)
    end = _chain(boxes, start)
    taken = boxes[start:end]
    if not taken or any(
        b.frame.floats or b.frame.opens or b.frame.starts or b.frame.again or isinstance(b, RowBox) for b in taken
    ):
        return False
    need = sum(_gap(a, b) + b.height for a, b in zip([page.placed[-1].box, *taken], taken[:-1], strict=False))
    if need + taken[-1].frame.before + taken[-1].least > page.room:
        return False
    waiting.clear()
    waiting.extend((*taken, *boxes[:start], *boxes[end:]))
    return True


def _chain(boxes: Sequence[Box], start: int) -> int:
    """Find the end of what must not be parted."""
    return next((n + 1 for n in range(start, len(boxes)) if not boxes[n].frame.glued), len(boxes))


def _gap(above: Box | None, box: Box) -> float:
    """Measure the white between two neighbours; a tint reaches a little into it."""
    if above is None:
        return 0.0
    one, other = above.frame.ground, box.frame.ground
    edges = 0 if one == other else sum(PAD for ground in (one, other) if ground and ground.shade)
    return above.frame.after + edges + box.frame.before


def _elastic(above: Box, box: Box) -> float:
    """Measure the white between two neighbours that may shrink: what their styles ask for."""
    return above.frame.after + box.frame.before


def draw(leaf: Leaf, placed: Sequence[Placed], left: float, top: float) -> None:
    """Draw a page's boxes, each ground first and once for all the boxes that share it."""
    for ground, group in groupby(placed, key=lambda p: p.box.frame.ground):
        if ground is not None:
            stretch = list(group)
            draw_ground(leaf, ground, left, top - stretch[0].top, top - stretch[-1].top - stretch[-1].box.height)
    for one in placed:
        one.box.draw(leaf, left, top - one.top)
