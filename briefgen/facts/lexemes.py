"""Terms × text → where they stand. A term is tried only where a word begins as it does: a thousand cost little."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefgen.editorial.terms import HAN, Slot, Variant, variants_of

_WORD = re.compile(rf"[{HAN}]|[^\W{HAN}]+|[$€£¥%]")
_APART = re.compile(r"[,;:!?()\[\]“”\"—]")
_REACH = 8


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text."""

    text: str
    lower: str
    start: int
    end: int
    apart: bool
    """Whether a comma, bracket or the like stands between it and the word before."""


def words_of(text: str) -> list[Word]:
    """Cut a text into words; every Han character is one."""
    found: list[Word] = []
    last = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        between = text[last:start]
        apart = len(between) > 1 and _APART.search(between) is not None
        raw = match.group()
        found.append(Word(raw, raw.lower(), start, end, apart))
        last = end
    return found


@dataclass(frozen=True, slots=True)
class Hit:
    """A term found: which, and at which words of the text."""

    key: int
    at: tuple[int, ...]


class Index:
    """Many terms, found together: each is tried only where a word begins as it does."""

    def __init__(self, terms: Sequence[str]) -> None:
        self._variants: list[tuple[int, Variant]] = []
        self._whole: dict[str, list[int]] = {}
        self._heads: dict[str, list[int]] = {}
        self._anywhere: list[int] = []
        for key, term in enumerate(terms):
            for variant in variants_of(term):
                self._file(len(self._variants), variant[0])
                self._variants.append((key, variant))
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
        for here, word in enumerate(words):
            for number in self._candidates(word.lower):
                key, variant = self._variants[number]
                at = match_at(variant, words, here)
                if at is not None:
                    yield Hit(key, at)

    def _candidates(self, lower: str) -> Iterable[int]:
        found = self._whole.get(lower, [])
        for size in self._sizes:
            if size > len(lower):
                break
            more = self._heads.get(lower[:size])
            if more:
                found = found + more
        return found + self._anywhere if self._anywhere else found


def match_at(slots: Sequence[Slot], words: Sequence[Word], here: int) -> tuple[int, ...] | None:
    """Give the words that fill a term from one word on; None where it does not hold there."""
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
