"""A first path → the habits of this document: where it puts its marks, how often it skips, repeats, restarts.

The second search weighs with them. Each is the general weight, drawn towards what was counted here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, log
from typing import Final

from briefgen.marks import prices
from briefgen.marks.candidates import Candidate, Place

RARER: Final = 1.0
"""Places that the general weight of a context counts for, of those it expects fewer of."""
SUREST: Final = 8.0
"""Weight beyond which counting changes nothing."""
DOWN: Final = -5.0
UP: Final = 3.0
"""How far a document may move a weight: what it leaves unused is counted surely, what it uses may be a mistake,
and a context that speaks against marks is never made to speak for them."""
STEPS: Final = 20.0
"""Marks that the general rate of a kind of step counts for."""
RATES: Final[dict[str, float]] = {"skip": 0.05, "repeat": 0.05, "restart": 0.02, "adjacent": 0.03}
"""How often each comes among a hundred marks where nothing is known of a document."""


@dataclass(frozen=True, slots=True)
class Habits:
    """What to add to the general weights in one document."""

    left: Mapping[str, float] = field(default_factory=dict)
    skip: float = 0.0
    repeat: float = 0.0
    restart: float = 0.0
    adjacent: float = 0.0


def habits_of(places: Sequence[Place], taken: Sequence[Candidate], kinds: Mapping[str, int]) -> Habits:
    """Learn the habits from the candidates a first search took and left, and the kinds of its steps."""
    marks = Counter(candidate.left for candidate in taken)
    seen = Counter(candidates[0].left for candidates in places)
    left = {name: _drawn(prices.LEFT[name], marks[name], seen[name] - marks[name]) for name in seen | marks}
    total = sum(len(candidate.numerals) for candidate in taken)
    return Habits(left, **{kind: _rate(kinds.get(kind, 0), total, usual) for kind, usual in RATES.items()})


def _drawn(weight: float, marks: int, others: int) -> float:
    share = 1.0 / (1.0 + exp(-max(-SUREST, min(SUREST, weight))))
    strength = RARER / min(share, 1.0 - share)
    here = log((marks + strength * share) / (max(0, others) + strength * (1.0 - share)))
    return max(DOWN, min(UP if weight >= prices.FIRM else 0.0, here - weight))


def _rate(count: int, total: int, usual: float) -> float:
    here = (count + STEPS * usual) / (total + STEPS)
    return max(-UP, min(UP, log(here / usual)))
