"""Selection and chart rule → readings: the values this paper may draw, and why others may not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefgen.charts.excerpts import of_value
from briefgen.charts.values import printed
from briefgen.editorial.periods import Window, parse, say
from briefgen.editorial.phrases import Wording, phrase
from briefgen.errors import Remark
from briefgen.model.chart import Chart, Datum, Evidence, Panel
from briefgen.model.fact import Fact, Point, Quantity, Selection, Series
from briefgen.model.scripts import on_one_line
from briefgen.model.source import Span
from briefgen.model.theme import ChartRule

_CHANGES = ("change+", "change-")
Outcome = tuple[Chart | None, tuple[Remark, ...]]
"""A chart, or none; and what there is to say about what it leaves out."""


@dataclass(frozen=True, slots=True)
class Order:
    """One rule to be carried out on one selection."""

    selection: Selection
    rule: ChartRule
    words: Wording

    @property
    def text(self) -> str:
        """The source's text."""
        return self.selection.base.source.text

    @property
    def name(self) -> str:
        """A name for the chart that may stand in a file name and differs from rule to rule."""
        plain = unicodedata.normalize("NFKD", self.rule.title).encode("ascii", "ignore").decode().lower()
        slug = "-".join(re.findall(r"[a-z0-9]+", plain)[:5])
        return "-".join(part for part in (self.selection.theme, self.rule.kind, slug) if part)

    def remark(self, what: str, mend: str = "") -> Remark:
        """Say something about this chart; what has no mend is how an honest chart is made, and a note only."""
        return Remark(f"{self.selection.theme}/{self.rule.title}", what, mend, note=not mend)

    def refusal(self, why: str, remarks: Iterable[Remark] = (), mend: str = "") -> Outcome:
        """Draw nothing, and say why."""
        return None, (*remarks, self.remark(f"no {self.rule.kind} chart: {why}", mend))

    def chart(self, subtitle: Iterable[str], *panels: Panel) -> Chart:
        """Make the chart of this order; empty pieces of the subtitle are left out."""
        said = ", ".join(piece for piece in subtitle if piece)
        return Chart(self.rule.kind, self.name, self.rule.title, said[:1].upper() + said[1:], panels)


@dataclass(frozen=True, slots=True)
class Reading:
    """One value of a measure that may be drawn."""

    fact: Fact
    quantity: Quantity
    series: Series
    label: str
    """What the value is of."""
    printed: str

    @property
    def value(self) -> float:
        """The value in base units."""
        return self.quantity.value or 0.0

    @property
    def windows(self) -> tuple[Window, ...]:
        """The time it speaks of; empty where the source does not say, or not clearly."""
        return parse(self.quantity.period)

    def datum(self, label: str, note: str = "") -> Datum:
        """Make it a bar or dot."""
        return Datum(
            label, self.value, self.printed, self.quantity.period, evidence(self.fact, self.quantity.span), "", note
        )


def evidence(fact: Fact, span: Span) -> Evidence:
    """Say where a stretch of a fact stands and which of the source's notes cover it."""
    return Evidence(fact.id, fact.place, tuple(mark.label for mark in fact.marks_for(span)))


def readings(order: Order) -> tuple[tuple[Reading, ...], tuple[Remark, ...]]:
    """Take the values of a rule's measures from the facts this paper prints, in source order, of one unit."""
    kept: list[Reading] = []
    remarks: list[Remark] = []
    changes: list[tuple[Fact, Quantity]] = []
    for series, point, fact in _points(order):
        why = _unfit(point.quantity)
        if point.quantity.direction in _CHANGES:
            changes.append((fact, point.quantity))
        elif why:
            remarks.append(order.remark(f"“{_words(order.text, point.quantity.span)}” (para. {fact.place}) {why}"))
        else:
            label = point.label or _label(order, series, point, fact)
            kept.append(Reading(fact, point.quantity, series, label, printed(point.quantity, order.text)))
    kept.sort(key=lambda reading: reading.quantity.span)
    levels = {reading.fact.id for reading in kept}
    alone = [(f, q) for f, q in changes if f.id not in levels]
    what = "is a change whose level its sentence does not state"
    remarks += [order.remark(f"“{_words(order.text, q.span)}” (para. {f.place}) {what}") for f, q in alone]
    return _of_one_unit(order, kept, remarks)


def _points(order: Order) -> Iterator[tuple[Series, Point, Fact]]:
    printed_facts = {fact.id: fact for fact in order.selection.facts}
    for measure in order.rule.measures:
        series = order.selection.base.of_measure(measure)
        for point in series.points if series else ():
            if series and point.fact in printed_facts:
                yield series, point, printed_facts[point.fact]


def unprinted(order: Order) -> tuple[Quantity, ...]:
    """Give the values of the rule's measures that stand in passages this paper does not print."""
    here = {fact.id for fact in order.selection.facts}
    found = (order.selection.base.of_measure(measure) for measure in order.rule.measures)
    return tuple(p.quantity for series in found if series for p in series.points if p.fact not in here)


def _unfit(quantity: Quantity) -> str:
    """Say why a quantity is not drawn; empty where it may be."""
    if quantity.direction in ("factor", "duration"):
        return f"is a {quantity.direction}, not a level, and is not drawn beside levels"
    if quantity.value is None:
        return "is too vague to be drawn"
    if quantity.upper is not None:
        return "is a range and is not drawn as one value"
    if quantity.direction == "approx" and not quantity.hedge:
        return "is approximate, and nothing in it can be printed that says so"
    return "is below zero and is not drawn" if quantity.value < 0 else ""


def _of_one_unit(
    order: Order, kept: list[Reading], remarks: list[Remark]
) -> tuple[tuple[Reading, ...], tuple[Remark, ...]]:
    """Keep the values of the unit that most of them have: one chart, one scale."""
    units = [(r.quantity.currency or "", r.quantity.unit or "") for r in kept]
    main = max(dict.fromkeys(units), key=units.count, default=("", ""))
    other = [r for r, unit in zip(kept, units, strict=True) if unit != main]
    remarks += [order.remark(f"“{r.printed}” (para. {r.fact.place}) has another unit and is not drawn") for r in other]
    return tuple(r for r, unit in zip(kept, units, strict=True) if unit == main), tuple(remarks)


def _label(order: Order, series: Series, point: Point, fact: Fact) -> str:
    """Say what a value is of where its series does not."""
    if len(order.rule.measures) > 1:
        return series.title
    others = [q.span for q in fact.quantities if q.span != point.quantity.span]
    return of_value(order.text, fact.span, point.quantity.span, others, order.words)


def _words(text: str, span: Span) -> str:
    return on_one_line(span.of(text))


def titles(kept: Iterable[Reading], words: Wording) -> str:
    """Name the measures drawn, each once."""
    return phrase(words, "then").join(dict.fromkeys(reading.series.title for reading in kept))


def say_period(windows: Iterable[Window], words: Wording) -> str:
    """Say the time a value speaks of, or that the source does not say it."""
    return ", ".join(say(window, words) for window in windows) or phrase(words, "unstated")
