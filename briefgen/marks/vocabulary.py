"""A text → the words that stand in it without digits, and the tokens that end in digits."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Set
from dataclasses import dataclass
from typing import Final

STANDALONE: Final = re.compile(r"(?<!\w)[^\W\d_]{2,}(?!\w)")
RUN: Final = re.compile(r"[0-9]+")
TOKEN_REACH: Final = 20
OPENERS: Final = "([{“‘„\"'«—"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a text holds besides the place one looks at."""

    words: Set[str]
    figures: Counter[str]
    """Tokens up to the end of each run of digits: "A-130", "p21", "3.6"."""


def vocabulary_of(text: str) -> Vocabulary:
    """Collect the words and figures of a text."""
    figures = Counter(token_before(text, run.end()) for run in RUN.finditer(text))
    return Vocabulary(frozenset(STANDALONE.findall(text)), figures)


def token_before(text: str, end: int) -> str:
    """Cut out what stands before an offset, back to a space or an opening sign."""
    chunks = text[max(0, end - TOKEN_REACH) : end].split()
    return chunks[-1].lstrip(OPENERS) if chunks else ""
