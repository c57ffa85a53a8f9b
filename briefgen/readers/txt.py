"""Plain text → Sheet. Nothing is dropped but a byte order mark and characters that are no text."""

from __future__ import annotations

import re
from dataclasses import replace

from briefgen.errors import Remark
from briefgen.model.source import File, Span
from briefgen.notes import NoteList, NoteText, find_lists
from briefgen.readers.decoding import decode
from briefgen.readers.offsets import cut
from briefgen.readers.paragraphs import find_passages
from briefgen.readers.sheet import Sheet, blanked

# What XML, and so Word, cannot hold (XML 1.0, 2.2), but for the breaks among it.
_NO_TEXT = re.compile("[\x01-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")


def read_txt(file: File) -> Sheet:
    """Lay a text file flat.

    Raises:
        SourceError: empty, or no text.
    """
    decoded, remarks = decode(file)
    faults = [Span(*fault.span()) for fault in _NO_TEXT.finditer(decoded)]
    if faults:
        line = decoded.count("\n", 0, faults[0].start) + 1
        remarks += (Remark(f"{file.name}:{line}", f"{len(faults)} control characters left out, the first here"),)
    mark = [Span(0, 1)] if decoded.startswith("\ufeff") else []
    text, shifts = cut(decoded, mark + faults)
    lists = find_lists(text)
    aside = tuple(found.span for found in lists)
    passages = find_passages(blanked(text, aside))
    return Sheet(text, shifts, passages, aside, notes=_notes(file.name, text, lists), remarks=remarks)


def _notes(name: str, text: str, lists: tuple[NoteList, ...]) -> tuple[NoteText, ...]:
    """Number the lists as numberings are: a list that begins anew is the next one."""
    notes: list[NoteText] = []
    run, last = 1, 0
    for entry in (entry for found in lists for entry in found.entries):
        if int(entry.label) <= last:
            run += 1
        last = int(entry.label)
        line = text.count("\n", 0, entry.at) + 1
        notes.append(NoteText(entry.label, entry.text, f"{name}:{line}", str(run)))
    return tuple(notes) if run > 1 else tuple(replace(note, run="") for note in notes)
