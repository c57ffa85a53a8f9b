"""One look: what is changed in a Word template is changed in the Word file, in the PDF and in the charts."""

from __future__ import annotations

import io
import subprocess
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from lxml import etree

from briefgen.model.brief import Figure, blocks_of
from briefgen.pipeline.composition import compose
from briefgen.pipeline.study import find_facts
from briefgen.project import Order, gather, open_project
from briefgen.writers import write
from tests.paths import ROOT, TEMPLATES

pytestmark = pytest.mark.xdist_group("looks")


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> tuple[object, bytes, Path]:
    """Build the sample in a template changed as a designer changes one."""
    folder = tmp_path_factory.mktemp("looks")
    document = Document(TEMPLATES / "brief.docx")
    heading = document.styles["Heading 1"]
    heading.font.color.rgb = RGBColor(0x8A, 0x1C, 0x2B)
    for name in list(heading.element.rPr.rFonts.attrib):
        del heading.element.rPr.rFonts.attrib[name]
    heading.font.name = "Source Serif Pro"
    section = document.sections[0]
    section.page_width, section.page_height = Mm(176), Mm(250)
    section.left_margin = section.right_margin = Mm(20)
    section.header.paragraphs[0].add_run(" House of Aldmere")
    _move(document, "Limits", "Front block")
    _delete(document, "Key figures")
    _label(document, "Bottom line", "In one sentence for {{ subject }}")
    document.add_paragraph("For the clerk of {{ organisation or 'nobody' }} only").style = document.styles["Rights"]
    path = folder / "mine.docx"
    document.save(path)
    order = Order(names=("economic",), source=str(ROOT / "templates" / "sample"), template=str(path), date="2025-01-01")
    (commission,) = gather(open_project(ROOT), order)
    composed = compose(commission, find_facts(commission))
    pdf = folder / "paper.pdf"
    pdf.write_bytes(write(composed.brief, composed.template, "pdf"))
    return composed.brief, write(composed.brief, composed.template, "docx"), pdf


def _control(document: Document, title: str) -> etree._Element:
    return next(s for s in document.element.body if s.tag == qn("w:sdt")
                and s.find(f"{qn('w:sdtPr')}/{qn('w:alias')}").get(qn("w:val")) == title)  # fmt: skip


def _move(document: Document, title: str, behind: str) -> None:
    _control(document, behind).addnext(_control(document, title))


def _delete(document: Document, title: str) -> None:
    document.element.body.remove(_control(document, title))


def _label(document: Document, title: str, words: str) -> None:
    run = next(_control(document, title).iter(qn("w:r")))
    run.remove(run.find(qn("w:rPr")))
    run.find(qn("w:t")).text = words


def _told(pdf: Path) -> str:
    said = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, check=True).stdout.decode()
    return " ".join(said.split())


def test_the_order_the_labels_and_the_own_text_are_the_same_everywhere(changed) -> None:
    brief, paper, pdf = changed
    body = "".join(t.text or "" for t in Document(io.BytesIO(paper)).element.body.iter(qn("w:t")))
    for said in (body, _told(pdf)):
        at = [
            said.index(w)
            for w in ("Limits", "In one sentence for Economic ties", "Trade and energy", "For the clerk of")
        ]
        assert at == sorted(at)
        assert "Key figures" not in said
        assert "Bottom line" not in said
        assert "For the clerk of nobody only" in said
    assert [p.name for p in brief.parts][:4] == ["title", "front", "limits", "bottom-line"]


def test_page_margins_header_font_and_accent_are_the_same_everywhere(changed) -> None:
    brief, paper, pdf = changed
    section = Document(io.BytesIO(paper)).sections[0]
    assert (round(section.page_width.mm), round(section.left_margin.mm)) == (176, 20)
    info = subprocess.run(["pdfinfo", pdf], capture_output=True, check=True).stdout.decode()
    assert "498.9 x 708.65" in info or "498.9 x 708.7" in info or "498.89" in info, info
    assert "House of Aldmere" in _told(pdf)
    with zipfile.ZipFile(io.BytesIO(paper)) as archive:
        assert b"House of Aldmere" in archive.read("word/header1.xml")
        assert b'w:val="8A1C2B"' in archive.read("word/styles.xml")
    figure = next(b for b in blocks_of(brief) if isinstance(b, Figure))
    assert b"#8a1c2b" in figure.plate.picture.svg.lower()
    assert figure.plate.picture.width <= round(Pt(498.9 - 2 * 56.7).pt) + 1
    fonts = subprocess.run(["pdffonts", pdf], capture_output=True, check=True).stdout.decode()
    assert "SourceSerifPro-Bold" in fonts
