"""A path through the places → how much worse the best path without each of its marks is, by a local search.

Exact would be a second pass over all paths. Here the steps before and after stay as they are, and the
mark's own candidate gives way to nothing, to another candidate of its digits, or to another place between its
neighbours with one of its numbers: the ways in which such a path is in fact mended.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from briefgen.marks.candidates import Candidate, Numeral, Place
from briefgen.marks.habits import Habits
from briefgen.marks.sequence import Step, go_on

REACH: Final = 6
"""Steps within which a changed path comes back to the former one, or is taken never to."""


@dataclass(frozen=True, slots=True)
class Path:
    """The steps of a path, and the highest number before each."""

    steps: Sequence[Step]
    habits: Habits
    highs: Sequence[int]

    def gain(self, high: int, index: int, candidate: Candidate) -> tuple[int, float]:
        """Weigh a candidate in the place of a step."""
        restarts = self.steps[index].restarts and candidate.numerals[0].number <= 3
        high, gain = go_on(high, candidate, restarts, self.habits)
        return high, gain + candidate.weight + self.habits.left.get(candidate.left, 0.0)

    def weigh(self, index: int, candidate: Candidate | None) -> float:
        """Weigh the path from a step on, with another candidate there, for as long as it may differ."""
        high, total = self.highs[index], 0.0
        if candidate:
            high, total = self.gain(high, index, candidate)
        for after in range(index + 1, min(index + REACH, len(self.steps))):
            high, gain = self.gain(high, after, self.steps[after].candidate)
            total += gain
        return total


def margins_of(places: Sequence[Place], steps: Sequence[Step], habits: Habits) -> list[float]:
    """Give each mark of a path its margin, in order."""
    highs = [0]
    for step in steps:
        highs.append(go_on(highs[-1], step.candidate, step.restarts, habits)[0])
    path = Path(steps, habits, highs)
    margins: list[float] = []
    for index, rivals in enumerate(_rivals(places, steps)):
        kept = path.weigh(index, steps[index].candidate)
        without = path.weigh(index, None)
        for numeral in steps[index].candidate.numerals:
            others = (path.weigh(index, rival) for rival in rivals if not _has(rival, numeral))
            margins.append(max(0.0, kept - max((without, *others))))
    return margins


def _has(candidate: Candidate, numeral: Numeral) -> bool:
    return any((n.start, n.number) == (numeral.start, numeral.number) for n in candidate.numerals)


def _rivals(places: Sequence[Place], steps: Sequence[Step]) -> Iterator[list[Candidate]]:
    """For each step, the other candidates of its digits, and of its numbers elsewhere between its neighbours."""
    first = low = 0
    for index, step in enumerate(steps):
        end = step.candidate.numerals[-1].end
        top = steps[index + 1].candidate.numerals[0].start if index + 1 < len(steps) else end + REACH * 1000
        while places[first][0].numerals[-1].end <= low:
            first += 1
        numbers = {n.number for n in step.candidate.numerals}
        found: list[Candidate] = []
        for at in range(first, len(places)):
            if places[at][0].numerals[-1].end > top:
                break
            found += (r for r in places[at] if r.numerals[0].start >= low and _rivals_with(r, numbers, end))
        yield found
        low = end


def _rivals_with(candidate: Candidate, numbers: set[int], end: int) -> bool:
    return candidate.numerals[-1].end == end or any(n.number in numbers for n in candidate.numerals)
