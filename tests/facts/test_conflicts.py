"""Figures of one measure and period that do not agree are reported, never settled."""

from briefgen.facts import conflicts
from briefgen.facts.selection import select
from briefgen.model.theme import MeasureRule
from tests.facts import made

TRADE = made.theme({"trade": 3}, measures=(MeasureRule("trade", "Trade", ("trade",), "USD"),))


def remarks(*paragraphs: str) -> list[str]:
    return [str(r) for r in select(made.base(TRADE, *paragraphs), TRADE).remarks]


def test_two_values_for_one_year_are_named_with_their_places():
    (said,) = remarks("Trade reached US$4 billion in 2019.", "In 2019, the trade of Norland reached US$5 billion.")
    assert said.startswith("1.1 and 2.1: Trade, 2019: the source gives “US$4 billion” and “US$5 billion”")


def test_one_value_differently_rounded_is_no_conflict():
    assert remarks("Trade reached US$107.7 billion in 2019.", "In 2019, the trade reached US$107.76 billion.") == []


def test_other_years_are_no_conflict():
    assert remarks("Trade reached US$4 billion in 2019.", "In 2020, the trade reached US$5 billion.") == []


def test_sources_that_do_not_agree_are_named():
    one = made.base(TRADE, "Trade reached US$4 billion in 2019.")
    other = made.base(TRADE, "The king slept.", "In 2019, trade reached US$5 billion, and US$4 billion in 2018.")
    (said,) = conflicts.compare([one, other])
    assert str(said).startswith(
        "made 1.1 and made 2.1: Trade, 2019: the sources give “US$4 billion” and “US$5 billion”"
    )
    assert list(conflicts.compare([one, one])) == []


def test_what_is_about_is_held_against_nothing():
    assert remarks("Trade reached nearly US$4 billion in 2019.", "In 2019, trade reached US$5 billion.") == []
