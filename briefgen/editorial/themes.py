"""A theme's TOML file → Theme. A user adds a theme by one file; what is wrong in it is said with its line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from briefgen.editorial.terms import variants_of
from briefgen.errors import EditorialError, nearest
from briefgen.model.source import File
from briefgen.model.theme import ChartRule, MeasureRule, SectionRule, Theme, Weighting
from briefgen.records import load_toml
from briefgen.records.lines import line_of, lines_of
from briefgen.records.shape import Path

HEAVIEST = 100.0


@dataclass(frozen=True, slots=True)
class SectionEntry:
    """One ``[[section]]``."""

    name: str
    title: str
    terms: Weighting = ()


@dataclass(frozen=True, slots=True)
class MeasureEntry:
    """One ``[[measure]]``."""

    name: str
    title: str
    terms: tuple[str, ...]
    unit: str
    direction: tuple[Literal["level", "share", "change+", "change-", "factor", "count", "duration", "approx"], ...] = ()
    excludes: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChartEntry:
    """One ``[[chart]]``."""

    kind: Literal["bar", "dot", "survey", "timeline", "exchange"]
    title: str
    measures: tuple[str, ...] = ()
    derived: bool = False
    minimum: int = 2


@dataclass(frozen=True, slots=True)
class ThemeFile:
    """What a theme file holds."""

    title: str
    terms: Weighting = ()
    masks: tuple[str, ...] = ()
    threshold: float = 2.0
    share: float = 0.45
    quota: bool = False
    figures: tuple[str, ...] = ()
    section: tuple[SectionEntry, ...] = ()
    measure: tuple[MeasureEntry, ...] = ()
    chart: tuple[ChartEntry, ...] = ()


def load(file: File) -> Theme:
    """Read a theme; its name is the file's, without folder and ending.

    Raises:
        EditorialError: the file is no TOML, or a key, value or term in it does not fit.
    """
    entry = load_toml(file, ThemeFile, EditorialError)
    for path, what, mend in _faults(entry):
        line = line_of(path, lines_of(file.content.decode("utf-8-sig")))
        raise EditorialError(f"{file.name}:{line}" if line else file.name, what, mend)
    return Theme(
        name=file.name.rpartition("/")[2].removesuffix(".toml"),
        title=entry.title,
        terms=entry.terms,
        masks=entry.masks,
        threshold=entry.threshold,
        share=entry.share,
        sections=tuple(SectionRule(s.name, s.title, s.terms) for s in entry.section),
        measures=tuple(
            MeasureRule(m.name, m.title, m.terms, m.unit, m.direction, m.excludes, m.near) for m in entry.measure
        ),
        charts=tuple(ChartRule(c.kind, c.title, c.measures, c.derived, c.minimum) for c in entry.chart),
        figures=entry.figures,
        quota=entry.quota,
    )


Fault = tuple[Path, str, str]


def _faults(entry: ThemeFile) -> Iterator[Fault]:
    """Find what no type says, in the order of the file."""
    if entry.quota == bool(entry.terms):
        what = "has [terms] beside quota = true" if entry.quota else "has no [terms]"
        yield ("quota",), what, "a theme has either terms or, to serve any document, quota = true"
    if entry.threshold <= 0 or not 0 <= entry.share <= 1:
        yield ("threshold",), "threshold is above 0 and share between 0 and 1", "the usual ones are 2 and 0.45"
    yield from _weighting_faults(("terms",), entry.terms)
    yield from _term_faults(("masks",), entry.masks)
    yield from _twins("section", tuple(s.name for s in entry.section))
    for n, section in enumerate(entry.section):
        yield from _weighting_faults(("section", n, "terms"), section.terms)
    yield from _measure_faults(entry)


def _measure_faults(entry: ThemeFile) -> Iterator[Fault]:
    names = tuple(m.name for m in entry.measure)
    yield from _twins("measure", names)
    for n, measure in enumerate(entry.measure):
        choices = tuple(choice for term in measure.terms for choice in _choices(term))
        yield from _term_faults(("measure", n, "terms"), choices)
        yield from _term_faults(("measure", n, "excludes"), measure.excludes)
        yield from _term_faults(("measure", n, "near"), measure.near)
    for n, chart in enumerate(entry.chart):
        yield from _unknown(("chart", n, "measures"), chart.measures, names)
        if chart.minimum < 1:
            yield ("chart", n, "minimum"), f"a chart of {chart.minimum} values", "give at least 1"
    yield from _unknown(("figures",), entry.figures, names)


def _choices(term: str) -> list[str]:
    """Part the alternatives of a measure's term; those in brackets are a term's own."""
    return [term] if "(" in term else term.split("|")


def _weighting_faults(path: Path, weighting: Weighting) -> Iterator[Fault]:
    for term, weight in weighting:
        yield from _term_faults((*path, term), (term,))
        if not 0 < weight <= HEAVIEST:
            yield (
                (*path, term),
                f"“{term}” weighs {weight:g}",
                "3, 2 and 1 are usual, 100 is the most",
            )


def _term_faults(path: Path, terms: tuple[str, ...]) -> Iterator[Fault]:
    for term in terms:
        try:
            variants_of(term)
        except ValueError as fault:
            yield (
                path,
                f"“{term}” is no term: {fault}",
                "“*” stands for letters, “(a|b c)” for either, “…” for words between",
            )


def _twins(kind: str, names: tuple[str, ...]) -> Iterator[Fault]:
    for n, name in enumerate(names):
        if name in names[:n]:
            yield (kind, n, "name"), f"two {kind}s are named “{name}”", "give one another name"


def _unknown(path: Path, wanted: tuple[str, ...], names: tuple[str, ...]) -> Iterator[Fault]:
    for name in wanted:
        if name not in names:
            yield path, f"no measure “{name}”", nearest(name, names)
