from __future__ import annotations

import pytest

from briefgen.facts import measures
from briefgen.model.fact import Series
from briefgen.model.theme import MeasureRule
from tests.facts.article import base
from tests.facts.made import base as made
from tests.facts.made import theme

TRADE = MeasureRule("trade", "Trade", ("trade",), "USD", ("level",), ("deficit",), ("trade",))
VISITS = MeasureRule("visits", "Visits", ("visited",), "time")
POLL = MeasureRule("poll", "Poll", ("poll|survey",), "percent", ("share",))


def series(rule: MeasureRule, *paragraphs: str) -> Series | None:
    return made(theme({"trade": 3.0}, measures=(rule,)), *paragraphs).of_measure(rule.name)


def values(rule: MeasureRule, *paragraphs: str) -> list[tuple[float | None, str, str]]:
    found = series(rule, *paragraphs)
    return [(p.quantity.value, p.quantity.period, p.label) for p in found.points] if found else []


def test_every_reported_figure_of_the_article_joins_a_measure_of_its_themes():
    joined = {p.quantity.span for s in base().series for p in s.points}
    lone = [(f.place, q.value) for f in base().facts for q in f.quantities if q.span not in joined]
    assert lone == [("1.2", 4000.0), ("6.7", 20.0), ("14.3", 7.0)]


def test_a_value_of_another_source_joins_by_itself():
    assert values(TRADE, "Last year bilateral trade reached US$190 billion in 2022.") == [(190e9, "2022", "")]


@pytest.mark.parametrize(
    "text",
    [
        "Trade grew by 5 percent.",
        "The trade deficit reached US$5 billion.",
        "Trade was low; a pipeline cost US$400 billion.",
        "Tourism earned US$5 billion.",
        "Trade rose by US$5 billion.",
    ],
)
def test_another_unit_direction_clause_or_an_excluded_word_keeps_a_value_out(text):
    assert values(TRADE, text) == []


def test_near_picks_the_value_of_its_own_clause():
    rule = MeasureRule("exports", "Exports", ("exports",), "USD", near=("exports",))
    text = "Exports reached US$5 billion and imports US$3 billion in 2019."
    assert values(rule, text) == [(5e9, "2019", "")]


def test_answers_of_a_poll_are_told_apart_by_the_words_behind_them():
    text = "A poll in May 2020 found that 60 percent of men liked tea and 20 percent of them drank beer; 5 percent ate."
    assert values(POLL, text) == [
        (60, "2020-05", "men liked tea"),
        (20, "2020-05", "them drank beer"),
        (5, "2020-05", "ate"),
    ]


def test_counts_are_told_apart_by_who_did_it_and_to_whom():
    text = (
        "Since 2012, Ann Lee has visited Aldmere eight times — more than any (she has visited Westmark four times). "
        "Kim has visited Norport fifteen times — seven of those since Lee has been in office."
    )
    assert values(VISITS, text) == [
        (8, "2012/..", "Ann Lee … Aldmere"),
        (4, "2012/..", "Ann Lee … Westmark"),
        (15, "", "Kim … Norport"),
        (7, "2012/..", "Kim … Norport"),
    ]


def test_labels_are_slices_of_the_source_in_order():
    text = "Ann has visited Aldmere twice; Ben has visited Norport three times."
    facts = made(theme({"trade": 3.0}, measures=(VISITS,)), text)
    for point in facts.series[0].points:
        assert " … ".join(s.of(facts.source.text) for s in point.label_spans) == point.label


def test_values_that_time_tells_apart_have_no_label():
    text = "Trade reached US$5 billion in 2019. Trade reached US$6 billion in 2020."
    assert [label for _, _, label in values(TRADE, text)] == ["", ""]


def test_of_two_rules_with_one_name_the_first_holds():
    other = MeasureRule("trade", "Other", ("tourism",), "USD")
    facts = made(theme({"trade": 3.0}), "Trade reached US$5 billion. Tourism earned US$6 billion.")
    joined = measures.join(facts.facts, [TRADE, other], facts.source)
    assert [(s.title, [p.quantity.value for p in s.points]) for s in joined] == [("Trade", [5e9])]


def test_a_measure_without_a_value_gives_no_series():
    assert series(TRADE, "Nothing was sold.") is None
