"""What a chart shows, apart from how it is drawn. Every value stands in the source or says that it is derived."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from briefgen.model.source import Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a value comes from: the fact, its place, the note numbers standing in it."""

    fact: str
    place: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Datum:
    """One bar, dot or row of a chart."""

    label: str
    """Printed beside it: a period in words, or what was counted."""
    value: float
    """In base units."""
    printed: str
    """The value as printed at the bar: "US$12.5 billion"."""
    period: str
    """EDTF, empty where not stated."""
    evidence: Evidence
    derived: str = ""
    """The working, where we derived it ("89 ÷ 1.295"); empty for the source's own numbers."""
    note: str = ""
    """Short words set beside it ("7.5 percent above the same months of 2020")."""


@dataclass(frozen=True, slots=True)
class Event:
    """One dated event of a timeline."""

    label: str
    start: str
    """EDTF of its first day, month or year."""
    end: str
    """The same as ``start`` but for a range; ".." for one still going on."""
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Phrase:
    """A few words of the source that stand in a chart for themselves."""

    text: str
    """On one line."""
    span: Span
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Panel:
    """One pair of axes: values that may honestly be compared; or one column of phrases."""

    title: str
    data: tuple[Datum, ...] = ()
    events: tuple[Event, ...] = ()
    gap: str = ""
    """What is missing between the values ("1993–2019: not in the source")."""
    phrases: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """What to draw."""

    kind: Literal["bar", "dot", "survey", "timeline", "exchange"]
    name: str
    """File-safe and unique within a brief."""
    title: str
    """The message, sentence case, at most 15 words; live text outside the picture."""
    subtitle: str
    """Measure, unit, place, period; live text outside the picture."""
    panels: tuple[Panel, ...]

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Where all its values stand, in the order drawn, each place once."""
        rows: list[Evidence] = []
        for panel in self.panels:
            rows += [d.evidence for d in panel.data] + [e.evidence for e in panel.events]
            rows += [p.evidence for p in panel.phrases]
        return tuple(dict.fromkeys(rows))


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart drawn once, for every writer. Width and height in points."""

    width: float
    height: float
    pdf: bytes = field(repr=False)
    svg: bytes = field(repr=False)
    png: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Plate:
    """A chart, its picture, and its words for those who cannot see it."""

    chart: Chart
    picture: Picture
    alt: str
