"""The look of a template is what Word shows: inheritance, theme, page, running lines."""

from __future__ import annotations

import io

import pytest
from docx import Document
from docx.shared import Mm, Pt, RGBColor

from briefgen.model.look import CHARACTER_STYLE_OF, STYLE_OF, Look
from briefgen.model.source import File
from briefgen.word.opening import open_template
from tests.paths import TEMPLATES

SHIPPED = TEMPLATES / "brief.docx"


def look_of(document: Document | None = None) -> Look:
    if document is None:
        return open_template(File("brief.docx", SHIPPED.read_bytes())).look
    buffer = io.BytesIO()
    document.save(buffer)
    return open_template(File("mine.docx", buffer.getvalue())).look


def test_every_style_a_paper_uses_is_in_the_look() -> None:
    look = look_of()
    for name in (*STYLE_OF.values(), *CHARACTER_STYLE_OF.values()):
        assert look.style(name).size > 0


def test_the_page_is_a4_with_generous_margins() -> None:
    page = look_of().page
    assert (page.width, page.height) == pytest.approx((595.3, 841.9), abs=0.1)
    assert page.measure == pytest.approx(425.2, abs=0.1)


def test_the_body_is_serif_and_the_headings_sans_in_the_accent_colour() -> None:
    look = look_of()
    body, heading = look.style("Body Text"), look.style("heading 1")
    assert (body.face, body.size, body.leading) == ("Source Serif Pro", 11.0, 15.5)
    assert (heading.face, heading.colour, heading.bold) == ("Source Sans Pro", "12436D", True)
    assert look.accent == "12436D"


def test_a_rule_and_a_ground_are_told_apart() -> None:
    look = look_of()
    assert (look.style("Bottom Line").rule, look.style("Bottom Line").shade) == ("12436D", "")
    assert (look.style("Our Words").rule, look.style("Our Words").shade) == ("", "EDF2F7")
    assert look.style("Callout Title").over == "12436D"
    assert (look.style("Our Words").over, look.style("Bottom Line").over) == ("", "")


def test_a_hanging_indent_is_negative() -> None:
    bullet = look_of().style("List Bullet")
    assert (bullet.left, bullet.first) == pytest.approx((14.2, -14.2))


def test_running_lines_name_their_fields() -> None:
    look = look_of()
    assert look.header == ("{title}\t{marking}",)
    assert look.footer == ("{marking}\tPage {page} / {pages}",)


def test_what_a_designer_changes_in_a_style_is_read_through_inheritance() -> None:
    document = Document(SHIPPED)
    table_text = document.styles["Table Text"]
    table_text.font.size = Pt(8)
    table_text.paragraph_format.space_after = Pt(5)
    document.styles["Heading 1"].font.color.rgb = RGBColor(0x80, 0, 0x20)
    look = look_of(document)
    assert look.style("Table Number").size == 8.0
    assert look.style("Table Number").after == 5.0
    assert look.style("Table Number").align == "right"
    assert look.accent == "800020"


def test_margins_and_page_follow_the_template() -> None:
    document = Document(SHIPPED)
    section = document.sections[0]
    section.page_width, section.left_margin = Mm(216), Mm(40)
    page = look_of(document).page
    assert page.width == pytest.approx(612.3, abs=0.1)
    assert page.left == pytest.approx(113.4, abs=0.1)


def test_theme_colours_with_tint_and_shade_are_worked_out_as_word_does() -> None:
    document = Document()
    style = look_of(document).style("Heading 1")
    word_shows = "365F91"
    worked_out = [int(style.colour[i : i + 2], 16) for i in (0, 2, 4)]
    assert worked_out == pytest.approx([int(word_shows[i : i + 2], 16) for i in (0, 2, 4)], abs=1)
    assert style.face == "Calibri"


def test_styles_based_on_each_other_in_a_circle_end() -> None:
    document = Document(SHIPPED)
    document.styles["Body Text"].base_style = document.styles["Bottom Line"]
    assert look_of(document).style("Bottom Line").size == 12.5
