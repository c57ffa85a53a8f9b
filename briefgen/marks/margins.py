"""A path through the places → how much worse the best path without each of its marks is, by a local search.

Exact would be a second pass over all paths. Here the steps before and after stay as they are, and the
mark's own reading gives way to nothing, to another reading of its digits, or to another place between its
neighbours with one of its numbers: the ways in which such a path is in fact mended.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from briefgen.marks.candidates import Numeral, Reading
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

    def gain(self, high: int, index: int, reading: Reading) -> tuple[int, float]:
        """Weigh a reading in the place of a step."""
        restarts = self.steps[index].restarts and reading.numerals[0].number <= 3
        high, gain = go_on(high, reading, restarts, self.habits)
        return high, gain + reading.weight + self.habits.left.get(reading.left, 0.0)

    def weigh(self, index: int, reading: Reading | None) -> float:
        """Weigh the path from a step on, with another reading there, for as long as it may differ."""
        high, total = self.highs[index], 0.0
        if reading:
            high, total = self.gain(high, index, reading)
        for after in range(index + 1, min(index + REACH, len(self.steps))):
            high, gain = self.gain(high, after, self.steps[after].reading)
            total += gain
        return total


def margins_of(places: Sequence[tuple[Reading, ...]], steps: Sequence[Step], habits: Habits) -> list[float]:
    """Give each mark of a path its margin, in order."""
    highs = [0]
    for step in steps:
        highs.append(go_on(highs[-1], step.reading, step.restarts, habits)[0])
    path = Path(steps, habits, highs)
    margins: list[float] = []
    for index, rivals in enumerate(_rivals(places, steps)):
        kept = path.weigh(index, steps[index].reading)
        without = path.weigh(index, None)
        for numeral in steps[index].reading.numerals:
            others = (path.weigh(index, rival) for rival in rivals if not _has(rival, numeral))
            margins.append(max(0.0, kept - max((without, *others))))
    return margins


def _has(reading: Reading, numeral: Numeral) -> bool:
    return any((n.start, n.number) == (numeral.start, numeral.number) for n in reading.numerals)


def _rivals(places: Sequence[tuple[Reading, ...]], steps: Sequence[Step]) -> Iterator[list[Reading]]:
    """For each step, the other readings of its digits, and of its numbers elsewhere between its neighbours."""
    first = low = 0
    for index, step in enumerate(steps):
        end = step.reading.numerals[-1].end
        top = steps[index + 1].reading.numerals[0].start if index + 1 < len(steps) else end + REACH * 1000
        while places[first][0].numerals[-1].end <= low:
            first += 1
        numbers = {n.number for n in step.reading.numerals}
        found: list[Reading] = []
        for at in range(first, len(places)):
            if places[at][0].numerals[-1].end > top:
                break
            found += (r for r in places[at] if r.numerals[0].start >= low and _rivals_with(r, numbers, end))
        yield found
        low = end


def _rivals_with(reading: Reading, numbers: set[int], end: int) -> bool:
    return reading.numerals[-1].end == end or any(n.number in numbers for n in reading.numerals)
