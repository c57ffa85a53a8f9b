"""Terms × text → where they stand. A term is tried only where a word begins as it does: a thousand cost little."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefgen.editorial.terms import HAN, Slot, Variant, variants_of

_WORD = re.compile(rf"[{HAN}]|[^\W{HAN}]+|[$€£¥%]")
_APART = re.compile(r"[,;:!?()\[\]“”\"—]")
_REACH = 8
_REMEMBERED = 10_000


class Word(NamedTuple):
    """One word of a text. A named tuple, as a source has many and a dataclass takes thrice the time to make."""

    text: str
    lower: str
    start: int
    end: int
    apart: bool
    """Whether a comma, bracket or the like stands between it and the word before."""


@lru_cache(maxsize=16)
def words_of(text: str) -> tuple[Word, ...]:
    """Cut a text into words; every Han character is one. Several rules ask for one sentence in turn."""
    found: list[Word] = []
    last = 0
    new = tuple.__new__  # What Word(…) ends in, at a third of its cost.
    for match in _WORD.finditer(text):
        start, end = match.span()
        apart = start - last > 1 and _APART.search(text, last, start) is not None
        raw = match[0]
        found.append(new(Word, (raw, raw.lower(), start, end, apart)))
        last = end
    return tuple(found)


class Hit(NamedTuple):
    """A term found: which, and at which words of the text."""

    key: int
    at: tuple[int, ...]


_Candidate = tuple[int, Variant, frozenset[str]]
"""A term's number, its slots, and in lower case the words of which one must come next; empty where any may."""


class Index:
    """Many terms, found together: each is tried only where a word begins as it does."""

    def __init__(self, terms: Sequence[str]) -> None:
        self._variants: list[_Candidate] = []
        self._whole: dict[str, list[int]] = {}
        self._heads: dict[str, list[int]] = {}
        self._anywhere: list[int] = []
        for key, term in enumerate(terms):
            for variant in variants_of(term):
                self._file(len(self._variants), variant[0])
                self._variants.append((key, variant, _next_words(variant)))
        self._known: dict[str, list[_Candidate]] = {}
        self._sizes = tuple(sorted({len(head) for head in self._heads}))

    def _file(self, number: int, first: Slot) -> None:
        for word in sorted({word.lower() for word in first.words}):
            self._whole.setdefault(word, []).append(number)
        for head in first.heads:
            self._heads.setdefault(head, []).append(number)
        if first.pattern and not first.heads:
            self._anywhere.append(number)

    def find(self, words: Sequence[Word]) -> Iterator[Hit]:
        """Find every term at every place."""
        known = self._known
        lowers = [word[1] for word in words] + [""]
        for here in range(len(words)):
            candidates = known.get(lowers[here])
            for key, variant, needed in self._candidates(lowers[here]) if candidates is None else candidates:
                if needed and lowers[here + 1] not in needed:
                    continue
                at = match_at(variant, words, here)
                if at is not None:
                    yield Hit(key, at)

    def _candidates(self, lower: str) -> list[_Candidate]:
        """Give the variants that may begin with a word, and remember them: a text has few words, often."""
        numbers = [*self._whole.get(lower, ()), *self._anywhere]
        for size in self._sizes:
            numbers += self._heads.get(lower[:size], ()) if size <= len(lower) else ()
        found = [self._variants[number] for number in numbers]
        if len(self._known) < _REMEMBERED:
            self._known[lower] = found
        return found


def _next_words(variant: Variant) -> frozenset[str]:
    return frozenset(word.lower() for word in variant[1].words) if len(variant) > 1 else frozenset()


def match_at(slots: Sequence[Slot], words: Sequence[Word], here: int) -> tuple[int, ...] | None:
    """Give the words that fill a term from one word on; None where it does not hold there."""
    if len(slots) == 1:
        return (here,) if slots[0].fits(words[here].text, words[here].lower) else None
    at: list[int] = []
    reach = 1
    for slot in slots:
        if slot.is_gap:
            reach = _REACH + 1
            continue
        limit = min(here + reach, len(words))
        while here < limit and not slot.fits(words[here].text, words[here].lower):
            here += 1
        if here >= limit or (at and reach == 1 and words[here].apart):
            return None
        at.append(here)
        here += 1
        reach = 1
    return tuple(at)
