"""What a source says, sentence by sentence, with its figures, periods and the reasons for every decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from briefgen.errors import Remark
from briefgen.model.decision import Decision
from briefgen.model.dossier import Dossier
from briefgen.model.source import Mark, Source, Span

if TYPE_CHECKING:
    from pandas import DataFrame

Direction = Literal["level", "share", "change+", "change-", "factor", "count", "duration", "approx"]
Kind = Literal["fact", "reported", "judgement", "forecast"]
JUDGED = frozenset({"judgement", "forecast"})
"""Kinds that are the source's own weighing."""


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time the source names, as EDTF (ISO 8601-2): "2020", "2021-01/2021-08", "2005/.."."""

    span: Span
    edtf: str
    """Empty where the words are relative and could not be resolved ("that same day")."""
    relative: bool = False
    """Whether it counts from something else than the calendar; resolved ones carry an EDTF too."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number the source states, in base units: US$12.5 billion is 12500000000 with currency "USD"."""

    span: Span
    value: float | None
    """None for a vague count ("thousands of")."""
    upper: float | None
    """Upper end of a range; None otherwise."""
    unit: str | None
    """"percent", "kilometre", "visit" …; None for money."""
    currency: str | None
    """ISO 4217 code."""
    period: str
    """EDTF of the time it speaks of; empty where the source does not state one."""
    base_period: str
    """EDTF of what a change is counted from; empty where there is none."""
    direction: Direction
    hedge: str
    """"nearly", "over", "thousands of"; empty where the number is plain."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was decided, with the words of the source that decided it."""

    what: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Theming:
    """One theme a fact belongs to: its score and the terms that gave it."""

    theme: str
    score: float
    matched: tuple[tuple[str, float, Span], ...]
    """(term, weight, where it stands), in the order they stand."""

    def moved(self, by: int) -> Theming:
        """Count its spans from another place."""
        return Theming(self.theme, self.score, tuple((term, weight, at.moved(by)) for term, weight, at in self.matched))


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whose words or view a sentence reports."""

    speaker: str
    span: Span


@dataclass(frozen=True, slots=True)
class Fact:
    """One sentence of the source with what it carries."""

    id: str
    """Source name and hash of the normalised words: the same sentence keeps it when moved or renumbered."""
    span: Span
    paragraph: int
    """From 1, over the source's paragraphs (headings do not count)."""
    sentence: int
    """From 1, within its paragraph."""
    marks: tuple[Mark, ...]
    quantities: tuple[Quantity, ...]
    periods: tuple[Period, ...]
    entities: tuple[str, ...]
    themes: tuple[Theming, ...]
    """Primary first; empty for background."""
    kind: Kind
    why_kind: Reason
    attribution: Attribution | None
    needs: tuple[str, ...]
    """Ids of the facts it leans on, nearest first."""
    why_needs: Reason | None
    loaded: tuple[Span, ...] = ()
    """Words of it that take a side: such a sentence is never said in a paper's own voice."""
    page: int | None = None
    """Page its paragraph begins on, where the source has pages and so no paragraphs that anybody counts."""
    decision: Decision | None = None
    """What an editor decided about it; themes and kind above are as decided."""

    @property
    def place(self) -> str:
        """Where it stands: 2.3 is the third sentence of the second paragraph."""
        return f"{self.paragraph}.{self.sentence}"

    def marks_for(self, span: Span) -> tuple[Mark, ...]:
        """List the marks that cover a stretch of it: those at the first place behind it that has one.

        A mark covers what it stands at and nothing else (DESIGN §5.2): one before the stretch says nothing of it.
        """
        behind = [m for m in self.marks if m.at >= span.end]
        return tuple(m for m in behind if m.at == behind[0].at)

    @property
    def theme_names(self) -> tuple[str, ...]:
        """Names of its themes, primary first."""
        return tuple(t.theme for t in self.themes)


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a series, with the fact it stands in."""

    fact: str
    quantity: Quantity
    label: str = ""
    """What this value is of, where one measure has several ("respondents who agreed")."""
    label_spans: tuple[Span, ...] = ()
    """The words of the source the label is made of, in its order, joined by " … "; some may stand earlier."""


@dataclass(frozen=True, slots=True)
class Series:
    """The values a source gives of one measure."""

    measure: str
    """Name of the measure in the theme files."""
    title: str
    unit: str
    """"percent", "USD", "visit" …"""
    points: tuple[Point, ...]
    """In source order."""

    def frame(self) -> DataFrame:
        """Give its values as a pandas table, one row a value, in base units."""
        from briefgen.model.frames import tabulate_points

        return tabulate_points(self)


@dataclass(frozen=True)
class Factbase:
    """All facts of one source."""

    source: Source
    facts: tuple[Fact, ...]
    series: tuple[Series, ...]
    remarks: tuple[Remark, ...] = ()
    dossier: Dossier = field(default_factory=Dossier)
    """Names, positions and events that somebody confirmed."""

    @cached_property
    def by_id(self) -> dict[str, Fact]:
        """Facts by id."""
        return {f.id: f for f in self.facts}

    def words(self, fact: Fact) -> str:
        """Give a fact's words on one line: the source's slice with its white space run together."""
        return " ".join(fact.span.of(self.source.text).split())

    def frame(self) -> DataFrame:
        """Give its facts as a pandas table, one row a fact, in source order."""
        from briefgen.model.frames import tabulate_facts

        return tabulate_facts(self)

    def of_measure(self, measure: str) -> Series | None:
        """Find the series of a measure."""
        return next((s for s in self.series if s.measure == measure), None)


@dataclass(frozen=True, slots=True)
class Section:
    """The facts of one section of a theme, in source order."""

    name: str
    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Omission:
    """A fact on the theme that is not printed, and why."""

    fact: Fact
    why: str


@dataclass(frozen=True, slots=True)
class Ranking:
    """The facts on a theme, as a paper of some length wants them."""

    candidates: tuple[Fact, ...] = ()
    """In source order."""
    queue: tuple[Fact, ...] = ()
    """Most wanted first."""
    foremost: Fact | None = None
    """The sentence that could be the bottom line."""
    ranks: Mapping[str, float] = field(default_factory=dict)
    """What each is worth on page 1, by id."""
    caveats: Mapping[str, Sequence[Fact]] = field(default_factory=dict)
    """Id of a fact → those that take something of it back, which go with it."""
    left_out: tuple[Omission, ...] = ()
    """What is on the theme, and in no paper of the length."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What a brief on one theme prints."""

    base: Factbase
    theme: str
    sections: tuple[Section, ...]
    judged: tuple[Fact, ...]
    """Judgements and forecasts that stand in a section of their own, in source order."""
    lead: Fact | None
    """The sentence of the bottom line; None where none is fit to stand alone."""
    points: tuple[Fact, ...]
    """Key points, most important first; empty below the length that wants them."""
    left_out: tuple[Omission, ...]
    remarks: tuple[Remark, ...] = ()
    why_points: tuple[Reason, ...] = ()
    """The role each key point fills, with the words of the source that say so; beside ``points``."""
    figures: tuple[tuple[Series, Point], ...] = ()
    """Key figures, most wanted first."""
    ranking: Ranking = field(default_factory=Ranking, repr=False, compare=False)
    """What it was chosen from."""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All printed facts in source order, each once."""
        seen = {f.id: f for f in (*(f for s in self.sections for f in s.facts), *self.judged)}
        return tuple(sorted(seen.values(), key=lambda f: f.span))
