from __future__ import annotations

from briefgen.facts import gaps
from briefgen.model.fact import Series
from briefgen.model.theme import MeasureRule
from tests.facts.article import base
from tests.facts.made import base as made
from tests.facts.made import theme

TRADE = MeasureRule("trade", "Trade", ("trade",), "USD")


def series(*said: str) -> Series:
    text = " ".join(f"Trade was US$5 billion {when}." for when in said)
    return made(theme({"trade": 3.0}, measures=(TRADE,)), text).series[0]


def test_years_without_a_value_are_named_as_edtf():
    assert gaps.missing_years(series("in 2012", "in 2014", "in 2020", "in 2021")) == ("2013", "2015/2019")


def test_a_set_of_years_counts_as_each_of_them():
    assert gaps.missing_years(series("in 2012 and 2013", "in 2015")) == ("2014",)


def test_parts_of_years_and_open_windows_neither_make_nor_fill_a_gap():
    assert gaps.missing_years(series("in 2012", "in the first half of 2013", "since 2009", "in 2014")) == ("2013",)


def test_the_articles_trade_has_one_gap():
    trade = base().of_measure("two-way-trade")
    assert trade is not None
    assert gaps.missing_years(trade) == ("1993/2019",)
