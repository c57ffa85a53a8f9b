"""Places → one numbering of note marks: what it weighs in all, and each mark with its run and margin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, groupby
from operator import itemgetter
from typing import NamedTuple

from briefgen.marks import prices
from briefgen.marks.candidates import Numeral, Place
from briefgen.marks.habits import Habits, habits_of
from briefgen.marks.margins import margins_of
from briefgen.marks.sequence import Step, best_path, kinds_of, weight_of
from briefgen.marks.stragglers import stragglers_of


class Found(NamedTuple):
    """One numeral taken for a mark."""

    numeral: Numeral
    run: int
    """1 for the first numbering, one more at each restart."""
    margin: float


class Numbering(NamedTuple):
    """The heaviest sequence of marks in some places."""

    weight: float
    found: tuple[Found, ...]


def number_places(places: Sequence[Place], guard: tuple[float, float], decisions: Mapping[int, bool]) -> Numbering:
    """Search with the general weights, then with the habits that shows.

    Args:
        guard: what all must weigh together, and each on average, what was decided apart, or there is none.
    """
    first = best_path(places, Habits())
    habits = habits_of(places, [step.candidate for step in first], kinds_of(first))
    steps = _solid(best_path(places, habits))
    weight = weight_of(steps, habits)
    numerals = [numeral for step in steps for numeral in step.candidate.numerals]
    weight -= prices.CERTAIN * sum(decisions.get(numeral.start, False) for numeral in numerals)
    least, mean = guard
    if weight < max(least, mean * len(numerals)):
        return Numbering(0.0, ())
    found = _found(places, steps, habits)
    return Numbering(weight, tuple(sorted(found, key=lambda each: each.numeral.start)))


def _solid(steps: Sequence[Step]) -> list[Step]:
    """Drop the runs made mostly of places that do not speak for marks themselves: ordinary figures that rise."""
    starts = accumulate(step.restarts for step in steps)
    kept: list[Step] = []
    for _, run in groupby(zip(starts, steps, strict=True), key=itemgetter(0)):
        of_run = [step for _, step in run]
        if 2 * sum(step.candidate.firm for step in of_run) >= len(of_run):
            kept += of_run
    return kept


def _found(places: Sequence[Place], steps: Sequence[Step], habits: Habits) -> Iterator[Found]:
    margins = iter(margins_of(places, steps, habits))
    run = 1
    runs = [run]
    for step in steps:
        run += step.restarts
        runs.append(run)
        yield from (Found(numeral, run, next(margins)) for numeral in step.candidate.numerals)
    for candidate, after, weight in stragglers_of(places, steps, habits):
        yield from (Found(numeral, runs[after + 1], weight) for numeral in candidate.numerals)
