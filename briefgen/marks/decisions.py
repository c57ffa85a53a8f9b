"""Marks found and the user's decisions → the marks as decided. What the user says of a place always wins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from briefgen.marks import prices
from briefgen.marks.candidates import Place
from briefgen.model.source import Span

LABEL: Final = re.compile(r"[0-9]+|[⁰¹²³⁴-⁹]+|[*†‡§¶]+|(?:[ivxlc]+|[IVXLC]+|[a-z])(?!\w)")


class Draft(NamedTuple):
    """A mark before the text is lifted."""

    span: Span
    """Of the label, as supplied."""
    run: str
    margin: float


def weigh_decisions(places: Iterable[Place], decisions: Mapping[int, bool]) -> Iterator[Place]:
    """Leave out what was dropped, and let what was kept outweigh all else."""
    for place in places:
        starts = {numeral.start for candidate in place for numeral in candidate.numerals}
        if not starts & decisions.keys():
            yield place
            continue
        said = [(candidate, [decisions.get(numeral.start) for numeral in candidate.numerals]) for candidate in place]
        kept = tuple(
            candidate._replace(weight=candidate.weight + prices.CERTAIN * answers.count(True), firm=True)
            for candidate, answers in said
            if False not in answers
        )
        if kept:
            yield kept


def decide(text: str, drafts: Iterable[Draft], decisions: Mapping[int, bool]) -> list[Draft]:
    """Take out the marks dropped and put in those kept, in order."""
    left = {draft.span.start: draft for draft in drafts if decisions.get(draft.span.start, True)}
    for start in sorted(at for at, keep in decisions.items() if keep):
        if start in left:
            left[start] = left[start]._replace(margin=prices.CERTAIN)
            continue
        label = LABEL.match(text, start)
        if not label:
            continue
        span = Span(*label.span())
        left = {at: draft for at, draft in left.items() if not draft.span.meets(span)}
        earlier = [draft for at, draft in left.items() if at < start]
        run = max(earlier, key=lambda draft: draft.span).run if earlier else "1"
        left[start] = Draft(span, run, prices.CERTAIN)
    return [left[at] for at in sorted(left)]
