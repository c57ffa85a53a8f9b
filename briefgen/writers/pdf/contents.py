"""Chapters → pages, with contents where the paper is long: a line for each heading that follows, with its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from briefgen.model.brief import Words
from briefgen.writers.pdf.boxes import Box, Frame, TextBox, Whole, entered
from briefgen.writers.pdf.breaking import Line
from briefgen.writers.pdf.furniture import opening
from briefgen.writers.pdf.outline import Bookmark
from briefgen.writers.pdf.paging import WHITE, Placed, lay_out
from briefgen.writers.pdf.paragraphs import set_paragraph
from briefgen.writers.pdf.pieces import Piece
from briefgen.writers.pdf.press import Leaf
from briefgen.writers.pdf.story import Chapter, Story
from briefgen.writers.pdf.structure import Element

LONG: Final = 9
"""A paper of more pages than this has contents."""
_MANY: Final = 30
"""Of more headings than this only those of the first level are listed."""
_INDENT, _GAP, _NUMBER, _GUTTER = 14.0, 4.0, 24.0, 24.0
"""Of a deeper heading; between title, dots and number; width kept free for the number; between columns."""

Pages = list[list[Placed]]


@dataclass(frozen=True, slots=True)
class EntryBox(Whole):
    """One line of the contents."""

    title: TextBox
    entry: Bookmark
    element: Element
    said: str
    """Word for a page."""
    width: float
    """Of the line; page numbers end there."""
    numbers: dict[str, int]
    """Page of each heading's anchor, from 1; filled when every page is laid out."""
    frame: Frame
    left: float = 0.0
    """Edge of its column."""

    @property
    def height(self) -> float:
        """Give the height of the title."""
        return self.title.height

    def draw(self, leaf: Leaf, left: float, top: float) -> None:
        """Draw title, dots and page number, and lay a link over them."""
        number = str(self.numbers[self.entry.anchor])
        left += self.left
        lines = list(self.title.set_lines(left, top))
        line, x, base, _ = lines[-1]
        piece = Piece(number, line.pieces[0].ink, self.element)
        start = left + self.width - piece.width
        leaf.lines([*lines, (Line((piece,), piece.width), start, base, 0.0)])
        leaf.dots(x + line.width + _GAP, start - _GAP, base, piece.ink.colour)
        area = (left + self.title.x, top - self.height, left + self.width, top)
        leaf.link(area, self.element, self.entry.anchor, f"{self.entry.title}, {self.said} {number}")


@dataclass(frozen=True, slots=True)
class ColumnsBox(Whole):
    """The contents in columns, read one after the other."""

    columns: tuple[tuple[EntryBox, ...], ...]
    frame: Frame

    @property
    def height(self) -> float:
        """Give the height of the highest column."""
        return max(sum(map(_stretch, column)) for column in self.columns)

    def draw(self, leaf: Leaf, left: float, top: float) -> None:
        """Draw each column."""
        for column in self.columns:
            y = top
            for entry in column:
                entry.draw(leaf, left, y - entry.frame.before)
                y -= _stretch(entry)


def lay_out_paper(story: Story, chapters: Sequence[Chapter], height: float, *, closer: bool = True) -> Pages:
    """Fill pages with a paper; a long one gets its contents, behind what stands on the first page.

    Args:
        story: the paper as told.
        chapters: what it told, in order.
        height: of the text on a page, in points.
        closer: whether a page may be set closer to hold what runs over.
    """
    first = opening(story.compositor.look)
    pages = lay_out([*first, *(box for chapter in chapters for box in chapter.boxes)], height, closer=closer)
    if len(pages) <= LONG:
        return pages
    at = _behind_first_page(chapters, pages)
    before, behind = ([box for c in part for box in c.boxes] for part in (chapters[:at], chapters[at:]))
    # What the template keeps with its next paragraph was never meant to be kept with the contents.
    before = [*before[:-1], *(_loosened(box) for box in before[-1:])]
    numbers: dict[str, int] = {}
    passed = {anchor for box in before for anchor in _anchors(box)}
    marks = _listed([mark for mark in story.bookmarks if mark.anchor not in passed])
    enters = behind[0].frame.enters
    behind[:1] = [entered(behind[0], False)] if enters else behind[:1]
    for columns in (1, 2, 0):
        listed = list(_set_contents(story, chapters[at].element, marks, numbers, columns))
        listed[:1] = [entered(listed[0])] if enters else listed[:1]
        pages = lay_out([*first, *before, *listed, *behind], height)
        if _white_above(pages, listed[0], height) <= height / WHITE:
            break
    numbers |= {anchor: number for number, page in enumerate(pages, 1) for p in page for anchor in _anchors(p.box)}
    return pages


def covers_of(pages: Pages) -> int:
    """Count the pages of the cover."""
    return next((number for number, page in enumerate(pages) if page[0].box.frame.enters), 0)


def _behind_first_page(chapters: Sequence[Chapter], pages: Pages) -> int:
    """Find the first chapter that begins behind the first page, or begins there and runs beyond the second."""
    page_of = {id(placed.box): number for number, page in enumerate(pages) for placed in page}
    begins = [min((page_of[id(b)] for b in c.boxes if id(b) in page_of), default=len(pages)) for c in chapters]
    spans = zip(begins[1:], [*begins[2:], len(pages)], strict=True)
    return next((n for n, (begin, end) in enumerate(spans, 1) if begin > 0 or end > 1), 1)


def _set_contents(
    story: Story, follower: Element, marks: Sequence[Bookmark], numbers: dict[str, int], columns: int
) -> Iterator[Box]:
    """Set the heading and the lines, and put them into the tree before the chapter that follows.

    Args:
        columns: how many keep the lines together; 0 for one that may be parted.
    """
    compositor = story.compositor
    section = story.press.top.add_before("Sect", follower)
    style, measure = compositor.style("heading-2"), compositor.look.page.measure
    title = compositor.words(compositor.brief.label("contents"), style, section.add("H2"))
    yield set_paragraph((title,), style, measure, glued=True, opens=True)
    across = max(1, columns)
    width = (measure - _GUTTER * (across - 1)) / across
    entries = [_entry(story, mark, item.add("Reference").add("Link"), numbers, width)
               for mark, item in _items(section.add("TOC"), marks)]  # fmt: skip
    if across == 1:
        last = len(entries) - 1
        for number, entry in enumerate(entries):
            glued = number < last if columns else number in (0, last - 1)
            yield replace(entry, frame=replace(entry.frame, glued=glued))
    else:
        half = -(-len(entries) // 2)
        moved = (replace(entry, left=width + _GUTTER) for entry in entries[half:])
        yield ColumnsBox((tuple(entries[:half]), tuple(moved)), Frame())


def _listed(bookmarks: Sequence[Bookmark]) -> list[Bookmark]:
    deepest = 1 if len(bookmarks) <= _MANY else 0
    return [mark for mark in bookmarks if mark.level <= deepest]


def _items(top: Element, marks: Sequence[Bookmark]) -> Iterator[tuple[Bookmark, Element]]:
    """Give each heading its element; deeper ones stand inside that of the heading above them."""
    inner = item = top
    for mark in marks:
        if mark.level == 0:
            inner = item = top.add("TOCI")
            yield mark, item
        else:
            inner = item.add("TOC") if inner is item else inner
            yield mark, inner.add("TOCI")


def _entry(story: Story, mark: Bookmark, element: Element, numbers: dict[str, int], width: float) -> EntryBox:
    compositor = story.compositor
    style = replace(compositor.style("table-text"), first=0.0, left=0.0, right=0.0, align="left")
    indent = mark.level * _INDENT
    pieces = (*compositor.set_pieces((Words(mark.title),), style, element), compositor.words(" ", style, element))
    title = set_paragraph(pieces, style, width - indent - _NUMBER, indent, tight=True)
    return EntryBox(title, mark, element, compositor.brief.label("page"), width, numbers, Frame(before=2.0, after=2.0))


def _stretch(entry: EntryBox) -> float:
    return entry.frame.before + entry.height + entry.frame.after


def _loosened(box: Box) -> Box:
    return replace(box, frame=replace(box.frame, glued=False)) if isinstance(box, TextBox) else box


def _white_above(pages: Pages, box: Box, height: float) -> float:
    """Measure the white at the end of the page before the one that begins with a box; none where it is not first."""
    for page, following in pairwise(pages):
        if following[0].box is box:
            return height - page[-1].top - page[-1].box.height
    return 0.0


def _anchors(box: Box) -> Iterator[str]:
    if isinstance(box, TextBox):
        yield from (piece.anchor for line in box.lines for piece in line.pieces if piece.anchor)
