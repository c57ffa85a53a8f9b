"""A path through the places → how much worse the best path without each of its marks is, by a local search.

Exact would be a second pass over all paths. Here the steps before and after stay as they are, and the
mark's own reading gives way to nothing, to another reading of its digits, or to another place between its
neighbours with one of its numbers: the ways in which such a path is in fact mended.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.marks.candidates import Numeral, Reading
from briefgen.marks.sequence import Step, go_on

REACH = 6
"""Steps after which a changed path has come back to the former one, or is taken never to."""


def margins_of(places: Sequence[tuple[Reading, ...]], steps: Sequence[Step]) -> list[float]:
    """Give each mark of a path its margin, in order."""
    highs = [0]
    for step in steps:
        highs.append(go_on(highs[-1], step)[0])
    margins: list[float] = []
    for index, rivals in enumerate(_rivals(places, steps)):
        numerals = steps[index].reading.numerals
        kept = _weigh(highs[index], steps, index, steps[index].reading, highs)
        for numeral in numerals:
            others = [_weigh(highs[index], steps, index, r, highs) for r in rivals if _without(r, numeral)]
            margins.append(max(0.0, kept - max((_weigh(highs[index], steps, index, None, highs), *others))))
    return margins


def _without(reading: Reading, numeral: Numeral) -> bool:
    return all((n.start, n.number) != (numeral.start, numeral.number) for n in reading.numerals)


def _weigh(high: int, steps: Sequence[Step], index: int, reading: Reading | None, highs: Sequence[int]) -> float:
    """Weigh a path from a step on, with another reading there, until it runs like the former one again."""
    total = 0.0
    if reading:
        high, total = go_on(high, steps[index]._replace(reading=reading))
        total += reading.weight
    for after in range(index + 1, min(index + 1 + REACH, len(steps))):
        if high == highs[after]:
            return total + sum(_gain(highs, steps, k) for k in range(after, min(index + 1 + REACH, len(steps))))
        high, gain = go_on(high, steps[after])
        total += gain
    return total


def _gain(highs: Sequence[int], steps: Sequence[Step], index: int) -> float:
    return go_on(highs[index], steps[index])[1]


def _rivals(places: Sequence[tuple[Reading, ...]], steps: Sequence[Step]) -> Iterator[list[Reading]]:
    """For each step, the other readings of its digits, and of its numbers elsewhere between its neighbours."""
    ends = [step.reading.numerals[-1].end for step in steps]
    begins = [step.reading.numerals[0].start for step in steps]
    first = 0
    for index, step in enumerate(steps):
        low = ends[index - 1] if index else 0
        top = begins[index + 1] if index + 1 < len(steps) else places[-1][0].numerals[-1].end + 1
        while first < len(places) and places[first][0].numerals[-1].end <= low:
            first += 1
        numbers = {n.number for n in step.reading.numerals}
        found: list[Reading] = []
        for at in range(first, len(places)):
            if places[at][0].numerals[0].start >= top:
                break
            for reading in places[at]:
                if (
                    _between(reading, low, top)
                    and reading is not step.reading
                    and _shares(reading, numbers, ends[index])
                ):
                    found.append(reading)
        yield found


def _between(reading: Reading, low: int, top: int) -> bool:
    return low <= reading.numerals[0].start and reading.numerals[-1].end <= top


def _shares(reading: Reading, numbers: set[int], end: int) -> bool:
    return reading.numerals[-1].end == end or any(n.number in numbers for n in reading.numerals)
