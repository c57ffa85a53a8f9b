"""A paper's faces bring the distances of their pairs where its styles ask Word for them, and only there."""

from __future__ import annotations

import io
import zipfile
from uuid import UUID

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from fontTools.ttLib import TTFont
from lxml import etree

from briefgen.word.embedding import obfuscated
from briefgen.word.look import read_look
from briefgen.word.starters import make
from briefgen.word.typefaces import carry_fonts


def faces(document) -> dict[str, TTFont]:
    """Give the regular face of each family that travels in a document."""
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        fonts = etree.fromstring(archive.read("word/fontTable.xml"))
        links = etree.fromstring(archive.read("word/_rels/fontTable.xml.rels"))
        targets = {link.get("Id"): link.get("Target") for link in links}
        found = {}
        for entry in fonts.iter(qn("w:embedRegular")):
            content, key = archive.read(f"word/{targets[entry.get(qn('r:id'))]}"), str(entry.get(qn("w:fontKey")))
            found[entry.getparent().get(qn("w:name"))] = TTFont(io.BytesIO(obfuscated(content, UUID(key.strip("{}")))))
        return found


def carried(text: str, letters: str) -> dict[str, set[int]]:
    document = Document(io.BytesIO(make("brief")))
    document.add_paragraph(text)
    carry_fonts(document, read_look(document), letters)
    return {family: set(font.getBestCmap()) for family, font in faces(document).items()}


def test_papers_on_one_source_bring_the_same_characters() -> None:
    letters = "éЖ林海"
    one, other = carried("Café 林", letters), carried("Ж 海", letters)
    assert one == other
    assert {ord("林"), ord("海")} <= one["Noto Sans SC"]
    assert {ord("é"), ord("Ж")} <= one["Source Serif Pro"]


def test_a_paper_without_chinese_brings_none_and_one_of_a_chinese_source_its_own_only() -> None:
    assert "Noto Sans SC" not in carried("Café", "林海")
    many = "".join(map(chr, range(0x4E00, 0x4E00 + 401)))
    assert carried("一", many)["Noto Sans SC"] == {ord("一")}


@pytest.mark.parametrize("asked", [False, True])
def test_pairs_move_closer_only_in_a_paper_that_asks(asked: bool) -> None:
    document = Document(io.BytesIO(make("brief")))
    document.add_paragraph("AVATAR")
    if asked:
        size = OxmlElement("w:kern")
        size.set(qn("w:val"), "16")
        document.styles["Normal"].element.get_or_add_rPr().append(size)
    carry_fonts(document, read_look(document))
    font = faces(document)["Source Serif Pro"]
    features = font["GPOS"].table.FeatureList.FeatureRecord if "GPOS" in font else ()
    assert ("kern" in {record.FeatureTag for record in features}) is asked
