"""A one-page paper → cut until page 1 holds it: charts go first, then the key figures, then the last point.

How much a page holds is known only when it is set, so it is composed, set, and cut again. Never a limit goes, never a
note (genre.md §1.3). Charts were drawn before and are only left out, so a round costs little.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

_LEAST = 100
"""Words of the source below which no paper is cut: one that says nothing is none."""
_ENOUGH = 8
"""Words between what fits and what does not at which no more is halved."""
_NEAR, _STEP = 64, 4
"""Words past what fits up to which a fuller paper is looked for: one passage may not fit where two shorter ones do."""

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Cut:
    """What a one-page paper still has."""

    charts: int
    figures: bool = True
    """Whether it has key figures."""
    words: int | None = None
    """Of the source, at most; None for what the length allows."""


@dataclass(frozen=True, slots=True)
class Fitted(Generic[Made]):
    """A paper cut, and whether page 1 holds it."""

    made: Made
    cut: Cut
    fits: bool


def fit(make: Callable[[Cut], Made], fits: Callable[[Made], bool], charts: int, words: int) -> Fitted[Made]:
    """Find the fullest paper that fits; where none does, the shortest.

    Args:
        make: composes a paper with what a cut leaves.
        fits: tells whether page 1 holds it.
        charts: that there are.
        words: of the source, that the length allows.
    """
    cuts = [Cut(n) for n in range(min(charts, 1), -1, -1)] + [Cut(0, figures=False)]
    for cut in cuts:
        made = make(cut)
        if fits(made):
            return Fitted(made, cut, True)
    return _shortened(make, fits, words)


def _shortened(make: Callable[[Cut], Made], fits: Callable[[Made], bool], words: int) -> Fitted[Made]:
    """Halve the words between what fits and what does not: the facts of least worth have no room first."""
    least, most = min(_LEAST, words), words
    cut = Cut(0, figures=False, words=least)
    made = make(cut)
    best = Fitted(made, cut, fits(made))
    while best.fits and most - least > _ENOUGH:
        cut = Cut(0, figures=False, words=(least + most) // 2)
        made = make(cut)
        if fits(made):
            best, least = Fitted(made, cut, True), (least + most) // 2
        else:
            most = (least + most) // 2
    return _filled(best, make, fits, words) if best.fits else best


def _filled(best: Fitted[Made], make: Callable[[Cut], Made], fits: Callable[[Made], bool], words: int) -> Fitted[Made]:
    """Look past the words that fit for a paper that has more and fits too: with more room none has fewer."""
    seen, least = [best.made], best.cut.words or 0
    for more in range(least + _STEP, min(words, least + _NEAR) + 1, _STEP):
        made = make(replace(best.cut, words=more))
        if made not in seen:
            seen.append(made)
            best = Fitted(made, replace(best.cut, words=more), True) if fits(made) else best
    return best
