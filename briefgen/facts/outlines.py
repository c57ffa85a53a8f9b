"""Source → under which of its headings a fact stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

from briefgen.model.fact import Fact
from briefgen.model.source import Source, Span

_SUMMARY = re.compile(
    r"(?:executive )?summary|abstract|conclusions?|key (?:points|findings|judgements|messages)|overview", re.I
)
_BARE = re.compile(r"(?:(?:chapter|part|section|book|article) )?(?:\d+|[IVXLC]+|[A-Z])[.:)]?", re.I)
RUBRIC = 3
"""Times from which a heading names a kind of text, not a topic: "Summary", "Exercises", a signature."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The headings of a source, in the order they stand."""

    spans: tuple[Span, ...]
    titles: tuple[str, ...]
    """On one line each."""

    def number(self, fact: Fact) -> int:
        """Give the number of the heading a fact stands under, from 1; 0 above the first."""
        return bisect_right(self.spans, fact.span)

    def title(self, fact: Fact) -> str:
        """Give the words of the heading a fact stands under; empty above the first."""
        number = self.number(fact)
        return self.titles[number - 1] if number else ""

    def summarises(self, fact: Fact) -> bool:
        """Tell whether it stands under its author's own summary or conclusion."""
        return _SUMMARY.fullmatch(self.title(fact).strip(" .:0123456789")) is not None


def outline(source: Source) -> Outline:
    """Find the headings of a source."""
    spans = tuple(sorted(p.span for p in source.passages if p.kind == "heading"))
    return Outline(spans, tuple(" ".join(span.of(source.text).split()) for span in spans))


def topics(source: Source) -> Outline:
    """Find the headings of a source that name a topic; what stands under another belongs to the topic above it."""
    every = outline(source)
    times = Counter(title.casefold() for title in every.titles)
    named = [
        (span, title)
        for span, title in zip(every.spans, every.titles, strict=True)
        if times[title.casefold()] < RUBRIC and not _BARE.fullmatch(title)
    ]
    return Outline(tuple(span for span, _ in named), tuple(title for _, title in named)) if named else every
