"""Largest value → the round numbers an axis from zero is marked with."""

from __future__ import annotations

from math import ceil, floor, log10


def say_mark(mark: float) -> str:
    """Write a mark of an axis; none that would be longer than the values themselves, which stand at their bars."""
    said = f"{mark:,.10g}"
    return said if len(said) <= 7 else ""


def ticks(largest: float) -> tuple[float, ...]:
    """Give three to six round numbers from zero that reach the largest value or nearly so."""
    if largest <= 0:
        return (0.0, 1.0)
    size = 10.0 ** floor(log10(largest))
    step = next(s * size for s in (0.1, 0.2, 0.25, 0.5, 1.0, 2.0, 2.5) if largest / (s * size) <= 5)
    if largest >= 1 and step < 1:
        step = 1.0
    return tuple(round(n * step, 10) for n in range(max(ceil(largest / step - 0.25), 1) + 1))
