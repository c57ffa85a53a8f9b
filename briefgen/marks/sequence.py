"""Places with their readings → the heaviest sequence of note numbers. A beam over the highest number so far.

A path takes at each place one reading or none. Its state is the highest number of the present numbering:
the next number raises it by one, a missing number skips, a number cited again leaves it, 1 begins anew.
Time and memory are linear in the places: at most ``BEAM`` states go on from each.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import log2
from typing import Final, NamedTuple

from briefgen.marks import prices
from briefgen.marks.candidates import Numeral, Reading

BEAM: Final = 48
WIDE: Final = 96
"""States at which the beam is cut back."""


class Step(NamedTuple):
    """One reading taken, linked to the one before it."""

    before: Step | None
    reading: Reading
    restarts: bool


class State(NamedTuple):
    """A path so far: what it weighs and how it came."""

    weight: float
    last: Step | None


States = dict[int, State]


def best_path(places: Iterable[tuple[Reading, ...]]) -> tuple[float, list[Step]]:
    """Find the heaviest path: its weight and its steps in order."""
    states: States = {0: State(0.0, None)}
    for readings in places:
        fresh: States = {}
        for reading in readings:
            _take(states, reading, fresh)
        for high, state in fresh.items():
            if high not in states or states[high].weight < state.weight:
                states[high] = state
        if len(states) > WIDE:
            states = _cut_back(states)
    best = max(states.values(), key=lambda s: s.weight)
    steps: list[Step] = []
    step = best.last
    while step:
        steps.append(step)
        step = step.before
    return best.weight, steps[::-1]


def _cut_back(states: States) -> States:
    kept = sorted(states.items(), key=lambda item: -item[1].weight)[:BEAM]
    return {0: states[0], **dict(kept)}


def go_on(high: int, step: Step) -> tuple[int, float]:
    """Weigh a step's numbers after a highest number: the highest number after it, and the gain."""
    numerals = step.reading.numerals
    if not step.restarts:
        return _advance(high, numerals)
    first = numerals[0].number
    reached, gain = _follow(first, numerals)
    return reached, gain + (prices.RESTART if first == 1 else prices.RESTART_LATE)


def _take(states: States, reading: Reading, fresh: States) -> None:
    """Put every path that goes on with a reading into ``fresh``."""
    first = reading.numerals[0].number
    highs = states if reading.firm else [h for h in (first - 1, first - 2, 0) if h in states]
    for high in highs:
        if high == 0 and not reading.firm and first > 1:
            continue
        state = states[high]
        reached, gain = _advance(high, reading.numerals)
        if reached == high and gain + reading.weight <= 0:
            continue
        _offer(fresh, reached, State(state.weight + reading.weight + gain, Step(state.last, reading, False)))
    if first <= 3:
        top = max(states.values(), key=lambda s: s.weight)
        if top.last:
            price = prices.RESTART if first == 1 else prices.RESTART_LATE
            reached, gain = _follow(first, reading.numerals)
            _offer(fresh, reached, State(top.weight + reading.weight + price + gain, Step(top.last, reading, True)))


def _offer(fresh: States, high: int, state: State) -> None:
    if high not in fresh or fresh[high].weight < state.weight:
        fresh[high] = state


def _advance(high: int, numerals: tuple[Numeral, ...]) -> tuple[int, float]:
    """Go on from a highest number with a reading: the highest number after it, and the gain."""
    first = numerals[0].number
    if high == 0:
        gain = prices.START if first == 1 else prices.START_LATE + prices.START_DOUBLING * log2(first)
        high = first
    else:
        high, gain = _step(high, first)
    reached, more = _follow(high, numerals)
    return reached, gain + more


def _follow(high: int, numerals: tuple[Numeral, ...]) -> tuple[int, float]:
    """Weigh the numerals after the first of a group."""
    total = 0.0
    before = numerals[0].number
    for numeral in numerals[1:]:
        if numeral.join == "range":
            total += prices.RANGE
            high = max(high, numeral.number)
        else:
            high, gain = _step(high, numeral.number)
            total += gain + (prices.LIST if numeral.join == "list" else 0.0)
            if numeral.number < before:
                total += prices.FALLING
        before = numeral.number
    return high, total


def _step(high: int, number: int) -> tuple[int, float]:
    if number == high + 1:
        return number, prices.NEXT
    if number > high:
        return number, prices.NEXT + prices.SKIP + prices.SKIP_DOUBLING * log2(number - high - 1)
    return high, prices.REPEAT
