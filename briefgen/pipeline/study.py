"""Commission → Source and Factbase. A study depends on the source and all themes, never on the paper that wants it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePath

from briefgen import facts, readers
from briefgen.editorial import decisions, dossiers, themes
from briefgen.errors import Remark, SourceError
from briefgen.facts import conflicts, labels
from briefgen.model.commission import Commission
from briefgen.model.fact import Fact, Factbase, Theming
from briefgen.model.source import Card, File, Source
from briefgen.model.theme import Theme
from briefgen.readers.card import read_card

Files = tuple[tuple[str, File], ...]


def read_source(commission: Commission) -> Source:
    """Read the source of a commission.

    Raises:
        SourceError: the document is empty, is not text, or is refused.
        EditorialError: what lies beside it is faulty.
    """
    return _source(commission.source, _studied(commission))


def find_facts(commission: Commission) -> Factbase:
    """Read the source of a commission and find its facts.

    Raises:
        SourceError: the document is empty, is not text, or is refused.
        EditorialError: a theme, or what lies beside the source, is faulty.
    """
    return _facts(commission.source, _studied(commission))


def read_themes(commission: Commission) -> dict[str, Theme]:
    """Read every theme of the project, by name.

    Raises:
        EditorialError: one of them is faulty.
    """
    return {theme.name: theme for theme in _themes(_studied(commission))}


def _studied(commission: Commission) -> Files:
    """The files that a study reads: not the template nor the wording, so that papers in many dresses share one."""
    return tuple(
        (role, file)
        for role, file in commission.files
        if role not in {"template", "wording", "wording-shipped"} and not role.startswith(("editor:", "font:"))
    )


@lru_cache(maxsize=8)
def _source(name: str, files: Files) -> Source:
    at = dict(files)
    if "source" not in at:
        raise SourceError(name, "has no document", "name one with --source")
    card = read_card(at["card"]) if "card" in at else Card(subject=name.replace("-", " ").capitalize())
    card = card if card.file else replace(card, file=PurePath(at["source"].name).name)
    return readers.read(at["source"], name=name, card=card, notes=at.get("notes"), marks=at.get("marks"))


@lru_cache(maxsize=8)
def _themes(files: Files) -> tuple[Theme, ...]:
    return tuple(themes.load(file) for role, file in files if role.startswith("theme:"))


@lru_cache(maxsize=8)
def _facts(name: str, files: Files) -> Factbase:
    return find_in(_source(name, files), _themes(files), dict(files))


def find_in(source: Source, known: tuple[Theme, ...], beside: Mapping[str, File]) -> Factbase:
    """Find the facts of a source that is read already.

    Args:
        beside: what lies beside it, by role.

    Raises:
        EditorialError: what lies beside it is faulty.
    """
    base = facts.extract(source, known)
    if decided := beside.get("overrides"):
        base = facts.decide(base, decisions.load(decided, {theme.name for theme in known}))
    return dossiers.attach(base, beside)


def weigh_themes(commission: Commission, fact: Fact) -> tuple[Theming, ...]:
    """Score a fact for every theme of which a term stands in it and which it is not on, best first.

    Raises:
        SourceError: the source is missing, or refused.
        EditorialError: a theme, or what lies beside the source, is faulty.
    """
    text, start = read_source(commission).text, fact.span.start
    scored = labels.compile(_themes(_studied(commission))).weigh(fact.span.of(text))
    below = [theming.moved(start) for theming in scored if theming.theme not in fact.theme_names]
    return tuple(sorted(below, key=lambda theming: -theming.score))


def compare_figures(bases: Sequence[Factbase]) -> tuple[Remark, ...]:
    """Report figures of one measure and period that do not agree, within a source or between several."""
    return tuple(conflicts.compare(bases))


def audit_numbers(base: Factbase) -> tuple[Remark, ...]:
    """List the numbers of a source that no rule explains."""
    return facts.audit(base)
