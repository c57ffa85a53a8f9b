"""A sheet without notes of its own → the same with the numbered notes at its end set aside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from briefgen.notes import NoteText, find_lists
from briefgen.readers.sheet import Sheet


def set_aside(sheet: Sheet, where: Callable[[int], str]) -> Sheet:
    """Set aside lists of notes, and what passages lie in them.

    Args:
        where: says in a remark where a note stands, by its offset in the sheet's text.
    """
    lists = find_lists(sheet.text)
    notes = (
        NoteText(entry.label, entry.text, where(entry.at), stands=entry.at)
        for found in lists
        for entry in found.entries
    )
    spans = tuple(found.span for found in lists)
    passages = tuple(p for p in sheet.passages if not any(span.meets(p.span) for span in spans))
    given = tuple(g for g in sheet.given if not any(span.meets(g.span) for span in spans))
    return replace(sheet, given=given, aside=spans, notes=(*sheet.notes, *notes), passages=passages)
