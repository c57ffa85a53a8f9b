from __future__ import annotations

from dataclasses import replace

from briefgen.assembly.statement import make_statement, share_of
from briefgen.model.brief import plain
from tests import papers, shops


def said(shop) -> str:
    (paragraph,) = make_statement(shop).blocks
    return plain(paragraph.inlines)


def test_it_counts_sentences_with_and_without_marks():
    assert "Of the 5 sentences used here, 4 carry a note and 1 does not." in said(shops.shop())
    assert "Of the 1 sentence used here, 0 carry a note and 1 does not." in said(shops.shop(3))


def test_it_says_what_is_not_known_of_the_source():
    assert "It carries no author, title, publisher or date." in said(shops.shop())


def test_what_is_known_is_not_called_missing():
    base = papers.base()
    card = replace(base.source.card, author="A", title="T", published="2020")
    shop = shops.shop(base=replace(base, source=replace(base.source, card=card)))
    assert "It carries no publisher." in said(shop)


def test_it_says_how_many_notes_came_without_text():
    assert "It marks 4 notes; the text of 3 was not supplied." in said(shops.shop())


def test_the_share_is_of_the_source_s_words():
    assert share_of(shops.shop()) == 100
    assert share_of(shops.shop(5)) == round(100 * 5 / len(papers.source().text.split()))


def test_of_a_source_without_notes_no_sentence_is_said_to_lack_one_and_a_share_is_never_nothing():
    base = papers.base()
    facts = tuple(replace(f, marks=()) for f in base.facts)
    long = replace(base.source, marks=(), text=base.source.text + "more " * 5000)
    told = said(shops.shop(5, base=replace(base, source=long, facts=facts), drawn=False))
    assert "1 of its sentences is used here." in told
    assert "less than 1 percent" in told
    assert "carries a note" not in told
