"""What stands round the text is read as Word shows it: logos, bands, first pages, covers."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from docx import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH

from briefgen.model.look import Look
from briefgen.word.furnishing import furnish
from briefgen.word.names import ORDER
from briefgen.writers.docx import write
from tests.papers import brief as sample
from tests.paths import TEMPLATES
from tests.word.documents import template_of
from tests.word.drawings import add_band, add_logo, let_float, png

SHIPPED = TEMPLATES / "brief.docx"


def look_of(document: Any) -> Look:
    return template_of(document).look


def test_a_logo_in_the_header_is_read_with_its_size_side_and_words() -> None:
    document = Document(SHIPPED)
    header = document.sections[0].header
    paragraph = header.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    add_logo(paragraph, "Crest of the house", 60)
    (logo,) = look_of(document).pictures
    assert (logo.kind, logo.width, logo.height, logo.alt) == ("png", 60.0, 30.0, "Crest of the house")
    assert (logo.align, logo.place, logo.line, logo.x, logo.content) == ("center", "header", 1, None, png())


def test_a_logo_behind_a_tab_stands_where_the_tab_leads() -> None:
    document = Document(SHIPPED)
    paragraph = document.sections[0].footer.add_paragraph(style="Footer")
    paragraph.add_run("\t")
    add_logo(paragraph)
    (logo,) = look_of(document).pictures
    assert (logo.align, logo.place) == ("right", "footer")


@pytest.mark.parametrize(
    ("across", "down", "x", "y"),
    [
        ("page 72", "page 36", 72.0, 36.0),
        ("margin right", "margin top", 450.2, 79.4),
        ("page center", "page bottom", 267.65, 811.9),
    ],
)
def test_a_floating_logo_has_its_place_on_the_paper(across: str, down: str, x: float, y: float) -> None:
    document = Document(SHIPPED)
    let_float(add_logo(document.sections[0].header.add_paragraph()), across, down)
    (logo,) = look_of(document).pictures
    assert (logo.x, logo.y) == pytest.approx((x, y), abs=0.2)


def test_a_band_of_colour_takes_its_colour_from_the_theme() -> None:
    document = Document(SHIPPED)
    add_band(document.sections[0].header.add_paragraph(), '<a:schemeClr val="accent1"/>', "page 0", "page 0", 595, 40)
    (band,) = look_of(document).bands
    assert (band.colour, band.x, band.y, band.width, band.height) == ("12436D", 0.0, 0.0, 595.0, 40.0)


def test_a_first_page_that_is_different_is_told() -> None:
    document = Document(SHIPPED)
    assert look_of(document).first is None
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Office of the Chair"
    first = look_of(document).first
    assert first is not None
    assert (first.header, first.footer) == (("Office of the Chair",), ())


def test_the_first_section_of_several_is_the_cover() -> None:
    document = Document(SHIPPED)
    assert look_of(document).cover is None
    body = document.element.body
    section = document.add_section(WD_SECTION.NEW_PAGE)
    first = document.paragraphs[-1]._p
    text = document.add_paragraph("A paper of the Secretariat")
    add_logo(document.add_paragraph(), "Crest")
    holder = document.add_paragraph()
    add_band(holder, '<a:srgbClr val="5A2440"/>', "page 0", "page 100", 595, 200)
    section.header.is_linked_to_previous = False
    section.header.paragraphs[0].text = "Within"
    pieces = [text._p, text._p.getnext(), holder._p, first]
    for node in reversed(pieces):
        body.insert(0, node)
    title = pieces[-1].getnext()
    body.insert(0, title)
    template = template_of(document)
    cover = template.look.cover
    assert template.look.header == ("Within",)
    assert cover is not None
    assert cover.furniture.header == ("{title}\t{marking}",)
    assert [band.colour for band in cover.furniture.bands] == ["5A2440"]
    paper, template = furnish(replace(sample(), title="Steel"), template)
    assert template.look.cover is not None
    count = template.look.cover.parts
    assert (count, paper.parts[0].name) == (2, "title")
    styles = [b.style for p in paper.parts[1:count] for b in p.blocks]
    assert [len(template.look.style(style).pictures) for style in styles] == [0, 1]


def test_a_template_of_a_cover_and_a_title_keeps_them_before_the_usual_parts() -> None:
    document = Document(SHIPPED)
    body = document.element.body
    for control in list(body)[1:-1]:
        body.remove(control)
    document.add_paragraph("A paper of the Secretariat")
    document.add_section(WD_SECTION.NEW_PAGE)
    template = template_of(document)
    assert template.furnished
    assert template.order == ("title", *ORDER)
    paper = Document(io.BytesIO(write(sample(), template)))
    said = [p.text for p in paper.paragraphs if p.text]
    assert said[:3] == [sample().title, "A paper of the Secretariat", "OFFICIAL"]
    assert len(paper.sections) == 2
    furnished, _ = furnish(sample(), template)
    names = [part.name for part in furnished.parts if not part.name.startswith("text-")]
    assert names[0] == "title"
    assert names[1:] == [part.name for part in sample().parts]
