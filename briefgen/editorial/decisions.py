"""overrides.csv ↔ decisions. What an editor wrote is read strictly and never rewritten.

``add`` and ``drop`` hold themes; one with “!” before it goes first, “*” in ``drop`` takes away all that are not added.
``pin`` and ``exclude`` hold “yes” or the themes whose papers are meant.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

from briefgen.errors import EditorialError, nearest
from briefgen.model.decision import EVERY, Decision
from briefgen.model.source import File
from briefgen.records import Record, dump_csv, load_csv
from briefgen.records.csv import BOOLEANS

PRIMARY = "!"


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it stands in the table."""

    fact: str = ""
    opening: str = ""
    add: str = ""
    drop: str = ""
    pin: str = ""
    exclude: str = ""
    kind: Literal["fact", "reported", "judgement", "forecast"] | None = None
    why: str = ""


def load(file: File, themes: Collection[str]) -> tuple[Decision, ...]:
    """Read decisions.

    Args:
        themes: names that may be decided on.

    Raises:
        EditorialError: the table is torn, a row names no passage or an unknown theme, or contradicts itself.
    """
    return tuple(_decision(record, themes) for record in load_csv(file, Row, EditorialError))


def dump(rows: Iterable[Row]) -> bytes:
    """Write a table that a spreadsheet opens without changing it."""
    return dump_csv(rows, Row)


def _decision(record: Record[Row], themes: Collection[str]) -> Decision:
    where, row = record.where, record.value
    if not (row.fact.strip() or row.opening.strip()):
        raise EditorialError(where, "names no passage", "give its id, and the words it opens with")
    add = _names(where, "add", row.add, themes)
    first = [name for name in add if name.startswith(PRIMARY)]
    if len(first) > 1:
        raise EditorialError(where, f"“add” puts {len(first)} themes first", f"put “{PRIMARY}” before one")
    plain = tuple(name.removeprefix(PRIMARY) for name in add)
    drop = _names(where, "drop", row.drop, themes)
    pin, exclude = (_papers(where, head, cell, themes) for head, cell in (("pin", row.pin), ("exclude", row.exclude)))
    _unlike(where, ("add", plain), ("drop", drop))
    _unlike(where, ("pin", (EVERY,) if pin and EVERY in exclude else pin), ("exclude", exclude))
    primary = first[0].removeprefix(PRIMARY) if first else ""
    return Decision(
        where, row.fact.strip(), row.opening.strip(), plain, primary, drop, pin, exclude, row.kind, row.why.strip()
    )


def _names(where: str, head: str, cell: str, themes: Collection[str]) -> tuple[str, ...]:
    """Part a cell into themes, each once."""
    marks = {"add": PRIMARY, "drop": EVERY}
    names = tuple(dict.fromkeys(name for name in re.split(r"[\s,;|]+", cell.strip()) if name))
    for name in names:
        if name.lstrip(marks.get(head, "")) not in themes and (head, name) != ("drop", EVERY):
            raise EditorialError(where, f"“{head}” has no theme “{name}”", nearest(name, themes))
    return names


def _papers(where: str, head: str, cell: str, themes: Collection[str]) -> tuple[str, ...]:
    """Read whose papers are meant: “yes” is every theme's."""
    said = BOOLEANS.get(cell.strip().lower())
    if said is None:
        return _names(where, head, cell, themes)
    return (EVERY,) if said else ()


def _unlike(where: str, one: tuple[str, tuple[str, ...]], other: tuple[str, tuple[str, ...]]) -> None:
    """Refuse a row that says two things of one theme."""
    for name in one[1]:
        if name in other[1]:
            shown = "yes" if name == EVERY else name
            raise EditorialError(where, f"both “{one[0]}” and “{other[0]}” hold “{shown}”", "keep one of them")
