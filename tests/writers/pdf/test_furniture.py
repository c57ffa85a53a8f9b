"""The PDF shows the template's logos, bands, first page, cover, fonts and pictures as Word does, and conforms."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from docx import Document
from docx.enum.section import WD_SECTION
from docx.oxml.ns import nsdecls, qn
from fontTools.ttLib import TTFont
from PIL import Image, ImageChops

from briefgen.model.brief import Brief
from briefgen.model.source import File
from briefgen.word.embedding import Embedded, embed_fonts
from briefgen.word.furnishing import furnish
from briefgen.word.opening import open_template
from briefgen.writers.pdf import write
from tests import verapdf
from tests.paths import TEMPLATES
from tests.typefaces import made
from tests.word.drawings import add_band, add_logo, let_float, png

TITLE = (0x12, 0x43, 0x6D)
RED, BLUE, GREEN = (200, 10, 20), (10, 20, 200), (10, 150, 40)
Change = Callable[[Any], None]


@pytest.fixture
def pages(sample: Brief, tmp_path: Path) -> Callable[[Change], list[Image.Image]]:
    """Print the sample in the shipped template as changed: a picture a page, a pixel a point."""

    def make(change: Change) -> list[Image.Image]:
        document = Document(TEMPLATES / "brief.docx")
        change(document)
        buffer = io.BytesIO()
        document.save(buffer)
        brief, template = furnish(sample, open_template(File("mine.docx", buffer.getvalue())))
        (tmp_path / "paper.pdf").write_bytes(write(brief, template))
        subprocess.run(["pdftoppm", "-r", "72", "-png", "paper.pdf", "page"], cwd=tmp_path, check=True)
        return [Image.open(path).convert("RGB") for path in sorted(tmp_path.glob("page*.png"))]

    return make


def box(page: Image.Image, colour: tuple[int, int, int]) -> tuple[int, int, int, int] | None:
    """Find the rectangle that pixels of a colour fill."""
    red, green, blue = ImageChops.difference(page, Image.new("RGB", page.size, colour)).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return most.point(lambda value: 255 if value < 12 else 0).getbbox()


def hexed(colour: tuple[int, int, int]) -> str:
    return "".join(f"{part:02X}" for part in colour)


def square(colour: tuple[int, int, int], width: int = 60, height: int = 30) -> bytes:
    return png(width, height, f"#{hexed(colour)}")


def text_top(page: Image.Image) -> int:
    """Find where the first title or heading stands."""
    return (box(page, TITLE) or (0, 0))[1]


def test_a_logo_in_the_header_stands_on_every_page_at_its_side(pages: Callable[[Change], list[Image.Image]]) -> None:
    def change(document: Any) -> None:
        paragraph = document.sections[-1].header.paragraphs[0].insert_paragraph_before()
        paragraph.alignment = 2
        add_logo(paragraph, content=square(RED))

    shown = pages(change)
    assert len(shown) > 1
    for page in shown:
        left, top, right, bottom = box(page, RED) or (0, 0, 0, 0)
        assert (right - left, bottom - top) == (pytest.approx(60, abs=2), pytest.approx(30, abs=2))
        assert right == pytest.approx(page.width - 85, abs=2)
        assert top == pytest.approx(36.9, abs=2)


def test_two_logos_on_one_line_stand_side_by_side(pages: Callable[[Change], list[Image.Image]]) -> None:
    def change(document: Any) -> None:
        paragraph = document.sections[-1].header.paragraphs[0].insert_paragraph_before()
        add_logo(paragraph, content=square(RED))
        add_logo(paragraph, content=square(BLUE))

    first = pages(change)[0]
    red, blue = box(first, RED) or (0, 0, 0, 0), box(first, BLUE) or (0, 0, 0, 0)
    assert red[2] - red[0] == pytest.approx(60, abs=2)
    assert blue[0] == pytest.approx(red[2] + 6, abs=2)


def test_a_high_logo_moves_the_text_down(pages: Callable[[Change], list[Image.Image]]) -> None:
    plain = pages(lambda _: None)

    def change(document: Any) -> None:
        add_logo(document.sections[-1].header.paragraphs[0], content=square(RED, 60, 120))

    (first, *_) = pages(change)
    _, _, right, bottom = box(first, RED) or (0, 0, 0, 0)
    assert right == pytest.approx(510, abs=2), "a tab leads it there"
    assert text_top(plain[0]) < bottom < text_top(first)


def test_pictures_of_any_height_leave_room_for_text_and_what_cannot_be_decoded_is_left_out(
    pages: Callable[[Change], list[Image.Image]],
) -> None:
    def change(document: Any) -> None:
        for lines in (document.sections[-1].header, document.sections[-1].footer):
            for _ in range(4):
                add_logo(lines.add_paragraph(), content=square(RED, 60, 3000))
        add_logo(document.add_paragraph(), content=square(BLUE, 60, 3000))
        cut = add_logo(document.sections[-1].header.add_paragraph(), content=square(GREEN))
        place = next(cut.iter(qn("a:blip"))).get(qn("r:embed"))
        part = document.sections[-1].header.part.related_parts[place]
        part._blob = part.blob[: len(part.blob) // 2]

    shown = pages(change)
    assert 1 < len(shown) < 40
    assert box(shown[0], RED)
    assert not any(box(page, GREEN) for page in shown)


def test_bands_and_floating_pictures_stand_where_the_template_puts_them(
    pages: Callable[[Change], list[Image.Image]],
) -> None:
    def change(document: Any) -> None:
        paragraph = document.sections[-1].header.paragraphs[0]
        colour = f'<a:srgbClr {nsdecls("a")} val="{hexed(GREEN)}"/>'
        add_band(paragraph, colour, "page 0", "page 0", 595, 20)
        let_float(add_logo(paragraph, content=square(BLUE)), "page 520", "page 400")

    for page in pages(change):
        assert box(page, GREEN) == pytest.approx((0, 0, 595, 20), abs=1)
        assert box(page, BLUE) == pytest.approx((520, 400, 580, 430), abs=2)


def test_a_band_shines_through_a_logo_that_lets_it(
    pages: Callable[[Change], list[Image.Image]], validator: verapdf.Validator, tmp_path: Path
) -> None:
    ring, buffer = Image.new("RGBA", (60, 60), (*RED, 255)), io.BytesIO()
    ring.paste((0, 0, 0, 0), (15, 15, 45, 45))
    ring.save(buffer, "png")

    def change(document: Any) -> None:
        paragraph = document.sections[-1].header.paragraphs[0]
        colour = f'<a:srgbClr {nsdecls("a")} val="{hexed(GREEN)}"/>'
        add_band(paragraph, colour, "page 0", "page 0", 595, 70)
        let_float(add_logo(paragraph, content=buffer.getvalue()), "page 400", "page 5")

    first, *_ = pages(change)
    assert first.getpixel((430, 35)) == first.getpixel((10, 10)) == GREEN
    assert box(first, RED) == pytest.approx((400, 5, 460, 65), abs=2)
    assert [validator.broken(tmp_path / "paper.pdf", flavour) for flavour in ("ua1", "2a")] == [{}, {}]


def test_a_first_page_has_its_own_head(pages: Callable[[Change], list[Image.Image]]) -> None:
    def change(document: Any) -> None:
        section = document.sections[-1]
        section.different_first_page_header_footer = True
        add_logo(section.first_page_header.paragraphs[0], content=square(RED, 60, 100))

    first, second, *_ = pages(change)
    assert box(first, RED) is not None
    assert box(second, RED) is None
    assert text_top(first) > (box(first, RED) or (0, 0, 0, 0))[3]
    below = (
        second.convert("L").crop((0, 70, second.width, second.height)).point(lambda value: 255 if value < 200 else 0)
    )
    assert (below.getbbox() or (0, 99))[1] < 30, "the pages behind it begin where they always did"


def test_the_first_section_of_several_is_a_cover_with_its_own_surroundings(
    pages: Callable[[Change], list[Image.Image]],
) -> None:
    def change(document: Any) -> None:
        front = document.element.body[0]
        text = document.add_paragraph("A paper of the Secretariat")
        add_band(text, f'<a:srgbClr {nsdecls("a")} val="{hexed(GREEN)}"/>', "page 0", "page 300", 595, 200)
        inner = document.add_section(WD_SECTION.NEW_PAGE)
        inner.header.is_linked_to_previous = False
        add_logo(inner.header.paragraphs[0], content=square(RED))
        end = document.element.body[-2]
        front.addprevious(text._p)
        front.addprevious(end)

    cover, *others = pages(change)
    assert box(cover, GREEN) == pytest.approx((0, 300, 595, 500), abs=1)
    assert box(cover, RED) is None
    assert len(others) >= 2
    for page in others:
        assert box(page, GREEN) is None
        assert box(page, RED) is not None
    assert text_top(others[0]) < 200, "the paper begins on a page of its own"


def test_a_picture_of_the_templates_own_text_is_a_figure_and_everything_conforms(
    pages: Callable[[Change], list[Image.Image]], validator: verapdf.Validator, tmp_path: Path
) -> None:
    def change(document: Any) -> None:
        paragraph = document.paragraphs[-1].insert_paragraph_before() if document.paragraphs else None
        paragraph = paragraph or document.add_paragraph()
        add_logo(paragraph, alt="Crest of the harbour", content=square(RED))
        head = document.sections[-1].header.paragraphs[0]
        add_logo(head, content=square(BLUE))
        colour = f'<a:srgbClr {nsdecls("a")} val="{hexed(GREEN)}"/>'
        add_band(head, colour, "page 0", "page 0", 595, 20)

    shown = pages(change)
    assert any(box(page, RED) for page in shown)
    path = tmp_path / "paper.pdf"
    with pikepdf.open(path) as pdf:
        figures = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/Figure"]
        assert "Crest of the harbour" in [str(figure.Alt) for figure in figures]
    for flavour in ("ua1", "2a"):
        assert validator.broken(path, flavour) == {}


def test_text_is_set_in_a_font_that_travels_in_the_template(
    pages: Callable[[Change], list[Image.Image]], tmp_path: Path
) -> None:
    def change(document: Any) -> None:
        font = made("House Sans").content
        embed_fonts(document, (Embedded("House Sans", False, False, font),), ("House Sans",), subset=False)
        for name in ("Body Text", "Bottom Line"):
            document.styles[name].font.name = "House Sans"
            fonts = document.styles[name].element.rPr.rFonts
            for attribute in [name for name in fonts.attrib if "Theme" in name]:
                del fonts.attrib[attribute]

    pages(change)
    told = subprocess.run(["pdffonts", tmp_path / "paper.pdf"], capture_output=True, text=True, check=True).stdout
    assert len(re.findall(r"yes yes yes", told)) == len(told.splitlines()) - 2
    with pikepdf.open(tmp_path / "paper.pdf") as pdf:
        streams = [o.read_bytes() for o in pdf.objects if isinstance(o, pikepdf.Stream) and "/Length1" in o]
    names = [TTFont(io.BytesIO(font))["name"].getDebugName(1) for font in streams]
    assert "House Sans" in names
