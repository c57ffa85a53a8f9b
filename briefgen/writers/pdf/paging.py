"""Boxes → pages. No heading stands last, no line alone; a figure that does not fit lets the text go first."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from briefgen.writers.pdf.boxes import Box, Ground, RowBox
from briefgen.writers.pdf.press import Leaf

_PAD, _BAR, _BAR_GAP = 4.0, 2.25, 9.0
"""As Word draws them: how far a tint reaches beyond its text, weight of a bar, its distance from the text."""
WHITE: Final = 7
"""A page left white by more than one part in this many is filled otherwise; what is seen may be a line more."""

_SLACK = 7.0
"""Points by which a page may run over, once."""

_LEAST_PART = 4
"""A box that fits no page is parted where one part in this many of a page is free."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A box on a page."""

    box: Box
    top: float
    """Distance from the top of the text area."""


def lay_out(boxes: Sequence[Box], height: float) -> list[list[Placed]]:
    """Fill pages of a height, in points, with boxes."""
    waiting, pages = deque(boxes), [_Page(height)]
    while waiting:
        page = pages[-1]
        starts = waiting[0].frame.starts and bool(page.placed)
        if not starts and page.takes(waiting):
            continue
        white = not starts and bool(page.placed) and page.room > height / WHITE
        if not (white and waiting[0].frame.floats and (_pull_text(waiting, page) or page.lift(waiting))):
            pages.append(_Page(height))
    return [page.placed for page in pages if page.placed]


class _Page:
    """A page being filled."""

    def __init__(self, height: float) -> None:
        self.height, self.used, self.stretched = height, 0.0, False
        self.placed: list[Placed] = []

    @property
    def room(self) -> float:
        return self.height - self.used

    def takes(self, waiting: deque[Box]) -> bool:
        """Place the next box, or its first part; tell whether anything was placed."""
        box = waiting[0]
        if not self.placed and box.frame.again is not None:
            self._put(box.frame.again)
        gap = _gap(self._last, box)
        fits = self._fits(waiting) or (not self._begun(box) and gap + box.height <= self.room)
        if fits or self._stretches(waiting):
            self._put(waiting.popleft())
            return True
        too_high = box.height > self.height and self.room > self.height / _LEAST_PART
        halves = box.cut(self.room - gap, forced=too_high or not self._begun(box))
        if halves is None and self._begun(box):
            return False
        if halves is None:
            self._put(waiting.popleft())
            return True
        waiting[0] = halves[1]
        self._put(halves[0])
        return True

    def _stretches(self, waiting: deque[Box]) -> bool:
        """Let the page run over by half a line rather than stay white; tell whether that helps."""
        if self.stretched or self.room <= self.height / WHITE:
            return False
        self.height += _SLACK
        self.stretched = self._fits(waiting)
        self.height -= 0.0 if self.stretched else _SLACK
        return self.stretched

    def lift(self, waiting: deque[Box]) -> bool:
        """Let a figure that does not fit stand before the last paragraphs of the page; tell whether it does then."""
        before, used = self.placed, self.used
        for kept in range(len(before) - 1, 0, -1):
            moved, above = before[kept].box, before[kept - 1].box
            if (moved.frame.glued and not moved.frame.boxed) or moved.frame.again or isinstance(moved, RowBox):
                break
            self.placed, self.used = before[:kept], before[kept - 1].top + above.height
            if not above.frame.glued and self._fits(waiting):
                later = [placed.box for placed in before[kept:]]
                figure = [waiting.popleft() for _ in range(_chain(list(waiting), 0))]
                waiting.extendleft(reversed([*figure, *later]))
                return True
        self.placed, self.used = before, used
        return False

    def _begun(self, box: Box) -> bool:
        """Tell whether the page holds more than a repeated table head."""
        return bool(self.placed) and not (len(self.placed) == 1 and self.placed[0].box is box.frame.again)

    def _fits(self, waiting: deque[Box]) -> bool:
        """Tell whether the next box fits whole, with what it must not be parted from."""
        box, last = waiting[0], self._last
        # What much white would follow is kept together less; what has begun so goes on so.
        loose = self.room > self.height / WHITE or (last is not None and last.frame.glued)
        alone = _gap(last, box) + box.height
        need, above = 0.0, last
        for number, box in enumerate(waiting):
            need += _gap(above, box) + (box.least if number and not box.frame.glued else box.height)
            if not box.frame.glued or (box.frame.soft and loose):
                break
            above = box
        # What fits on no page together is not kept together.
        return (alone if need > self.height else need) <= self.room + 0.01

    @property
    def _last(self) -> Box | None:
        return self.placed[-1].box if self.placed else None

    def _put(self, box: Box) -> None:
        self.used += _gap(self._last, box)
        self.placed.append(Placed(box, self.used))
        self.used += box.height


def _pull_text(waiting: deque[Box], page: _Page) -> bool:
    """Set what stands behind a figure that does not fit before it: a paragraph, with its heading; tell whether any."""
    boxes = list(waiting)
    start = _chain(boxes, 0)
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
    edges = 0 if one == other else sum(_PAD for ground in (one, other) if ground and ground.shade)
    return above.frame.after + edges + box.frame.before


def draw(leaf: Leaf, placed: Sequence[Placed], left: float, top: float) -> None:
    """Draw a page's boxes, each ground first and once for all the boxes that share it."""
    for ground, group in groupby(placed, key=lambda p: p.box.frame.ground):
        if ground is not None:
            stretch = list(group)
            _draw_ground(leaf, ground, left, top - stretch[0].top, top - stretch[-1].top - stretch[-1].box.height)
    for one in placed:
        one.box.draw(leaf, left, top - one.top)


def _draw_ground(leaf: Leaf, ground: Ground, left: float, top: float, bottom: float) -> None:
    reach = _BAR_GAP if ground.bar else _PAD
    start, end = left + ground.left - reach, left + ground.right + _PAD
    pad = _PAD if ground.shade else 0.0
    if ground.shade:
        leaf.fill(start, bottom - pad, end - start, top - bottom + 2 * pad, ground.shade)
    if ground.bar:
        leaf.fill(start, bottom - pad, _BAR, top - bottom + 2 * pad, ground.bar)
