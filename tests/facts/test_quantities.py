from __future__ import annotations

import csv
from dataclasses import dataclass

import pytest

from briefgen.facts import periods, quantities
from briefgen.model.fact import Quantity
from tests.facts.article import base
from tests.paths import GOLD


def find(text: str, language: str = "en") -> tuple[Quantity, ...]:
    return quantities.find(text, periods.find(text, language), language)


@dataclass(frozen=True)
class Q:
    """What a quantity should be."""

    value: float | None
    unit: str | None = None
    currency: str | None = None
    period: str = ""
    direction: str = "level"
    hedge: str = ""
    upper: float | None = None
    base: str = ""

    @classmethod
    def of(cls, q: Quantity) -> Q:
        return cls(q.value, q.unit, q.currency, q.period, q.direction, q.hedge, q.upper, q.base_period)


def told(text: str, language: str = "en") -> list[Q]:
    return [Q.of(q) for q in find(text, language)]


GOLD_UNITS = {
    "US$ billion": (1e9, None, "USD"), "percent": (1, "percent", None), "multiple": (1, "multiple", None),
    "resolutions": (1, "resolution", None), "visits": (1, "time", None), "meetings": (1, "time", None),
    "people": (1, "troop", None), "entities": (1, "entity", None), "kilometres": (1, "kilometre", None),
}  # fmt: skip


def reported() -> list[dict[str, str]]:
    with (GOLD / "figures.csv").open(encoding="utf-8", newline="") as lines:
        return [row for row in csv.DictReader(lines) if row["status"].startswith("reported")]


def span_of(row: dict[str, str]) -> str:
    """The gold's months as EDTF: whole years are written as years, an unknown start or end as none."""
    start, end = row["period_start"], row["period_end"]
    if start == "not_stated":
        return ""
    if end == "source_date":
        return f"{start}/.."
    if start[-3:] == "-01" and end[-3:] == "-12":
        start, end = start[:4], end[:4]
    return start if start == end else f"{start}/{end}"


@pytest.mark.parametrize("row", reported(), ids=lambda row: row["id"])
def test_every_reported_figure_of_the_article_is_found_exactly(row):
    scale, unit, currency = GOLD_UNITS[row["unit"]]
    value = float(row["value"]) * scale if row["value"] else None
    fact = next(f for f in base().facts if f.place == row["sentence"])
    matching = [q for q in fact.quantities if q.value == (pytest.approx(value) if value is not None else None)]
    assert [(q.unit, q.currency, q.period) for q in matching] == [(unit, currency, span_of(row))]


def test_the_article_holds_no_other_figure_but_the_length_of_a_treaty():
    found = [(f.place, q.value, q.direction) for f in base().facts for q in f.quantities]
    assert len(found) == len(reported()) + 1
    assert ("6.7", 20.0, "duration") in found


def test_the_articles_directions_hedges_and_bases():
    by = {(f.place, q.value): q for f in base().facts for q in f.quantities}
    assert by["2.5", 29.5].direction == "change+"
    assert by["2.5", 29.5].base_period == "2020-01/2020-08"
    assert by["2.7", 4].direction == "factor"
    assert by["9.2", 80].direction == by["7.2", 74].direction == "share"
    assert by["6.1", 8].direction == by["4.2", 10].direction == "count"
    vague = by["10.2", None]
    assert (vague.direction, vague.hedge) == ("approx", "thousands of")


@pytest.mark.parametrize(
    "text",
    ["5G, Su-35, S-400, J-11 and J-15, COVID-19, H1N1, T-72s, MiG-29 and G20", "the two countries and two sides",
     "two-way trade is zero-sum, a one-sided and two-pronged view", "in 2021 and 1992, since 2005, 1644–1912",
     "the 3rd and 26th meeting, the twenty-first century, first, second and third", "Resolution 2231, Article 5 and 6",
     "Chapter VII, page 12, No. 5", "a Boeing 737 and Boeing 737 jets", "at 10:30 a.m. and 5 p.m.", "9/11 and 24/7",
     "one of the actors, no one, zero-carbon", "its two large neighbours, the five states", "(3) and [12]",
     "COVID‑19 and Su‑35 with other hyphens", "the 16+1 format, G7+1, the Group of 77", "4G/5G, Windows 11, Web 2.0",
     "Falcon 9 rockets", "a ratio of 1:4", "38°N 127°E", "UN Resolutions 1973 and 2231", "9-1-1 and 7-Eleven",
     "see https://a.org/2/1.5 and x2@a.org",
     "a third attempt, double taxation, double standards", "P5+1 and 2+2 talks",
     "FERRIES 1920 authorizes the Crown, as does the Harbours Act of 1931 (Pub. L. No. 113-283, 128 Stat. 3073)",
     "Pier v. Ferry, 548 F.3d 50, 56 (1st Cir. 2008), 12 N.C. § 34, see ¶¶ 18, 21 and 23",
     "Former UCC § 9-110, 19 L.P.R.A. § 2010 (2008)", "package 3.4+b1, 1:2.4.3-4+deb11u1 and 1.5-3+deb12u1"],
)  # fmt: skip
def test_what_counts_nothing_gives_nothing(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("US$190 billion in 2022", [Q(190e9, None, "USD", "2022")]),
        ("€5bn, A$3.2 million, C$5m, ¥500 million and RMB52",
         [Q(5e9, None, "EUR"), Q(3.2e6, None, "AUD"), Q(5e6, None, "CAD"), Q(500e6, None, "JPY"), Q(52, None, "CNY")]),
        ("343.87 billion yuan", [Q(343.87e9, None, "CNY")]),
        ("4,200km", [Q(4200, "kilometre")]),
        ("2,800 kilometers of pipe", [Q(2800, "kilometre")]),
        ("30 billion cubic meters of gas per year", [Q(30e9, "cubic metre per year")]),
        ("38 bcm a year", [Q(38e9, "cubic metre per year")]),
        ("two million barrels per day", [Q(2e6, "barrel per day")]),
        ("two hundred and five thousand tonnes", [Q(205000, "tonne")]),
        ("twenty-five ships", [Q(25, "ship", direction="count")]),
        ("half a million men", [Q(500000, "man", direction="count")]),
        ("more than a quarter million acres", [Q(250000, "acre", hedge="more than")]),
        ("three quarters of a million left", [Q(750000)]),
        ("two-thirds of a million tonnes", [Q(2e6 / 3, "tonne")]),
        ("it cost one and a half million euros", [Q(1.5e6, currency="EUR")]),
        ("1.5 million–2 million members", [Q(1.5e6, "member", upper=2e6, direction="count")]),
        ("more than a dozen documents", [Q(12, "document", direction="count", hedge="more than")]),
        ("nearly 30 aircraft", [Q(30, "aircraft", direction="count", hedge="nearly")]),
        ("over 3,000 troops", [Q(3000, "troop", direction="count", hedge="over")]),
        ("as many as 12 countries or more", [Q(12, "country", direction="count", hedge="as many as")]),
        ("300,000 Chinese military personnel", [Q(300000, "personnel", direction="count")]),
        ("three aircraft carriers", [Q(3, "carrier", direction="count")]),
        ("a 13-member group", [Q(13, "member", direction="count")]),
        ("twice and thrice", [Q(2, "time", direction="count"), Q(3, "time", direction="count")]),
        ("a staff of 3,000", [Q(3000, None, direction="count")]),
        ("a 2/3 majority, up 3x", [Q(2 / 3, "fraction", direction="share"), Q(3, "multiple", direction="factor")]),
        ("two-thirds of exports", [Q(2 / 3, "fraction", direction="share")]),
        ("nearly half of them", [Q(0.5, "fraction", direction="share", hedge="nearly")]),
        ("one in five Norlanders", [Q(0.2, "fraction", direction="share")]),
        ("tens of thousands of people", [Q(None, "person", direction="approx", hedge="tens of thousands of")]),
        ("billions of dollars", [Q(None, None, "USD", direction="approx", hedge="billions of")]),
        ("several hundred tanks", [Q(None, "tank", direction="approx", hedge="several hundred")]),
        ("trade more than tripled", [Q(3, "multiple", direction="factor", hedge="more than")]),
        ("a fivefold rise", [Q(5, "multiple", direction="factor")]),
        ("three times the size", [Q(3, "multiple", direction="factor")]),
        ("for three years, a five-year plan",
         [Q(3, "year", direction="duration"), Q(5, "year", direction="duration")]),
        ("between 20 and 30 percent of imports", [Q(20, "percent", direction="share", upper=30)]),
        ("10-15 percent", [Q(10, "percent", direction="share", upper=15)]),
        ("US$5–7 billion", [Q(5e9, None, "USD", upper=7e9)]),
        ("between US$5 billion and US$7 billion", [Q(5e9, None, "USD", upper=7e9)]),
        ("141 to 5", [Q(141), Q(5)]),
        ("3 1/2 decades", [Q(3.5, "decade", direction="duration")]),
    ],
)  # fmt: skip
def test_a_number_is_read_with_its_unit_hedge_and_range(text, wanted):
    assert told(text) == [Q(**{**vars(q), "value": pytest.approx(q.value) if q.value else q.value}) for q in wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Imports rose 28% year-on-year over the first 11 months of 2006.",
         [Q(28, "percent", None, "2006-01/2006-11", "change+", base="2005-01/2005-11")]),
        ("Output fell by 2.5 percentage points to 4.1 percent in March 2020.",
         [Q(2.5, "percentage point", None, "2020-03", "change-"), Q(4.1, "percent", None, "2020-03")]),
        (
            "The quota was 400 tonnes of grey cod in 2021 and 370 tonnes of grey cod in 2022.",
            [Q(400, "tonne", period="2021"), Q(370, "tonne", period="2022")],
        ),
        (
            "It cost €4.10 a kilogram in 2021 and €4.75 a kilogram in 2022.",
            [Q(4.1, None, "EUR", period="2021"), Q(4.75, None, "EUR", period="2022")],
        ),
        ("Trade rose from 40 in 2010 to 50 in 2015.", [Q(40, period="2010"), Q(50, period="2015", base="2010")]),
        ("Trade reached US$19 billion in 2022, up from US$14 billion in 2021.",
         [Q(19e9, None, "USD", "2022", base="2021"), Q(14e9, None, "USD", "2021")]),
        ("Its share rose to 18 percent in 2021 from 10 percent in 2013.",
         [Q(18, "percent", None, "2021", "share", base="2013"), Q(10, "percent", None, "2013", "share")]),
        ("Some 100,000 came, a 20 percent drop on 2019.",
         [Q(100000, hedge="some"), Q(20, "percent", None, "", "change-", base="2019")]),
        ("It grew by 5, 6 and 7 percent in 2018, 2019 and 2020 respectively.",
         [Q(5, "percent", None, "2018", "change+"), Q(6, "percent", None, "2019", "change+"),
          Q(7, "percent", None, "2020", "change+")]),
        ("US$52 billion (343 billion yuan) in 2019.", [Q(52e9, None, "USD", "2019"), Q(343e9, None, "CNY", "2019")]),
        ("The GDP was US$5 billion (2019).", [Q(5e9, None, "USD", "2019")]),
        ("Growth was 11.4 percent last year.", [Q(11.4, "percent", None, "", "change+")]),
        ("By 2024 trade is to reach US$200 billion.", [Q(200e9, None, "USD", "../2024")]),
        ("They vetoed ten drafts, four on Norland and six on Westmark.",
         [Q(10, "draft", direction="count"), Q(4, "draft", direction="count"), Q(6, "draft", direction="count")]),
        ("He went fifteen times — seven of those since 2012.",
         [Q(15, "time", direction="count"), Q(7, "time", None, "2012/..", "count")]),
        ("It has a border of 400 kilometres and a history that led to war in 1969.", [Q(400, "kilometre")]),
    ],
)  # fmt: skip
def test_a_number_knows_its_time_its_direction_and_what_a_change_is_counted_from(text, wanted):
    assert told(text) == wanted


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("de", "107,7 Milliarden US-Dollar", Q(107.7e9, None, "USD")),
        ("de", "4.200 km", Q(4200, "kilometre")),
        ("de", "um 29,5 Prozent gestiegen", Q(29.5, "percent", direction="change+")),
        ("fr", "107,7 milliards de dollars", Q(107.7e9, None, "USD")),
        ("fr", "4 000 km", Q(4000, "kilometre")),
        ("ru", "107,7 млрд долл. США", Q(107.7e9, None, "USD")),
        ("ru", "около 300 тыс. км", Q(300000, "kilometre", hedge="около")),
        ("zh", "1077亿美元", Q(107.7e9, None, "USD")),
        ("en", "1,234.5 km", Q(1234.5, "kilometre")),
        ("en-AU", "$5 million", Q(5e6, None, "AUD")),
        ("en", "$5 million", Q(5e6, None, "USD")),
        ("fr", "2 billions de dollars", Q(2e12, None, "USD")),
    ],
)
def test_the_language_says_how_numbers_are_written(language, text, wanted):
    assert told(text, language) == [wanted]


def test_spans_are_slices_of_the_sentence():
    text = "In 2019 nearly 30 aircraft flew 4,000 km for US$5 billion a year."
    assert [q.span.of(text) for q in find(text)] == ["30 aircraft", "4,000 km", "US$5 billion a year"]


@pytest.mark.parametrize(("number", "year"), [("12.4", 2017), ("311", 1998), ("7.05", 2030)])
def test_other_numbers_and_years_give_the_other_numbers(number, year):
    text = f"Trade reached US${number} billion in {year}, a {number} percent growth from {year - 1}."
    value = float(number)
    assert told(text) == [
        Q(pytest.approx(value * 1e9), None, "USD", f"{year}"),
        Q(value, "percent", None, f"{year}", "change+", base=f"{year - 1}"),
    ]
