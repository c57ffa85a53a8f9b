"""What a page is filled with: boxes of known height, that may be cut, and draw themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Literal, Protocol, cast

from briefgen.model.ornament import NO_EDGE, Edge
from briefgen.writers.pdf.breaking import Line
from briefgen.writers.pdf.press import Leaf
from briefgen.writers.pdf.structure import Element

_WIDEST = 0.5
"""Of the size: what a blank of a justified line may gain; a line that needs more stays short."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies behind a box: a tint, a bar at the left edge, a rule above. Neighbours with equal ground share one."""

    shade: str
    bar: str
    left: float
    right: float
    """Edges of the text, from the left margin."""
    over: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """How a box stands among the others."""

    before: float = 0.0
    after: float = 0.0
    glued: bool = False
    """Never last on a page."""
    ground: Ground | None = None
    again: RowBox | None = None
    """What is drawn once more above it where it begins a page."""
    floats: bool = False
    """Whether text may be set before it rather than leave a page white."""
    opens: bool = False
    """Whether a part begins with it; nothing is set before that."""
    boxed: bool = False
    """Whether a box of ours begins with it, which may come behind a figure; a heading may not."""
    starts: bool = False
    """Whether a page begins with it."""
    enters: bool = False
    """Whether it is the first behind the cover."""
    soft: bool = False
    """Whether it may be last all the same where much of the page would stay white."""


class Box(Protocol):
    """Anything that stands in the column of a page. Lengths in points."""

    @property
    def frame(self) -> Frame:
        """Say how it stands among the others."""

    @property
    def height(self) -> float:
        """Give its height without the white around it."""

    @property
    def least(self) -> float:
        """Give the height of the smallest first part that may stand alone."""

    def cut(self, room: float, forced: bool) -> tuple[Box, Box] | None:
        """Part it in two so that the first fits; None where it should not be parted.

        Args:
            room: height there is.
            forced: whether it fits on no page whole.
        """

    def draw(self, leaf: Leaf, left: float, top: float) -> None:
        """Draw it with its upper left corner there."""


def entered(box: Box, enters: bool = True) -> Box:
    """Give a box as the first behind the cover, on a page of its own; or as one that is not."""
    changed: Box = replace(cast(Any, box), frame=replace(box.frame, starts=enters, enters=enters))
    return changed


def leading(box: Box) -> Box:
    """Give a box that leads up to the next one and stays with it, if that leaves no page white."""
    frame = replace(box.frame, glued=True, soft=box.frame.soft or not box.frame.glued)
    changed: Box = replace(cast(Any, box), frame=frame)
    return changed


@dataclass(frozen=True, slots=True)
class TextBox:
    """A paragraph, or the part of one that stands on a page."""

    lines: tuple[Line, ...]
    x: float
    width: float
    indent: float
    """Of the first line."""
    size: float
    leading: float
    align: Literal["left", "right", "center", "justify"]
    frame: Frame = field(default_factory=Frame)
    label: Line | None = None
    """What hangs before the first line."""
    hang: float = 0.0
    """How far it hangs out."""
    ended: bool = True
    """Whether the last line is the paragraph's last."""

    @property
    def height(self) -> float:
        """Give the height of all lines."""
        return self.leading * len(self.lines)

    @property
    def least(self) -> float:
        """Give the height of two lines, of all where there are three."""
        count = len(self.lines)
        return self.leading * (count if count <= 3 else 2)

    def cut(self, room: float, forced: bool) -> tuple[Box, Box] | None:
        """Part it between lines, two at least on either side."""
        count = len(self.lines)
        kept = min(int((room + 0.01) / self.leading), count - 2)
        if forced and (kept < 2 or count <= 3):
            kept = max(1, int((room + 0.01) / self.leading))
        elif kept < 2 or count <= 3:
            return None
        ground = self.frame.ground
        upper = replace(self, lines=self.lines[:kept], ended=False, frame=replace(self.frame, after=0))
        rest = Frame(0, self.frame.after, self.frame.glued, ground)
        return upper, replace(self, lines=self.lines[kept:], indent=0.0, label=None, frame=rest)

    def draw(self, leaf: Leaf, left: float, top: float) -> None:
        """Draw the lines."""
        leaf.lines(self.set_lines(left, top))

    def set_lines(self, left: float, top: float) -> Iterator[tuple[Line, float, float, float]]:
        """Say where each line goes: (line, x, base line, width to add to a space)."""
        base = top - (self.leading - self.size) / 2 - 0.8 * self.size
        if self.label is not None:
            yield self.label, left + self.x - self.hang, base, 0.0
        for number, line in enumerate(self.lines):
            indent = self.indent if number == 0 else 0.0
            white = self.width - indent - line.width
            shift, stretch = indent, 0.0
            if self.align == "right":
                shift += white
            elif self.align == "center":
                shift += white / 2
            elif self.align == "justify" and not (self.ended and number == len(self.lines) - 1):
                gaps = "".join(p.text for p in line.pieces).rstrip().count(" ")
                stretch = white / gaps if gaps and white / gaps <= _WIDEST * self.size else 0.0
            yield line, left + self.x + shift, base - number * self.leading, stretch


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text, and where it stands in the row."""

    x: float
    boxes: tuple[TextBox, ...]

    @property
    def height(self) -> float:
        """Give the height of its paragraphs with the gaps between them."""
        return sum(b.height for b in self.boxes) + sum(b.frame.after for b in self.boxes[:-1])


@dataclass(frozen=True, slots=True)
class RowBox:
    """A row of a table, or of key figures: cells side by side, rules round them, a ground behind them."""

    cells: tuple[Cell, ...]
    width: float
    pad: float
    """White above and below the text."""
    frame: Frame = field(default_factory=Frame)
    above: Edge = NO_EDGE
    below: Edge = NO_EDGE
    uprights: tuple[tuple[float, Edge], ...] = ()
    """Lines from top to bottom: how far from the left margin, and which."""
    ground: str = ""
    """Hex RGB, empty for none."""

    @property
    def height(self) -> float:
        """Give the height of the highest cell, with the white."""
        return max((cell.height for cell in self.cells), default=0.0) + 2 * self.pad

    @property
    def least(self) -> float:
        """Give its height: rows stay whole."""
        return self.height

    def cut(self, room: float, forced: bool) -> tuple[Box, Box] | None:
        """Part it between lines, but only where no page could hold it."""
        if not forced:
            return None
        upper, lower = [], []
        for cell in self.cells:
            first, rest = _part(cell, room - 2 * self.pad)
            upper.append(first)
            lower.append(rest)
        return replace(self, cells=tuple(upper), below=NO_EDGE), replace(self, cells=tuple(lower), above=NO_EDGE)

    def draw(self, leaf: Leaf, left: float, top: float) -> None:
        """Draw the ground, the rules, then each cell."""
        bottom = top - self.height
        if self.ground:
            leaf.fill(left, bottom, self.width, self.height, self.ground)
        for edge, y in ((self.above, top), (self.below, bottom)):
            if edge.width:
                leaf.fill(left, y - edge.width / 2, self.width, edge.width, edge.colour)
        for x, edge in self.uprights:
            if edge.width:
                leaf.fill(left + x - edge.width / 2, bottom, edge.width, self.height, edge.colour)
        for cell in self.cells:
            y = top - self.pad
            for box in cell.boxes:
                box.draw(leaf, left + cell.x, y)
                y -= box.height + box.frame.after

    def silent(self) -> RowBox:
        """Give it once more, as an ornament that is not read out."""
        return replace(self, cells=tuple(replace(c, boxes=tuple(map(_silent, c.boxes))) for c in self.cells))


def _part(cell: Cell, room: float) -> tuple[Cell, Cell]:
    """Part a cell; what does not fit goes into the second."""
    for number, box in enumerate(cell.boxes):
        if box.height > room:
            halves = box.cut(room, forced=True)
            parts = (halves[0], halves[1]) if halves else (None, box)
            first = (*cell.boxes[:number], *(p for p in parts[:1] if isinstance(p, TextBox)))
            rest = (*(p for p in parts[1:] if isinstance(p, TextBox)), *cell.boxes[number + 1 :])
            return replace(cell, boxes=first), replace(cell, boxes=rest)
        room -= box.height + box.frame.after
    return cell, replace(cell, boxes=())


def _silent(box: TextBox) -> TextBox:
    lines = (
        replace(n, pieces=tuple(replace(p, element=None, target="", anchor="") for p in n.pieces)) for n in box.lines
    )
    return replace(box, lines=tuple(lines))


class Whole:
    """What is never parted."""

    __slots__ = ()

    @property
    def least(self: Box) -> float:
        """Give its height."""
        return self.height

    def cut(self, room: float, forced: bool) -> tuple[Box, Box] | None:
        """Never part it."""
        return None


@dataclass(frozen=True, slots=True)
class PictureBox(Whole):
    """A picture, taken into the document as a form."""

    name: str
    element: Element
    width: float
    height: float
    scale: float
    frame: Frame = field(default_factory=Frame)

    def draw(self, leaf: Leaf, left: float, top: float) -> None:
        """Draw it, and note where it lies (PDF/UA-1, 7.3: a figure has a bounding box)."""
        self.element.box = (left, top - self.height, left + self.width, top)
        leaf.picture(self.name, self.element, left, top - self.height, self.scale)
