"""What every part of a paper is made from, as one value that the part makers are handed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from briefgen.editorial.wording import Wording
from briefgen.model.brief import Emphasis, Inlines, Words
from briefgen.model.change import Change
from briefgen.model.chart import Plate
from briefgen.model.commission import Commission
from briefgen.model.editor import Editing
from briefgen.model.fact import Fact, Factbase, Kind, Selection
from briefgen.model.source import Mark, Passage, Source
from briefgen.model.theme import Theme

APPARATUS = ("positions", "people", "used", "left-out")
"""Parts, and lists of the annex, that a paper can do without."""


@dataclass(frozen=True, slots=True)
class Strand:
    """One theme of a paper: its rules, what was selected for it, its charts."""

    theme: Theme
    selection: Selection
    plates: tuple[Plate, ...]
    editing: Editing | None = None
    """What an editor wrote for the theme; None for the automatic paper."""


@dataclass(frozen=True)
class Workshop:
    """Everything assembly works with; nothing in it changes."""

    commission: Commission
    base: Factbase
    strands: tuple[Strand, ...]
    wording: Wording
    change: Change | None = None
    """Since a former issue; None where none was given."""
    apparatus: tuple[str, ...] = APPARATUS
    """Which of the parts and lists it could do without the paper has."""

    @property
    def source(self) -> Source:
        """The source quoted."""
        return self.base.source

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """All facts printed in the sections, in source order, each once."""
        seen = {f.id: f for s in self.strands for f in s.selection.facts}
        return tuple(sorted(seen.values(), key=lambda f: f.span))

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """The marks standing in those facts, in source order."""
        return tuple(m for f in self.facts for m in f.marks)

    @property
    def foreign(self) -> str:
        """Language of the source where it is not the paper's; else empty."""
        language = self.source.card.language
        return "" if language.partition("-")[0] == self.commission.language.partition("-")[0] else language

    @property
    def brisk(self) -> bool:
        """Whether it is a one-page paper: headings run into their text, as in genre.md's worked example (§3.4)."""
        return self.commission.length == "one-page"

    def run_in(self, title: Words) -> Inlines:
        """Set a heading as the bold beginning of its text."""
        return (Emphasis((replace(title, text=self.wording.text("body.run-in", title=title.text)),)),)

    def titled(self, name: str) -> tuple[str, Inlines]:
        """Give the title of a part, and nothing; or nothing, and the title as the beginning of its text."""
        title = self.wording.text(name)
        return ("", self.run_in(self.wording.plain(title))) if self.brisk else (title, ())

    def title_of(self, theme: Theme) -> str:
        """Give a theme's title in the paper's language."""
        return self.wording.title(theme.name, "title", theme.title)

    def heading_over(self, fact: Fact) -> Passage | None:
        """Find the source's heading that a fact stands under; None where there is none."""
        before = [p for p in self.source.passages if p.kind == "heading" and p.span.end <= fact.span.start]
        return before[-1] if before else None


def judged_by(shop: Workshop, kind: Kind) -> Inlines:
    """Say that the source judges or expects what follows; nothing before a statement."""
    label = {"judgement": "body.judges", "forecast": "body.expects"}.get(kind)
    return (shop.wording.say(label),) if label else ()


def newest(facts: Iterable[Fact]) -> tuple[str, Fact] | None:
    """Find the latest period that facts speak of, as EDTF, with the fact; None where none is dated.

    Open and relative periods, those that only begin ("since 2005"), those of a forecast and what somebody says will be
    "by 2030" say nothing of how new the evidence is.
    """
    dated = sorted(_endings(facts), key=lambda row: row[0])
    return (dated[-1][1], dated[-1][2]) if dated else None


def _endings(facts: Iterable[Fact]) -> Iterator[tuple[str, str, Fact]]:
    for fact in facts:
        for period in fact.periods if fact.kind != "forecast" else ():
            end = period.edtf.strip("{}").split(",")[-1].split("/")[-1].rstrip("~?%")
            ahead = period.edtf.startswith("..") and fact.kind != "fact"
            if not period.relative and not ahead and end[:4].isdigit():
                yield _last_day(end), end, fact


def _last_day(end: str) -> str:
    """Pad to a day so that a month sorts behind the days in it, and a year behind its months."""
    return "-".join([*end.split("-"), "99", "99"][:3])
