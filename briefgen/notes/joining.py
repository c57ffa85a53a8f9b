"""Marks and note texts → the notes of a source. A text that fits no mark is said, never dropped in silence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefgen.errors import Remark
from briefgen.model.source import Mark, Note
from briefgen.notes.shortforms import spell_out
from briefgen.notes.texts import NoteText, in_ranges, key_of

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
    unclear: list[tuple[NoteText, list[str]]] = []
    for text in given:
        label = key_of(text.label)
        runs = [run for known, run in labels if known == label and text.run in ("", run)]
        if not label:
            remarks.append(Remark(text.where, "a note text without a number"))
        elif not runs:
            within = f" of numbering {text.run}" if text.run else ""
            remarks.append(Remark(text.where, f"note {label}{within} is marked nowhere in the source"))
        elif len(runs) > 1:
            unclear.append((text, runs))
        elif (key := (label, runs[0])) in placed:
            what = f"note {text.label} was given before, at {placed[key].where}; that one is used"
            remarks.append(Remark(text.where, what))
        else:
            placed[key] = text
    if unclear:
        remarks.append(_unclear(unclear))
    return placed


def _unclear(texts: list[tuple[NoteText, list[str]]]) -> Remark:
    """Say in one line which texts may be of several numberings."""
    labels = in_ranges(key_of(text.label) for text, _ in texts)
    runs = in_ranges(sorted({run for _, runs in texts for run in runs}, key=lambda run: (len(run), run)))
    stand = f"note {labels} stands" if len(texts) == 1 else f"notes {labels} stand"
    what = f"{stand} in several numberings ({runs})"
    return Remark(texts[0][0].where, what, "say which in a column “run”")


def _missing(notes: tuple[Note, ...]) -> list[Remark]:
    missing = [note.label for note in notes if note.text is None]
    if not missing:
        return []
    return [Remark("notes", f"no text for {len(missing)} of {len(notes)}: {in_ranges(missing)}")]
