import pytest

from briefgen.charts import bar
from tests.charts.factbases import Said, Value, order, selection


def money(words: str, value: float, period: str, **more: object) -> Value:
    return Value(words, value, currency="USD", period=period, **more)


GROWTH = Value("25 percent", 25, "growth", unit="percent", period="2021-01/2021-08", base="2020-01/2020-08",
               direction="change+")  # fmt: skip
TRADE = (
    Said("Trade reached US$107.7 billion in 2020.", (money("US$107.7 billion", 107.7e9, "2020"),), notes=("1",)),
    Said("In 1992 it was US$5.85 billion.", (money("US$5.85 billion", 5.85e9, "1992"),)),
    Said("From January to August 2021 it was US$90 billion, 25 percent more than a year before.",
         (money("US$90 billion", 90e9, "2021-01/2021-08"), GROWTH)),
)  # fmt: skip


def test_full_years_and_parts_of_years_stand_in_panels_of_their_own() -> None:
    chart, remarks = bar.compose(order(selection(*TRADE), "bar", "traffic", "growth"))
    assert chart is not None
    assert not remarks
    assert [[(d.label, d.printed) for d in p.data] for p in chart.panels] == [
        [("1992", "US$5.85 billion"), ("2020", "US$107.7 billion")],
        [("January–August 2021", "US$90 billion")],
    ]
    assert chart.panels[1].title == "January–August (part years)"
    assert chart.panels[1].data[0].note == "25 percent above January–August 2020"
    assert chart.panels[0].gap == "1993–2019: not in the source"
    assert chart.subtitle == "Traffic, US$ billion, 1992 to August 2021"


def test_every_value_names_its_fact_place_and_notes() -> None:
    chart, _ = bar.compose(order(selection(*TRADE), "bar"))
    assert chart is not None
    data = [d for panel in chart.panels for d in panel.data]
    assert [(d.value, d.evidence.fact, d.evidence.place, d.evidence.notes) for d in data] == [
        (5.85e9, "harbour-2", "2.1", ()), (107.7e9, "harbour-1", "1.1", ("1",)), (90e9, "harbour-3", "3.1", ()),
    ]  # fmt: skip


def test_a_value_is_derived_only_where_the_rule_says_so() -> None:
    plain, _ = bar.compose(order(selection(*TRADE), "bar"))
    derived, _ = bar.compose(order(selection(*TRADE), "bar", derived=True))
    assert plain is not None
    assert derived is not None
    assert not any(d.derived for p in plain.panels for d in p.data)
    first = derived.panels[1].data[0]
    assert (first.value, first.printed, first.label) == (72e9, "about US$72 billion", "January–August 2020")
    assert first.derived == "90 ÷ 1.25"


def test_other_numbers_give_other_bars() -> None:
    other = (TRADE[0], Said("In 1993 it was US$7 billion.", (money("US$7 billion", 7e9, "1993"),)))
    chart, _ = bar.compose(order(selection(*other), "bar"))
    assert chart is not None
    assert [(d.label, d.value) for d in chart.panels[0].data] == [("1993", 7e9), ("2020", 107.7e9)]
    assert chart.panels[0].gap == "1994–2019: not in the source"


def test_a_year_that_stands_in_an_unprinted_passage_is_not_called_missing() -> None:
    hidden = Said("In 2005 it was US$29 billion.", (money("US$29 billion", 29e9, "2005"),))
    chart, _ = bar.compose(order(selection(*TRADE, unprinted=(hidden,)), "bar"))
    assert chart is not None
    assert chart.panels[0].gap == ""
    assert 29e9 not in [d.value for p in chart.panels for d in p.data]


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ((money("US$5", 5, "2020"),), "it takes 2 values that can be drawn, and finds 1"),
        ((money("US$5", 5, "2020"), money("US$7", 7, "2021-01/2021-08")), "no two values cover comparable periods"),
        ((money("US$5", 5, "2020"), money("US$7", 7, "2008/2018")), "speaks of no single year"),
        (
            (money("US$5", 5, "2020"), money("US$7", 7, "2020"), money("US$6", 6, "2019")),
            "are given for one period: neither is drawn",
        ),
        ((money("US$5", 5, "2020"), money("US$7", 7, "2021", upper=9)), "is a range"),
        ((money("US$5", 5, "2020"), money("thousands", None, "2021")), "too vague"),
        ((money("US$5", 5, "2020"), money("US$-7", -7, "2021")), "below zero"),
        ((money("US$5", 5, "2020"), money("US$7", 7, "2021", direction="approx")), "approximate"),
        ((money("US$5", 5, "2020"), Value("7 tonnes", 7, unit="tonne", period="2021")), "another unit"),
        ((money("US$5", 5, "2020"), money("quadrupled", 4, "2021", direction="factor")), "is a factor"),
    ],
)
def test_what_is_not_comparable_is_refused_with_the_reason(values: tuple[Value, ...], why: str) -> None:
    said = tuple(Said(f"It was {v.words} then.", (v,)) for v in values)
    chart, remarks = bar.compose(order(selection(*said), "bar"))
    assert chart is None
    assert any(why in remark.what for remark in remarks)
    assert all(remark.where == "harbour/Harbour traffic" for remark in remarks)


def test_a_hedged_value_is_drawn_with_its_hedge() -> None:
    said = (
        TRADE[0],
        Said("In 2021 it was nearly US$9 billion.", (money("US$9 billion", 9e9, "2021", hedge="nearly"),)),
    )
    chart, _ = bar.compose(order(selection(*said), "bar"))
    assert chart is not None
    assert chart.panels[0].data[1].printed == "nearly US$9 billion"


def test_one_value_given_twice_is_one_bar() -> None:
    chart, remarks = bar.compose(order(selection(*TRADE, TRADE[0]), "bar"))
    assert chart is not None
    assert not remarks
    assert len(chart.panels[0].data) == 2
