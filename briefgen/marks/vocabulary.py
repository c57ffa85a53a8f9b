"""A text → how often its words stand without digits and with, and the tokens that end in digits."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Final

STANDALONE: Final = re.compile(r"(?<!\w)[^\W\d_]{2,}+(?!\w)")
LETTERS: Final = re.compile(r"[^\W\d_]++\Z")
RUN: Final = re.compile(r"[0-9]+")
REACH: Final = 20
"""Characters before digits that are looked at."""
LONGEST_COUNT: Final = 3
"""Digits of a number that counts something through."""
LEAST_COUNT: Final = 4
DENSE: Final = 0.6
OPENERS: Final = "([{“‘„\"'«—"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a text holds besides the place one looks at."""

    words: Counter[str]
    """Words standing alone."""
    coded: Counter[str]
    """Letters that digits are glued to: "p" of "p21", "bins" of "bins8"."""
    figures: Counter[str]
    """Tokens up to the end of each run of digits: "A-130", "p21", "3.6"."""
    counted: frozenset[str]
    """Letters that are counted through by the digits glued to them: "Ring1", "Ring2", "Ring3", "Ring5"."""


def vocabulary_of(text: str) -> Vocabulary:
    """Collect the words and figures of a text."""
    coded: Counter[str] = Counter()
    figures: Counter[str] = Counter()
    numbers: defaultdict[str, set[int]] = defaultdict(set)
    for run in RUN.finditer(text):
        start, end = run.span()
        figures[token_before(text, end)] += 1
        if start and text[start - 1].isalpha():
            letters = letters_before(text, start)
            coded[letters] += 1
            if end - start <= LONGEST_COUNT:
                numbers[letters].add(int(text[start:end]))
    counted = frozenset(letters for letters, found in numbers.items() if _is_series(found))
    return Vocabulary(Counter(STANDALONE.findall(text)), coded, figures, counted)


def _is_series(numbers: set[int]) -> bool:
    """Tell whether most numbers from the first to the last are there."""
    return len(numbers) >= LEAST_COUNT and len(numbers) >= DENSE * (max(numbers) - min(numbers) + 1)


def token_before(text: str, end: int) -> str:
    """Cut out what stands before an offset, back to a space or an opening sign."""
    chunks = text[max(0, end - REACH) : end].split()
    return chunks[-1].lstrip(OPENERS) if chunks else ""


def letters_before(text: str, end: int) -> str:
    """Cut out the letters right before an offset."""
    found = LETTERS.search(text, max(0, end - 2 * REACH), end)
    return found.group() if found else ""


def end_of_run(text: str, at: int) -> int:
    """Find where the digits end that begin at an offset."""
    run = RUN.match(text, at)
    return run.end() if run else at
