"""Facts in source order → sections, and the judgements that stand in a section of their own.

A fact goes where its terms are, and else stays with its neighbours: sections follow the source where their terms do.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from briefgen.facts.lexemes import Index, words_of
from briefgen.facts.outlines import topics
from briefgen.model.fact import JUDGED, Fact, Factbase, Section
from briefgen.model.theme import SectionRule, Theme, Weighting

_TURN = 1.25
"""What a change of section costs: a weak term does not take a sentence away from its neighbours (exact in binary)."""
_MOST = 6.0
"""What one fact may weigh: a sentence full of one section's terms must not move its neighbours."""

Run = tuple[Fact, ...]


def divide(base: Factbase, theme: Theme, facts: Sequence[Fact]) -> tuple[tuple[Section, ...], tuple[Fact, ...]]:
    """Put facts under the sections of a theme, or of the source's headings for a theme with a quota.

    Returns:
        The sections, and apart from them the judgements that no statement leans on nor bears.
    """
    stated, judged = part(facts)
    return (under_headings(base, theme, stated) if theme.quota else _by_terms(base, theme, stated)), judged


def part(facts: Iterable[Fact]) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """Part judgements from statements and what hangs on these: what one leans on, what leans on it, and so on."""
    rows = sorted(facts, key=lambda f: f.span)
    held = {i for f in rows if f.kind not in JUDGED for i in (f.id, *f.needs)}
    for fact in rows:
        if held & set(fact.needs):
            held |= {fact.id, *fact.needs}
    return tuple(f for f in rows if f.id in held), tuple(f for f in rows if f.id not in held)


def _by_terms(base: Factbase, theme: Theme, facts: Sequence[Fact]) -> tuple[Section, ...]:
    rules = theme.sections or (SectionRule("all", theme.title, ()),)
    runs = _runs(facts)
    chosen = _placed([_fits(base, rules, run) for run in runs], len(rules))
    made = []
    for number in dict.fromkeys(chosen):
        under = tuple(f for run, s in zip(runs, chosen, strict=True) if s == number for f in run)
        made.append(Section(rules[number].name, rules[number].title, under))
    return tuple(made)


def _runs(facts: Sequence[Fact]) -> list[Run]:
    """Keep together what leans on one another, with all that stands between."""
    runs: list[list[Fact]] = []
    for fact in sorted(facts, key=lambda f: f.span):
        reach = next((n for n, run in enumerate(runs) if any(_tied(f, fact) for f in run)), len(runs))
        runs[reach:] = [[f for run in runs[reach:] for f in run] + [fact]]
    return [tuple(run) for run in runs]


def _tied(one: Fact, other: Fact) -> bool:
    return one.id in other.needs or other.id in one.needs


def _fits(base: Factbase, rules: Sequence[SectionRule], run: Run) -> list[float]:
    """Score a run for every section."""
    return [sum(min(_MOST, _score(rule, base.words(fact))) for fact in run) for rule in rules]


def _score(rule: SectionRule, text: str) -> float:
    found = {hit.key for hit in _index(rule.terms).find(words_of(text))}
    return sum(rule.terms[key][1] for key in found)


@lru_cache(maxsize=256)
def _index(terms: Weighting) -> Index:
    return Index([term for term, _ in terms])


def _placed(fits: Sequence[Sequence[float]], sections: int) -> list[int]:
    """Give each run a section for the best fit of all, less what every change of section costs (Viterbi)."""
    best: list[tuple[float, list[int]]] = [(0.0, [])] * sections
    for fit in fits:
        foremost = max(best, key=lambda way: way[0])
        grown = []
        for section, stays in enumerate(best):
            turned = foremost[0] - _TURN, foremost[1]
            total, path = stays if stays[0] > turned[0] else turned  # of two as good, the one that turned later
            grown.append((total + fit[section], [*path, section]))
        best = grown
    return max(best, key=lambda way: way[0])[1]


def under_headings(base: Factbase, theme: Theme, facts: Sequence[Fact]) -> tuple[Section, ...]:
    """Follow the source's headings; what stands above the first goes under the theme's own section or title."""
    headings = topics(base.source)
    opening = theme.sections[0].title if theme.sections else theme.title
    grouped: dict[int, list[Fact]] = {}
    for fact in sorted(facts, key=lambda f: f.span):
        grouped.setdefault(headings.number(fact), []).append(fact)
    return tuple(
        Section(f"heading-{number}", headings.title(group[0]) or opening, tuple(group))
        for number, group in grouped.items()
    )
