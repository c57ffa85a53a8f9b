"""A file of note texts beside the source → NoteTexts: a table (label or number, text, run) or a bibliography."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.errors import EditorialError
from briefgen.model.source import File
from briefgen.notes.texts import NoteText
from briefgen.records import load_csv


@dataclass(frozen=True, slots=True)
class Row:
    """One line of notes.csv."""

    label: str
    text: str
    run: str = ""


def read_notes(file: File) -> tuple[NoteText, ...]:
    """Read supplied note texts; a number without a text is one still to be filled in.

    Raises:
        EditorialError: the table or the bibliography does not fit.
    """
    if file.name.lower().endswith((".json", ".bib", ".bibtex")):
        from briefgen.notes.citations import read_citations

        return read_citations(file)
    table = load_csv(file, Row, EditorialError, also={"number": "label"})
    return tuple(
        NoteText(record.value.label.strip(), record.value.text.strip(), record.where, record.value.run.strip())
        for record in table
        if record.value.text.strip()
    )
