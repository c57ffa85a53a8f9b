"""A text as supplied → the note marks in it, each with the margin by which it was preferred."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from briefgen.errors import Remark
from briefgen.marks import prices
from briefgen.marks.candidates import Place, number_of
from briefgen.marks.decisions import Draft, decide, weigh_decisions
from briefgen.marks.glued import glued_places
from briefgen.marks.lifting import Reading, offsets_without, slices_of
from briefgen.marks.numbering import Numbering, number_places
from briefgen.marks.raised import Given, bracketed_places, given_places, superscript_places, told_apart
from briefgen.marks.vocabulary import Vocabulary, vocabulary_of
from briefgen.model.source import Mark, Span

NO_DECISIONS: Final[Mapping[int, bool]] = MappingProxyType({})


def find(
    text: str,
    given: Iterable[Given] = (),
    decisions: Mapping[int, bool] = NO_DECISIONS,
    numbering: int | None = None,
) -> Reading:
    """Find the note marks of a text.

    Args:
        text: the decoded file as supplied, line ends untranslated.
        given: candidates a reader already sees raised or linked.
        decisions: start of a mark in the text as supplied → whether the user keeps it; always wins.
        numbering: which of several that compete, from 1, the heaviest first; None takes that and says so.
    """
    told, counted = told_apart(text, given)
    known = vocabulary_of(text)
    drafts = [Draft(each.span, each.run or "1", prices.LEFT[each.evidence]) for each in told]
    rivals = _numberings(given_places(text, counted, known), decisions, prices.GUARD_GIVEN)
    if not rivals and not told:
        rivals = _flat_numberings(text, known, decisions)
    if rivals:
        chosen = rivals[min(numbering or 1, len(rivals)) - 1]
        drafts += (Draft(Span(n.start, n.end), str(run), margin) for n, run, margin in chosen.found)
    reading = _reading(text, decide(text, drafts, decisions))
    if len(rivals) < 2:
        return reading
    named = tuple(f"{n} ({_described(text, rival)})" for n, rival in enumerate(rivals, 1))
    remark = Remark("note marks", f"{len(rivals)} numberings compete: {', '.join(named)}", "choose with --numbering")
    return replace(reading, rivals=named, remarks=() if numbering else (remark,))


def doubtful(reading: Reading) -> tuple[Mark, ...]:
    """Pick the marks a person should confirm: those preferred by less than the threshold."""
    return tuple(mark for mark in reading.marks if mark.margin < prices.CONFIRM)


def _flat_numberings(text: str, known: Vocabulary, decisions: Mapping[int, bool]) -> list[Numbering]:
    """Find the numberings of a text without formatting, the heaviest first; a lighter one only if it stands alone."""
    glued = list(glued_places(text, known))
    found = _numberings(glued, decisions, prices.GUARD)
    if not found:
        # Among many names with figures the few marks drown; those in the plainest places may still stand out.
        plain = ([each for each in place if prices.LEFT[each.left] >= prices.PLAIN] for place in glued)
        found = _numberings((tuple(place) for place in plain if place), decisions, prices.GUARD)
    for places in (bracketed_places(text, known), superscript_places(text, known)):
        found += _numberings(places, decisions, prices.GUARD)
    found.sort(key=lambda numbering: -numbering.weight)
    return [numbering for numbering in found if numbering is found[0] or numbering.weight >= prices.RIVAL]


def _numberings(places: Iterable[Place], decisions: Mapping[int, bool], guard: tuple[float, float]) -> list[Numbering]:
    weighed = list(weigh_decisions(places, decisions) if decisions else places)
    numbering = number_places(weighed, guard, decisions)
    return [numbering] if numbering.found else []


def _described(text: str, numbering: Numbering) -> str:
    """Say how large a numbering is and where it begins."""
    first = numbering.found[0].numeral
    begin = " ".join(text[max(0, first.start - 24) : first.end + 1].split())
    return f"{len(numbering.found)} marks, the first at “{begin}”"


def _reading(text: str, drafts: Sequence[Draft]) -> Reading:
    slices = slices_of(text, [draft.span for draft in drafts])
    offsets = offsets_without(slices, [draft.span.start for draft in drafts])
    marks = (
        Mark(*_label(text, span), run, at, span, margin)
        for (span, run, margin), at in zip(drafts, offsets, strict=True)
    )
    return Reading(tuple(marks), slices)


def _label(text: str, span: Span) -> tuple[str, int | None]:
    """Give a label in plain digits, and its number."""
    number = number_of(span.of(text))
    return (span.of(text), None) if number is None else (str(number), number)
