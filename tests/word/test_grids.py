"""A table is drawn as the designer's table style says."""

from __future__ import annotations

import io

from docx import Document
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

from briefgen.model.ornament import Edge
from briefgen.model.source import File
from briefgen.word.review import inspect_template
from tests.paths import TEMPLATES
from tests.word.documents import template_of

SHIPPED = TEMPLATES / "brief.docx"
_BANDED = (
    f'<w:tblStylePr {nsdecls("w")} w:type="firstRow"><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:tcPr>'
    '<w:shd w:val="clear" w:color="auto" w:fill="2B5A41"/></w:tcPr></w:tblStylePr>',
    f'<w:tblStylePr {nsdecls("w")} w:type="band1Horz"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E8F0EB"/>'
    "</w:tcPr></w:tblStylePr>",
)


def test_the_shipped_table_has_a_strong_rule_above_and_below() -> None:
    grid = template_of(Document(SHIPPED)).look.table
    assert (grid.top, grid.bottom) == (Edge(1.0, "12436D"), Edge(1.0, "12436D"))
    assert (grid.between_rows, grid.between_columns) == (Edge(0.5, "B8C4CE"), Edge(0.0))
    assert (grid.under_head, grid.padding, grid.odd_ground) == (Edge(1.0, "12436D"), 4.25, "")


def test_banding_and_the_colours_of_the_heading_row_are_read() -> None:
    document = Document(SHIPPED)
    style = document.styles["Brief Table"].element
    for old in style.findall(parse_xml(_BANDED[0]).tag):
        style.remove(old)
    for markup in _BANDED:
        style.append(parse_xml(markup))
    grid = template_of(document).look.table
    assert (grid.head_ground, grid.head_ink, grid.odd_ground, grid.even_ground) == ("2B5A41", "FFFFFF", "E8F0EB", "")
    document.styles["Table Head"].font.color.rgb = document.styles["Heading 1"].font.color.rgb
    assert template_of(document).look.table.head_ink == ""


def test_letters_of_automatic_colour_are_white_on_a_dark_heading_row_and_a_dark_band_is_told() -> None:
    document = Document(SHIPPED)
    style = document.styles["Brief Table"].element
    for old in style.findall(parse_xml(_BANDED[0]).tag):
        style.remove(old)
    style.append(parse_xml(_BANDED[0].replace('<w:rPr><w:color w:val="FFFFFF"/></w:rPr>', "")))
    style.append(parse_xml(_BANDED[1].replace("E8F0EB", "404040")))
    assert template_of(document).look.table.head_ink == "FFFFFF"
    buffer = io.BytesIO()
    document.save(buffer)
    told = [str(found.remark) for found in inspect_template(File("mine.docx", buffer.getvalue()))]
    assert any("tables: contrast of text to the ground 404040" in line for line in told)
    assert not any("2B5A41" in line for line in told)


def test_a_table_style_of_the_house_stands_for_ours_by_its_alias() -> None:
    document = Document(SHIPPED)
    ours = document.styles["Brief Table"].element
    ours.getparent().remove(ours)
    house = parse_xml(
        f'<w:style {nsdecls("w")} w:type="table" w:styleId="Dfat"><w:name w:val="DFAT Table"/><w:aliases '
        'w:val="Brief Table"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="24" w:space="0" w:color="FF0000"/>'
        "</w:tblBorders></w:tblPr></w:style>"
    )
    document.styles.element.append(house)
    assert template_of(document).look.table.top == Edge(3.0, "FF0000")
