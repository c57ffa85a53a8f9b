"""A document as it was taken in before → what of its notes was its own, and what changed since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefgen.errors import BriefgenError, Remark
from briefgen.model.source import Card, File, Note, Source
from briefgen.notes import NoteText, key_of
from briefgen.readers.decisions import Decision
from briefgen.readers.reading import lay_flat
from briefgen.readers.sheet import Sheet
from briefgen.readers.sources import make_source
from briefgen.records import Record

_REACH = 30
"""Characters before a mark by which it is known again."""


@dataclass(frozen=True, slots=True)
class Former:
    """What a document said before."""

    source: Source
    """With no note text but the document's own."""

    def said(self, text: NoteText) -> bool:
        """Tell whether a text was the document's own."""
        note = _note_of(self.source, text)
        own = (note.supplied or note.text) if note else None
        return own is not None and own.split() == text.text.split()


def find_former(file: File, now: File, sheet: Sheet, card: Card, made: Iterable[Record[Decision]]) -> Former | None:
    """Read the document that was taken in before; None where it cannot be read any more.

    Args:
        file: that document.
        now: the document as it is.
        sheet: of the latter.
        card: of both.
        made: decisions on its marks.
    """
    try:
        laid = sheet if file.content == now.content else lay_flat(file)
        return Former(make_source(file, laid, name="", card=card, decisions=made))
    except BriefgenError:
        return None


def changes(old: Former, new: Source, by_hand: tuple[NoteText, ...]) -> tuple[Remark, ...]:
    """Say what is new of a document."""
    if old.source.sha256 == new.sha256:
        return (Remark(new.name, "the document has not changed since it was taken in"),)
    return tuple(Remark(new.name, *said) for said in _changes(old.source, new, by_hand))


def _changes(old: Source, new: Source, by_hand: tuple[NoteText, ...]) -> Iterator[tuple[str, ...]]:
    texts = {note for note in old.notes if note.text} | {note for t in by_hand if (note := _note_of(old, t))}
    counts = (
        ("paragraphs", _paragraphs(old), _paragraphs(new)),
        ("note marks", len(old.marks), len(new.marks)),
        ("notes with text", len(texts), sum(note.text is not None for note in new.notes)),
    )
    for what, was, now in counts:
        if was != now:
            yield (f"{now} {what} where there were {was}",)
    if gone := {note.label for note in old.notes} - {note.label for note in new.notes}:
        yield (f"notes no longer marked: {_listed(gone)}",)
    words, former_words = _words(new), _words(old)
    if words - former_words or former_words - words:
        yield (f"{len(words - former_words)} paragraphs are new, {len(former_words - words)} are gone",)
    if moved := {text.label for text in by_hand if _moved(old, new, text)}:
        what = f"other words stand before the marks of notes whose text was given by hand: {_listed(moved)}"
        yield what, "check these texts in notes.csv"


def _moved(old: Source, new: Source, text: NoteText) -> bool:
    """Tell whether a note's first mark stands at other words than when its text was given."""
    was, now = _before(old, text), _before(new, text)
    return None not in (was, now) and was != now


def _before(source: Source, text: NoteText) -> str | None:
    note = _note_of(source, text)
    at = next((m.at for m in source.marks if note and (m.label, m.run) == (note.label, note.run)), None)
    return None if at is None else "".join(source.text[max(0, at - 3 * _REACH) : at].split())[-_REACH:]


def _note_of(source: Source, text: NoteText) -> Note | None:
    label = key_of(text.label)
    return next((n for n in source.notes if key_of(n.label) == label and text.run in ("", n.run)), None)


def _listed(labels: Iterable[str]) -> str:
    return ", ".join(sorted(labels, key=lambda label: (len(label), label)))


def _paragraphs(source: Source) -> int:
    return sum(passage.kind == "paragraph" for passage in source.passages)


def _words(source: Source) -> set[str]:
    return {" ".join(passage.span.of(source.text).split()) for passage in source.passages}
