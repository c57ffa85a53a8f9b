from __future__ import annotations

from dataclasses import replace

from briefgen.assembly.figures import make_key_figures
from briefgen.model.brief import KeyFigures, plain
from briefgen.model.fact import Point, Series
from tests import papers, shops


def shop(**quantity: object):
    base = papers.base()
    first, third = base.facts[0], base.facts[2]
    changed = replace(first.quantities[0], **quantity)
    series = (
        Series("traffic", "Harbour traffic", "tonne", (Point(first.id, changed),)),
        Series("earlier", "Earlier traffic", "tonne", (Point(third.id, third.quantities[0]),)),
    )
    made = shops.shop(base=replace(base, series=series), drawn=False)
    strand = made.strands[0]
    chosen = tuple((s, s.points[0]) for s in series)
    return replace(made, strands=(replace(strand, selection=replace(strand.selection, figures=chosen)),))


def tiles(part):
    (block,) = part.blocks
    assert isinstance(block, KeyFigures)
    return block.tiles


def test_a_key_figure_has_value_label_period_and_evidence():
    first = tiles(make_key_figures(shop(period="2019")))[0]
    said = [plain(i) for i in (first.value, first.label, first.period, first.evidence)]
    assert said == ["12.5 million tonnes", "Harbour traffic", "2019", "note 1, note 2"]


def test_an_unstated_period_and_a_missing_note_are_said():
    second = tiles(make_key_figures(shop()))[1]
    assert plain(second.period) == "period not stated in the source"
    assert plain(second.evidence) == "para. 1, no note in the source"


def test_a_hedge_is_part_of_the_value():
    first = tiles(make_key_figures(shop(hedge="handled")))[0]
    assert plain(first.value) == "handled 12.5 million tonnes"


def test_without_a_value_chosen_there_are_none():
    assert make_key_figures(shops.shop()) is None
