"""Source name, words → id of a fact. The same sentence keeps its id when it is moved, renumbered or set anew."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from unicodedata import normalize

_DIGITS = 10
_FOLDS = str.maketrans(
    {
        **dict.fromkeys('‘’‚‛′`´“”„‟″«»‹›「」『』"', "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", None),
        "…": "...",
    }
)


def normalise(words: str) -> str:
    """Fold what a new edition may set otherwise: case, quotation marks, dashes, white space."""
    folded = normalize("NFC", words).translate(_FOLDS).casefold()
    return re.sub(r"\s+", " ", folded).strip()


def fact_id(source_name: str, words: str) -> str:
    """Name a fact by its source and the hash of its normalised words."""
    return f"{source_name}-{sha256(normalise(words).encode()).hexdigest()[:_DIGITS]}"


def assign(source_name: str, sentences: Iterable[str]) -> tuple[str, ...]:
    """Name all facts of a source; the second of equal ones gets "-2", the third "-3"."""
    seen: Counter[str] = Counter()
    named: list[str] = []
    for words in sentences:
        name = fact_id(source_name, words)
        seen[name] += 1
        named.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return tuple(named)
