"""Project → what can be built in it: themes with what the source has for each, and the kinds of chart."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import get_args, get_type_hints

from briefgen.errors import EditorialError, Remark
from briefgen.model.fact import Factbase
from briefgen.model.theme import ChartRule, Theme
from briefgen.project import Project, inquire

CHARTS: tuple[str, ...] = get_args(get_type_hints(ChartRule)["kind"])


@dataclass(frozen=True, slots=True)
class Offer:
    """One theme and what the source has for it."""

    name: str
    title: str
    passages: int
    quota: bool = False
    """Whether it takes any document."""
    terms: int = 0
    """Different terms that put the passages on it."""


@dataclass(frozen=True, slots=True)
class Offered:
    """All themes of a project."""

    themes: tuple[Offer, ...]
    remarks: tuple[Remark, ...]


def distinct_themes(project: Project) -> tuple[str, ...]:
    """Name the themes with terms of their own: what ``--all`` builds. One by quota would repeat them all.

    Raises:
        EditorialError: a theme file is missing or faulty.
    """
    return tuple(theme.name for theme in themes_of(project) if not theme.quota)


def themes_offered(project: Project, source: str | None) -> Offered:
    """Count the source's passages on each theme.

    Raises:
        UnknownName: the source is unknown.
        SourceError: it is missing, or refused.
        EditorialError: a theme, or what lies beside the source, is faulty.
    """
    from briefgen.pipeline.study import find_facts

    base = find_facts(inquire(project, source))
    return Offered(count_passages(base, themes_of(project)), base.remarks)


def count_passages(base: Factbase, known: tuple[Theme, ...]) -> tuple[Offer, ...]:
    """Count the passages of a source on each theme."""
    on = [theming for fact in base.facts for theming in fact.themes]
    counts = Counter(theming.theme for theming in on)
    terms = Counter(theme for theme, _ in {(theming.theme, term) for theming in on for term, *_ in theming.matched})
    return tuple(
        Offer(t.name, t.title, len(base.facts) if t.quota else counts[t.name], t.quota, terms[t.name]) for t in known
    )


def themes_of(project: Project) -> tuple[Theme, ...]:
    """Read every theme of a project.

    Raises:
        EditorialError: a theme file is missing or faulty.
    """
    from briefgen.editorial import themes
    from briefgen.project.files import read_file

    files = (read_file(path, project.name_of(path), EditorialError) for path in project.themes.values())
    return tuple(themes.load(file) for file in files)
