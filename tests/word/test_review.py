"""A template's faults are listed together: parts, labels, pictures, contrast, and what the PDF will not follow."""

from __future__ import annotations

import io

from docx import Document
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Mm, RGBColor
from PIL import Image

from briefgen.model.source import File
from briefgen.word.embedding import Embedded, embed_fonts
from briefgen.word.review import inspect_template
from tests.paths import TEMPLATES
from tests.typefaces import made
from tests.word.drawings import add_logo, let_float, png


def changed(change) -> list[str]:
    document = Document(TEMPLATES / "brief.docx")
    change(document, {_title(c): c for c in document.element.body[:-1]})
    buffer = io.BytesIO()
    document.save(buffer)
    return [str(found.remark) for found in inspect_template(File("mine.docx", buffer.getvalue()))]


def _title(control) -> str:
    return control.find(f"{qn('w:sdtPr')}/{qn('w:alias')}").get(qn("w:val"))


def test_shipped_templates_have_no_faults() -> None:
    for path in sorted(TEMPLATES.glob("*.docx")):
        assert inspect_template(File(path.name, path.read_bytes())) == (), path.name


def test_parts_that_are_missing_misplaced_or_misspelt_are_named() -> None:
    def change(document, parts) -> None:
        document.element.body.remove(parts["Source statement"])
        parts["Front block"].addnext(parts["Notes"])
        parts["Limits"].find(f"{qn('w:sdtPr')}/{qn('w:tag')}").set(qn("w:val"), "")
        parts["Limits"].find(f"{qn('w:sdtPr')}/{qn('w:alias')}").set(qn("w:val"), "Limmits")
        parts["Annex"].find(qn("w:sdtContent")).append(parts["Key points"])

    lines = "\n".join(changed(change))
    assert "has no place for the source statement" in lines
    assert "“Notes” is not the last part" in lines
    assert "no part is called “Limmits”; did you mean “Limits”?" in lines
    assert "“Key points” stands within another part" in lines


def test_pictures_contrast_fonts_headings_and_own_text_are_looked_at() -> None:
    def change(document, parts) -> None:
        picture = io.BytesIO()
        Image.new("RGB", (8, 8)).save(picture, "PNG")
        document.add_paragraph().add_run().add_picture(picture)
        drawn = document.add_paragraph().add_run().add_picture(io.BytesIO(png()))
        let_float(add_logo(document.add_paragraph(), content=png(9, 9)), "page 100", "page 100")
        blip = next(drawn._inline.iter(qn("a:blip")))
        document.part.related_parts[blip.get(qn("r:embed"))]._blob = b"\xd7\xcd\xc6\x9a"
        document.add_paragraph("Typed by us", style="Body Text")
        document.add_paragraph("Deep", style="Heading 3")
        document.styles["Rights"].font.color.rgb = RGBColor(0xDD, 0xDD, 0xDD)
        document.styles["Subtitle"].font.name = "Georgia"
        for attribute in list(document.styles["Subtitle"].element.rPr.rFonts.attrib):
            if "Theme" in attribute:
                del document.styles["Subtitle"].element.rPr.rFonts.attrib[attribute]

    lines = "\n".join(changed(change))
    assert "has no alternative text" in lines
    assert lines.count("is not in the PDF; save it as PNG") == 1
    assert "a picture of kind WMF is not in the PDF" in lines
    assert lines.count("a floating picture stands in the column in the PDF") == 1
    assert "“Typed by us”: text of the template’s own looks like the source’s words" in lines
    assert "a heading of level 3 follows one of level 1" in lines
    assert "style “Rights”: contrast of text (DDDDDD) to its ground (FFFFFF) is 1.4 to 1" in lines
    assert "font “Georgia”: in the PDF: not shipped" in lines


def test_a_font_that_travels_in_the_template_is_not_said_to_be_missing() -> None:
    def change(document, parts) -> None:
        embed_fonts(document, (Embedded("House Sans", False, False, made("House Sans").content),), ("House Sans",),
                    subset=False)  # fmt: skip
        document.styles["Subtitle"].font.name = "House Sans"
        for attribute in list(document.styles["Subtitle"].element.rPr.rFonts.attrib):
            if "Theme" in attribute:
                del document.styles["Subtitle"].element.rPr.rFonts.attrib[attribute]

    assert "House Sans" not in "\n".join(changed(change))


def test_styles_of_one_colour_that_is_too_light_are_named_in_one_line() -> None:
    def change(document, parts) -> None:
        for name in ("Rights", "Marking"):
            document.styles[name].font.color.rgb = RGBColor(0xDD, 0xDD, 0xDD)

    (line,) = [line for line in changed(change) if "contrast" in line]
    assert "styles “Marking”, “Rights”: " in line


def test_a_cover_is_no_fault_and_one_with_margins_of_its_own_is_told() -> None:
    def cover(document, parts) -> None:
        section = document.add_section(WD_SECTION.NEW_PAGE)
        document.element.body.insert(1, document.paragraphs[-1]._p)
        assert section.left_margin == document.sections[0].left_margin

    def wide(document, parts) -> None:
        cover(document, parts)
        document.sections[0].left_margin = Mm(50)

    assert changed(cover) == []
    (line,) = changed(wide)
    assert "section 1: page or margins are not those of the last section; the PDF sets every page" in line
