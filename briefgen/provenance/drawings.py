"""A chart against its facts: no value, event, label or alternative text says more than they do."""

from __future__ import annotations

from briefgen.errors import TraceError
from briefgen.model.chart import Chart, Datum, Event, Evidence, Phrase, Plate
from briefgen.model.fact import Fact, Factbase
from briefgen.model.scripts import on_one_line
from briefgen.provenance.numbers import check_text, derived_numbers, numbers_of

_SIGNS = {"change+": 1, "change-": -1}


def check_plate(plate: Plate, base: Factbase, name: str) -> None:
    """Check everything a chart and its alternative text show.

    Raises:
        TraceError: a value, date, note or number that its facts do not have.
    """
    chart = plate.chart
    for panel in chart.panels:
        for datum in panel.data:
            _check_datum(datum, base, chart, name)
        for event in panel.events:
            _check_event(event, base, chart, name)
        for phrase in panel.phrases:
            _check_phrase(phrase, base, chart, name)
    facts = [_fact(e, base, chart, name) for e in chart.evidence]
    derived = {n for panel in chart.panels for d in panel.data for n in derived_numbers(d)}
    allowed = numbers_of(facts, base) | {float(n) for n in range(1, len(facts) + 1)} | derived
    shown = [plate.alt, chart.title, chart.subtitle, *(p.title for p in chart.panels)]
    for text in shown:
        check_text(text, allowed, f"{name}, chart {chart.name}")
    for panel in chart.panels:
        check_text(panel.gap, allowed | _between(panel.data), f"{name}, chart {chart.name}")


def _fact(evidence: Evidence, base: Factbase, chart: Chart, name: str) -> Fact:
    fact = base.by_id.get(evidence.fact)
    if fact is None or not set(evidence.notes) <= {m.label for m in fact.marks}:
        raise TraceError(f"{name}, chart {chart.name}", f"names evidence the source has not: {evidence}")
    return fact


def _check_datum(datum: Datum, base: Factbase, chart: Chart, name: str) -> None:
    fact = _fact(datum.evidence, base, chart, name)
    stated = {v for q in fact.quantities for v in (q.value, q.upper) if v is not None}
    if datum.derived:
        _check_derived(datum, fact, f"{name}, chart {chart.name}")
    elif datum.value not in stated:
        raise TraceError(f"{name}, chart {chart.name}", f"draws {datum.value:g}, not stated in {fact.place}")
    for text in (datum.label, datum.note, datum.printed):
        check_text(text, numbers_of((fact,), base) | derived_numbers(datum), f"{name}, chart {chart.name}")


def _check_derived(datum: Datum, fact: Fact, where: str) -> None:
    """Work a derived value out again: a level before the growth that the same sentence states for it.

    It may differ by the rounding to the figures of the poorer input, two at least.
    """
    levels = [q.value for q in fact.quantities if q.value and q.direction == "level"]
    changes = [q for q in fact.quantities if q.value and q.direction in _SIGNS and q.base_period == datum.period]
    worked = [level / (1 + _SIGNS[q.direction] * (q.value or 0) / 100) for level in levels for q in changes]
    if datum.evidence.notes or not any(abs(value - datum.value) <= 0.05 * value for value in worked):
        raise TraceError(where, f"derives {datum.value:g}, which the figures of {fact.place} do not give")


def _check_event(event: Event, base: Factbase, chart: Chart, name: str) -> None:
    fact = _fact(event.evidence, base, chart, name)
    ends = {end for p in fact.periods for end in p.edtf.strip("{}").replace(",", "/").split("/")}
    if event.start not in ends or (event.end and event.end not in ends):
        raise TraceError(f"{name}, chart {chart.name}", f"dates “{event.label}” otherwise than {fact.place}")
    words = on_one_line(base.words(fact)).casefold()
    for piece in event.label.casefold().split("…"):
        if piece.strip() not in words:
            raise TraceError(f"{name}, chart {chart.name}", f"the label “{event.label}” is not of {fact.place}")


def _check_phrase(phrase: Phrase, base: Factbase, chart: Chart, name: str) -> None:
    fact = _fact(phrase.evidence, base, chart, name)
    words = on_one_line(phrase.span.of(base.source.text))
    if not fact.span.covers(phrase.span) or words != phrase.text:
        raise TraceError(f"{name}, chart {chart.name}", f"says “{phrase.text}”, and {fact.place} says “{words[:80]}”")


def _between(data: tuple[Datum, ...]) -> set[float]:
    """Give the years between the first and the last drawn: those a gap may name."""
    years = [int(d.period[:4]) for d in data if d.period[:4].isdigit()]
    return {float(year) for year in range(min(years), max(years) + 1)} if years else set()
