from __future__ import annotations

from dataclasses import replace

from briefgen.model.dossier import Dossier, Position
from briefgen.model.editor import Editing, OwnWords
from briefgen.pipeline.tally import count_figures, told_too_often
from tests import papers

BASE = papers.base()
FIRST = BASE.facts[0].quantities[0].span
LINE = OwnWords("The harbour took 12.5 million tonnes.", ("1.1",), "editor/traffic.toml, bottom_line")
EDITING = Editing("us", LINE)


def test_a_bar_and_an_editor_s_statement_are_a_place_each():
    assert count_figures(BASE, BASE.facts, (), None)[FIRST] == 0
    assert count_figures(BASE, BASE.facts, (papers.plate(),), None)[FIRST] == 1
    assert count_figures(BASE, BASE.facts, (), EDITING)[FIRST] == 1
    assert count_figures(BASE, BASE.facts, (papers.plate(),), EDITING)[FIRST] == 2


def test_the_table_of_positions_is_a_place_where_a_paper_may_have_one():
    held = Position("positions.csv:2", "Traffic", "Aldmere", "harbour-1", papers.quote("12.5 million tonnes").span)
    base = replace(BASE, dossier=Dossier(positions=(held,)))
    assert count_figures(base, base.facts, (), None, tabled=True)[FIRST] == 1
    assert count_figures(base, base.facts, (), None)[FIRST] == 0


def test_a_figure_said_beside_a_bar_stands_in_the_chart():
    plate = papers.plate()
    (panel,) = plate.chart.panels
    data = (replace(panel.data[1], value=1.0, note="Of 12.5 million tonnes in all"),)
    chart = replace(plate.chart, panels=(replace(panel, data=data),))
    assert count_figures(BASE, BASE.facts, (replace(plate, chart=chart),), None)[FIRST] == 1


def test_a_statement_counts_only_where_it_rests_on_the_figure_s_passage():
    elsewhere = Editing("us", replace(LINE, support=("2.1",), text="It came to 22 May."))
    assert not count_figures(BASE, BASE.facts, (), Editing("us", replace(elsewhere.bottom_line, text="So it was.")))


def test_an_editor_is_told_which_statement_says_a_charted_figure():
    counted = count_figures(BASE, BASE.facts, (papers.plate(),), EDITING)
    (remark,) = told_too_often(BASE, counted, EDITING)
    assert remark.where == LINE.where
    assert "12.5 million tonnes" in remark.what
    assert not list(told_too_often(BASE, count_figures(BASE, BASE.facts, (), EDITING), EDITING))
