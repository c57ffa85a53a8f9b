"""Decided facts, themes → terms that would tell them apart, by log-odds. For a person to weigh, never taken up alone.

A term is worth suggesting where sentences that an editor put on a theme have it and sentences decided otherwise have
not; most of all where the theme's own terms find nothing in them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from briefgen.facts.lexemes import Index, Word, words_of
from briefgen.model.fact import Fact, Factbase
from briefgen.model.theme import Theme

LEAST = 2
"""Sentences that must have a term."""
CLEAR = 1.3
"""Standard deviations of the log-odds above which a difference is told from chance: one in ten are not."""
_LONGEST = 2
"""Words of a term."""
_COMMON = 0.25
"""Share of the other sentences from which a term is of the whole source, not of a theme."""
_IDLE = frozenset(
    re.findall(
        r"\w+",
        """
        a about above after all also among an and any are as at based be been being between both but by can could each
        few first for from had has have he her high his how if in into is it its last led like low made main major make
        many may more most much needs new no nor not of old on one only or other our out over own same several she so
        some such than that the their them then there these they this those through to two under up upon very was way
        were what when where which while who whom will with within without would year years yet
        january february march april may june july august september october november december
        """,
    )
)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A term for a theme."""

    theme: str
    term: str
    weight: int
    inside: int
    """Sentences on the theme that have it."""
    outside: int
    """Sentences not on the theme that have it."""
    missed: int
    """Sentences on the theme that have it and in which the theme's own terms find nothing."""


def suggest(base: Factbase, theme: Theme, most: int = 10) -> tuple[Suggestion, ...]:
    """Find terms that separate the sentences an editor decided to be on a theme, the most useful first."""
    decided = [fact for fact in base.facts if fact.decision is not None]
    on = [fact for fact in decided if theme.name in fact.theme_names]
    off = [fact for fact in decided if theme.name not in fact.theme_names]
    missed = [fact for fact in on if not _matched(fact, theme)]
    known = Index([term for term, _ in theme.terms])
    written = _capitals(base)
    counts = [_counted(base, facts, known, written) for facts in (on, off, missed)]
    found = [_weighed(theme.name, term, counts, len(on), len(off)) for term in sorted(counts[0])]
    ranked = sorted((row for row in found if row is not None), key=lambda row: (-row[1].missed, -row[0], row[1].term))
    return tuple(_apart(suggestion for _, suggestion in ranked))[:most]


def _matched(fact: Fact, theme: Theme) -> bool:
    return any(theming.matched for theming in fact.themes if theming.theme == theme.name)


def _weighed(
    theme: str, term: str, counts: Sequence[Counter[str]], on: int, off: int
) -> tuple[float, Suggestion] | None:
    """Compare how often a term stands in and out of a theme; None where it tells too little."""
    inside, outside, missed = (count[term] for count in counts)
    odds = log((inside + 0.5) / (on - inside + 0.5)) - log((outside + 0.5) / (off - outside + 0.5))
    clear = odds / sqrt(1 / (inside + 0.5) + 1 / (outside + 0.5))
    if inside < LEAST or clear < CLEAR or outside > _COMMON * off:
        return None
    return clear, Suggestion(theme, term, 3 if clear > 2.5 else 2 if clear > 1.8 else 1, inside, outside, missed)


def _counted(base: Factbase, facts: Iterable[Fact], known: Index, written: Mapping[str, str]) -> Counter[str]:
    """Count in how many sentences each term stands that the theme does not have yet."""
    return Counter(term for fact in facts for term in _terms(fact.span.of(base.source.text), known, written))


def _terms(text: str, known: Index, written: Mapping[str, str]) -> set[str]:
    words = words_of(text)
    taken = {place for hit in known.find(words) for place in hit.at}
    runs = (range(start, start + size) for size in range(1, _LONGEST + 1) for start in range(len(words) - size + 1))
    telling = (run for run in runs if taken.isdisjoint(run) and _tells(words, run))
    return {" ".join(written.get(words[place].lower, words[place].lower) for place in run) for run in telling}


def _tells(words: Sequence[Word], run: range) -> bool:
    """Tell whether words in a row may be a term: none idle, no figure, nothing between them."""
    if any(words[place].apart for place in run[1:]):
        return False
    said = [words[place] for place in run]
    return all(len(w.text) > 1 and w.lower not in _IDLE and not re.search(r"\d", w.text) for w in said)


def _capitals(base: Factbase) -> dict[str, str]:
    """Find the words that never stand in small letters but where a sentence begins: names, as mostly written."""
    forms: dict[str, Counter[str]] = {}
    for fact in base.facts:
        for word in words_of(fact.span.of(base.source.text))[1:]:
            forms.setdefault(word.lower, Counter())[word.text] += 1
    return {lower: max(sorted(found), key=found.__getitem__) for lower, found in forms.items() if lower not in found}


def _apart(suggestions: Iterable[Suggestion]) -> Iterable[Suggestion]:
    """Leave away what says no more than a term before it: “arms race” after “arms”."""
    given: list[set[str]] = []
    for suggestion in suggestions:
        words = set(suggestion.term.lower().split())
        if not any(words & other for other in given):
            given.append(words)
            yield suggestion
