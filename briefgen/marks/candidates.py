"""Text → the places where note marks may stand, each with every way to read its digits as marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from itertools import pairwise
from typing import Final, NamedTuple

from briefgen.marks import prices
from briefgen.marks.contexts import left_of, right_of

GROUP: Final = re.compile(r"[0-9]+(?:[,\-‐‑–−][0-9]+)*")
RUN: Final = re.compile(r"[0-9]+")
YEAR_RUN: Final = re.compile(r"(?:1[5-9]|20)[0-9]{2}$")
LONGEST_LABEL: Final = 4
LONGEST_RUN: Final = 24
"""Digits beyond which a run is not a row of adjacent marks."""
WIDEST_RANGE: Final = 40
LEAST: Final = -12.0
"""Weight below which no step of the sequence can redeem a reading."""


class Numeral(NamedTuple):
    """A note number as printed, and how it hangs on the one before it in its group."""

    number: int
    start: int
    end: int
    join: str
    """ "" for the first, else "adjacent", "list" or "range"."""


class Reading(NamedTuple):
    """One way to read a group of digits: these numerals are marks, the digits before them are not."""

    numerals: tuple[Numeral, ...]
    weight: float
    firm: bool
    """Whether its place alone speaks for a mark, so that it may skip or repeat numbers."""


def places_of(text: str, words: Set[str]) -> Iterator[tuple[Reading, ...]]:
    """Find the places in order; readings of one place exclude each other."""
    for group in GROUP.finditer(text):
        start, end = group.span()
        glued = left_of(text, start, words)
        if glued is None and end - start == 1:
            continue
        readings = tuple(_readings(text, start, end, glued, words))
        if readings:
            yield readings


def _readings(text: str, start: int, end: int, glued: str | None, words: Set[str]) -> Iterator[Reading]:
    runs = [run.span() for run in RUN.finditer(text, start, end)]
    right = right_of(text, end)
    for index, (begin, stop) in enumerate(runs):
        here = glued if index == 0 else left_of(text, begin, words)
        for at in range(begin, stop):
            if text[at] == "0" or (at == begin and here is None):
                continue
            weight = _place_weight(text, here if at == begin else "digit", right, begin, at, stop)
            if weight < LEAST:
                continue
            firm = at == begin and here is not None and prices.LEFT[here] >= -1.0
            rest = runs[index + 1 :]
            if rest:
                yield from _list(text, at, stop, rest, weight, firm)
            else:
                yield from _rows(text, at, stop, weight, firm)


def _place_weight(text: str, left: str | None, right: str, begin: int, at: int, stop: int) -> float:
    weight = prices.RIGHT[right] + (prices.LEFT[left] if left else 0.0)
    if left == "digit":
        whole, head = text[begin:stop], text[begin:at]
        if len(whole) == 4 and YEAR_RUN.match(whole):
            weight += prices.CUT_YEAR
        elif YEAR_RUN.match(head) and len(head) == 4:
            weight += prices.AFTER_YEAR
    if right == "running":
        if left in ("decimal", "version", "year stop"):
            weight += prices.RUNNING_AFTER_DECIMAL
        elif left == "stop":
            weight += prices.RUNNING_AFTER_STOP
    return weight


def _rows(text: str, at: int, stop: int, weight: float, firm: bool) -> Iterator[Reading]:
    """Read one run of digits as one number, or as several set side by side."""
    if stop - at <= LONGEST_LABEL:
        yield Reading((Numeral(int(text[at:stop]), at, stop, ""),), weight, firm)
    if 2 <= stop - at <= LONGEST_RUN:
        for row in _splits(text, at, stop, 0):
            if len(row) > 1:
                yield Reading(tuple(row), weight + prices.ADJACENT * (len(row) - 1), firm)


def _splits(text: str, at: int, stop: int, least: int) -> Iterator[list[Numeral]]:
    """Cut a run into rising numbers in every way."""
    if at == stop:
        yield []
        return
    if text[at] == "0":
        return
    for cut in range(at + 1, min(at + LONGEST_LABEL, stop) + 1):
        number = int(text[at:cut])
        if number > least and (cut == stop or stop - cut >= cut - at):
            for tail in _splits(text, cut, stop, number):
                yield [Numeral(number, at, cut, "adjacent" if least else ""), *tail]


def _list(text: str, at: int, stop: int, rest: list[tuple[int, int]], weight: float, firm: bool) -> Iterator[Reading]:
    """Read several runs as a list with ranges: "14,18-20"."""
    spans = [(at, stop), *rest]
    if any(text[s] == "0" or e - s > LONGEST_LABEL for s, e in spans):
        return
    numerals = [Numeral(int(text[at:stop]), at, stop, "")]
    for (_, stop_before), (s, e) in pairwise(spans):
        ranged = text[stop_before] != ","
        number = int(text[s:e])
        if ranged and not 0 < number - numerals[-1].number <= WIDEST_RANGE:
            return
        numerals.append(Numeral(number, s, e, "range" if ranged else "list"))
    if all(n.join != "range" and n.end - n.start == 3 for n in numerals[1:]):
        weight += prices.THOUSANDS
    yield Reading(tuple(numerals), weight, firm)
