"""Brief → boxes, in reading order, with the structure tree and the bookmarks that go with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from briefgen.model.brief import (
    Block,
    Brief,
    Bullets,
    Callout,
    Figure,
    Heading,
    Inlines,
    KeyFigures,
    Locator,
    Paragraph,
    Part,
    Table,
    Words,
    plain,
)
from briefgen.writers.pdf.boxes import Box, Frame, entered, leading
from briefgen.writers.pdf.compositor import Compositor
from briefgen.writers.pdf.figures import set_figure
from briefgen.writers.pdf.images import ImageBox, fitted, indent, take_image
from briefgen.writers.pdf.notes import set_notes
from briefgen.writers.pdf.outline import Bookmark
from briefgen.writers.pdf.paragraphs import set_paragraph
from briefgen.writers.pdf.press import Press
from briefgen.writers.pdf.structure import Element
from briefgen.writers.pdf.tables import set_key_figures, set_table

_HIGHEST: Final = 0.6
"""Of the text's height: what a picture of the template's own may take."""
_TITLE: Final = "title"
"""Name of the part that holds the paper's title, where the template places it."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One part of the paper, set; the title is one for itself."""

    element: Element
    boxes: tuple[Box, ...]


@dataclass(eq=False, slots=True)
class Story:
    """The paper on its way to the pages."""

    compositor: Compositor
    press: Press
    bookmarks: list[Bookmark] = field(default_factory=list)
    level: int = 0
    """Of the last heading in the tree; the title's is 1."""

    @property
    def brief(self) -> Brief:
        """Give what is told."""
        return self.compositor.brief

    def tell(self) -> Iterator[Chapter]:
        """Set the whole paper, part by part."""
        parts = self.brief.parts
        if not any(part.name == "notes" for part in parts):
            parts = (*parts, Part("notes", self.brief.label("notes"), ()))
        if self.brief.part(_TITLE) is None:
            self.compositor.place = _TITLE
            yield Chapter(self.press.top, (self._heading((Words(self.brief.title),), "title", 1, self.press.top),))
        covered = self.compositor.look.cover is not None
        for number, part in enumerate(parts):
            if part.name != "notes" or part.blocks or self.brief.notes:
                section = self.press.top.add("Sect")
                boxes = tuple(self._part(part, section))
                if boxes and covered and number >= self.compositor.look.on_cover:
                    boxes, covered = (entered(boxes[0]), *boxes[1:]), False
                yield Chapter(section, boxes)

    def _part(self, part: Part, section: Element) -> Iterator[Box]:
        self.compositor.place = part.title or part.name
        if part.title:
            yield self._heading(
                (Words(part.title),), "heading-1", 2, section, self._bookmark(part.title, 1), part.anchor
            )
        above, behind = part.parted
        for number, block in enumerate(above):
            if part.name == _TITLE and not number and isinstance(block, Paragraph):
                yield self._heading(block.inlines, "title", 1, section, style=block.style)
            elif part.name == "notes" and self.brief.notes:
                yield from map(leading, self._block(block, section))
            else:
                yield from self._block(block, section)
        if part.name == "notes":
            yield from set_notes(self.compositor, section)
        for block in behind:
            yield from self._block(block, section)

    def _bookmark(self, title: str, level: int) -> str:
        """Add an entry to the outline, as deep as there is one above it, and give the anchor it leads to."""
        anchor = f"heading-{len(self.bookmarks) + 1}"
        depth = self.bookmarks[-1].level + 1 if self.bookmarks else 0
        self.bookmarks.append(Bookmark(title, min(level - 1, depth), anchor))
        return anchor

    def _heading(self, inlines: Inlines, role: str, level: int, parent: Element, *anchors: str, style: str = "") -> Box:
        """Set a heading; no level is left out on the way down (PDF/UA-1, 7.4.2)."""
        self.level = min(level, self.level + 1)
        element = parent.add(f"H{self.level}")
        look = self.compositor.look.style(style) if style else self.compositor.style(role)
        places = tuple(self.compositor.words("", look, element, anchor) for anchor in anchors)
        pieces = (*places, *self.compositor.set_pieces(inlines, look, element))
        opens = any(anchor.startswith("part-") for anchor in anchors)
        return set_paragraph(pieces, look, self.compositor.look.page.measure, glued=True, opens=opens, even=True)

    def _block(self, block: Block, parent: Element) -> Iterator[Box]:
        match block:
            case Heading(inlines, level):
                self.compositor.place = plain(inlines)
                anchor = self._bookmark(plain(inlines), level)
                yield self._heading(inlines, f"heading-{min(level, 3)}", level + 1, parent, anchor)
            case Paragraph(inlines, role, style):
                yield from self._pictures(style, parent)
                if inlines:
                    yield self._paragraph(inlines, role, parent.add("P"), style, leads=block.leads)
            case Bullets(items, role):
                yield from self._bullets(items, role, parent)
            case KeyFigures():
                yield from set_key_figures(block, self.compositor, parent)
            case Table():
                yield from set_table(block, self.compositor, parent)
            case Figure():
                yield from set_figure(block, self.compositor, parent, self.press)
            case Callout(title, blocks):
                box = parent.add("Div")
                yield self._paragraph(title, "callout-title", box.add("P"))
                for inner in blocks:
                    yield from self._block(inner, box)

    def _pictures(self, style: str, parent: Element) -> Iterator[Box]:
        """Set the pictures that stand in a paragraph of the template's own."""
        page = self.compositor.look.page
        measure, most = page.measure, _HIGHEST * (page.height - page.top - page.bottom)
        for picture in self.compositor.look.style(style).pictures if style else ():
            if picture.is_drawable:
                width, height = fitted(picture, measure, most)
                element = parent.add("Figure", alt=picture.alt) if picture.alt else None
                name = take_image(self.press, picture, width, height)
                yield ImageBox(
                    name, element, indent(picture.align, measure, width), width, height, Frame(before=4, after=8)
                )

    def _paragraph(self, inlines: Inlines, role: str, element: Element, own: str = "", *, leads: bool = False) -> Box:
        """Set a paragraph, in a style of the template's own where it is named."""
        style = self.compositor.look.style(own) if own else self.compositor.style(role)
        place = self.compositor.place
        self.compositor.place += "".join(inline.text for inline in inlines if isinstance(inline, Locator))
        if own:
            pieces = self.compositor.set_pieces(inlines, style, element)
        else:
            pieces = self.compositor.pieces(inlines, role, element)
        self.compositor.place = place
        boxed, measure = role == "callout-title", self.compositor.look.page.measure
        return set_paragraph(pieces, style, measure, boxed=boxed, glued=leads, floats=leads)

    def _bullets(self, items: tuple[Inlines, ...], role: str, parent: Element) -> Iterator[Box]:
        style = self.compositor.style(role)
        element = parent.add("L", numbering="Decimal" if style.numbered else "Disc")
        for number, inlines in enumerate(items, 1):
            item = element.add("LI")
            label = (self.compositor.words(f"{number}." if style.numbered else "•", style, item.add("Lbl")),)
            pieces = self.compositor.pieces(inlines, role, item.add("LBody"))
            yield set_paragraph(pieces, style, self.compositor.look.page.measure, label=label)
