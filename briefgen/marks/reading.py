"""A text as supplied → the note marks in it, each with the margin by which it was preferred."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from types import MappingProxyType
from typing import Final, Literal

from briefgen.marks import prices
from briefgen.marks.candidates import Numeral, places_of
from briefgen.marks.candidates import Reading as Candidate
from briefgen.marks.habits import Habits, habits_of
from briefgen.marks.lifting import Reading, offsets_without, slices_of
from briefgen.marks.margins import margins_of
from briefgen.marks.sequence import Step, best_path, kinds_of
from briefgen.marks.stragglers import stragglers_of
from briefgen.marks.vocabulary import vocabulary_of
from briefgen.model.source import Mark, Span

ROUNDS: Final = 2
"""Searches after the first; more change next to nothing."""
NO_DECISIONS: Final[Mapping[int, bool]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Given:
    """A candidate that a reader of docx, html or pdf already sees set as a mark."""

    span: Span
    """Of the label, in the text as supplied."""
    evidence: Literal["note", "link", "superscript"]
    run: str | None = None
    """Its numbering, where the file tells: "footnotes"; None where it does not."""


def find(text: str, given: Iterable[Given] = (), decisions: Mapping[int, bool] = NO_DECISIONS) -> Reading:
    """Find the note marks of a text.

    Args:
        text: the decoded file as supplied, line ends untranslated.
        given: candidates a reader already sees raised or linked.
        decisions: start of a mark in the text as supplied → whether the user keeps it; always wins.
    """
    places = list(places_of(text, vocabulary_of(text)))
    weight, steps, habits = _search(places)
    if weight < prices.GUARD:
        return Reading(())
    found = sorted(_found(places, steps, habits), key=lambda f: f[0].start)
    slices = slices_of(text, [Span(numeral.start, numeral.end) for numeral, _, _ in found])
    offsets = offsets_without(slices, [numeral.start for numeral, _, _ in found])
    marks = (
        Mark(text[n.start : n.end], n.number, str(run), at, Span(n.start, n.end), margin)
        for (n, run, margin), at in zip(found, offsets, strict=True)
    )
    return Reading(tuple(marks), slices)


def _found(
    places: Sequence[tuple[Candidate, ...]], steps: Sequence[Step], habits: Habits
) -> Iterator[tuple[Numeral, int, float]]:
    """Give each numeral taken, its numbering and its margin."""
    margins = iter(margins_of(places, steps, habits))
    runs = [1, *accumulate((step.restarts for step in steps), initial=1)][: len(steps) + 1]
    for step, run in zip(steps, runs[1:], strict=True):
        yield from ((numeral, run, next(margins)) for numeral in step.reading.numerals)
    for reading, after, weight in stragglers_of(places, steps, habits):
        yield from ((numeral, runs[after + 1], weight) for numeral in reading.numerals)


def _search(places: Sequence[tuple[Candidate, ...]]) -> tuple[float, list[Step], Habits]:
    """Search with the general weights, then with the habits that shows."""
    habits = Habits()
    weight, steps = best_path(places, habits)
    for _ in range(ROUNDS):
        habits = habits_of(places, [step.reading for step in steps], kinds_of(steps))
        weight, steps = best_path(places, habits)
    return weight, steps, habits


def doubtful(reading: Reading) -> tuple[Mark, ...]:
    """Pick the marks a person should confirm: those preferred by less than the threshold."""
    return tuple(mark for mark in reading.marks if mark.margin < prices.CONFIRM)
