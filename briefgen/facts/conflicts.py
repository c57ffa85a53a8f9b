"""Series → remarks on figures of one measure and period that do not agree. Which is right is not ours to say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from briefgen.errors import Remark
from briefgen.model.fact import Fact, Factbase, Point
from briefgen.model.theme import Theme

ROUNDING = 0.005
"""Relative difference up to which two figures are one, differently rounded."""


Value = tuple[Factbase, Point]
"""A value with the fact base its spans count in."""


def find(base: Factbase, theme: Theme, printed: Sequence[Fact]) -> Iterator[Remark]:
    """Compare the printed figures of each of the theme's measures."""
    shown = {f.id for f in printed}
    for rule in theme.measures:
        series = base.of_measure(rule.name)
        points = [p for p in series.points if p.fact in shown] if series else []
        yield from _disagreeing(rule.title, [(base, point) for point in points])


def compare(bases: Iterable[Factbase]) -> Iterator[Remark]:
    """Compare all figures of each measure, those of several sources too."""
    titles: dict[str, str] = {}
    values: dict[str, list[Value]] = {}
    for base in bases:
        for series in base.series:
            titles.setdefault(series.measure, series.title)
            values.setdefault(series.measure, []).extend((base, point) for point in series.points)
    for measure, title in titles.items():
        yield from _disagreeing(title, values[measure])


def _disagreeing(title: str, values: Iterable[Value]) -> Iterator[Remark]:
    """Report values of one period, unit and direction that are apart by more than rounding."""
    alike: dict[tuple[object, ...], list[Value]] = {}
    for base, point in values:
        q = point.quantity
        if q.period and not q.hedge and q.value is not None:
            alike.setdefault((q.period, q.unit, q.currency, q.direction), []).append((base, point))
    for group in alike.values():
        for one, other in combinations(group, 2):
            if one[1].fact != other[1].fact and _comparable(one[1], other[1]) and _disagree(one[1], other[1]):
                yield _remark(title, one, other)


def _comparable(one: Point, other: Point) -> bool:
    """Tell whether they are of one thing: money of one measure is, counts and shares are where they say so."""
    return one.label == other.label or one.quantity.currency is not None


def _disagree(one: Point, other: Point) -> bool:
    first, second = (point.quantity.value or 0.0 for point in (one, other))
    return abs(first - second) > ROUNDING * max(abs(first), abs(second))


def _remark(title: str, one: Value, other: Value) -> Remark:
    said = " and ".join(f"“{point.quantity.span.of(base.source.text)}”" for base, point in (one, other))
    apart = one[0] is not other[0]
    places = [
        f"{base.source.name} {base.by_id[point.fact].place}" if apart else base.by_id[point.fact].place
        for base, point in (one, other)
    ]
    who = "the sources give" if apart else "the source gives"
    return Remark(
        " and ".join(places),
        f"{title}, {one[1].quantity.period}: {who} {said}",
        "both are printed as they stand; see whether they are of one thing",
    )
