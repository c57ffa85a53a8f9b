from __future__ import annotations

from dataclasses import replace

from briefgen.charts.exchange import compose
from briefgen.model.chart import Chart
from briefgen.model.dossier import Dossier, Entity
from briefgen.model.source import Span
from tests.charts.factbases import Said, order, selection

BOTH = Said("Norland exports timber to Sudland, while importing wine, oil, and other goods.", notes=("3",))
MORE = Said("Later Norland and Sudland met, and Capital and Sudland too.")
HERE = Said("Capital provides Sudland with engines.")


def composed(*said: Said) -> Chart:
    chart, _ = compose(order(selection(*said), "exchange"))
    return chart


def refused(*said: Said) -> str:
    chart, remarks = compose(order(selection(*said), "exchange"))
    assert chart is None
    return remarks[-1].what


def columns(chart: Chart) -> list[tuple[str, list[str]]]:
    return [(panel.title, [p.text for p in panel.phrases]) for panel in chart.panels]


def test_what_two_give_each_other_stands_in_two_columns_with_its_notes():
    chart = composed(BOTH, MORE)
    assert columns(chart) == [
        ("From Norland to Sudland", ["timber"]),
        ("From Sudland to Norland", ["wine", "oil", "other goods"]),
    ]
    assert {p.evidence.notes for panel in chart.panels for p in panel.phrases} == {("3",)}
    assert [e.fact for e in chart.evidence] == ["harbour-1"]


def test_one_side_alone_is_refused():
    assert "supply each other" in refused(HERE, MORE)
    assert "supply each other" in refused(Said("Norland supplies Sudland with ships."), MORE)


def test_a_judgement_is_no_plain_statement():
    assert "supply each other" in refused(replace(BOTH, kind="judgement"), MORE)


def test_others_are_named_and_left_out():
    chart, (remark,) = compose(order(selection(BOTH, MORE, HERE), "exchange"))
    assert len(chart.panels) == 2
    assert "what Capital supplies to Sudland (para. 3.1) stands in no column" in remark.what


def test_a_name_that_somebody_confirmed_as_anothers_joins_its_column():
    chosen = selection(BOTH, MORE, HERE)
    entity = Entity("entities.csv:2", "Norland", "harbour-1", Span(0, 7), "place", ("Capital",))
    known = replace(chosen, base=replace(chosen.base, dossier=Dossier((entity,))))
    chart, remarks = compose(order(known, "exchange"))
    assert columns(chart)[0] == ("From Norland to Sudland", ["timber", "engines"])
    assert remarks == ()


def test_more_phrases_than_a_column_holds_are_refused():
    things = ", ".join(f"good {n}" for n in "abcdefghijklmn")
    assert "a column holds" in refused(Said(f"Norland exports timber to Sudland, while importing {things}."), MORE)


def test_half_an_exchange_of_another_theme_is_not_set_beside_a_whole_one_of_this():
    arms = Said("Norland provides Sudland with engines.", themes=("arms", "harbour"))
    assert columns(composed(BOTH, arms, MORE)) == columns(composed(BOTH, MORE))
    back = Said("Sudland provides Norland with ships.", themes=("arms", "harbour"))
    assert columns(composed(arms, back, MORE)) == [
        ("From Norland to Sudland", ["engines"]),
        ("From Sudland to Norland", ["ships"]),
    ]
