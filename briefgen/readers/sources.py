"""Sheet → Source: marks found and lifted, passages and offsets moved along, notes joined to their marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from briefgen.errors import Remark, SourceError
from briefgen.marks import Lifted, find, lift
from briefgen.model.source import Card, File, Mark, Passage, Source
from briefgen.notes import NoteText, assign_runs, join_notes
from briefgen.readers.decisions import Decision, locate
from briefgen.readers.offsets import Shifts, composed, moved, there
from briefgen.readers.sheet import Sheet
from briefgen.records import Record


def make_source(
    file: File,
    sheet: Sheet,
    *,
    name: str,
    card: Card,
    notes: Iterable[NoteText] = (),
    decisions: Iterable[Record[Decision]] = (),
) -> Source:
    """Make the source of a sheet.

    Args:
        notes: supplied beside the document.
        decisions: the user's, on single marks.

    Raises:
        SourceError: numberings compete in flat text, and the card does not say which is of its notes.
    """
    decided, lost = locate(decisions, sheet.text)
    reading = find(sheet.body, sheet.given, decided, card.numbering)
    for conflict in reading.remarks:
        raise SourceError(file.name, conflict.what, conflict.mend)
    lifted = lift(sheet.text, reading)
    marks = tuple(_supplied(mark, sheet.shifts) for mark in lifted.marks)
    joined, remarks = join_notes(marks, assign_runs(sheet.notes, lifted.marks), notes)
    return Source(
        name=name,
        card=card,
        text=lifted.text,
        passages=_lifted(sheet.passages, lifted),
        marks=marks,
        notes=joined,
        shifts=composed(lifted.shifts, sheet.shifts),
        sha256=file.sha256,
        remarks=(
            *sheet.remarks,
            *lost,
            *remarks,
            *_count(file, card, len(joined)),
            *_choice(card, len(reading.rivals)),
        ),
    )


def _supplied(mark: Mark, shifts: Shifts) -> Mark:
    """Move the label's place from the sheet to the file."""
    if not shifts:
        return mark
    return replace(mark, supplied=mark.supplied.moved(there(shifts, mark.supplied.start) - mark.supplied.start))


def _lifted(passages: tuple[Passage, ...], lifted: Lifted) -> tuple[Passage, ...]:
    """Move passages to the lifted text; one that held nothing but a mark is gone."""
    spans = (moved(passage.span, lifted.shifts) for passage in passages)
    return tuple(
        replace(passage, span=span, heads=tuple(moved(head, lifted.shifts) for head in passage.heads))
        for passage, span in zip(passages, spans, strict=True)
        if span.of(lifted.text).strip()
    )


def _choice(card: Card, rivals: int) -> tuple[Remark, ...]:
    """Say that a numbering was chosen where there is none to choose."""
    if card.numbering is None or card.numbering <= max(1, rivals):
        return ()
    found = "one numbering is" if rivals < 2 else f"{rivals} numberings are"
    what = f"“numbering” is {card.numbering}, but {found} found"
    return (Remark("source.toml", what, "the last one was taken; take “numbering” away"),)


def _count(file: File, card: Card, count: int) -> tuple[Remark, ...]:
    if card.notes_expected in (None, count):
        return ()
    what = f"{count} notes are marked where the card expects {card.notes_expected}"
    return (Remark(file.name, what, "confirm the marks, or mend “notes_expected” in source.toml"),)
