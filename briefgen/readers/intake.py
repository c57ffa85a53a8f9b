"""A document to be taken in → the files of its folder in data/: the document, its card, its notes, marks to confirm.

Taking it in again after it changed keeps every decision made, and says what changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from briefgen.errors import Remark
from briefgen.marks import Reading, doubtful
from briefgen.model.source import Card, File, Source
from briefgen.notes import key_of, read_notes
from briefgen.readers.card import read_card
from briefgen.readers.decisions import Decision, locate, propose, read_decisions
from briefgen.readers.offsets import here
from briefgen.readers.reading import lay_flat, read
from briefgen.records import dump_csv, dump_toml

KNOWN = """\
# What is known of this source. Nothing is guessed: fill in what you know and take away the # before it.
{known}
# Printed as it stands on page 1: who holds the rights, and what they allow.
rights = "Rights were not stated with the copy supplied and must be cleared before publication."
# author = ""
# title = ""
# publisher = ""
# published = ""
# marking = ""
"""


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
    kept = File(f"source{PurePath(file.name).suffix.lower()}", file.content)
    card_file = _card(before.get("card"), kept, name, origin, numbering)
    card = read_card(card_file)
    given = notes or before.get("notes")
    source = read(file, name=name, card=card, notes=given, marks=before.get("marks"))
    if "card" not in before and (title := _title(source)):
        card_file = File(card_file.name, _with(card_file.content.decode(), "subject", title).encode())
    decisions = _decisions(file, source, before.get("marks"))
    files = (
        kept,
        card_file,
        File("notes.csv", dump_csv(_rows(source, before.get("notes")), Row)),
        File("marks.csv", dump_csv(decisions, Decision)),
    )
    undecided = tuple(decision for decision in decisions if decision.keep is None)
    return Intake(source, files, undecided, tuple(_changes(source, before, card, name)))


def _card(former: File | None, kept: File, name: str, origin: str, numbering: int | None) -> File:
    """Write the card, or carry a former one on with what is new of the document."""
    text = former.content.decode("utf-8-sig") if former else ""
    if former is None:
        subject = name.replace("-", " ").capitalize()
        known = f'subject = {_quoted(subject)}\ncalled = "the source"\nlanguage = "en"'
        text = KNOWN.format(known=known)
    if origin:
        text = _with(text, "origin", f"{origin} (SHA-256 {kept.sha256})")
    text = _with(text, "file", kept.name)
    if numbering is not None:
        text = re.sub(r"^numbering *=.*\n?", "", text, flags=re.M).rstrip("\n") + f"\nnumbering = {numbering}\n"
    return File("source.toml", text.encode())


def _with(text: str, key: str, words: str) -> str:
    """Set one key of a card and leave its other lines as they are."""
    line = f"{key} = {_quoted(words)}"
    if re.search(rf"^{key} *=", text, re.M):
        return re.sub(rf"^{key} *=.*$", lambda _: line, text, count=1, flags=re.M)
    return f"{text.rstrip()}\n{line}\n"


def _quoted(words: str) -> str:
    return dump_toml(Card(words)).splitlines()[0].partition(" = ")[2]


def _title(source: Source) -> str:
    """Give the document's own title, where it begins with one."""
    first = source.passages[0]
    return " ".join(first.span.of(source.text).split()) if first.kind == "heading" and first.level == 1 else ""


def _rows(source: Source, former: File | None) -> list[Row]:
    """Write the notes with the texts known; texts given by hand for labels that are gone are kept."""
    rows = [Row(note.label, note.supplied or note.text or "", note.run) for note in source.notes]
    known = {(key_of(row.label), row.run) for row in rows}
    for text in read_notes(former) if former else ():
        key = key_of(text.label), text.run or "1"
        if key not in known:
            rows.append(Row(text.label, text.text, key[1]))
    return rows


def _decisions(file: File, source: Source, former: File | None) -> tuple[Decision, ...]:
    """Keep every decision made, and add the marks that are doubtful and not decided."""
    sheet = lay_flat(file)
    made = read_decisions(former) if former else ()
    decided, _ = locate(made, sheet.text)
    starts = {here(sheet.shifts, mark.supplied.start): mark for mark in doubtful(Reading(source.marks))}
    marks = [(start, mark) for start, mark in starts.items() if start not in decided]
    kept = tuple(record.value for record in made if record.value.keep is not None)
    return kept + propose(sheet.text, marks)


def _changes(source: Source, before: Mapping[str, File], card: Card, name: str) -> Iterator[Remark]:
    """Say what is new since the document was taken in before."""
    old_file = before.get("source")
    if old_file is None:
        return
    if old_file.sha256 == source.sha256:
        yield Remark(name, "the document has not changed since it was taken in")
        return
    old = read(old_file, name=name, card=card, notes=before.get("notes"), marks=before.get("marks"))
    counts = (
        ("paragraphs", _paragraphs(old), _paragraphs(source)),
        ("note marks", len(old.marks), len(source.marks)),
        ("notes with text", _texts(old), _texts(source)),
    )
    for what, was, now in counts:
        if was != now:
            yield Remark(name, f"{now} {what} where there were {was}")
    gone = {note.label for note in old.notes} - {note.label for note in source.notes}
    if gone:
        yield Remark(name, f"notes no longer marked: {', '.join(sorted(gone, key=lambda g: (len(g), g)))}")
    words, former_words = _words(source), _words(old)
    if words - former_words or former_words - words:
        yield Remark(name, f"{len(words - former_words)} paragraphs are new, {len(former_words - words)} are gone")


def _paragraphs(source: Source) -> int:
    return sum(passage.kind == "paragraph" for passage in source.passages)


def _texts(source: Source) -> int:
    return sum(note.text is not None for note in source.notes)


def _words(source: Source) -> set[str]:
    return {" ".join(passage.span.of(source.text).split()) for passage in source.passages}
