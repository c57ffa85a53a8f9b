"""Facts in source order → sections. The source's order is kept throughout where the sections' terms allow it.

Endnotes number themselves in the order they are cited: sections that follow the source keep the notes ascending.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from briefgen.facts.lexemes import Index, words_of
from briefgen.facts.outlines import topics
from briefgen.model.fact import Fact, Factbase, Section
from briefgen.model.theme import SectionRule, Theme, Weighting

ENOUGH = 0.75
"""Share of the best fit of facts to sections at which the order of the source is worth keeping."""
_MOST = 6.0
"""What one fact may weigh: a sentence full of one section's terms must not move its neighbours."""

Run = tuple[Fact, ...]


def divide(base: Factbase, theme: Theme, facts: Sequence[Fact]) -> tuple[Section, ...]:
    """Put facts under the sections of a theme, or of the source's headings for a theme with a quota."""
    if theme.quota:
        return _by_heading(base, theme, facts)
    rules = theme.sections or (SectionRule("all", theme.title, ()),)
    runs = _runs(facts)
    fits = [_fits(base, rules, run) for run in runs]
    loose = [fit.index(max(fit)) if max(fit) else None for fit in fits]
    strict = _in_order(fits, len(rules))
    kept = sum(fit[s] for fit, s in zip(fits, strict, strict=True))
    chosen = strict if kept >= ENOUGH * sum(map(max, fits)) else _filled(loose)
    return _sections(rules, runs, chosen)


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


def _in_order(fits: Sequence[Sequence[float]], sections: int) -> list[int]:
    """Cut the runs into stretches, one a section, each section once, for the best fit; the sections in any order."""
    best: dict[tuple[int, int], tuple[float, list[int]]] = {(0, -1): (0.0, [])}
    for fit in fits:
        grown: dict[tuple[int, int], tuple[float, list[int]]] = {}
        for (used, last), (total, path) in best.items():
            for section in range(sections):
                if section != last and used >> section & 1:
                    continue
                key = (used | 1 << section, section)
                if key not in grown or total + fit[section] > grown[key][0]:
                    grown[key] = (total + fit[section], [*path, section])
        best = grown
    return max(best.values(), key=lambda row: row[0])[1]


def _filled(chosen: Sequence[int | None]) -> list[int]:
    """Give a run without a term of any section the section of the one before, the first ones that of the next."""
    last = next((s for s in chosen if s is not None), 0)
    filled = []
    for section in chosen:
        last = last if section is None else section
        filled.append(last)
    return filled


def _sections(rules: Sequence[SectionRule], runs: Sequence[Run], chosen: Sequence[int]) -> tuple[Section, ...]:
    """Make the sections in the order their first facts stand; one without a fact vanishes."""
    made = []
    for number in dict.fromkeys(chosen):
        facts = tuple(f for run, s in zip(runs, chosen, strict=True) if s == number for f in run)
        made.append(Section(rules[number].name, rules[number].title, facts))
    return tuple(made)


def _by_heading(base: Factbase, theme: Theme, facts: Sequence[Fact]) -> tuple[Section, ...]:
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
