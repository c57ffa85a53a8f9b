"""A path and the places it left → the marks cited before their turn.

The path rises, so a number that is first cited out of order, or in a list before its own sentence, may
stand aside of it although its place speaks plainly for a mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from briefgen.marks import prices
from briefgen.marks.candidates import Reading
from briefgen.marks.habits import Habits
from briefgen.marks.sequence import Step


class Straggler(NamedTuple):
    """A reading beside the path, taken all the same."""

    reading: Reading
    after: int
    """Index of the step it follows; -1 before the first."""
    weight: float


def stragglers_of(places: Sequence[tuple[Reading, ...]], steps: Sequence[Step], habits: Habits) -> Iterator[Straggler]:
    """Find the readings whose numbers the path has elsewhere in the same numbering."""
    runs = _numbers_of_runs(steps)
    index = -1
    for readings in places:
        end = readings[0].numerals[-1].end
        while index + 1 < len(steps) and steps[index + 1].reading.numerals[0].start < end:
            index += 1
        if index >= 0 and steps[index].reading.numerals[-1].end >= readings[0].numerals[0].start:
            continue
        best = max(readings, key=lambda r: _weigh(r, runs[max(index, 0)], habits))
        weight = _weigh(best, runs[max(index, 0)], habits)
        if weight > 0:
            yield Straggler(best, index, weight)


def _numbers_of_runs(steps: Sequence[Step]) -> list[Set[int]]:
    """Give each step the numbers cited in its numbering."""
    numbers: list[Set[int]] = []
    current: set[int] = set()
    for step in steps:
        if step.restarts or not numbers:
            current = set()
        numerals = step.reading.numerals
        current.update(n.number for n in numerals)
        for before, numeral in pairwise(numerals):
            if numeral.join == "range":
                current.update(range(before.number, numeral.number))
        numbers.append(current)
    return numbers


def _weigh(reading: Reading, numbers: Set[int], habits: Habits) -> float:
    if not reading.firm or any(n.number not in numbers for n in reading.numerals):
        return -1.0
    own = reading.weight + habits.left.get(reading.left, 0.0)
    return own + prices.FORWARD + habits.repeat + prices.REPEAT_LISTED * (len(reading.numerals) - 1)
