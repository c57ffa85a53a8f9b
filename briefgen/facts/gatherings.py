"""Facts → measures that a theme might name: quantities of one unit with a word in common that is rare elsewhere.

They are only suggestions: a person gives them a name and looks whether the values are really of one thing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from briefgen.facts.lexemes import words_of
from briefgen.facts.wordlists import collected
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
_SAYING = collected(
    "accounted added amounted became began came counted covered declined earned fell found gave gained gets gone grew "
    "held increased included kept landed lost made makes measured met moved numbered paid put ranged reached received "
    "recorded reported rises rising rose said saw says sent showed shows sold spent stood take taken takes took "
    "totalled went won"
)
"""Verbs that say what a number did; no measure is named after one where a noun is shared too."""
_WORD = re.compile(r"[a-z][a-z-]{3,}")
_LEAST = 2


@dataclass(frozen=True, slots=True)
class _Loose:
    """A quantity that no measure has, and the words of its sentence that may name one."""

    fact: Fact
    quantity: Quantity
    words: Counter[str]
    """How often each stands there."""

    @property
    def group(self) -> tuple[str, str]:
        """Say with what it may be compared: unit and direction; a percentage that does not say so is a share too."""
        unit, direction = self.quantity.currency or self.quantity.unit or "", self.quantity.direction
        return unit, "share" if (unit, direction) == ("percent", "level") else direction


def gather_measures(base: Factbase, facts: Sequence[Fact], named: Collection[str]) -> tuple[MeasureRule, ...]:
    """Suggest a measure for every group of quantities, among some facts, that none of the measures named has."""
    said = base.source.text
    names = frozenset(name for fact in base.facts for name in _names(said[fact.span.start : fact.span.end]))
    spread = Counter(word for fact in base.facts for word in _words(base, fact, names))
    loose = list(_loose(base, facts, named, names))
    return tuple(
        rule
        for group in sorted({one.group for one in loose})
        for rule in _rules([one for one in loose if one.group == group], spread)
    )


def _loose(base: Factbase, facts: Sequence[Fact], named: Collection[str], names: frozenset[str]) -> Iterator[_Loose]:
    known: set[Span] = {p.quantity.span for s in base.series if s.measure in named for p in s.points}
    for fact in facts:
        words = _words(base, fact, names)
        for quantity in fact.quantities:
            measured = quantity.value is not None and quantity.direction in _DIRECTIONS
            if measured and quantity.span not in known and (quantity.currency or quantity.unit):
                unit = _unit_words(quantity)
                yield _Loose(fact, quantity, Counter({word: n for word, n in words.items() if word not in unit}))


def _unit_words(quantity: Quantity) -> frozenset[str]:
    """Give the words of a unit, which any measure in it has; what a count counts is its measure."""
    unit = quantity.unit or ""
    return frozenset({unit} if quantity.direction == "count" else {unit, f"{unit}s", f"{unit}es"})


def _names(sentence: str) -> Iterator[str]:
    """Find the words that have a capital where no sentence opens."""
    yield from (w.lower for n, w in enumerate(words_of(sentence)) if n and sentence[w.start].isupper())


def _words(base: Factbase, fact: Fact, names: frozenset[str]) -> Counter[str]:
    """Count the words of a sentence that may name a measure; no proper name does.

    Args:
        names: words of the source that are names, by which one that opens a sentence is told.
    """
    text = base.words(fact)
    found = (w.lower for n, w in enumerate(words_of(text)) if text[w.start].islower() or not n)
    return Counter(word for word in found if _WORD.fullmatch(word) and word not in _COMMON and word not in names)


def _rules(loose: list[_Loose], spread: Counter[str]) -> Iterator[MeasureRule]:
    """Take the word that most of the quantities share and fewest other sentences have; then go on with the rest."""
    unit, direction = loose[0].group
    while len(loose) >= _LEAST:
        shared = Counter(word for one in loose for word in one.words)
        often = sum((one.words for one in loose), Counter[str]())
        word = max(sorted(shared), key=lambda w: (_worth(w, shared[w], spread[w]), often[w]))
        if shared[word] < _LEAST:
            return
        said = tuple(sorted({one.quantity.direction for one in loose if word in one.words}))
        yield MeasureRule(f"{word}-{direction}", word.capitalize(), (word,), unit, said)
        loose = [one for one in loose if word not in one.words]


def _worth(word: str, shared: int, spread: int) -> float:
    """Rate a word as the name of a measure: shared by many of its quantities, rare elsewhere, and no verb."""
    verb = 0.1 if word in _SAYING else 0.5 if word.endswith(("ed", "ing")) else 1.0
    return verb * shared / (1 + spread) if shared >= _LEAST else 0.0
