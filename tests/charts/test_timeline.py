from dataclasses import replace

import pytest

from briefgen.charts import timeline
from briefgen.model.dossier import Dossier, Occurrence
from briefgen.model.source import Span
from tests.charts.factbases import Said, Value, order, selection


def dated(words: str, *dates: tuple[str, str], **more: object) -> Said:
    return Said(words, dates=dates, **more)


EVENTS = (
    dated("The two ports have held joint drills since 2005.", ("2005", "2005/.."), notes=("3",)),
    dated("In June 2018, Lin gave Holt a medal.", ("June 2018", "2018-06")),
    dated("The treaty was signed on 3 May 2020 in Brin.", ("3 May 2020", "2020-05-03")),
    dated("In 2019 and 2020, ships of both ports met.", ("2019 and 2020", "{2019,2020}")),
    dated("Between 2011 and 2014, the ports blocked ten ships.", ("Between 2011 and 2014", "2011/2014")),
)


def test_events_stand_in_order_each_as_exact_as_its_date() -> None:
    chart, remarks = timeline.compose(order(selection(*EVENTS), "timeline"))
    assert chart is not None
    assert not remarks
    assert [(e.label, e.start, e.end) for e in chart.panels[0].events] == [
        ("The two ports have held joint drills since 2005", "2005", ".."),
        ("the ports blocked ten ships", "2011", "2014"),
        ("Lin gave Holt a medal", "2018-06", "2018-06"),
        ("ships of both ports met", "2019", "2019"),
        ("ships of both ports met", "2020", "2020"),
        ("The treaty was signed on 3 May 2020 in Brin", "2020-05-03", "2020-05-03"),
    ]
    assert chart.panels[0].events[0].evidence.notes == ("3",)
    assert chart.subtitle.startswith("Events dated in the source, 2005–2020, time axis to scale")


@pytest.mark.parametrize(
    "instead",
    [
        dated("The mayor spoke that same day.", ("that same day", "")),
        dated("Ships will meet in 2030.", ("2030", "2030"), kind="forecast"),
        dated("Of trade, ships met in 2019.", ("2019", "2019"), themes=("trade", "harbour")),
        dated("The bitter feud (1956–1989) is forgotten.", ("1956–1989", "1956/1989")),
        dated("Roads were built in the 1940s.", ("1940s", "194X")),
        dated("The guild denies what the May 2019 report says.", ("May 2019", "2019-05")),
        dated("The guild wrote its Harbour Plan 2019 by itself.", ("2019", "2019")),
        dated("As said in the 2019 report, the guild is old.", ("2019", "2019")),
        Said("Trade was US$5 in 2020.", (Value("US$5", 5, currency="USD", period="2020"),), (("2020", "2020"),)),
    ],
)
def test_what_has_no_date_of_its_own_is_not_counted(instead: Said) -> None:
    chart, remarks = timeline.compose(order(selection(*EVENTS[:3], EVENTS[4], instead), "timeline"))
    assert chart is None
    assert remarks[-1].what == "no timeline chart: it takes 5 events with a date of their own, and finds 4"


def test_a_date_that_tells_one_event_from_another_dates_it() -> None:
    elected = dated("In the 2019 election, the guild lost.", ("2019", "2019"))
    chart, _ = timeline.compose(order(selection(*EVENTS[:3], EVENTS[4], elected), "timeline"))
    assert chart is not None
    assert any("the guild lost" in event.label for event in chart.panels[0].events)


def test_a_sentence_with_two_dates_is_drawn_once_at_its_first() -> None:
    twice = dated("In 2019, the guild was founded, and in 2020 it lost.", ("2019", "2019"), ("2020", "2020"))
    chart, _ = timeline.compose(order(selection(*EVENTS[:3], EVENTS[4], twice), "timeline"))
    assert chart is not None
    assert [event.start for event in chart.panels[0].events if "founded" in event.label] == ["2019"]


def test_an_event_taken_back_by_what_a_label_leaves_out_is_not_drawn() -> None:
    long = "In 2019, the old and the new port agreed on a very long list of rules about ships, ropes, lamps and bells"
    turned = dated(f"{long}, but nothing of all that was ever done by either of them.", ("2019", "2019"))
    chart, _ = timeline.compose(order(selection(*EVENTS[:3], EVENTS[4], turned), "timeline"))
    assert chart is None


def test_an_event_that_somebody_confirmed_stands_in_the_words_and_with_the_date_confirmed() -> None:
    judged = dated(
        "That day in June 2018 Lin gave a medal, which was unwise.", ("June 2018", "2018-06"), kind="judgement"
    )
    chosen = selection(*EVENTS[:1], *EVENTS[2:], judged)
    text = chosen.base.source.text

    def happened(number: int, date: str, words: str) -> Occurrence:
        at = text.index(words)
        return Occurrence("events.csv:2", date, chosen.facts[number].id, Span(at, at + len(words)))

    told = (
        happened(2, "2019", "In 2019 and 2020, ships"),
        happened(2, "2020", "ships of both ports met"),
        happened(4, "2018-06", "Lin gave a medal"),
    )
    base = replace(chosen.base, dossier=Dossier(events=told))
    chart, _ = timeline.compose(order(replace(chosen, base=base), "timeline"))
    assert chart is not None
    assert [(e.label, e.start) for e in chart.panels[0].events] == [
        ("The two ports have held joint drills since 2005", "2005"),
        ("the ports blocked ten ships", "2011"),
        ("Lin gave a medal", "2018-06"),
        ("In 2019 and 2020, ships", "2019"),
        ("ships of both ports met", "2020"),
        ("The treaty was signed on 3 May 2020 in Brin", "2020-05-03"),
    ]


def test_a_timeline_keeps_the_twelve_that_belong_to_the_theme_most() -> None:
    many = [dated(f"In {year}, ship number {year} came in.", (f"{year}", f"{year}"), score=float(year))
            for year in range(2001, 2016)]  # fmt: skip
    chart, remarks = timeline.compose(order(selection(*many), "timeline"))
    assert chart is not None
    assert [e.start for e in chart.panels[0].events] == [str(year) for year in range(2004, 2016)]
    assert remarks[0].what == "3 further dated passage(s) are not drawn: a timeline holds 12"


def test_a_theme_that_labels_nothing_takes_every_dated_fact() -> None:
    chart, _ = timeline.compose(order(selection(*EVENTS, theme="overview"), "timeline"))
    assert chart is not None
