"""No figure stands for a third time: what a chart or an editor shows is neither bottom line, tile nor point."""

from __future__ import annotations

import pytest

from briefgen.facts.pageone import settle
from briefgen.facts.selection import select
from briefgen.model.theme import MeasureRule
from tests.facts import made

RULES = (
    MeasureRule("ships", "Ships sent", ("ship|ships", "sent"), "ship"),
    MeasureRule("crews", "Crews hired", ("crew|crews", "hired"), "crew"),
    MeasureRule("tons", "Cargo", ("ship|ships", "cargo"), "USD"),
)
THEME = made.theme({"ship*": 3, "crew*": 3}, measures=RULES)
LINES = (
    "Norland sent 12 ships to the southern sea in 2019.",
    "Norland hired 40 crews for its ships in 2018.",
    "The ships of Norland carried cargo of US$5 million in 2017.",
    "Ships are the pride of Norland and of all who sail there.",
)


@pytest.fixture(scope="module")
def chosen():
    return select(made.base(THEME, *LINES), THEME)


def span(selection, words: str):
    return next(q.span for f in selection.facts for q in f.quantities if words in q.span.of(selection.base.source.text))


def shown(selection, words: str) -> frozenset:
    return frozenset({span(selection, words)})


def figures(selection) -> set[str]:
    return {series.measure for series, _ in selection.figures}


def test_the_bottom_line_takes_its_figure_from_the_key_figures(chosen):
    lead = {q.span for q in chosen.lead.quantities}
    assert lead
    assert not lead & {p.quantity.span for _, p in chosen.figures}


def test_a_sentence_whose_figure_is_charted_is_not_the_bottom_line(chosen):
    first = {q.span for q in chosen.lead.quantities}
    other = settle(chosen, THEME, "standard", frozenset(first))
    assert other.lead is not None
    assert not {q.span for q in other.lead.quantities} & first


def test_where_every_figure_is_shown_the_bottom_line_has_none(chosen):
    every = frozenset(q.span for f in chosen.facts for q in f.quantities)
    settled = settle(chosen, THEME, "standard", every)
    assert settled.lead.place == "4.1"
    assert settled.figures == ()


def test_where_the_editor_leads_the_source_s_sentence_gives_its_figure_back(chosen):
    settled = settle(chosen, THEME, "standard", led=True)
    assert settled.lead is None
    assert figures(settled) == {"ships", "crews", "tons"}


def test_what_a_chart_shows_is_no_key_figure_and_one_key_figure_is_none(chosen):
    one = settle(chosen, THEME, "standard", shown(chosen, "12 ships"), led=True)
    assert figures(one) == {"crews", "tons"}
    two = settle(chosen, THEME, "standard", shown(chosen, "12 ships") | shown(chosen, "40 crews"), led=True)
    assert two.figures == ()


LONG = "and the harbour of the town by the sea on the coast of the land " * 9
MORE = [f"The ships of Sudland numbered {n}0 in 200{n} {LONG}." for n in range(1, 6)]


def test_the_key_points_are_the_editor_s_where_there_are_any():
    base = made.base(THEME, *LINES, *MORE, "It was so. The ships are old.")
    places = {f.place: f for f in base.facts}
    selection = select(base, THEME, "full")
    settled = settle(selection, THEME, "full", shown(selection, "50"), [places[p] for p in ("7.1", "9.1", "10.2")])
    assert [f.place for f in settled.points] == ["7.1", "10.2"]
    assert {r.what for r in settled.why_points} == {"chosen by the editor"}
    assert not {q.span for q in settled.points[0].quantities} & {p.quantity.span for _, p in settled.figures}


def test_a_short_paper_has_no_key_points_though_the_editor_chose_some(chosen):
    assert settle(chosen, THEME, "standard", chosen=chosen.facts).points == ()


def test_a_key_point_repeats_no_figure_that_stands_twice():
    base = made.base(THEME, *LINES, *MORE)
    selection = select(base, THEME)
    assert selection.points
    taken = {q.span for q in selection.lead.quantities} | {p.quantity.span for _, p in selection.figures}
    assert not taken & {q.span for f in selection.points for q in f.quantities}
