"""Facts → measures that a theme might name: quantities of one unit with a word in common that is rare elsewhere.

They are only suggestions: a person gives them a name and looks whether the values are really of one thing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from briefgen.facts.lexemes import words_of
from briefgen.model.fact import Fact, Factbase, Quantity
from briefgen.model.source import Span
from briefgen.model.theme import MeasureRule

_DIRECTIONS = ("level", "share", "count")
_COMMON = frozenset({
    "about", "according", "after", "also", "amid", "among", "been", "before", "between", "billion", "both", "could",
    "dollars", "during", "each", "early", "ever", "first", "from", "have", "having", "into", "just", "last", "less",
    "like", "many", "million", "months", "more", "most", "much", "nearly", "next", "only", "other", "over", "past",
    "percent", "same", "second", "several", "since", "some", "such", "than", "that", "their", "them", "then", "there",
    "these", "they", "third", "this", "those", "thousand", "through", "time", "times", "total", "trillion", "under",
    "until", "used", "very", "well", "were", "what", "when", "where", "which", "while", "will", "with", "within",
    "would", "year", "years",
})  # fmt: skip
_WORD = re.compile(r"[a-z][a-z-]{3,}")
_LEAST = 2


@dataclass(frozen=True, slots=True)
class _Loose:
    """A quantity that no measure has, and the words of its sentence that may name one."""

    fact: Fact
    quantity: Quantity
    words: frozenset[str]

    @property
    def group(self) -> tuple[str, str]:
        """Say with what it may be compared: unit and direction."""
        return self.quantity.currency or self.quantity.unit or "", self.quantity.direction


def gather_measures(base: Factbase, facts: Sequence[Fact], named: Collection[str]) -> tuple[MeasureRule, ...]:
    """Suggest a measure for every group of quantities, among some facts, that none of the measures named has."""
    spread = Counter(word for fact in base.facts for word in _words(base, fact))
    loose = list(_loose(base, facts, named))
    return tuple(
        rule
        for group in sorted({one.group for one in loose})
        for rule in _rules([one for one in loose if one.group == group], spread)
    )


def _loose(base: Factbase, facts: Sequence[Fact], named: Collection[str]) -> Iterator[_Loose]:
    known: set[Span] = {p.quantity.span for s in base.series if s.measure in named for p in s.points}
    for fact in facts:
        words = _words(base, fact)
        for quantity in fact.quantities:
            measured = quantity.value is not None and quantity.direction in _DIRECTIONS
            if measured and quantity.span not in known and (quantity.currency or quantity.unit):
                yield _Loose(fact, quantity, words - {quantity.unit or ""})


def _words(base: Factbase, fact: Fact) -> frozenset[str]:
    found = (word.lower for word in words_of(base.words(fact)))
    return frozenset(word for word in found if _WORD.fullmatch(word) and word not in _COMMON)


def _rules(loose: list[_Loose], spread: Counter[str]) -> Iterator[MeasureRule]:
    """Take the word that most of the quantities share and fewest other sentences have; then go on with the rest."""
    unit, direction = loose[0].group
    while len(loose) >= _LEAST:
        shared = Counter(word for one in loose for word in one.words)
        word = max(sorted(shared), key=lambda w: (shared[w] / (1 + spread[w]) * (shared[w] >= _LEAST), shared[w]))
        if shared[word] < _LEAST:
            return
        yield MeasureRule(f"{word}-{direction}", word.capitalize(), (word,), unit, (direction,))
        loose = [one for one in loose if word not in one.words]
