"""What every reader makes of its file: one flat text with the note labels in it, and what the format says of them."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.errors import Remark
from briefgen.marks import Given
from briefgen.model.source import Passage, Span
from briefgen.notes import NoteText
from briefgen.readers.offsets import Shifts


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file laid flat."""

    text: str
    shifts: Shifts
    """Way back to the decoded file, where the file is a text; empty where the two are one."""
    passages: tuple[Passage, ...]
    """In offsets of ``text``, in order."""
    aside: tuple[Span, ...] = ()
    """Notes within the text, ascending: no mark is looked for there, and no passage lies there."""
    given: tuple[Given, ...] = ()
    """Labels the format itself sets as marks, in offsets of ``text``."""
    notes: tuple[NoteText, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def body(self) -> str:
        """The text with the notes blanked, every offset the same."""
        return blanked(self.text, self.aside)


def blanked(text: str, spans: tuple[Span, ...]) -> str:
    """Overwrite parts of a text with blanks."""
    parts: list[str] = []
    at = 0
    for span in spans:
        parts += (text[at : span.start], " " * (span.end - span.start))
        at = span.end
    return "".join((*parts, text[at:]))
