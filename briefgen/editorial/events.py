"""events.csv → what happened when. A date is one that the sentence itself names, as it was found there."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.editorial.misfits import settle
from briefgen.editorial.passages import Quotation, Slice, anchor, with_other_figures
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
    remarks: list[Remark] = []
    for record in load_csv(file, Row, EditorialError):
        row, where = record.value, record.where
        if not row.confirmed.strip():
            continue
        try:
            found = anchor(base, Quotation(where, row.fact.strip(), row.words.strip(), row.start, row.end))
            event = _occurrence(where, row, found)
        except EditorialError as fault:
            anew = _anew(base, where, row) if base.source.is_another else None
            if anew is None:
                misfits.append(fault)
                continue
            event = anew
            remarks.append(
                Remark(where, f"its sentence has other figures now and dates it {anew.date}", "mend the line")
            )
        key = (event.date, event.span.start, event.span.end)
        if key in events:
            raise EditorialError(where, f"this event stands in {events[key].where} already", "delete one of the two")
        events[key] = event
    return tuple(sorted(events.values(), key=lambda event: event.span)), (*settle(base.source, misfits), *remarks)


def _anew(base: Factbase, where: str, row: Row) -> Occurrence | None:
    """Date an event again whose sentence has other figures in a newer text: by the one date in its words."""
    found = with_other_figures(base, row.words)
    if found is None:
        return None
    dates = {period.edtf for period in found.fact.periods if period.edtf and period.span.meets(found.span)}
    return Occurrence(where, dates.pop(), found.fact.id, found.span) if len(dates) == 1 else None


def _occurrence(where: str, row: Row, found: Slice) -> Occurrence:
    """Hold the date against those of the sentence."""
    date, fact = row.date.strip(), found.fact
    dates = [period.edtf for period in fact.periods if period.edtf]
    if date not in dates:
        what = f"{fact.place} names no date “{date}”"
        raise EditorialError(where, what, f"it names {', '.join(dates) or 'none'}")
    return Occurrence(where, date, fact.id, found.span)
