"""Factbase → the numbers in its sentences that no rule explains. A figure missed is said, never silently lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefgen.errors import Remark
from briefgen.facts import designations
from briefgen.facts.numberwords import word_pattern
from briefgen.model.fact import Fact, Factbase
from briefgen.model.source import Span

_AROUND = 24
_NOT_NUMBERS = re.compile(
    r"\bhalf[- ](?:way|hearted|brother|sister|time)|\bhalf\b(?!\s(?:of|the|a|its|their|all))|"
    r"\bthird(?:ly)?\b(?![- ]of)|\bquarters?\b(?!\sof)|\b(?:first|second)\shalf\b|\b(?:one|zero)\b",
    re.IGNORECASE,
)
"""Words that look like numbers and are none."""


@dataclass(frozen=True, slots=True)
class Unexplained:
    """A number that is neither quantity, time nor designation."""

    place: str
    span: Span
    """In the source's text."""
    words: str


def audit(base: Factbase) -> tuple[Remark, ...]:
    """List every number of a source that no rule explains, as remarks with their place."""
    text = base.source.text
    return tuple(_remark(text, found) for fact in base.facts for found in of_fact(base, fact))


def of_fact(base: Factbase, fact: Fact) -> Iterator[Unexplained]:
    """Find the numbers of one fact that no rule explains."""
    language = base.source.card.language
    words = fact.span.of(base.source.text)
    tokens = [Span(*match.span()) for match in _token(language).finditer(words)]
    if not tokens:
        return
    times = [p.span.moved(-fact.span.start) for p in fact.periods]
    known = [q.span.moved(-fact.span.start) for q in fact.quantities] + times
    known += [d.span for d in designations.find(words, language, times)]
    known += [Span(*match.span()) for match in _NOT_NUMBERS.finditer(words)]
    explained = bytearray(len(words))
    for span in known:
        explained[span.start : span.end] = b"\1" * (span.end - span.start)
    for token in tokens:
        if not any(explained[token.start : token.end]):
            yield Unexplained(fact.place, token.moved(fact.span.start), token.of(words))


@lru_cache(maxsize=16)
def _token(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"\d(?:[\d.,]*\d)?|\b(?:{word_pattern(language)}|dozens?|hundreds?|thousands?|millions?|billions?|trillions?|half|thirds?|"
        r"quarters?|twice|thrice|doubl(?:ed|ing)|tripl(?:ed|ing)|quadrupl(?:ed|ing)|halved)\b|[一二三四五六七八九十百千两]+(?=[次个名项])",
        re.IGNORECASE,
    )


def _remark(text: str, found: Unexplained) -> Remark:
    around = " ".join(text[max(0, found.span.start - _AROUND) : found.span.end + _AROUND].split())
    return Remark(
        found.place, f"no rule explains “{found.words}” in “…{around}…”", "read it before you use the figures"
    )
