"""Boxes → pages. No heading stands last, no line alone; a figure that does not fit lets the text go first."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from briefgen.writers.pdf.boxes import Box, Ground
from briefgen.writers.pdf.press import Leaf

_PAD, _BAR, _BAR_GAP = 4.0, 2.25, 9.0
"""As Word draws them: how far a tint reaches beyond its text, weight of a bar, its distance from the text."""
_WHITE = 6
"""A page left white by more than one part in this many takes text from behind a figure."""


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
        if page.takes(waiting):
            continue
        late = _behind_figure(waiting, page) if page.placed and page.room > height / _WHITE else None
        if late is not None:
            waiting.insert(0, late)
        else:
            pages.append(_Page(height))
    return [page.placed for page in pages if page.placed]


class _Page:
    """A page being filled."""

    def __init__(self, height: float) -> None:
        self.height, self.used = height, 0.0
        self.placed: list[Placed] = []

    @property
    def room(self) -> float:
        return self.height - self.used

    def takes(self, waiting: deque[Box]) -> bool:
        """Place the next box, or its first part; tell whether anything was placed."""
        box = waiting[0]
        if not self.placed and box.frame.again is not None:
            self._put(box.frame.again)
        gap = self._gap(box)
        if self._fits(waiting) or (not self._begun(box) and box.height <= self.room):
            self._put(waiting.popleft())
            return True
        halves = box.cut(self.room - gap, forced=not self._begun(box))
        if halves is None and self._begun(box):
            return False
        if halves is None:
            self._put(waiting.popleft())
            return True
        waiting[0] = halves[1]
        self._put(halves[0])
        return True

    def _begun(self, box: Box) -> bool:
        """Tell whether the page holds more than a repeated table head."""
        return bool(self.placed) and not (len(self.placed) == 1 and self.placed[0].box is box.frame.again)

    def _fits(self, waiting: deque[Box]) -> bool:
        """Tell whether the next box fits whole, with what it must not be parted from."""
        need, first = 0.0, True
        for box in waiting:
            gap = self._gap(box) if first else box.frame.before
            if not box.frame.glued:
                return need + gap + (box.height if first else box.least) <= self.room + 0.01
            need += gap + box.height + box.frame.after
            first = False
        return need <= self.room + 0.01

    def _gap(self, box: Box) -> float:
        return box.frame.before if self.placed else 0.0

    def _put(self, box: Box) -> None:
        self.used += self._gap(box)
        self.placed.append(Placed(box, self.used))
        self.used += box.height + box.frame.after


def _behind_figure(waiting: deque[Box], page: _Page) -> Box | None:
    """Take the paragraph behind a figure that does not fit, so that it can go first; None where there is none."""
    if not waiting[0].frame.floats:
        return None
    boxes = list(waiting)
    behind = next((n for n, box in enumerate(boxes) if not box.frame.glued), len(boxes)) + 1
    if behind >= len(boxes):
        return None
    text = boxes[behind]
    if text.frame.glued or text.frame.floats or text.frame.again or text.least > page.room - text.frame.before:
        return None
    del waiting[behind]
    return text


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
