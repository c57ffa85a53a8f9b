"""Factbase × theme × length → what a paper prints, in sections, and what it leaves out with the reason.

Nothing is printed without what it leans on, nor without the caveat that limits it. Lengths are ceilings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from briefgen.errors import Remark, UnknownName
from briefgen.facts import conflicts
from briefgen.facts.centrality import represent
from briefgen.facts.front import COUNTS, lead, points, standing
from briefgen.facts.outlines import outline
from briefgen.facts.pageone import settle
from briefgen.facts.quota import share_out, unheard
from briefgen.facts.repetition import repeated
from briefgen.facts.salience import weight
from briefgen.facts.sectioning import divide
from briefgen.facts.statements import silent
from briefgen.model.fact import JUDGED, Fact, Factbase, Omission, Selection
from briefgen.model.theme import Theme

CEILINGS = {"one-page": 350, "standard": 1500, "full": 4000}
"""Words of the source a paper prints at most."""
_BODY = 600
"""Words at which a standard paper is one (genre.md §1.3); judgements alone may fill it so far."""
_SIDED = "takes a side, and one page has no room for another"
_DENIES = re.compile(r"\b(?:has|have|had|do|does|did|is|are|was|were|will|would|can|could) not\b|\bno longer\b")
_CAVEAT = re.compile(r"(?:However|But|Yet|Nevertheless|Nonetheless|Still|Even so|That said)\b")


@dataclass
class _Basket:
    """Facts taken so far, each with all it needs, within a number of words."""

    base: Factbase
    theme: str
    room: int
    judged: int
    """Words that judgements standing by themselves may still take."""
    caveats: dict[str, list[Fact]]
    taken: dict[str, Fact] = field(default_factory=dict)
    left: list[Omission] = field(default_factory=list)

    def offer(self, fact: Fact, *, wanted: bool = False, barred: str = "") -> None:
        """Take a fact and what belongs to it, or say why not.

        Args:
            wanted: whether somebody asked for it: then no share of the judgements holds it back.
            barred: why it is not to be taken; empty where it is.
        """
        if fact.id in self.taken:
            return
        if barred:
            self.left.append(Omission(fact, barred))
            return
        closure = self._closure(fact)
        excluded = next((f for f in closure if _is_excluded(f, self.theme)), None)
        if excluded is not None:
            self.left.append(Omission(fact, f"cannot stand without {excluded.place}, which an editor excluded"))
            return
        new = [f for f in closure if f.id not in self.taken]
        words = sum(_length(self.base, f) for f in new)
        alone = words if all(f.kind in JUDGED for f in new) else 0
        if words > self.room or (alone > self.judged and not wanted):
            others = len(new) - 1
            more = f" and the {f'{others} sentences' if others > 1 else 'sentence'} it needs" if others else ""
            among = "" if words > self.room else " among the judgements"
            self.left.append(Omission(fact, f"no room for it{more}{among}"))
            return
        self.room -= words
        self.judged -= alone
        self.taken.update((f.id, f) for f in new)

    def _closure(self, fact: Fact) -> list[Fact]:
        """Give a fact, all it leans on, and the caveats to any of them."""
        found = {fact.id: fact}
        queue = [fact]
        while queue:
            here = queue.pop()
            near = [self.base.by_id[i] for i in here.needs if i in self.base.by_id] + self.caveats.get(here.id, [])
            for other in near:
                if other.id not in found:
                    found[other.id] = other
                    queue.append(other)
        return list(found.values())


def select(
    base: Factbase, theme: Theme, length: str = "standard", most: int | None = None, first: Sequence[str] = ()
) -> Selection:
    """Choose what a paper on a theme prints.

    Args:
        base: all facts.
        theme: what the paper is on.
        length: name of a length.
        most: words of the source at most; None for what the length allows.
        first: ids of what an editor's words rest on, which a short paper prints before all else.

    Raises:
        UnknownName: there is no such length.
    """
    if length not in CEILINGS:
        raise UnknownName.among("the length", "length", length, CEILINGS)
    headings = outline(base.source)
    worth = {f.id: weight(base, f, "" if theme.quota else theme.name, headings.summarises(f)) for f in base.facts}
    on = _candidates(base, theme)
    excluded = [Omission(f, "an editor excluded it") for f in on if _is_excluded(f, theme.name)]
    candidates, mute = _stating(base, theme, [f for f in on if not _is_excluded(f, theme.name)])
    candidates, twins = repeated(base, candidates)
    ranks = _foremost(base, worth) if theme.quota else worth | _standing(base, theme, candidates, worth)
    foremost = lead(base, theme, candidates, ranks)
    ceiling = CEILINGS[length] if most is None else min(most, CEILINGS[length])
    basket = _Basket(base, theme.name, ceiling, _share_of_judgements(base, candidates, length), _caveats(base))
    pinned = [f for f in candidates if f.decision and f.decision.pins(theme.name)]
    borne = [f for i in first for f in candidates if f.id == i] or ([foremost] if foremost else [])
    for fact in (*pinned, *borne):
        basket.offer(fact, wanted=True)
    for fact in _queue(base, theme, candidates, ranks, length):
        basket.offer(fact, barred=_SIDED if length == "one-page" and fact.loaded else "")
    printed = sorted(basket.taken.values(), key=lambda f: f.span)
    left = {o.fact.id: o for o in (*excluded, *twins, *mute, *basket.left) if o.fact.id not in basket.taken}
    sections, judged = divide(base, theme, printed)
    chosen = Selection(
        base=base,
        theme=theme.name,
        sections=sections,
        judged=judged,
        lead=None,
        points=(),
        left_out=tuple(sorted(left.values(), key=lambda o: o.fact.span)),
        remarks=(
            *_emptiness(base, theme, printed),
            *(unheard(base, theme, candidates, printed) if theme.quota else ()),
            *_unpinned(theme, left.values()),
            *conflicts.find(base, theme, printed),
        ),
        ranks=ranks,
    )
    return settle(chosen, theme, length)


def _share_of_judgements(base: Factbase, candidates: Iterable[Fact], length: str) -> int:
    """Say how many words judgements may take in a standard paper: half as many as statements, or what fills it."""
    if length != "standard":
        return CEILINGS[length]
    stated = sum(_length(base, f) for f in candidates if f.kind not in JUDGED)
    return max(stated // 2, _BODY - stated)


def _length(base: Factbase, fact: Fact) -> int:
    return len(base.words(fact).split())


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


def _caveats(base: Factbase) -> dict[str, list[Fact]]:
    """Find the sentences that take something back or deny it, under what they lean on."""
    found: dict[str, list[Fact]] = {}
    for fact in base.facts:
        words = base.words(fact)
        if fact.needs and (_CAVEAT.match(words) or _DENIES.search(words)):
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


def _is_excluded(fact: Fact, theme: str) -> bool:
    return fact.decision is not None and fact.decision.excludes(theme)


def _unpinned(theme: Theme, left: Iterable[Omission]) -> list[Remark]:
    """Tell which passages are not printed though an editor pinned them."""
    remarks = []
    for fact, why in ((o.fact, o.why) for o in left):
        if fact.decision and fact.decision.pins(theme.name) and not _is_excluded(fact, theme.name):
            what = f"{fact.place} is pinned and not printed on {theme.name}: {why}"
            remarks.append(Remark(fact.decision.where, what, "unpin others, or print more: --length full"))
    return remarks


def _emptiness(base: Factbase, theme: Theme, printed: Sequence[Fact]) -> list[Remark]:
    if printed:
        return []
    return [Remark(theme.name, f"{base.source.card.called} has no passage on it", "briefgen list themes counts them")]
