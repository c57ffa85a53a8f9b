"""Chapters → pages, with contents where the paper is long: a line a heading, its page number, a link over the whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from briefgen.model.brief import Words
from briefgen.writers.pdf.boxes import Box, Frame, TextBox
from briefgen.writers.pdf.breaking import Line
from briefgen.writers.pdf.paging import WHITE, Placed, lay_out
from briefgen.writers.pdf.paragraphs import set_paragraph
from briefgen.writers.pdf.pieces import Piece
from briefgen.writers.pdf.press import Bookmark, Leaf
from briefgen.writers.pdf.story import Chapter, Story
from briefgen.writers.pdf.structure import Element

LONG: Final = 6
"""A paper of more pages than this has contents."""
_MANY: Final = 30
"""Of more headings than this only those of the first level are listed."""
_INDENT, _GAP, _NUMBER = 14.0, 4.0, 24.0
"""Of a deeper heading; between title, dots and number; width kept free for the number."""

Pages = list[list[Placed]]


@dataclass(frozen=True, slots=True)
class EntryBox:
    """One line of the contents."""

    title: TextBox
    entry: Bookmark
    element: Element
    said: str
    """Word for a page."""
    right: float
    """Where page numbers end, from the left margin."""
    numbers: dict[str, int]
    """Page of each heading's anchor, from 1; filled when every page is laid out."""
    frame: Frame

    @property
    def height(self) -> float:
        """Give the height of the title."""
        return self.title.height

    @property
    def least(self) -> float:
        """Give its height: it is never parted."""
        return self.height

    def cut(self, room: float, forced: bool) -> tuple[Box, Box] | None:
        """Never part it."""
        return None

    def draw(self, leaf: Leaf, left: float, top: float) -> None:
        """Draw title, dots and page number, and lay a link over them."""
        number = str(self.numbers[self.entry.anchor])
        lines = list(self.title.set_lines(left, top))
        line, x, base, _ = lines[-1]
        piece = Piece(number, line.pieces[0].ink, self.element)
        start = left + self.right - piece.width
        leaf.lines([*lines, (Line((piece,), piece.width), start, base, 0.0)])
        leaf.dots(x + line.width + _GAP, start - _GAP, base, piece.ink.colour)
        area = (left + self.title.x, top - self.height, left + self.right, top)
        leaf.link(area, self.element, self.entry.anchor, f"{self.entry.title}, {self.said} {number}")


def lay_out_paper(story: Story, chapters: Sequence[Chapter], height: float) -> Pages:
    """Fill pages with a paper; a long one gets its contents, behind what stands on the first page.

    Args:
        story: the paper as told.
        chapters: what it told, in order.
        height: of the text on a page, in points.
    """
    pages = lay_out([box for chapter in chapters for box in chapter.boxes], height)
    if len(pages) <= LONG:
        return pages
    at = _behind_first_page(chapters, pages)
    numbers: dict[str, int] = {}
    listed = list(_set_contents(story, chapters[at].element, numbers))
    before, behind = ([box for c in part for box in c.boxes] for part in (chapters[:at], chapters[at:]))
    whole = [*(replace(box, frame=replace(box.frame, glued=True)) for box in listed[:-1]), *listed[-1:]]
    pages = lay_out([*before, *whole, *behind], height)
    if _white_above(pages, whole[0], height) > height / WHITE:
        pages = lay_out([*before, *listed, *behind], height)
    numbers |= {anchor: number for number, page in enumerate(pages, 1) for anchor in _anchors(page)}
    return pages


def _behind_first_page(chapters: Sequence[Chapter], pages: Pages) -> int:
    """Find the first chapter that begins behind the first page, or begins there and runs beyond the second."""
    page_of = {id(placed.box): number for number, page in enumerate(pages) for placed in page}
    begins = [min((page_of[id(b)] for b in c.boxes if id(b) in page_of), default=len(pages)) for c in chapters]
    spans = zip(begins[1:], [*begins[2:], len(pages)], strict=True)
    return next((n for n, (begin, end) in enumerate(spans, 1) if begin > 0 or end > 1), 1)


def _set_contents(story: Story, follower: Element, numbers: dict[str, int]) -> Iterator[TextBox | EntryBox]:
    """Set the heading and the lines, and put them into the tree before the chapter that follows."""
    compositor = story.compositor
    section = story.press.top.add_before("Sect", follower)
    heading = compositor.style("heading-1")
    title = compositor.words(compositor.brief.label("contents"), heading, section.add("H2"))
    yield set_paragraph((title,), heading, compositor.look.page.measure, glued=True, opens=True)
    deepest = 1 if len(story.bookmarks) <= _MANY else 0
    entries = [mark for mark in story.bookmarks if mark.level <= deepest]
    nested = any(mark.level for mark in entries)
    top = section.add("TOC")
    inner = item = top
    for number, entry in enumerate(entries):
        if entry.level == 0:
            item, inner = top.add("TOCI"), top
            own = item
        else:
            inner = item.add("TOC") if inner is top else inner
            own = inner.add("TOCI")
        glued = number in (0, len(entries) - 2)
        yield _entry(story, entry, own.add("Reference").add("Link"), numbers, glued, bold=nested and not entry.level)


def _entry(
    story: Story, entry: Bookmark, element: Element, numbers: dict[str, int], glued: bool, *, bold: bool
) -> EntryBox:
    compositor = story.compositor
    style, measure = compositor.style("table-text"), compositor.look.page.measure
    style = replace(style, bold=style.bold or bold, first=0.0, left=0.0, right=0.0, align="left")
    indent = entry.level * _INDENT
    pieces = (*compositor.set_pieces((Words(entry.title),), style, element), compositor.words(" ", style, element))
    title = set_paragraph(pieces, style, measure - indent - _NUMBER, indent, tight=True)
    said, frame = compositor.brief.label("page"), Frame(before=2.0, after=2.0, glued=glued)
    return EntryBox(title, entry, element, said, measure, numbers, frame)


def _white_above(pages: Pages, box: Box, height: float) -> float:
    """Measure the white at the end of the page before the one that begins with a box; none where it is not first."""
    for page, following in pairwise(pages):
        if following[0].box is box:
            return height - page[-1].top - page[-1].box.height
    return 0.0


def _anchors(page: Sequence[Placed]) -> Iterator[str]:
    for placed in page:
        if isinstance(placed.box, TextBox):
            yield from (piece.anchor for line in placed.box.lines for piece in line.pieces if piece.anchor)
