"""Facts and series → pandas tables, for notebooks. pandas is loaded when a table is asked for, not before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandas import DataFrame

if TYPE_CHECKING:
    from briefgen.model.fact import Factbase, Quantity, Series

FACTS = (
    "id", "place", "text", "start", "end", "notes", "themes", "kind", "attribution", "needs", "quantities", "periods",
)  # fmt: skip
POINTS = (
    "measure", "fact", "label", "value", "upper", "unit", "currency", "period", "base_period", "direction", "hedge",
)  # fmt: skip


def tabulate_facts(base: Factbase) -> DataFrame:
    """Give one row a fact, in source order."""
    rows = [
        (
            fact.id,
            fact.place,
            base.words(fact),
            fact.span.start,
            fact.span.end,
            tuple(mark.label for mark in fact.marks),
            fact.theme_names,
            fact.kind,
            fact.attribution.speaker if fact.attribution else None,
            fact.needs,
            tuple(" ".join(q.span.of(base.source.text).split()) for q in fact.quantities),
            tuple(p.edtf for p in fact.periods if p.edtf),
        )
        for fact in base.facts
    ]
    return DataFrame(rows, columns=list(FACTS))


def tabulate_points(series: Series) -> DataFrame:
    """Give one row a value, in source order, in base units."""
    rows = [(series.measure, point.fact, point.label, *_cells(point.quantity)) for point in series.points]
    return DataFrame(rows, columns=list(POINTS))


def _cells(quantity: Quantity) -> tuple[object, ...]:
    return (
        quantity.value, quantity.upper, quantity.unit, quantity.currency, quantity.period, quantity.base_period,
        quantity.direction, quantity.hedge,
    )  # fmt: skip
