"""Source → under which of its headings a fact stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

from briefgen.facts.wordlists import collected
from briefgen.model.fact import Fact
from briefgen.model.source import Source, Span

_SUMMARY = re.compile(
    r"(?:executive )?summary|abstract|conclusions?|key (?:points|findings|judgements|messages)|overview", re.I
)
_BARE = re.compile(r"(?:(?:chapter|part|section|book|article) )?(?:\d+|[IVXLC]+|[A-Z])[.:)]?", re.I)
_DAY = re.compile(
    r"(?:\d{1,2}(?:st|nd|rd|th|\.)? )?\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w*\.?,? "
    r"(?:\d{1,2}, )?\d{4}",
    re.I,
)
_DATED = collected(
    "argued decided submitted filed heard delivered signed dated date issued published released received adopted "
    "effective entered approved revised updated modified amended last version draft edition revision as of on and by"
)
RUBRIC = 3
"""Times from which a heading names a kind of text, not a topic: "Summary", "Exercises", a signature."""


def _is_dateline(title: str) -> bool:
    """Tell whether a heading only says when something was done with the document."""
    rest, dates = _DAY.subn(" ", title)
    words = {word.lower() for word in re.findall(r"[^\W\d_]+", rest)}
    return dates > 0 and (words <= _DATED or bool(re.search(r"last (?:updated|revised|modified)", rest, re.I)))


@dataclass(frozen=True, slots=True)
class Outline:
    """The headings of a source, in the order they stand."""

    spans: tuple[Span, ...]
    titles: tuple[str, ...]
    """On one line each."""
    same: tuple[int, ...] = ()
    """For each heading the number of the one it is taken together with; empty where each stands for itself."""

    def number(self, fact: Fact) -> int:
        """Give the number of the heading a fact stands under, from 1; 0 above the first."""
        number = bisect_right(self.spans, fact.span)
        return self.same[number - 1] if number and self.same else number

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
    """Find the headings of a source that name a topic.

    What stands under a bare number or a date belongs to the topic above it; what stands under one rubric, wherever it
    returns, belongs together: a summary is no part of the example before it.
    """
    every = outline(source)
    named = [
        (span, title)
        for span, title in zip(every.spans, every.titles, strict=True)
        if not _BARE.fullmatch(title) and not _is_dateline(title)
    ]
    if not named:
        return every
    titles = tuple(title for _, title in named)
    times = Counter(title.casefold() for title in titles)
    first = {title.casefold(): n for n, title in reversed(list(enumerate(titles, 1)))}
    same = tuple(
        first[title.casefold()] if times[title.casefold()] >= RUBRIC else n for n, title in enumerate(titles, 1)
    )
    return Outline(tuple(span for span, _ in named), titles, same)
