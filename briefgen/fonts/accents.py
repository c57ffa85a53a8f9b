"""Face → where an accent without a letter of its own goes over or under its letter, read from GPOS when first asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from unicodedata import combining

from fontTools.ttLib import TTFont

Place = tuple[float, float]
"""Distance right and up, in thousandths of the size."""


@dataclass(frozen=True, slots=True)
class _Table:
    """Which accents are hung on which glyphs (OpenType GPOS, mark attachment to a base or to another mark)."""

    hung: dict[str, tuple[int, Any]] = field(repr=False)
    """Class and anchor of an accent."""
    holding: dict[str, list[Any]] = field(repr=False)
    """Anchors of a glyph, one a class."""

    def place(self, holder: str, mark: str) -> Place | None:
        """Give the place of an accent on a glyph; None where the table has none."""
        if mark not in self.hung or holder not in self.holding:
            return None
        kind, own = self.hung[mark]
        anchor = self.holding[holder][kind]
        return None if anchor is None else (anchor.XCoordinate - own.XCoordinate, anchor.YCoordinate - own.YCoordinate)


@dataclass(frozen=True, slots=True)
class Accents:
    """The accents of one face."""

    names: dict[int, str] = field(repr=False)
    scale: float
    on_letters: tuple[_Table, ...] = field(repr=False)
    on_accents: tuple[_Table, ...] = field(repr=False)

    def places(self, letter: str) -> tuple[Place, ...] | None:
        """Say where each accent of a letter goes, from the letter's origin; None where the face does not know.

        Args:
            letter: a letter with its accents behind it.
        """
        base, *marks = (self.names.get(ord(char), "") for char in letter)
        found: list[Place] = []
        for number, mark in enumerate(marks):
            place = _first(self.on_accents, marks[number - 1], mark) if number else None
            if place is not None:
                place = (found[-1][0] + place[0] * self.scale, found[-1][1] + place[1] * self.scale)
            elif (on_base := _first(self.on_letters, base, mark)) is not None:
                place = (on_base[0] * self.scale, on_base[1] * self.scale)
            else:
                return None
            found.append(place)
        return tuple(found)


@cache
def read_accents(path: Path) -> Accents:
    """Read the places of accents of a font file."""
    with TTFont(path, lazy=True) as font:
        gpos = font["GPOS"].table if "GPOS" in font else None
        on_letters = tuple(_tables(gpos, 4, "Mark", "Base")) if gpos else ()
        on_accents = tuple(_tables(gpos, 6, "Mark1", "Mark2")) if gpos else ()
        return Accents(dict(font.getBestCmap() or {}), 1000 / font["head"].unitsPerEm, on_letters, on_accents)


def letters(text: str) -> list[str]:
    """Cut a text into letters, each with the accents that stand behind it."""
    if text.isascii():
        return list(text)
    found: list[str] = []
    for char in text:
        if found and combining(char):
            found[-1] += char
        else:
            found.append(char)
    return found


def _tables(gpos: Any, kind: int, mark: str, holder: str) -> Iterator[_Table]:
    """Collect the tables of a kind of look-up; the names of their fields differ by what holds the accent."""
    for lookup in gpos.LookupList.Lookup:
        for table in lookup.SubTable:
            table = table.ExtSubTable if table.LookupType == 9 else table
            if table.LookupType == kind:
                marks = getattr(table, f"{mark}Array").MarkRecord
                held = getattr(getattr(table, f"{holder}Array"), f"{holder}Record")
                yield _Table(
                    {g: (r.Class, r.MarkAnchor)
                     for g, r in zip(getattr(table, f"{mark}Coverage").glyphs, marks, strict=True)},
                    {g: getattr(r, f"{holder}Anchor")
                     for g, r in zip(getattr(table, f"{holder}Coverage").glyphs, held, strict=True)},
                )  # fmt: skip


def _first(tables: tuple[_Table, ...], holder: str, mark: str) -> Place | None:
    return next((place for table in tables if (place := table.place(holder, mark)) is not None), None)
