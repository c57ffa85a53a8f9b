"""Places with their candidates → the heaviest sequence of note numbers. A beam over the highest number so far.

A path takes at each place one candidate or none. Its state is the highest number of the present numbering:
the next number raises it by one, a missing number skips, a number cited again leaves it, 1 begins anew.
Time and memory are linear in the places: at most ``BEAM`` states go on from each.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import log2
from operator import attrgetter
from typing import Final, NamedTuple

from briefgen.marks import prices
from briefgen.marks.candidates import LONGEST_LABEL, Candidate, Numeral, Place
from briefgen.marks.habits import RATES, Habits

BEAM: Final = 48
"""States that go on from a place at most."""
WIDE: Final = 16
"""States up to which none is dropped."""
BEHIND: Final = 30.0
"""How much less than the heaviest a state weighs that is dropped: it would take some eight marks to make up for."""


NUMBERS: Final = range(1, 10**LONGEST_LABEL)
AWAITED: Final = (0.0, *(min(prices.NEXT_MOST, prices.NEXT + prices.NEXT_DOUBLING * log2(n)) for n in NUMBERS))
"""What a number weighs where it is awaited."""
SKIPPED: Final = (0.0, *(prices.SKIP + prices.SKIP_DOUBLING * log2(n) for n in NUMBERS))
"""What it weighs that so many numbers are missing before it."""
START_LATE: Final = (0.0, *(prices.START_LATE + prices.START_DOUBLING * log2(n) for n in NUMBERS))
"""What it weighs where a numbering begins with it."""


class Step(NamedTuple):
    """One candidate taken, linked to the one before it."""

    before: Step | None
    candidate: Candidate
    restarts: bool


class State(NamedTuple):
    """A path so far: what it weighs and how it came."""

    weight: float
    last: Step | None


States = dict[int, State]
_weight = attrgetter("weight")


def best_path(places: Iterable[Place], habits: Habits) -> list[Step]:
    """Find the heaviest path: its steps in order."""
    states: States = {0: State(0.0, None)}
    best = states[0]
    for candidates in places:
        fresh: States = {}
        for candidate in candidates:
            _take(states, best, candidate, fresh, habits)
        if fresh:
            for high, state in fresh.items():
                if high not in states or states[high].weight < state.weight:
                    states[high] = state
            best = max(states.values(), key=_weight)
            if len(states) > WIDE:
                states = _cut_back(states, best.weight - BEHIND)
    steps: list[Step] = []
    step = best.last
    while step:
        steps.append(step)
        step = step.before
    return steps[::-1]


def weight_of(steps: Iterable[Step], habits: Habits) -> float:
    """Weigh a path."""
    total = 0.0
    high = 0
    for step in steps:
        high, gain = go_on(high, step.candidate, step.restarts, habits)
        total += gain + step.candidate.weight + habits.left.get(step.candidate.left, 0.0)
    return total


def _cut_back(states: States, least: float) -> States:
    kept = [item for item in states.items() if item[1].weight >= least]
    if len(kept) > 2 * BEAM:
        kept = sorted(kept, key=lambda item: -item[1].weight)[:BEAM]
    return dict(kept)


def _take(states: States, top: State, candidate: Candidate, fresh: States, habits: Habits) -> None:
    """Put every path that goes on with a candidate into ``fresh``.

    Args:
        top: the heaviest of the states, from which a numbering begins again.
    """
    first = candidate.numerals[0].number
    own = candidate.weight + habits.left.get(candidate.left, 0.0)
    for high in states if candidate.firm else [h for h in (first - 1, first - 2, 0) if h in states]:
        if high == 0 and not candidate.firm and first > 1:
            continue
        reached, gain = go_on(high, candidate, False, habits)
        if reached == high and gain + own <= 0:
            continue
        state = states[high]
        _offer(fresh, reached, state.weight + own + gain, state.last, candidate, False)
    if first <= 3 and top.last:
        reached, gain = go_on(0, candidate, True, habits)
        _offer(fresh, reached, top.weight + own + gain, top.last, candidate, True)


def _offer(fresh: States, high: int, weight: float, last: Step | None, candidate: Candidate, restarts: bool) -> None:
    """Keep a path where it is the heaviest of its state; most are not, and are never made."""
    known = fresh.get(high)
    if known is None or known.weight < weight:
        fresh[high] = State(weight, Step(last, candidate, restarts))


def go_on(high: int, candidate: Candidate, restarts: bool, habits: Habits) -> tuple[int, float]:
    """Weigh a candidate's numbers after a highest number: the highest number after it, and the gain."""
    first = candidate.numerals[0].number
    if restarts:
        gain = (prices.RESTART if first == 1 else prices.RESTART_LATE) + habits.restart
        high = first
    elif high == 0:
        gain = prices.START if first == 1 else START_LATE[first]
        high = first
    else:
        high, gain = _step(high, first, habits)
    if len(candidate.numerals) == 1:
        return high, gain
    reached, more = _follow(high, candidate.numerals, habits)
    return reached, gain + more


def _follow(high: int, numerals: tuple[Numeral, ...], habits: Habits) -> tuple[int, float]:
    """Weigh the numerals after the first of a group."""
    total = 0.0
    before = numerals[0].number
    for numeral in numerals[1:]:
        if numeral.join == "range":
            total += prices.RANGE
            high = max(high, numeral.number)
        elif numeral.join == "list" and numeral.number <= high:
            total += prices.REPEAT_LISTED + (prices.FALLING if numeral.number <= before else 0.0)
        else:
            high, gain = _step(high, numeral.number, habits)
            total += gain + (prices.LIST if numeral.join == "list" else habits.adjacent)
        before = numeral.number
    return high, total


def _step(high: int, number: int, habits: Habits) -> tuple[int, float]:
    if number <= high:
        return high, prices.REPEAT + habits.repeat
    if number == high + 1:
        return number, AWAITED[number]
    return number, min(prices.NEXT_SKIPPED, AWAITED[number]) + habits.skip + SKIPPED[number - high - 1]


def kinds_of(steps: Iterable[Step]) -> dict[str, int]:
    """Count the steps that skip, repeat, restart, and the marks adjacent to others."""
    kinds = dict.fromkeys(RATES, 0)
    high = ones = 0
    for step in steps:
        first = step.candidate.numerals[0].number
        repeats = not step.restarts and first <= high
        kinds["restart"] += step.restarts
        kinds["repeat"] += repeats
        ones += repeats and first == 1
        kinds["skip"] += 0 < high < first - 1
        kinds["adjacent"] += sum(n.join == "adjacent" for n in step.candidate.numerals)
        high = go_on(0 if step.restarts else high, step.candidate, step.restarts, Habits())[0]
    if 2 * ones > kinds["repeat"]:
        # Where mostly 1 comes again, it is not one note cited often but a numbering that begins often.
        kinds["restart"] += ones
        kinds["repeat"] -= ones
    return kinds
