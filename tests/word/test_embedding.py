"""Fonts travel in papers and templates, hidden as the standard has it, and only those we may hand on."""

from __future__ import annotations

import io
import zipfile
from uuid import UUID

import pytest
from docx import Document
from fontTools.ttLib import TTFont

from briefgen.fonts import cut, find
from briefgen.word.embedding import Embedded, drop_fonts, embed_fonts, families_embedded, fonts_within, obfuscated
from briefgen.word.starters import DESIGNS, make
from tests.typefaces import made
from tests.word.documents import opened, typed


def test_what_is_hidden_twice_is_plain_again() -> None:
    key, content = UUID("00112233-4455-6677-8899-AABBCCDDEEFF"), bytes(range(64))
    hidden = obfuscated(content, key)
    assert hidden[:2] == bytes([0 ^ 0xFF, 1 ^ 0xEE]), "the key is applied from its last byte (ECMA-376 17.8.1)"
    assert hidden[32:] == content[32:]
    assert obfuscated(hidden, key) == content


@pytest.mark.parametrize("name", list(DESIGNS))
def test_a_shipped_template_brings_the_fonts_it_is_set_in(name: str) -> None:
    found = families_embedded(Document(io.BytesIO(make(name))))
    assert set(found) == {DESIGNS[name].heading_face, DESIGNS[name].text_face}
    assert set(found.values()) == {("embedRegular", "embedBold")}


def test_a_font_in_a_document_is_a_font_with_the_letters_wanted() -> None:
    document = opened(typed("x"))
    face = find("Source Serif Pro")
    embed_fonts(document, (Embedded("Source Serif Pro", False, False, cut(face, "Añ")),), (), subset=True)
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        table = archive.read("word/fontTable.xml").decode()
        hidden = archive.read("word/fonts/font1.odttf")
    key = UUID(table.partition('fontKey="{')[2][:36])
    with TTFont(io.BytesIO(obfuscated(hidden, key))) as font:
        assert set(font.getBestCmap()) == {ord("A"), ord("ñ")}
        assert font["name"].getDebugName(1) == "Source Serif Pro"
    assert 'w:subsetted="1"' in table
    drop_fonts(document)
    assert families_embedded(document) == {}


def test_the_same_letters_give_the_same_bytes() -> None:
    face = find("Source Sans Pro", bold=True)
    assert cut(face, "abc") == cut(face, "cba")
    assert cut(face, "漢") == b""


def test_fonts_of_families_that_no_style_uses_are_left_behind() -> None:
    document, content = opened(typed("x")), cut(find("Source Sans Pro"), "abc")
    old = tuple(Embedded(family, False, False, content) for family in ("House Sans", "Unused"))
    embed_fonts(document, old, (), subset=False)
    embed_fonts(document, (Embedded("Source Sans Pro", True, False, content),), ("House Sans",), subset=True)
    assert set(families_embedded(document)) == {"House Sans", "Source Sans Pro"}


def test_a_font_within_a_template_is_there_for_the_pdf_unless_it_is_ours_or_forbids_it() -> None:
    document = opened(typed("x"))
    kept, barred = made("House Sans"), made("Kept Back", embedding=0x0002)
    fonts = (("House Sans", kept), ("Kept Back", barred), ("Source Sans Pro", made("Source Sans Pro")))
    embed_fonts(document, tuple(Embedded(name, False, False, f.content) for name, f in fonts), (), subset=False)
    assert [file.content for file in fonts_within(document)] == [kept.content]
