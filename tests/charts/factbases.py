"""Hand-made facts with values and dates, for the tests of charts. The places in them are invented."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from briefgen.charts.composition import Order
from briefgen.model.fact import (
    Attribution,
    Fact,
    Factbase,
    Period,
    Point,
    Quantity,
    Reason,
    Section,
    Selection,
    Series,
    Theming,
)
from briefgen.model.source import Card, Mark, Source, Span
from briefgen.model.theme import ChartRule

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WORDS = {f"month-{n}": month for n, month in enumerate(MONTHS, 1)} | {
    "day": "{{ day }} {{ month }} {{ year }}",
    "month": "{{ month }} {{ year }}",
    "months": "{{ start }}–{{ end }} {{ year }}",
    "years": "{{ start }}–{{ end }}",
    "range": "{{ start }} to {{ end }}",
    "since": "since {{ start }}",
    "until": "until {{ end }}",
    "unstated": "period not stated in the source",
    "kind-bar": "Bar chart",
    "kind-dot": "Dot chart",
    "kind-survey": "Bar chart of survey answers",
    "kind-timeline": "Timeline",
    "panel-year": "Full years",
    "panel-quarter": "Quarters",
    "panel-month": "Months",
    "panel-part": "{{ span }} (part years)",
    "gap": "{{ years }}: not in the source",
    "gap-other": "…: not in the source",
    "gap-unnamed": "years between are not in the source",
    "about-value": "about {{ value }}",
    "derived": "(derived)",
    "change+": "{{ change }} above {{ base }}",
    "change-": "{{ change }} below {{ base }}",
    "number": "number",
    "percent": "percent",
    "body-unstated": "survey body not stated in the source",
    "separate-questions": "separate questions, not parts of a whole",
    "timeline": "events dated in the source, {{ span }}, time axis to scale",
    "key-bar": "bar: a year or longer",
    "key-dot": "dot: a month or day",
    "key-arrow": "arrow: no end given",
    "more": "and more, in the table",
    "of": "of",
    "cut-before": "that|which|who|whose|where|while|when|because|and|or",
    "cut-at": "of|to|in|on|at|for|with|from|by|over|between|against|as|into|under",
    "contrast": "but|yet|although|though|however|unless|except|despite|albeit",
}


@dataclass(frozen=True)
class Value:
    """A value in a sentence: its words there, and what they mean."""

    words: str
    value: float | None
    measure: str = "traffic"
    label: str = ""
    unit: str | None = None
    currency: str | None = None
    period: str = ""
    base: str = ""
    direction: str = "level"
    hedge: str = ""
    upper: float | None = None


@dataclass(frozen=True)
class Said:
    """A sentence."""

    words: str
    values: tuple[Value, ...] = ()
    dates: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    kind: str = "fact"
    themes: tuple[str, ...] = ("harbour",)
    speaker: str = ""
    score: float = 3.0


def selection(*sentences: Said, unprinted: tuple[Said, ...] = (), theme: str = "harbour") -> Selection:
    """Give a paper that prints some sentences of a source and leaves others out."""
    text, facts, points = "", [], []
    for number, said in enumerate((*sentences, *unprinted), 1):
        at = len(text)
        text += said.words + " "
        facts.append(_fact(said, number, at))
        points += [
            (v.measure, Point(facts[-1].id, q, v.label)) for v, q in zip(said.values, facts[-1].quantities, strict=True)
        ]
    series = tuple(
        Series(measure, measure.capitalize(), "", tuple(p for m, p in points if m == measure))
        for measure in dict.fromkeys(m for m, _ in points)
    )
    source = Source("harbour", Card("Aldmere harbour"), text, (), (), (), (), "0" * 64)
    base = Factbase(source, tuple(facts), series)
    shown = tuple(facts[: len(sentences)])
    return Selection(base, theme, (Section("all", "All", shown),), None, (), ())


def _fact(said: Said, number: int, at: int) -> Fact:
    def span(words: str) -> Span:
        start = at + said.words.index(words)
        return Span(start, start + len(words))

    quantities = tuple(
        Quantity(span(v.words), v.value, v.upper, v.unit, v.currency, v.period, v.base, v.direction, v.hedge)  # type: ignore[arg-type]
        for v in said.values
    )
    end = at + len(said.words)
    return Fact(
        f"harbour-{number}", Span(at, end), number, 1,
        tuple(Mark(note, int(note), "1", end, Span(end, end + len(note)), 9.0) for note in said.notes),
        quantities, tuple(Period(span(words), edtf, not edtf) for words, edtf in said.dates), (),
        tuple(Theming(theme, said.score, ()) for theme in said.themes), said.kind, Reason(""),  # type: ignore[arg-type]
        Attribution(said.speaker, span(said.speaker)) if said.speaker else None, (), None,
    )  # fmt: skip


def order(chosen: Selection, kind: str, *measures: str, **more: Any) -> Order:
    """Ask for a chart of it."""
    rule = ChartRule(kind, more.pop("title", "Harbour traffic"), measures or ("traffic",))  # type: ignore[arg-type]
    return Order(chosen, replace(rule, **more), WORDS)
