"""Wording file → our sentences, dates and periods in one language. A name no file has is an error when it is read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from types import MappingProxyType

from briefgen.editorial.periods import parse, say
from briefgen.errors import EditorialError, Remark
from briefgen.model.brief import Words
from briefgen.model.source import File
from briefgen.records import load_toml
from briefgen.sandbox import fill
from briefgen.sandbox import say as say_words


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Tables of a wording file; every value is a sentence for the sandbox."""

    format: int
    language: str
    months: tuple[str, ...]
    dates: dict[str, str]
    labels: dict[str, str]
    titles: dict[str, str]
    front: dict[str, str]
    body: dict[str, str]
    limits: dict[str, str]
    source: dict[str, str]
    annex: dict[str, str]
    notes: dict[str, str]
    chart: dict[str, str]
    editor: dict[str, str]
    themes: dict[str, dict[str, str]]
    positions: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    changed: dict[str, str] = field(default_factory=dict)
    review: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Wording:
    """The sentences of one language, by dotted name: "front.prepared"."""

    file: str
    language: str
    months: tuple[str, ...]
    sentences: Mapping[str, str]
    themes: Mapping[str, Mapping[str, str]]
    remarks: tuple[Remark, ...] = ()

    def text(self, name: str, **values: object) -> str:
        """Fill a sentence.

        Raises:
            EditorialError: the file has no such sentence, or it cannot be filled.
        """
        if name not in self.sentences:
            raise EditorialError(self.file, f"has no sentence “{name}”", "copy it from the shipped wording file")
        return fill(f"{self.file}, {name}", self.sentences[name], values)

    def say(self, name: str, basis: tuple[str, ...] = (), **values: object) -> Words:
        """Make words of ours from a sentence.

        Args:
            name: dotted name of the sentence.
            basis: ids of the facts its numbers come from.
            values: what fills its holes.

        Raises:
            EditorialError: the file has no such sentence, or it cannot be filled.
        """
        if name not in self.sentences:
            raise EditorialError(self.file, f"has no sentence “{name}”", "copy it from the shipped wording file")
        return say_words(f"{self.file}, {name}", self.sentences[name], values, basis)

    def plain(self, text: str, basis: tuple[str, ...] = ()) -> Words:
        """Make words of ours from text that is already filled: a title, a date, a label."""
        return say_words(self.file, "{{ text }}", {"text": text}, basis)

    def group(self, table: str) -> Mapping[str, str]:
        """Give the sentences of one table, by their bare names."""
        return {k.partition(".")[2]: v for k, v in self.sentences.items() if k.startswith(f"{table}.")}

    def chart(self) -> Mapping[str, str]:
        """Give the sentences of the charts and of dates, and the months as "month-1" to "month-12"."""
        months = {f"month-{n}": month for n, month in enumerate(self.months, 1)}
        return {**months, **self.group("dates"), **self.group("chart")}

    def title(self, theme: str, name: str, fallback: str) -> str:
        """Give the title of a theme, section, measure or chart in this language.

        Args:
            theme: the theme's name.
            name: "title", or the name of the section, measure or chart.
            fallback: what the theme file says.
        """
        return self.themes.get(theme, {}).get(name, fallback)

    def measure(self, name: str, fallback: str) -> str:
        """Give the title of a measure, whichever theme has it."""
        return next((titles[name] for titles in self.themes.values() if name in titles), fallback)

    def count(self, number: int) -> str:
        """Write a whole number with the language's sign between thousands."""
        return f"{number:,}".replace(",", self.text("labels.thousands"))

    def day(self, day: date) -> str:
        """Write a date in words: 1 December 2025."""
        return self.text("dates.day", day=day.day, month=self.months[day.month - 1], year=day.year)

    def period(self, edtf: str) -> str:
        """Write an EDTF period in words: "2021-01/2021-08" is January–August 2021."""
        if not edtf:
            return self.text("dates.unstated")
        said = [self._said(moment) for moment in edtf.strip("{}").split(",")]
        if len(said) == 1:
            return said[0]
        return self.text("dates.several", first=", ".join(said[:-1]), last=said[-1])

    def _said(self, edtf: str) -> str:
        """Write one stretch; what the calendar cannot place ("199X", "2021~") has sentences of its own."""
        if edtf.endswith("~"):
            return self.text("dates.about", moment=self._said(edtf[:-1]))
        if re.fullmatch(r"\d{3}X", edtf):
            return self.text("dates.decade", decade=f"{edtf[:3]}0")
        if re.fullmatch(r"\d\dXX", edtf):
            return self.text("dates.century", century=int(edtf[:2]) + 1)
        windows = parse(edtf)
        return say(windows[0], self.chart()) if windows else edtf


def load(file: File, shipped: File | None = None) -> Wording:
    """Read a wording file.

    Args:
        shipped: the package's own of the same language, for what a project's copy of an older one lacks.

    Raises:
        EditorialError: it is malformed, has an unknown table, or has not twelve months.
    """
    sheet = load_toml(file, _Sheet, EditorialError)
    if len(sheet.months) != 12:
        raise EditorialError(file.name, f"names {len(sheet.months)} months", "list all twelve in “months”")
    tables = [f.name for f in fields(_Sheet) if f.name not in {"format", "language", "months", "themes"}]
    sentences = {f"{table}.{name}": said for table in tables for name, said in getattr(sheet, table).items()}
    themes = MappingProxyType(sheet.themes)
    found = Wording(file.name, sheet.language, sheet.months, MappingProxyType(sentences), themes)
    return found if shipped is None else _backed(found, load(shipped))


def _backed(own: Wording, shipped: Wording) -> Wording:
    """Take from the package what a project's wording lacks, and say so."""
    lacking = [name for name in shipped.sentences if name not in own.sentences]
    themes = {name: {**titles, **own.themes.get(name, {})} for name, titles in shipped.themes.items()}
    remarks = [Remark(own.file, _lacking(lacking), "copy them from the shipped file to shape them")] if lacking else []
    return replace(
        own,
        sentences=MappingProxyType({**shipped.sentences, **own.sentences}),
        themes=MappingProxyType({**own.themes, **themes}),
        remarks=tuple(remarks),
    )


def _lacking(names: list[str]) -> str:
    shown = ", ".join(f"“{name}”" for name in names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
    return f"has no sentence {shown}; the shipped one is used"
