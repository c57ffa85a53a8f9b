from typing import Literal

import pytest

from briefgen.charts import bar, dot
from tests.charts.factbases import Said, Value, order, selection

VISITS = (
    Said("Since 2012 Holt has visited Aldmere eight times and Brin four times.",
         (Value("eight times", 8, label="Holt to Aldmere", period="2012/..", direction="count"),
          Value("four times", 4, label="Holt to Brin", period="2012/..", direction="count"))),
    Said("Lin has come fifteen times.", (Value("fifteen times", 15, label="Lin, all", direction="count"),)),
    Said("Lin came seven times since 2012.",
         (Value("seven times", 7, label="Lin since 2012", period="2012/..", direction="count"),)),
)  # fmt: skip


@pytest.mark.parametrize("kind", ["bar", "dot"])
def test_only_values_of_one_stated_window_stand_together(kind: Literal["bar", "dot"]) -> None:
    chart, remarks = {"bar": bar, "dot": dot}[kind].compose(order(selection(*VISITS), kind))
    assert chart is not None
    assert [(d.label, d.printed) for d in chart.panels[0].data] == [
        ("Holt to Aldmere", "8"), ("Lin since 2012", "7"), ("Holt to Brin", "4"),
    ]  # fmt: skip
    assert chart.subtitle == "Traffic, number, since 2012"
    assert [r.what for r in remarks] == [
        "“Lin, all”: 15 (para. 2.1) is not drawn: the source does not say from when it counts"
    ]


def test_another_window_is_left_out_and_named() -> None:
    other = Said("Once 30 came.", (Value("30", 30, label="Others", period="2001/2011", direction="count"),))
    chart, remarks = dot.compose(order(selection(*VISITS, other), "dot"))
    assert chart is not None
    assert "another window, 2001/2011" in remarks[1].what


def test_a_value_whose_label_names_nothing_is_left_out() -> None:
    bare = Said("In 2012 there were 40.", (Value("40", 40, label="in 2012", period="2012/..", direction="count"),))
    chart, remarks = dot.compose(order(selection(*VISITS, bare), "dot"))
    assert chart is not None
    assert "in 2012" not in [d.label for d in chart.panels[0].data]
    assert remarks[0].what == "“40” (para. 4.1) is not drawn: nothing says of what it is"


def test_values_without_a_stated_window_are_no_chart() -> None:
    chart, remarks = dot.compose(order(selection(VISITS[1], VISITS[1]), "dot"))
    assert chart is None
    assert remarks[-1].what == "no dot chart: fewer than 2 values share one stated window"
