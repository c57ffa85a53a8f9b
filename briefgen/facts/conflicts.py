"""Series → remarks on figures of one measure and period that do not agree. Which is right is not ours to say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from briefgen.errors import Remark
from briefgen.model.fact import Fact, Factbase, Point, Quantity
from briefgen.model.theme import Theme

ROUNDING = 0.005
"""Relative difference up to which two figures are one, differently rounded."""


def find(base: Factbase, theme: Theme, printed: Sequence[Fact]) -> Iterator[Remark]:
    """Compare the printed figures of each of the theme's measures."""
    shown = {f.id: f for f in printed}
    for rule in theme.measures:
        series = base.of_measure(rule.name)
        points = [p for p in series.points if p.fact in shown] if series else []
        for one, other in combinations(points, 2):
            if one.fact != other.fact and _comparable(one, other) and _disagree(one.quantity, other.quantity):
                yield _remark(base, rule.title, one, other)


def _comparable(one: Point, other: Point) -> bool:
    """Tell whether they are of one thing: money of one measure is, counts and shares are where they say so."""
    return one.label == other.label or one.quantity.currency is not None


def _disagree(one: Quantity, other: Quantity) -> bool:
    same = (one.period, one.unit, one.currency, one.direction) == (
        other.period,
        other.unit,
        other.currency,
        other.direction,
    )
    if not same or not one.period or one.hedge or other.hedge or one.value is None or other.value is None:
        return False
    return abs(one.value - other.value) > ROUNDING * max(abs(one.value), abs(other.value))


def _remark(base: Factbase, title: str, one: Point, other: Point) -> Remark:
    text = base.source.text
    first, second = base.by_id[one.fact], base.by_id[other.fact]
    said = f"“{one.quantity.span.of(text)}” and “{other.quantity.span.of(text)}”"
    where = f"{first.place} and {second.place}"
    return Remark(
        where,
        f"{title}, {one.quantity.period}: the source gives {said}",
        "both are printed as they stand; see whether they are of one thing",
    )
