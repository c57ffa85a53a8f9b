"""Marks and note texts → the notes of a source. A text that fits no mark is said, never dropped in silence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefgen.errors import Remark
from briefgen.model.source import Mark, Note
from briefgen.notes.shortforms import spell_out
from briefgen.notes.texts import NoteText, key_of

Key = tuple[str, str]
"""Label as compared, and numbering."""


def join_notes(
    marks: Iterable[Mark], own: Iterable[NoteText], supplied: Iterable[NoteText]
) -> tuple[tuple[Note, ...], tuple[Remark, ...]]:
    """Give every label that is marked its note, in the order of first marks.

    Args:
        own: texts the document holds.
        supplied: texts given beside it; they go before the document's own.
    """
    labels: dict[Key, Mark] = {}
    for mark in marks:
        labels.setdefault((key_of(mark.label), mark.run), mark)
    remarks: list[Remark] = []
    texts = _placed(own, labels, remarks) | _placed(supplied, labels, remarks)
    notes = tuple(Note(mark.label, mark.run, texts[key].text if key in texts else None) for key, mark in labels.items())
    if texts:
        remarks += _missing(notes)
    spelled, unclear = spell_out(notes)
    return spelled, (*remarks, *unclear)


def _placed(given: Iterable[NoteText], labels: Mapping[Key, Mark], remarks: list[Remark]) -> dict[Key, NoteText]:
    placed: dict[Key, NoteText] = {}
    for text in given:
        key = _key(text, labels)
        if isinstance(key, str):
            remarks.append(Remark(text.where, key))
        elif key in placed:
            what = f"note {text.label} was given before, at {placed[key].where}; that one is used"
            remarks.append(Remark(text.where, what))
        else:
            placed[key] = text
    return placed


def _key(text: NoteText, labels: Mapping[Key, Mark]) -> Key | str:
    """Find the mark a text belongs to, or say why there is none."""
    label = key_of(text.label)
    if not label:
        return "a note text without a number"
    runs = [run for known, run in labels if known == label and text.run in ("", run)]
    if len(runs) == 1:
        return label, runs[0]
    if runs:
        return f"note {label} stands in several numberings ({', '.join(runs)}); say which in a column “run”"
    within = f" of numbering {text.run}" if text.run else ""
    return f"note {label}{within} is marked nowhere in the source"


def _missing(notes: tuple[Note, ...]) -> list[Remark]:
    missing = [note.label for note in notes if note.text is None]
    if not missing:
        return []
    return [Remark("notes", f"no text for {len(missing)} of {len(notes)}: {', '.join(missing)}")]
