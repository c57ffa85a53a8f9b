from __future__ import annotations

from briefgen.facts.gatherings import gather_measures
from briefgen.model.theme import MeasureRule
from tests.facts import made

THEME = made.theme({"ship*": 3})
LINES = (
    "Norland sold cargo of US$5 million by ship in 2017, and cargo of US$6 million by ship in 2018.",
    "Norland built 12 ships in 2019.",
    "Later Norland built 14 ships in 2020.",
    "The harbour slept.",
)


def rules(*lines: str, named: tuple[str, ...] = (), theme=THEME) -> list[tuple[tuple[str, ...], str, tuple[str, ...]]]:
    base = made.base(theme, *lines)
    return [(r.terms, r.unit, r.direction) for r in gather_measures(base, base.facts, named)]


def test_quantities_of_one_unit_with_a_word_in_common_make_a_measure():
    assert rules(*LINES) == [(("cargo",), "USD", ("level",)), (("built",), "ship", ("count",))]


def test_one_quantity_alone_makes_none():
    assert rules(LINES[1], LINES[3]) == []


def test_what_a_measure_has_already_is_not_suggested_again():
    named = MeasureRule("fleet", "Fleet", ("built",), "ship", ("count",))
    theme = made.theme({"ship*": 3}, measures=(named,))
    assert (("built",), "ship", ("count",)) not in rules(*LINES, named=("fleet",), theme=theme)


def test_neither_a_unit_nor_a_name_nor_a_verb_of_measuring_is_what_is_measured():
    lines = (
        "The quota was 40,000 tonnes of cod in 2021 and 37,000 tonnes of cod in 2022.",
        "Norway took 44 percent of exports in 2022, Spain took 9 percent.",
        "Exports to Norway grew. The tonnes of cod are weighed.",
    )
    assert rules(*lines) == [(("exports",), "percent", ("level", "share")), (("quota",), "tonne", ("level",))]
