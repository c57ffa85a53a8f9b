"""Hand-made facts with values and dates, for the tests of charts. The places in them are invented."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from briefgen.charts.composition import Order
from briefgen.editorial import wording
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
from briefgen.model.source import Card, File, Mark, Source, Span
from briefgen.model.theme import ChartRule

_SHEET = Path(__file__).parents[2] / "templates" / "wording" / "en.toml"
WORDS = wording.load(File(_SHEET.name, _SHEET.read_bytes())).chart()


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
    return Selection(base, theme, (Section("all", "All", shown),), (), None, (), ())


def _fact(said: Said, number: int, at: int) -> Fact:
    def span(words: str) -> Span:
        start = at + said.words.index(words)
        return Span(start, start + len(words))

    quantities = tuple(
        Quantity(span(v.words), v.value, v.upper, v.unit, v.currency, v.period, v.base, v.direction, v.hedge)
        for v in said.values
    )
    end = at + len(said.words)
    return Fact(
        f"harbour-{number}", Span(at, end), number, 1,
        tuple(Mark(note, int(note), "1", end, Span(end, end + len(note)), 9.0) for note in said.notes),
        quantities, tuple(Period(span(words), edtf, not edtf) for words, edtf in said.dates), (),
        tuple(Theming(theme, said.score, ()) for theme in said.themes), said.kind, Reason(""),
        Attribution(said.speaker, span(said.speaker)) if said.speaker else None, (), None,
    )  # fmt: skip


def order(chosen: Selection, kind: str, *measures: str, **more: Any) -> Order:
    """Ask for a chart of it."""
    rule = ChartRule(kind, more.pop("title", "Harbour traffic"), measures or ("traffic",))
    return Order(chosen, replace(rule, **more), WORDS)
