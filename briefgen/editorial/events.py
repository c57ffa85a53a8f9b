"""events.csv → what happened when. A date is one that the sentence itself names, as it was found there."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.editorial.misfits import settle
from briefgen.editorial.passages import Quotation, Slice, anchor
from briefgen.errors import EditorialError, Remark
from briefgen.model.dossier import Occurrence
from briefgen.model.fact import Factbase
from briefgen.model.source import File
from briefgen.records import load_csv


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it stands in the table."""

    date: str
    """EDTF."""
    words: str
    fact: str = ""
    start: int | None = None
    end: int | None = None
    confirmed: str = ""
    """By whom; empty while it is only proposed."""


def load(file: File, base: Factbase) -> tuple[tuple[Occurrence, ...], tuple[Remark, ...]]:
    """Read the confirmed events in the order of their sentences, and what is to be said of those that lost theirs.

    Raises:
        EditorialError: the table is torn, an event stands in it twice, or a row says what its fact does not.
    """
    events: dict[tuple[str, int, int], Occurrence] = {}
    misfits: list[EditorialError] = []
    for record in load_csv(file, Row, EditorialError):
        row, where = record.value, record.where
        if not row.confirmed.strip():
            continue
        try:
            found = anchor(base, Quotation(where, row.fact.strip(), row.words.strip(), row.start, row.end))
            event = _occurrence(where, row, found)
        except EditorialError as fault:
            misfits.append(fault)
            continue
        key = (event.date, event.span.start, event.span.end)
        if key in events:
            raise EditorialError(where, f"this event stands in {events[key].where} already", "delete one of the two")
        events[key] = event
    return tuple(sorted(events.values(), key=lambda event: event.span)), settle(base.source, misfits)


def _occurrence(where: str, row: Row, found: Slice) -> Occurrence:
    """Hold the date against those of the sentence."""
    date, fact = row.date.strip(), found.fact
    dates = [period.edtf for period in fact.periods if period.edtf]
    if date not in dates:
        what = f"{fact.place} names no date “{date}”"
        raise EditorialError(where, what, f"it names {', '.join(dates) or 'none'}")
    return Occurrence(where, date, fact.id, found.span)
