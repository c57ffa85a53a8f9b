"""A note's text with its label, before it is joined to the marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(frozen=True, slots=True)
class NoteText:
    """What a document, or a file beside it, gives as the text of a note."""

    label: str
    text: str
    where: str
    """For remarks: the file with its line, or "the notes of report.docx"."""
    run: str = ""
    """The numbering it belongs to; empty where it is not said."""
    at: int | None = None
    """Where its label stands in the document's text, where the document links the two."""


def key_of(label: str) -> str:
    """Write a label as labels are compared: "[12]", "12." and "¹²" are all 12."""
    return label.strip().strip("[]().: ").translate(_DIGITS) or label.strip()


def unlabelled(text: str, label: str) -> str:
    """Take a note's own number off the front of its text, where it is named one: "Note 12. Smith" is "Smith"."""
    # LibreOffice sets the number before it once more: "12Note 12. Smith".
    own = re.escape(label)
    return re.sub(rf"\A(?:{own}\s*)?(?:end|foot)?note {own}[.:]\s+", "", text, flags=re.I)
