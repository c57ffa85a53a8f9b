"""What a place in a text offers: every way to read its digits as note marks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

LONGEST_LABEL: Final = 4
"""Digits of the longest note number."""
WIDEST_RANGE: Final = 40
PLAIN: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
DASHES: Final = "-‐‑–—−⁻"


class Numeral(NamedTuple):
    """A note number as printed, and how it hangs on the one before it in its group."""

    number: int
    start: int
    end: int
    join: str
    """ "" for the first, else "adjacent", "list" or "range"."""


class Candidate(NamedTuple):
    """One way to read a group of digits: these numerals are marks, the digits before them are not."""

    numerals: tuple[Numeral, ...]
    weight: float
    left: str
    """Its context, a key of ``prices.LEFT``."""
    firm: bool
    """Whether its place alone speaks for a mark, so that it may skip or repeat numbers."""


Place = tuple[Candidate, ...]
"""Candidates that exclude each other."""


def listed(text: str, spans: Sequence[tuple[int, int]]) -> tuple[Numeral, ...]:
    """Read several runs of digits as a list with ranges, "14,18-20"; empty where they cannot be one."""
    if any(text[s] in "0⁰" or e - s > LONGEST_LABEL for s, e in spans):
        return ()
    first, stop = spans[0]
    numerals = [Numeral(int(text[first:stop].translate(PLAIN)), first, stop, "")]
    for (_, before), (start, end) in pairwise(spans):
        number = int(text[start:end].translate(PLAIN))
        ranged = any(sign in DASHES for sign in text[before:start])
        if ranged and not 0 < number - numerals[-1].number <= WIDEST_RANGE:
            return ()
        numerals.append(Numeral(number, start, end, "range" if ranged else "list"))
    return tuple(numerals)


def number_of(label: str) -> int | None:
    """Give a label's number; None where it is no number."""
    digits = label.translate(PLAIN)
    return int(digits) if digits.isascii() and digits.isdigit() else None
