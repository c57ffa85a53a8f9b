"""positions.csv → who holds what on which issue. Each cell of the table is a slice of its fact, never our words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.editorial.misfits import settle
from briefgen.editorial.passages import Quotation, anchor, holds
from briefgen.errors import EditorialError, Remark
from briefgen.model.dossier import Entity, Position
from briefgen.model.fact import Factbase
from briefgen.model.source import File
from briefgen.records import Record, load_csv

Loaded = tuple[tuple[Position, ...], tuple[Remark, ...]]


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it stands in the table."""

    issue: str
    actor: str
    words: str
    fact: str = ""
    start: int | None = None
    end: int | None = None
    confirmed: str = ""
    """By whom; empty while it is only proposed."""


def load(file: File, base: Factbase, entities: Sequence[Entity] = ()) -> Loaded:
    """Read the confirmed positions, and what is to be said of those that lost their sentence.

    Args:
        entities: an actor may be called in its fact by any of its names.

    Raises:
        EditorialError: the table is torn, a cell is filled twice, or a row says what its fact does not.
    """
    aliases = {entity.name: entity.names for entity in entities}
    filled: dict[tuple[str, str, str], str] = {}
    positions: list[Position] = []
    misfits: list[EditorialError] = []
    for record in load_csv(file, Row, EditorialError):
        if not record.value.confirmed.strip():
            continue
        _check_filled(record)
        try:
            found = _position(record, base, aliases.get(record.value.actor.strip(), (record.value.actor,)))
        except EditorialError as fault:
            misfits.append(fault)
            continue
        cell = (found.issue, found.actor, found.fact)
        if cell in filled:
            what = f"“{found.issue}” and “{found.actor}” are filled from this sentence in {filled[cell]} already"
            raise EditorialError(record.where, what, "make one row of the two")
        filled[cell] = record.where
        positions.append(found)
    return tuple(positions), settle(base.source, misfits)


def _check_filled(record: Record[Row]) -> None:
    for head, cell in (("issue", record.value.issue), ("actor", record.value.actor)):
        if not cell.strip():
            raise EditorialError(record.where, f"“{head}” is empty", "fill the cell, or leave “confirmed” empty")


def _position(record: Record[Row], base: Factbase, names: Sequence[str]) -> Position:
    row = record.value
    found = anchor(base, Quotation(record.where, row.fact.strip(), row.words.strip(), row.start, row.end))
    if not any(holds(base, found.fact, (name,)) for name in names):
        what = f"“{row.actor}” does not stand in {found.fact.place}"
        raise EditorialError(record.where, what, "name who the sentence names, or list its other names in entities.csv")
    return Position(record.where, row.issue.strip(), row.actor.strip(), found.fact.id, found.span)
