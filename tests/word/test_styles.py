"""Styles are found by name and alias, and lent with lists and languages that work."""

from __future__ import annotations

import pytest
from docx import Document
from docx.oxml.ns import qn

from briefgen.word.elements import read_child, remove
from briefgen.word.styles import default_language, find_style, id_of, lend_styles, set_default_language
from tests.paths import TEMPLATES


def test_a_style_that_is_not_there_has_no_id() -> None:
    with pytest.raises(KeyError):
        id_of(Document(TEMPLATES / "brief.docx"), "Ghost")


def test_a_lent_bullet_brings_its_list_along_even_without_a_numbering_part() -> None:
    document = Document(TEMPLATES / "brief.docx")
    remove(find_style(document, "List Bullet"))
    for relation in [r for r in document.part.rels.values() if r.reltype.endswith("/numbering")]:
        del document.part.rels[relation.rId]
    (remark,) = lend_styles(document, "mine.docx", "800020")
    assert remark.what == "has no style “List Bullet”"
    lent = find_style(document, "List Bullet")
    number = lent.find(f".//{qn('w:numId')}").get(qn("w:val"))
    lists = document.part.numbering_part.element.findall(qn("w:num"))
    assert [read_child(n, "abstractNumId") for n in lists if n.get(qn("w:numId")) == number] == ["0"]


def test_what_is_lent_wears_the_templates_accent() -> None:
    document = Document(TEMPLATES / "brief.docx")
    remove(find_style(document, "Key Figure"))
    lend_styles(document, "mine.docx", "800020")
    assert read_child(find_style(document, "Key Figure").find(qn("w:rPr")), "color") == "800020"


def test_a_lent_style_never_takes_an_id_that_is_taken() -> None:
    document = Document(TEMPLATES / "brief.docx")
    remove(find_style(document, "Locator"))
    find_style(document, "Strong").set(qn("w:styleId"), "Locator")
    lend_styles(document, "mine.docx", "12436D")
    assert id_of(document, "Locator") == "LocatorBrief"


def test_the_language_is_set_where_there_was_none() -> None:
    document = Document(TEMPLATES / "brief.docx")
    remove(document.styles.element.find(qn("w:docDefaults")))
    assert default_language(document) == ""
    set_default_language(document, "fr-FR")
    assert default_language(document) == "fr-FR"
    assert document.styles.element[0].tag == qn("w:docDefaults")
