"""A note's text with its label, before it is joined to the marks."""

from __future__ import annotations

import re
from collections.abc import Iterable
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
    """Where its mark's label stands in the document's text, where the document links the two."""
    stands: int | None = None
    """Where it stands itself in the document's text, in a list of notes."""


def key_of(label: str) -> str:
    """Write a label as labels are compared: "[12]", "12." and "¹²" are all 12."""
    return label.strip().strip("[]().: ").translate(_DIGITS) or label.strip()


def unlabelled(text: str, label: str) -> str:
    """Take a note's own number off the front of its text, where it is named one: "Note 12. Smith" is "Smith"."""
    # LibreOffice sets the number before it once more: "12Note 12. Smith".
    own = re.escape(label)
    return re.sub(rf"\A(?:{own}\s*)?(?:end|foot)?note {own}[.:]\s+", "", text, flags=re.I)


def in_ranges(labels: Iterable[str]) -> str:
    """Write labels short: "3–5, 9, i"."""
    said: list[tuple[str, str]] = []
    for label in labels:
        if said and label.isdecimal() and said[-1][1].isdecimal() and int(label) == int(said[-1][1]) + 1:
            said[-1] = (said[-1][0], label)
        else:
            said.append((label, label))
    return ", ".join(a if a == b else f"{a}–{b}" for a, b in said)
