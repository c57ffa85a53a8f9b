"""Fonts travel in papers and templates, hidden as the standard has it, and only those we may hand on."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from uuid import UUID

import pytest
from docx import Document
from fontTools.ttLib import TTFont

from briefgen.fonts import cut, find
from briefgen.model.source import File
from briefgen.word.embedding import Embedded, drop_fonts, embed_fonts, families_embedded, obfuscated
from briefgen.word.opening import open_template
from briefgen.word.starters import DESIGNS, make
from tests.paths import TEMPLATES
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


def test_fonts_that_travel_are_read_back_with_their_rights() -> None:
    look = open_template(File("brief.docx", (TEMPLATES / "brief.docx").read_bytes())).look
    found = {(font.family, font.bold, font.italic): font for font in look.travelling}
    assert ("Source Serif Pro", False, False) in found
    for font in look.travelling:
        with TTFont(io.BytesIO(font.file.content)) as read:
            assert read["OS/2"].fsType == font.rights
        assert font.may_be_embedded
    assert not replace(look.travelling[0], rights=0x0002).may_be_embedded
