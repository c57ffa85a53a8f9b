"""Document → what stands round the text of its pages: page, running heads, logos, bands, and the cover."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Literal

from docx.document import Document
from docx.oxml.ns import qn
from docx.section import Section, _Footer, _Header

from briefgen.model.look import Cover, Page
from briefgen.model.ornament import Furniture, Picture
from briefgen.word.elements import Node, read, read_child
from briefgen.word.furniture import line_of, read_lines
from briefgen.word.inheritance import chain
from briefgen.word.pictures import Ground, alignment, read_bands, read_pictures
from briefgen.word.theme import Theme

_A4 = (595.3, 841.9)
_INCH = 72.0


def read_furniture(document: Document, theme: Theme, section: Section) -> Furniture:
    """Read what stands round the ordinary pages of a section."""
    return _furniture(document, theme, section, section.header, section.footer)


def read_first(document: Document, theme: Theme) -> Furniture | None:
    """Read what stands round the first page of the paper's own section; None where it is a page like others."""
    section = document.sections[-1]
    if not section.different_first_page_header_footer:
        return None
    return _furniture(document, theme, section, section.first_page_header, section.first_page_footer)


def read_cover(document: Document, theme: Theme) -> Cover | None:
    """Read the first section of several."""
    sections = document.sections
    if len(sections) < 2:
        return None
    first = sections[0]
    special = first.different_first_page_header_footer
    head = first.first_page_header if special else first.header
    foot = first.first_page_footer if special else first.footer
    ground = Ground(document.part, page_of(first), theme)
    bands = tuple(band for node in cover_nodes(document) for band in read_bands(node, ground))
    around = _furniture(document, theme, first, head, foot)
    return Cover(replace(around, bands=(*around.bands, *bands)))


def cover_nodes(document: Document) -> list[Node]:
    """List the blocks of the body that belong to the first section of several; none where there is one."""
    blocks = list(document.element.body)
    last = next((n for n, b in enumerate(blocks) if b.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None), -1)
    return blocks[: last + 1]


def page_of(section: Section) -> Page:
    """Read the paper's size and margins."""

    def points(length: Any, otherwise: float) -> float:
        return otherwise if length is None else round(length.pt, 2)

    return Page(
        points(section.page_width, _A4[0]),
        points(section.page_height, _A4[1]),
        abs(points(section.top_margin, _INCH)),
        abs(points(section.bottom_margin, _INCH)),
        points(section.left_margin, _INCH) + points(section.gutter, 0),
        points(section.right_margin, _INCH),
        points(section.header_distance, _INCH / 2),
        points(section.footer_distance, _INCH / 2),
    )


def _furniture(document: Document, theme: Theme, section: Section, head: _Header, foot: _Footer) -> Furniture:
    page = page_of(section)
    top = Ground(head.part, page, theme, "header")
    low = Ground(foot.part, page, theme, "footer")
    return Furniture(
        read_lines(head._element),
        read_lines(foot._element),
        (*_pictures(document, head._element, top), *_pictures(document, foot._element, low)),
        (*read_bands(head._element, top), *read_bands(foot._element, low)),
    )


def _pictures(document: Document, story: Node, ground: Ground) -> Iterator[Picture]:
    line = 0
    for paragraph in story.iter(qn("w:p")):
        yield from read_pictures(paragraph, ground, *_standing(document, paragraph), line)
        line += bool(line_of(paragraph).strip())


def _standing(document: Document, paragraph: Node) -> tuple[Literal["left", "center", "right"], tuple[str, ...]]:
    """Tell how a paragraph's lines stand, and to which sides its tabs lead."""
    named = read_child(paragraph.find(qn("w:pPr")), "pStyle")
    styles = document.styles.element.findall(qn("w:style"))
    name = next((read_child(s, "name") for s in styles if read(s, "styleId") == named), "Normal")
    levels = [paragraph, *chain(document, name)]
    blocks = [found for level in levels if (found := level.find(qn("w:pPr"))) is not None]
    said = next((side for block in blocks if (side := read_child(block, "jc"))), "")
    stops = {read(stop, "pos"): read(stop) for block in reversed(blocks) for stop in block.iter(qn("w:tab"))}
    places = sorted((float(at or 0), side) for at, side in stops.items() if side not in ("clear", "bar"))
    return alignment(said), tuple(side for _, side in places)
