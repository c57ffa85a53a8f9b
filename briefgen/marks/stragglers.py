"""A path and the places it left → the marks cited before their turn.

The path rises, so a number that is first cited out of order, or in a list before its own sentence, may
stand aside of it although its place speaks plainly for a mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from briefgen.marks import prices
from briefgen.marks.candidates import Candidate, Place
from briefgen.marks.habits import Habits
from briefgen.marks.sequence import Step


class Straggler(NamedTuple):
    """A candidate beside the path, taken all the same."""

    candidate: Candidate
    after: int
    """Index of the step it follows; -1 before the first."""
    weight: float


def stragglers_of(places: Sequence[Place], steps: Sequence[Step], habits: Habits) -> Iterator[Straggler]:
    """Find the candidates whose numbers the path has elsewhere in the same numbering."""
    if not steps:
        return
    runs = _numbers_of_runs(steps)
    index = -1
    for candidates in places:
        end = candidates[0].numerals[-1].end
        while index + 1 < len(steps) and steps[index + 1].candidate.numerals[0].start < end:
            index += 1
        if index >= 0 and steps[index].candidate.numerals[-1].end >= candidates[0].numerals[0].start:
            continue
        best = max(candidates, key=lambda r: _weigh(r, runs[max(index, 0)], habits))
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
        numerals = step.candidate.numerals
        current.update(n.number for n in numerals)
        for before, numeral in pairwise(numerals):
            if numeral.join == "range":
                current.update(range(before.number, numeral.number))
        numbers.append(current)
    return numbers


def _weigh(candidate: Candidate, numbers: Set[int], habits: Habits) -> float:
    if not candidate.firm or any(n.number not in numbers for n in candidate.numerals):
        return -1.0
    own = candidate.weight + habits.left.get(candidate.left, 0.0)
    return own + prices.FORWARD + habits.repeat + prices.REPEAT_LISTED * (len(candidate.numerals) - 1)
