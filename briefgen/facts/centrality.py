"""Factbase → how much each sentence is of its document: in its commonest content words, early, or in its summary.

A sentence full of figures may be worth much and yet stand for nothing. No lexicon: a word counts by how many
sentences hold it; one that a single sentence holds counts for nothing, nor does one that nearly all hold.
"""

from __future__ import annotations

import re
from collections import Counter
from math import log, sqrt

from briefgen.facts.codes import code_of, share_of_code
from briefgen.facts.outlines import outline
from briefgen.model.fact import Factbase

SPOKEN, OPENING, SUMMARY = 6.0, 1.5, 2.5
"""Weight of the document's own words, of standing in its opening, of standing in its author's summary."""
CODE = 8.0
"""What a sentence all in code would lose: what one function returns stands for no manual."""
_LONG = 30
"""Telling words from which a sentence loses more by its length than it gains."""
_EARLY = 0.05
"""Share of the paragraphs that are the opening."""
_WORD = re.compile(r"[^\W\d_]{4,}|[\u3400-\u9fff]")


def represent(base: Factbase) -> dict[str, float]:
    """Weigh every fact for how much it stands for its document."""
    words = {f.id: _content(base.words(f)) for f in base.facts}
    common = Counter(word for found in words.values() for word in found)
    total = max(1, len(base.facts))
    spoken = {i: _spoken(found, common, total) for i, found in words.items()}
    most = max(spoken.values(), default=0.0) or 1.0
    headings, early = outline(base.source), _opening(base)
    return {
        f.id: SPOKEN * spoken[f.id] / most
        + OPENING * (f.paragraph <= early)
        + SUMMARY * headings.summarises(f)
        - CODE * share_of_code(base.words(f))
        for f in base.facts
    }


def _content(text: str) -> frozenset[str]:
    code = set(code_of(text))
    prose = " ".join(piece for piece in text.split() if piece not in code) if code else text
    return frozenset(word.lower().removesuffix("s") for word in _WORD.findall(prose))


def _spoken(words: frozenset[str], common: Counter[str], total: int) -> float:
    """Add up its words, each by how common it is and yet how telling; long sentences gain by their root only."""
    told = sum((common[word] - 1) * log(total / common[word]) for word in sorted(words))
    return told / sqrt(len(words) + 4) * min(1.0, _LONG / max(1, len(words)))


def _opening(base: Factbase) -> int:
    """Give the last paragraph of the opening: one at least, three in a text of some length."""
    last = max((f.paragraph for f in base.facts), default=1)
    return max(min(3, last // 4), round(_EARLY * last), 1)
