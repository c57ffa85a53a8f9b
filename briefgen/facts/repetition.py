"""Facts → those that say something new; of twins the one with a note stays. Never merged by likeness alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.model.fact import Fact, Factbase, Omission

CONTAINED = 0.55
"""Share of the shorter one's word triples that the longer one holds, from which two may be twins."""

COMMON = 50
"""Facts with a word triple from which it is a turn of phrase: twins share rarer ones too."""


def repeated(base: Factbase, facts: Sequence[Fact]) -> tuple[list[Fact], list[Omission]]:
    """Part off what repeats another fact: most of its word triples, and the same numbers."""
    traits = {f.id: (_triples(base.words(f)), _numbers(base.words(f))) for f in facts}
    holders: dict[tuple[str, ...], list[Fact]] = {}
    kept: dict[str, Fact] = {}
    left: list[Omission] = []
    for fact in sorted(facts, key=lambda f: (not f.marks, f.span)):
        triples, numbers = traits[fact.id]
        near = {o.id: o for t in sorted(triples) for o in holders.get(t, ())}
        twin = next((o for o in near.values() if traits[o.id][1] == numbers and _held(triples, traits[o.id][0])), None)
        if twin is not None:
            left.append(Omission(fact, f"says the same as {twin.place}"))
            continue
        kept[fact.id] = fact
        for triple in triples:
            holding = holders.setdefault(triple, [])
            if len(holding) < COMMON:
                holding.append(fact)
    return [f for f in facts if f.id in kept], left


def _held(one: set[tuple[str, ...]], other: set[tuple[str, ...]]) -> bool:
    return len(one & other) >= CONTAINED * max(1, min(len(one), len(other)))


def _triples(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[n : n + 3]) for n in range(max(1, len(words) - 2))}


def _numbers(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\d[\d.,]*\d|\d", text))
