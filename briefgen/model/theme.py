"""A theme as its file says it: what belongs to it, how it is divided, what may be drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Weighting = tuple[tuple[str, float], ...]
"""(term, weight) pairs; ``*`` in a term stands for any letters, a capital makes it case-sensitive."""


@dataclass(frozen=True, slots=True)
class SectionRule:
    """One section of a theme's papers; its terms decide which of the theme's facts go there."""

    name: str
    title: str
    terms: Weighting


@dataclass(frozen=True, slots=True)
class MeasureRule:
    """How quantities are joined to a measure: all of ``terms`` in the sentence, the unit as given."""

    name: str
    title: str
    """What is measured, as printed: "Two-way trade"."""
    terms: tuple[str, ...]
    """Each must stand in the sentence (alternatives with ``|``)."""
    unit: str
    """"USD", "percent", "visit" …"""
    direction: tuple[str, ...] = ()
    """Directions accepted; empty accepts every one."""
    excludes: tuple[str, ...] = ()
    """A sentence with one of these is not of the measure."""
    near: tuple[str, ...] = ()
    """Terms one of which must stand in the quantity's own clause, where a sentence holds several of one unit."""


@dataclass(frozen=True, slots=True)
class ChartRule:
    """One chart a theme may draw, if the source gives what it takes."""

    kind: Literal["bar", "dot", "survey", "timeline", "exchange"]
    title: str
    measures: tuple[str, ...] = ()
    derived: bool = False
    """Whether values derived from the source's may be drawn (hatched, and said to be)."""
    minimum: int = 2
    """Values or events below which nothing is drawn."""


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme file."""

    name: str
    title: str
    terms: Weighting
    masks: tuple[str, ...]
    """Phrases whose words do not count ("Cold War" for military)."""
    threshold: float
    """Least score of a fact on the theme."""
    share: float
    """Least share of the fact's best theme's score."""
    sections: tuple[SectionRule, ...]
    measures: tuple[MeasureRule, ...]
    charts: tuple[ChartRule, ...]
    figures: tuple[str, ...] = ()
    """Measures of the key figures, most wanted first; empty takes every measure of the theme."""
    quota: bool = False
    """No lexicon: every passage belongs, with a quota for each heading of the source (overview)."""
