"""A theme file's term → the slots it is made of. What an author may write in a term is said here and nowhere else.

A term is words in a row, found whatever hyphen or apostrophe joins them. In it ``*`` stands for any letters,
``(a|b c)`` for either, ``…`` for up to eight words between; a word with a capital is matched as written
("US" is not "us"), any other in any case.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

HAN = r"\u3400-\u9fff\uf900-\ufaff"
_PIECE = re.compile(rf"\([^()]*\)|…|[{HAN}]|(?:[^\W{HAN}]|\*)+|[$€£¥%]")
_LETTERS = r"\w*"
MOST_VARIANTS = 200


@dataclass(frozen=True, slots=True)
class Slot:
    """One word of a term, given by the words or the pattern that fill it; with neither, a gap before the next."""

    words: frozenset[str] = frozenset()
    cased: bool = False
    pattern: re.Pattern[str] | None = None
    heads: tuple[str, ...] = ()
    """Lower-case letters, one of which every word that fits a pattern begins with; empty where it may be any."""

    @property
    def is_gap(self) -> bool:
        """Tell whether it stands for words between."""
        return not self.words and self.pattern is None

    def fits(self, text: str, lower: str) -> bool:
        """Tell whether a word, given as it stands and in lower case, fills the slot."""
        if self.pattern is not None:
            return self.pattern.fullmatch(text) is not None
        return (text if self.cased else lower) in self.words


Variant = tuple[Slot, ...]


@lru_cache(maxsize=8192)
def variants_of(term: str) -> tuple[Variant, ...]:
    """Read a term; a bracket that holds phrases gives one variant a phrase.

    Raises:
        ValueError: it has no word, or a bracket, gap or wildcard in it says nothing.
    """
    if re.search(r"[()|]", re.sub(r"\([^()]*\)", "", term)):
        raise ValueError("a bracket is not closed, or “|” stands outside one")
    spread = [_spread(piece) for piece in _PIECE.findall(term)]
    variants = tuple(tuple(slot for part in parts for slot in part) for parts in product(*spread))
    if len(variants) > MOST_VARIANTS:
        raise ValueError("its brackets hold too many phrases")
    if not variants or not variants[0]:
        raise ValueError("it has no word")
    if any(v[0].is_gap or v[-1].is_gap for v in variants):
        raise ValueError("“…” stands between words")
    return variants


def _spread(piece: str) -> list[Variant]:
    """Give the ways one piece of a term may be filled."""
    choices = [_PIECE.findall(choice) for choice in piece.strip("()").split("|")]
    if not all(choices):
        raise ValueError("a bracket has an empty choice")
    if piece[0] == "(" and any("…" in choice for choice in choices):
        raise ValueError("“…” stands in a bracket")
    if all(len(choice) == 1 for choice in choices):
        return [(_slot([choice[0] for choice in choices]),)]
    return [tuple(_slot([word]) for word in choice) for choice in choices]


def _slot(words: list[str]) -> Slot:
    if words == ["…"]:
        return Slot()
    if any(not word.strip("*") for word in words):
        raise ValueError("“*” stands beside letters; words between are written “…”")
    cased = any(word != word.lower() for word in words)
    if not any("*" in word for word in words):
        return Slot(frozenset(words), cased)
    body = "|".join(re.escape(word).replace(r"\*", _LETTERS) for word in words)
    heads = tuple(dict.fromkeys(word.partition("*")[0].lower() for word in words))
    return Slot(
        cased=cased,
        pattern=re.compile(body, re.NOFLAG if cased else re.IGNORECASE),
        heads=heads if all(heads) else (),
    )
