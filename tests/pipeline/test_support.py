from __future__ import annotations

import pytest

from briefgen.errors import EditorialError
from briefgen.facts import extract
from briefgen.model.editor import Editing, OwnWords
from briefgen.model.source import Card, Passage, Source, Span
from briefgen.model.theme import SectionRule, Theme
from briefgen.pipeline.support import check_sections, find_support

TEXT = "The two towns trade. Exports quadrupled between 2008 and 2018. Eighty percent of the arms come by sea."


def base():
    passages = (Passage(Span(0, len(TEXT)), "paragraph"),)
    return extract(Source("towns", Card("Towns", "the report", "en"), TEXT, passages, (), (), (), "0" * 64))


def says(text: str, *support: str) -> Editing:
    return Editing("The desk", OwnWords(text, support, "towns.toml:3, bottom_line"))


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Exports rose tenfold.", "tenfold"),
        ("Exports doubled.", "doubled"),
        ("Five ministers met.", "Five ministers"),
        ("Half of the arms come by sea.", "Half"),
        ("Thousands of ships came.", "Thousands"),
    ],
)
def test_an_amount_in_words_that_no_passage_has_is_refused(text, amount):
    with pytest.raises(EditorialError, match=rf"towns.toml:3, bottom_line: says “{amount}"):
        find_support(says(text, "1.2", "1.3"), base())


@pytest.mark.parametrize(
    "text",
    [
        "Exports quadrupled by 2018.",
        "Exports rose fourfold.",
        "80 percent of the arms come by sea.",
        "The two towns trade; both gain.",
    ],
)
def test_an_amount_that_a_passage_has_may_be_said_in_other_words(text):
    found = find_support(says(text, "1.3", "1.2"), base())
    assert [fact.place for fact in found] == ["1.3", "1.2"]


def theme(quota: bool = False) -> Theme:
    sections = (SectionRule("trade", "Trade", ()), SectionRule("arms", "Arms", ()))
    return Theme("towns", "Towns", (), (), 1, 1, sections, (), (), quota=quota)


def test_a_heading_for_a_section_that_the_theme_has_not_is_refused_with_the_nearest():
    heading = OwnWords("Trade grew", ("1.2",), "towns.toml:7, heading “trad”")
    with pytest.raises(EditorialError, match=r":7, heading “trad”: is no section of towns; did you mean “trade”"):
        check_sections(Editing("The desk", headings=(("trad", heading),)), theme(), base())
    check_sections(Editing("The desk", headings=(("trade", heading),)), theme(), base())


def test_a_theme_by_quota_has_the_headings_of_its_source_for_sections():
    heading = OwnWords("Trade grew", ("1.2",), "towns.toml:7")
    check_sections(Editing("The desk", headings=(("heading-0", heading),)), theme(quota=True), base())
    with pytest.raises(EditorialError, match="is no section"):
        check_sections(Editing("The desk", headings=(("trade", heading),)), theme(quota=True), base())
