"""entities.csv → the names of a source. A row counts once somebody has confirmed it; all it says stands in its fact."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from briefgen.editorial.misfits import settle
from briefgen.editorial.passages import Quotation, anchor, could_name, holds
from briefgen.editorial.terms import HAN
from briefgen.errors import EditorialError, Remark
from briefgen.model.dossier import Entity, Sort
from briefgen.model.fact import Factbase
from briefgen.model.source import File
from briefgen.records import Record, load_csv

BETWEEN = "|"
"""Parts the names in one cell."""
_SCRIPTS = {"ja": r"\u3040-\u30ff", "ko": r"\uac00-\ud7af", "zh": HAN, "ru": r"\u0400-\u04ff", "ar": r"\u0600-\u06ff"}


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it stands in the table."""

    name: str
    sort: Sort = ""
    aliases: str = ""
    native: str = ""
    role: str = ""
    fact: str = ""
    start: int | None = None
    end: int | None = None
    confirmed: str = ""
    """By whom; empty while it is only proposed."""


def load(file: File, base: Factbase) -> tuple[tuple[Entity, ...], tuple[Remark, ...]]:
    """Read the confirmed names, and what is to be said of those that lost their sentence.

    Raises:
        EditorialError: the table is torn, a name stands in it twice, or a cell says what its fact does not.
    """
    records = [record for record in load_csv(file, Row, EditorialError) if record.value.confirmed.strip()]
    _check_apart(records)
    entities: list[Entity] = []
    misfits: list[EditorialError] = []
    for record in records:
        try:
            entities.append(_entity(record.where, record.value, base))
        except EditorialError as fault:
            misfits.append(fault)
    return tuple(entities), settle(base.source, misfits)


def language_of(native: str) -> str:
    """Tell the language of a name in another script: by its script, which is all that is known of it."""
    return next((tag for tag, letters in _SCRIPTS.items() if re.search(f"[{letters}]", native)), "und")


def _entity(where: str, row: Row, base: Factbase) -> Entity:
    native, role = _parts(row.native), row.role.strip()
    wanted = Quotation(
        where, row.fact.strip(), row.name.strip(), row.start, row.end, (*native, *([role] if role else []))
    )
    found = anchor(base, replace(wanted, fact=_home(base, wanted)))
    said = tuple((language_of(name), name) for name in native)
    return Entity(where, wanted.words, found.fact.id, found.span, row.sort, _parts(row.aliases), said, role)


def _home(base: Factbase, wanted: Quotation) -> str:
    """Name the sentence of a row; where that is another now, the first that says all the row says."""
    if wanted.fact in base.by_id or not could_name(base, wanted.fact):
        return wanted.fact
    return next((fact.id for fact in base.facts if holds(base, fact, (wanted.words, *wanted.also))), wanted.fact)


def _check_apart(records: Iterable[Record[Row]]) -> None:
    """Refuse a name that two rows bear, as name or as alias."""
    taken: dict[str, str] = {}
    for record in records:
        for name in dict.fromkeys((record.value.name.strip(), *_parts(record.value.aliases))):
            if name in taken:
                what = f"“{name}” is named in {taken[name]} already"
                raise EditorialError(record.where, what, "make one row of the two")
            taken[name] = record.where


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(BETWEEN) if part.strip())
