"""Facts of a document of any subject → what an overview wants of them, topic by topic.

Every topic has its share of the room. Where there are more topics than a paper of the length can say something of,
the weightiest have it: a sentence from each of fifty headings is no overview.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefgen.errors import Remark
from briefgen.facts.codes import code_of
from briefgen.facts.outlines import topics
from briefgen.facts.statements import speaks
from briefgen.model.fact import Fact, Factbase
from briefgen.model.theme import Theme

SHARE = 90
"""Words of a topic that make a section; fewer make a crumb."""
CODED, FEWEST = 0.3, 5
"""Share, and least number, of printed passages naming code from which on a source is a manual; of fewer passages
nothing is said of what kind a source is."""
_ROWS = (
    "most of the source is rows and items, not sentences: they are printed as they stand, without what is above them",
    "look figures up in the source; a brief says what a document argues",
)
_TELLING = 3
"""Facts of a topic that tell how weighty it is."""


def share_out(base: Factbase, facts: Sequence[Fact], worth: Mapping[str, float], room: int) -> list[Fact]:
    """Take the best of every topic (or paragraph), then the next best, each topic up to its share of the room.

    Args:
        room: words of the paper.
    """
    headings = topics(base.source)
    groups: dict[int, list[Fact]] = {}
    for fact in sorted(facts, key=lambda f: -worth[f.id]):
        groups.setdefault(headings.number(fact) if headings.spans else fact.paragraph, []).append(fact)
    if headings.spans:
        groups = _weightiest(groups, worth, max(1, room // SHARE))
    share = room / len(groups) if groups else 0.0
    rounds: list[tuple[int, float, Fact]] = []
    for group in groups.values():
        words = 0
        for rank, fact in enumerate(group):
            words += len(base.words(fact).split())
            if rank and words > share:
                break
            rounds.append((rank, -worth[fact.id], fact))
    return [fact for _, _, fact in sorted(rounds, key=lambda row: row[:2])]


def _weightiest(groups: Mapping[int, list[Fact]], worth: Mapping[str, float], most: int) -> dict[int, list[Fact]]:
    """Keep the topics whose best facts weigh most; what stands above the first heading is always kept."""
    weights = {n: sum(worth[f.id] for f in group[:_TELLING]) for n, group in groups.items()}
    kept = sorted(groups, key=lambda n: (n > 0, -weights[n], n))[:most]
    return {n: groups[n] for n in kept}


def unheard(base: Factbase, theme: Theme, candidates: Sequence[Fact], printed: Sequence[Fact]) -> list[Remark]:
    """Say how many topics of the source an overview says nothing of, and that a manual of code has no overview."""
    told = printed and len(base.facts) >= FEWEST and not speaks(base)
    rows = [Remark(theme.name, *_ROWS)] if told else []
    return [*_untold(base, theme, candidates, printed), *_coded(base, theme, printed), *rows]


def _coded(base: Factbase, theme: Theme, printed: Sequence[Fact]) -> list[Remark]:
    coded = sum(bool(code_of(base.words(f))) for f in printed)
    if coded < max(FEWEST, CODED * len(printed)):
        return []
    what = (
        f"{coded} of the {len(printed)} passages printed name code: {base.source.card.called} is a manual to look up in"
    )
    return [
        Remark(theme.name, what, "a brief says what a document argues; take its introduction, or a document about it")
    ]


def _untold(base: Factbase, theme: Theme, candidates: Sequence[Fact], printed: Sequence[Fact]) -> list[Remark]:
    headings = topics(base.source)
    every = {headings.number(f) for f in candidates}
    heard = {headings.number(f) for f in printed}
    if not headings.spans or not printed or every <= heard:
        return []
    what = f"prints nothing from {len(every - heard)} of the {len(every)} headings of {base.source.card.called}"
    return [Remark(theme.name, what, "the weightiest have the room; a longer paper has more")]
