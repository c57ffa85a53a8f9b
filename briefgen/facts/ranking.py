"""Factbase × theme × length → the facts on the theme, in the order in which a paper of that length wants them.

All of it that does not depend on how many words there is room for: a one-page paper tries a dozen numbers of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from briefgen.errors import UnknownName
from briefgen.facts.centrality import represent
from briefgen.facts.front import COUNTS, lead, points, standing
from briefgen.facts.outlines import outline
from briefgen.facts.quota import share_out
from briefgen.facts.repetition import repeated
from briefgen.facts.salience import weight
from briefgen.facts.statements import silent
from briefgen.model.fact import Fact, Factbase, Omission, Ranking
from briefgen.model.theme import Theme

CEILINGS = {"one-page": 350, "standard": 1500, "full": 4000}
"""Words of the source a paper prints at most."""
_SIDED = "takes a side, and one page has no room for another"
_DENIES = re.compile(
    r"(?!It\s)(?:[\w’'-]+\s){1,4}(?:has|have|had|do|does|did|is|are|was|were|will|would|can|could)\snot\s(?:\w+\s){1,2}?"
    r"(?:this|these|those|such|them)\b(?!\s(?:who|which|that|as)\b)"
)
"""Says of what stands before that it is not so: "Norland has not opposed these sales"."""
_CAVEAT = re.compile(r"(?:However|But|Yet|Nevertheless|Nonetheless|Still|Even so|That said)\b")


def rank(base: Factbase, theme: Theme, length: str) -> Ranking:
    """Order the facts on a theme, and part off what no paper of a length prints.

    Raises:
        UnknownName: there is no such length.
    """
    if length not in CEILINGS:
        raise UnknownName.among("the length", "length", length, CEILINGS)
    headings = outline(base.source)
    worth = {f.id: weight(base, f, "" if theme.quota else theme.name, headings.summarises(f)) for f in base.facts}
    on = _candidates(base, theme)
    excluded = [Omission(f, "an editor excluded it") for f in on if is_excluded(f, theme.name)]
    candidates, mute = _stating(base, theme, [f for f in on if not is_excluded(f, theme.name)])
    candidates, twins = repeated(base, candidates)
    ranks = _foremost(base, worth) if theme.quota else worth | _standing(base, theme, candidates, worth)
    sided = [Omission(f, _SIDED) for f in candidates if f.loaded] if length == "one-page" else []
    wanted = [f for f in candidates if not (sided and f.loaded)]
    return Ranking(
        candidates=tuple(candidates),
        queue=tuple(_queue(base, theme, wanted, ranks, length)),
        foremost=lead(base, theme, candidates, ranks),
        ranks=ranks,
        caveats=_caveats(base),
        left_out=(*excluded, *mute, *twins, *sided),
    )


def is_excluded(fact: Fact, theme: str) -> bool:
    """Tell whether an editor excluded a fact from the papers on a theme."""
    return fact.decision is not None and fact.decision.excludes(theme)


def _candidates(base: Factbase, theme: Theme) -> list[Fact]:
    if theme.quota:
        return list(base.facts)
    return [f for f in base.facts if theme.name in f.theme_names]


def _stating(base: Factbase, theme: Theme, facts: Sequence[Fact]) -> tuple[list[Fact], list[Omission]]:
    """Part off what states nothing by itself, unless an editor pinned it; an overview lists none of it."""
    why = silent(base, [f for f in facts if not (f.decision and f.decision.pins(theme.name))])
    mute = [] if theme.quota else [Omission(f, why[f.id]) for f in facts if f.id in why]
    return [f for f in facts if f.id not in why], mute


def _standing(base: Factbase, theme: Theme, facts: Sequence[Fact], worth: Mapping[str, float]) -> dict[str, float]:
    """Rank for a theme; of two sentences as much on it, the one that is more of the document goes first."""
    known = represent(base)
    return {i: stands + known[i] / 4 for i, stands in standing(theme, facts, worth).items()}


def _foremost(base: Factbase, worth: Mapping[str, float]) -> dict[str, float]:
    """Rank for an overview: what stands for the document goes before what is worth much by itself."""
    return {i: standing + worth[i] / 3 - bool(base.by_id[i].loaded) for i, standing in represent(base).items()}


def _caveats(base: Factbase) -> Mapping[str, Sequence[Fact]]:
    """Find the sentences that take something back or deny it, under what they lean on."""
    found: dict[str, list[Fact]] = {}
    for fact in base.facts:
        words = base.words(fact)
        if fact.needs and (_CAVEAT.match(words) or _DENIES.match(words)):
            found.setdefault(fact.needs[0], []).append(fact)
    return found


def _queue(
    base: Factbase, theme: Theme, candidates: Sequence[Fact], ranks: Mapping[str, float], length: str
) -> list[Fact]:
    """Order the candidates by how much a paper wants them: a short one fills the roles of page 1 first."""
    if theme.quota:
        return share_out(base, candidates, ranks, CEILINGS[length])
    first = [f for f in candidates if f.theme_names[0] == theme.name]
    front = [fact for fact, _ in points(base, first, ranks, COUNTS[length], 0)] if length == "one-page" else []
    return front + sorted(candidates, key=lambda f: (f.theme_names[0] != theme.name, -ranks[f.id]))
