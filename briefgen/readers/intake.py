"""A document to be taken in → the files of its folder in data/: the document, its card, its notes, marks to confirm.

Taking it in again after it changed keeps every decision made, and says what changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath

from briefgen.errors import Remark
from briefgen.marks import Reading, doubtful
from briefgen.model.source import File, Source
from briefgen.notes import NoteText, key_of, read_notes
from briefgen.readers.card import carry_on, fill_in, read_card, start_card
from briefgen.readers.decisions import Decision, locate, propose, read_decisions
from briefgen.readers.former import Former, changes, find_former
from briefgen.readers.offsets import here
from briefgen.readers.reading import lay_flat
from briefgen.readers.sheet import Sheet
from briefgen.readers.sources import make_source
from briefgen.records import Record, dump_csv


@dataclass(frozen=True, slots=True)
class Row:
    """One line of notes.csv as it is written."""

    label: str
    text: str
    run: str = "1"


@dataclass(frozen=True, slots=True)
class Intake:
    """A document taken in; nothing of it is on disk yet."""

    source: Source
    files: tuple[File, ...]
    """What its folder is to hold, by their names in it; other files there are left alone."""
    confirm: tuple[Decision, ...]
    """Marks a person should confirm, still undecided."""
    changes: tuple[Remark, ...]
    """What changed since it was taken in before."""


def take_in(
    file: File,
    *,
    name: str,
    origin: str = "",
    notes: File | None = None,
    numbering: int | None = None,
    former: Mapping[str, File] | None = None,
) -> Intake:
    """Take a document in.

    Args:
        origin: where it came from, for the card.
        notes: note texts supplied beside it.
        numbering: which of several that compete is of its notes; None where only one is found.
        former: files of its folder by role (source, card, notes, marks) where it was taken in before.

    Raises:
        SourceError: the document is refused, or numberings compete and none is chosen.
        EditorialError: notes, or a file of the folder, is faulty.
    """
    before = dict(former or {})
    kept = File(_kept_as(file, before.get("source")), file.content)
    card_file = carry_on(before.get("card") or start_card(name), kept, origin, numbering, before.get("source"))
    card = read_card(card_file)
    made = read_decisions(before["marks"]) if "marks" in before else ()
    sheet = lay_flat(file)
    old = find_former(before["source"], file, sheet, card, made) if "source" in before else None
    given = read_notes(notes) if notes else ()
    by_hand = _beside(given, _by_hand(before, old))
    source = make_source(file, sheet, name=name, card=card, notes=(*given, *by_hand), decisions=made)
    decisions = _decisions(sheet, source, made)
    if "card" not in before:
        card_file = fill_in(card_file, source)
        source = replace(source, card=read_card(card_file))
    files = (
        kept,
        File("source.toml", card_file.content),
        File("notes.csv", dump_csv(_rows(source, by_hand), Row)),
        File("marks.csv", dump_csv(decisions, Decision)),
    )
    undecided = tuple(decision for decision in decisions if decision.keep is None)
    return Intake(source, files, undecided, changes(old, source, by_hand) if old else ())


def _kept_as(file: File, former: File | None) -> str:
    """Name the copy: as it was called before, if it is of the same kind."""
    suffix = PurePath(file.name).suffix.lower()
    if former and PurePath(former.name).suffix.lower() == suffix:
        return PurePath(former.name).name
    return f"source{suffix or '.txt'}"


def _by_hand(before: Mapping[str, File], old: Former | None) -> tuple[NoteText, ...]:
    """Pick the texts of notes.csv that people wrote; the others are the former document's own."""
    texts = read_notes(before["notes"]) if "notes" in before else ()
    return tuple(text for text in texts if old is None or not old.said(text))


def _beside(given: Iterable[NoteText], by_hand: Iterable[NoteText]) -> tuple[NoteText, ...]:
    """Leave away what is given anew."""
    new = {(key_of(text.label), run) for text in given for run in ({text.run, ""} if text.run else ("", "1"))}
    return tuple(text for text in by_hand if (key_of(text.label), text.run) not in new)


def _rows(source: Source, by_hand: Iterable[NoteText]) -> list[Row]:
    """Write the notes with the texts known; texts given by hand for labels that are gone are kept."""
    rows = [Row(note.label, note.supplied or note.text or "", note.run) for note in source.notes]
    known = {(key_of(row.label), row.run) for row in rows}
    gone = (text for text in by_hand if (key_of(text.label), text.run or "1") not in known)
    return rows + [Row(text.label, text.text, text.run or "1") for text in gone]


def _decisions(sheet: Sheet, source: Source, made: Iterable[Record[Decision]]) -> tuple[Decision, ...]:
    """Keep every decision made, and add the marks that are doubtful and not decided."""
    rows = tuple(made)
    decided, _ = locate(rows, sheet.text)
    starts = {here(sheet.shifts, mark.supplied.start): mark for mark in doubtful(Reading(source.marks))}
    marks = [(start, mark) for start, mark in starts.items() if start not in decided]
    kept = tuple(record.value for record in rows if record.value.keep is not None)
    return kept + propose(sheet.text, marks)
