"""Text → the places where plain digits are glued to something, and may be note marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from briefgen.marks import prices
from briefgen.marks.candidates import LONGEST_LABEL, Candidate, Numeral, Place, listed
from briefgen.marks.contexts import left_of, right_of
from briefgen.marks.vocabulary import Vocabulary, token_before

GROUP: Final = re.compile(r"[0-9]+(?:[,\-‐‑–−][0-9]+)*")
SPACED: Final = re.compile(r"(?:, [0-9]{1,3}(?:[-‐‑–−][0-9]{1,3})?)+(?![0-9])")
"""More of a list, set with spaces: "12, 13"."""
RUN: Final = re.compile(r"[0-9]+")
YEAR_RUN: Final = re.compile(r"(?:1[5-9]|20)[0-9]{2}$")
NUMBERED: Final = re.compile(
    "(?:paragraphs?|article|sections?|chapter|pages?|clause|part|verse|lines?|notes?|table|figure|annex|item) $",
    re.IGNORECASE,
)
THOUSANDS: Final = re.compile(r"(?<![0-9,.])[0-9]{1,3}(?:,[0-9]{3})*,$")
"""What stands before the last group of a number written with commas."""
FIGURE_STOPS: Final = frozenset(("decimal", "version", "year stop", "big stop"))
STOPS: Final = FIGURE_STOPS | {"stop", "abbreviation"}
LONGEST_LIST: Final = 40
"""Runs of digits beyond which a group is a table, not a list of marks."""
LONGEST_RUN: Final = 24
"""Digits beyond which a run is not a row of adjacent marks."""
LEAST: Final = -8.9
"""Weight below which no step of the sequence can redeem a candidate."""


class Opening(NamedTuple):
    """Where the marks of a candidate may begin."""

    at: int
    stop: int
    """End of the run of digits it lies in."""
    left: str
    weight: float


def glued_places(text: str, known: Vocabulary) -> Iterator[Place]:
    """Find the places in order."""
    done = 0
    for group in GROUP.finditer(text):
        start, end = group.span()
        if start < done or (end - start == 1 and left_of(text, start, known) is None):
            continue
        runs = [run.span() for run in RUN.finditer(text, start, end)]
        if len(runs) > LONGEST_LIST:
            continue
        candidates = tuple(_candidates(text, runs, known))
        spaced = SPACED.match(text, end) if any(each.firm for each in candidates) else None
        if spaced:
            done = spaced.end()
            runs += (run.span() for run in RUN.finditer(text, end, done))
            candidates += tuple(each for each in _candidates(text, runs, known, prices.SPACED) if each.firm)
        if candidates:
            yield candidates


def _candidates(text: str, runs: list[tuple[int, int]], known: Vocabulary, more: float = 0.0) -> Iterator[Candidate]:
    """Read a group of runs from each of its digits to its end.

    Args:
        more: a weight to add.
    """
    right = right_of(text, runs[-1][1])
    for index, (begin, stop) in enumerate(runs):
        rest = runs[index + 1 :]
        for opening in _openings(text, begin, stop, known):
            weight = opening.weight + _right_weight(opening.left, right) + more
            if weight >= LEAST:
                yield from (_list if rest else _rows)(text, opening._replace(weight=weight), rest)


def _openings(text: str, begin: int, stop: int, known: Vocabulary) -> Iterator[Opening]:
    """Every digit of a run at which marks may begin."""
    left = left_of(text, begin, known)
    if left and text[begin] != "0":
        yield Opening(begin, stop, left, prices.LEFT[left])
    if not 2 <= stop - begin <= LONGEST_RUN:
        return
    glued = left is not None and prices.LEFT[left] >= prices.FIRM
    in_thousands = bool(THOUSANDS.search(text, max(0, begin - 16), begin))
    for at in range(begin + 1, stop):
        if text[at] != "0":
            cut = prices.CUT_GLUED if glued else _cut(text, begin, at, stop, known, in_thousands)
            yield Opening(at, stop, "digit", prices.LEFT["digit"] + cut)


def _cut(text: str, begin: int, at: int, stop: int, known: Vocabulary, in_thousands: bool) -> float:
    """Weigh what speaks for cutting a run of digits into a number and a mark."""
    if in_thousands:
        return prices.CUT_THOUSANDS if at - begin == 3 else prices.CUT_GROUP
    digits = stop - begin
    weight = prices.CUT_SHORT if digits < 4 else prices.CUT_LONG if digits > 4 else 0.0
    if digits == 4 and YEAR_RUN.match(text[begin:stop]):
        weight += prices.CUT_YEAR
        if NUMBERED.search(text, max(0, begin - 14), begin):
            weight += prices.CUT_NUMBERED
    elif at - begin == 4 and YEAR_RUN.match(text[begin:at]):
        weight += prices.AFTER_YEAR
    head = token_before(text, at)
    if len(head) > 2 and head in known.figures and known.figures[token_before(text, stop)] < 2 and ":" not in head:
        weight += prices.CUT_KNOWN if any(map(str.isalpha, head)) else 0.0 if head.isdigit() else prices.CUT_DECIMAL
    return weight


def _right_weight(left: str, right: str) -> float:
    weight = prices.RIGHT[right]
    if left == "han":
        weight += {"han": prices.HAN_BETWEEN, "point": prices.HAN_BEFORE_STOP}.get(right, 0.0)
    if right == "point" and left in STOPS:
        weight += prices.POINT_AFTER_STOP
    if right == "running" and left in FIGURE_STOPS:
        weight += prices.RUNNING_AFTER_DECIMAL
    elif right == "running" and left in ("stop", "long dash"):
        weight += prices.RUNNING_AFTER_STOP
    return weight


def _rows(text: str, opening: Opening, _: object) -> Iterator[Candidate]:
    """Read one run of digits as one number, or as several set side by side."""
    at, stop, left, weight = opening
    firm = prices.LEFT[left] >= prices.FIRM
    if stop - at <= LONGEST_LABEL:
        longer = prices.CUT_LENGTH * (stop - at - 1) if left == "digit" else 0.0
        yield Candidate((Numeral(int(text[at:stop]), at, stop, ""),), weight + longer, left, firm)
    if 2 <= stop - at <= LONGEST_RUN:
        each = prices.ADJACENT if firm else prices.ADJACENT + prices.ADJACENT_LOOSE
        for row in _splits(text, at, stop, 0) if firm else _counts(text, at, stop):
            if len(row) > 1:
                yield Candidate(tuple(row), weight + each * (len(row) - 1), left, firm)


def _counts(text: str, at: int, stop: int) -> Iterator[list[Numeral]]:
    """Cut a run into numbers each one more than the one before: "101112"."""
    for width in range(1, min(LONGEST_LABEL, stop - at) + 1):
        number, start, row = int(text[at : at + width]), at, list[Numeral]()
        while text.startswith(str(number), start, stop):
            end = start + len(str(number))
            row.append(Numeral(number, start, end, "adjacent" if row else ""))
            number, start = number + 1, end
        if start == stop:
            yield row


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


def _list(text: str, opening: Opening, rest: list[tuple[int, int]]) -> Iterator[Candidate]:
    """Read several runs as a list with ranges: "14,18-20"."""
    at, stop, left, weight = opening
    numerals = listed(text, [(at, stop), *rest])
    if not numerals:
        return
    if all(n.join != "range" and n.end - n.start == 3 for n in numerals[1:]):
        weight += prices.THOUSANDS
    firm = prices.LEFT[left] >= prices.FIRM or len(numerals) > 2
    yield Candidate(numerals, weight, left, firm)
