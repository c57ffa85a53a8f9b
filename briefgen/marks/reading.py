"""A text as supplied → the note marks in it, each with the margin by which it was preferred."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from briefgen.marks import prices
from briefgen.marks.candidates import Reading as Candidate
from briefgen.marks.candidates import places_of
from briefgen.marks.habits import Habits, habits_of
from briefgen.marks.lifting import Reading, offsets_without, slices_of
from briefgen.marks.margins import margins_of
from briefgen.marks.sequence import Step, best_path, kinds_of
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
    margins = margins_of(places, steps, habits)
    numerals = [numeral for step in steps for numeral in step.reading.numerals]
    slices = slices_of(text, [Span(n.start, n.end) for n in numerals])
    offsets = offsets_without(slices, [n.start for n in numerals])
    run = 1
    marks: list[Mark] = []
    for step in steps:
        run += step.restarts
        for numeral in step.reading.numerals:
            at, margin = offsets[len(marks)], margins[len(marks)]
            supplied = Span(numeral.start, numeral.end)
            marks.append(Mark(supplied.of(text), numeral.number, str(run), at, supplied, margin))
    return Reading(tuple(marks), slices)


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
