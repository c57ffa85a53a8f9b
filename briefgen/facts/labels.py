"""Sentence → the themes it is on, primary first, with the terms that say so. Weights are the theme files'."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefgen.facts.lexemes import Hit, Index, Word, words_of
from briefgen.model.fact import Theming
from briefgen.model.source import Span
from briefgen.model.theme import Theme

Matched = tuple[tuple[str, float, Span], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One term of one theme; a mask weighs nothing."""

    theme: int
    term: str
    weight: float


class Lexicon:
    """The terms of several themes, found in one pass over a sentence."""

    def __init__(self, themes: Sequence[Theme]) -> None:
        self._themes = tuple(themes)
        self._entries = [Entry(n, term, weight) for n, theme in enumerate(themes) for term, weight in _weighting(theme)]
        self._index = Index([entry.term for entry in self._entries])

    def score(self, text: str) -> tuple[Theming, ...]:
        """Label a sentence: every theme that reaches its threshold and its share of the best, best first."""
        scored = self.weigh(text)
        best = max((t.score for t in scored), default=0.0)
        bars = {theme.name: (theme.threshold, theme.share) for theme in self._themes}
        kept = [t for t in scored if t.score >= bars[t.theme][0] and t.score >= bars[t.theme][1] * best]
        return tuple(sorted(kept, key=lambda t: -t.score))

    def weigh(self, text: str) -> tuple[Theming, ...]:
        """Score a sentence for every theme of which any term stands in it, in the themes' order, kept or not."""
        words = words_of(text)
        hits: dict[int, list[Hit]] = {}
        for hit in self._index.find(words):
            hits.setdefault(self._entries[hit.key].theme, []).append(hit)
        theming = (self._theming(n, hits[n], words) for n in sorted(hits))
        return tuple(t for t in theming if t.matched)

    def _theming(self, theme: int, hits: list[Hit], words: Sequence[Word]) -> Theming:
        """Longest term first, no word counted twice, one vote a term."""
        taken: set[int] = set()
        voted: dict[int, tuple[str, float, Span]] = {}
        for hit in sorted(hits, key=lambda h: (-len(h.at), self._entries[h.key].weight > 0, h.at, h.key)):
            if not taken.isdisjoint(hit.at):
                continue
            taken.update(hit.at)
            entry = self._entries[hit.key]
            if entry.weight and hit.key not in voted:
                voted[hit.key] = (entry.term, entry.weight, Span(words[hit.at[0]].start, words[hit.at[-1]].end))
        matched = tuple(sorted(voted.values(), key=lambda row: row[2]))
        return Theming(self._themes[theme].name, sum(weight for _, weight, _ in matched), matched)


def _weighting(theme: Theme) -> Iterable[tuple[str, float]]:
    yield from theme.terms
    yield from ((mask, 0.0) for mask in theme.masks)


def inherit(own: tuple[Theming, ...], leant_on: tuple[Theming, ...]) -> tuple[Theming, ...]:
    """Give a sentence that names no topic the themes of what it leans on; there is no term of its own to show."""
    return own or tuple(Theming(theming.theme, theming.score / 2, ()) for theming in leant_on)


def compile(themes: Sequence[Theme]) -> Lexicon:
    """Make the lexicon of some themes; a theme without terms (a quota) labels nothing."""
    return Lexicon(themes)
