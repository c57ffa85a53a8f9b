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


@pytest.mark.parametrize("asked", [False, True])
def test_pairs_move_closer_only_in_a_paper_that_asks(asked: bool) -> None:
    document = Document(io.BytesIO(make("brief")))
    document.add_paragraph("AVATAR")
    if asked:
        size = OxmlElement("w:kern")
        size.set(qn("w:val"), "16")
        document.styles["Normal"].element.get_or_add_rPr().append(size)
    carry_fonts(document, read_look(document))
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        fonts = etree.fromstring(archive.read("word/fontTable.xml"))
        links = etree.fromstring(archive.read("word/_rels/fontTable.xml.rels"))
        regular = next(fonts.iter(qn("w:embedRegular")))
        target = next(link.get("Target") for link in links if link.get("Id") == regular.get(qn("r:id")))
        key = UUID(str(regular.get(qn("w:fontKey"))).strip("{}"))
        with TTFont(io.BytesIO(obfuscated(archive.read(f"word/{target}"), key))) as font:
            features = font["GPOS"].table.FeatureList.FeatureRecord if "GPOS" in font else ()
            assert ("kern" in {record.FeatureTag for record in features}) is asked
