"""Factbase × theme × length → what a paper prints, in sections, and what it leaves out with the reason.

Nothing is printed without what it leans on, nor without the caveat that limits it. Lengths are ceilings.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from briefgen.errors import Remark
from briefgen.facts import conflicts
from briefgen.facts.pageone import settle
from briefgen.facts.quota import unheard
from briefgen.facts.ranking import CEILINGS, is_excluded, rank
from briefgen.facts.sectioning import divide
from briefgen.model.fact import JUDGED, Fact, Factbase, Omission, Ranking, Selection
from briefgen.model.theme import Theme

_BODY = 600
"""Words at which a standard paper is one (genre.md §1.3); judgements alone may fill it so far."""


@dataclass
class _Basket:
    """Facts taken so far, each with all it needs, within a number of words."""

    base: Factbase
    theme: str
    room: int
    judged: int
    """Words that judgements standing by themselves may still take."""
    caveats: Mapping[str, Sequence[Fact]]
    taken: dict[str, Fact] = field(default_factory=dict)
    left: list[Omission] = field(default_factory=list)

    def offer(self, fact: Fact, *, wanted: bool = False) -> None:
        """Take a fact and what belongs to it, or say why not.

        Args:
            wanted: whether somebody asked for it: then no share of the judgements holds it back.
        """
        if fact.id in self.taken:
            return
        closure = self._closure(fact)
        excluded = next((f for f in closure if is_excluded(f, self.theme)), None)
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
            near = [self.base.by_id[i] for i in here.needs if i in self.base.by_id] + [*self.caveats.get(here.id, ())]
            for other in near:
                if other.id not in found:
                    found[other.id] = other
                    queue.append(other)
        return list(found.values())


def select(base: Factbase, theme: Theme, length: str = "standard", first: Sequence[str] = ()) -> Selection:
    """Choose what a paper on a theme prints.

    Args:
        base: all facts.
        theme: what the paper is on.
        length: name of a length.
        first: ids of what an editor's words rest on, which a short paper prints before all else.

    Raises:
        UnknownName: there is no such length.
    """
    return choose(base, theme, rank(base, theme, length), length, CEILINGS[length], first)


def choose(
    base: Factbase, theme: Theme, ranking: Ranking, length: str, most: int, first: Sequence[str] = ()
) -> Selection:
    """Choose from facts that are in order already, for a number of words of the source."""
    candidates, judged = ranking.candidates, _share_of_judgements(base, ranking.candidates, length)
    basket = _Basket(base, theme.name, most, judged, ranking.caveats)
    pinned = [f for f in candidates if f.decision and f.decision.pins(theme.name)]
    borne = [f for i in first for f in candidates if f.id == i] or ([ranking.foremost] if ranking.foremost else [])
    for fact in (*pinned, *borne):
        basket.offer(fact, wanted=True)
    for fact in ranking.queue:
        basket.offer(fact)
    printed = sorted(basket.taken.values(), key=lambda f: f.span)
    left = {o.fact.id: o for o in (*ranking.left_out, *basket.left) if o.fact.id not in basket.taken}
    sections, apart = divide(base, theme, printed)
    chosen = Selection(
        base=base,
        theme=theme.name,
        sections=sections,
        judged=apart,
        lead=None,
        points=(),
        left_out=tuple(sorted(left.values(), key=lambda o: o.fact.span)),
        remarks=(
            *_emptiness(base, theme, printed),
            *(unheard(base, theme, candidates, printed) if theme.quota else ()),
            *_unpinned(theme, left.values()),
            *conflicts.find(base, theme, printed),
        ),
        ranking=ranking,
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


def _unpinned(theme: Theme, left: Iterable[Omission]) -> list[Remark]:
    """Tell which passages are not printed though an editor pinned them."""
    remarks = []
    for fact, why in ((o.fact, o.why) for o in left):
        if fact.decision and fact.decision.pins(theme.name) and not is_excluded(fact, theme.name):
            what = f"{fact.place} is pinned and not printed on {theme.name}: {why}"
            remarks.append(Remark(fact.decision.where, what, "unpin others, or print more: --length full"))
    return remarks


def _emptiness(base: Factbase, theme: Theme, printed: Sequence[Fact]) -> list[Remark]:
    if printed:
        return []
    return [Remark(theme.name, f"{base.source.card.called} has no passage on it", "briefgen list themes counts them")]
