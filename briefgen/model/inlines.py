"""The smallest pieces of a paper: the source's words, ours, note marks and links.

The source's words are ``Quote`` (cut from its text) and ``NoteText`` (its notes); everything in
``Words`` is ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from briefgen.model.source import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """One permitted change to a quoted slice (DESIGN §5.1), logged."""

    span: Span
    """What is replaced, in ``Source.text``; empty where something is put in."""
    to: str
    why: Literal["line rejoined", "display opening", "space before Latin"]


@dataclass(frozen=True, slots=True)
class Quote:
    """The source's words: its slice with the edits made."""

    span: Span
    text: str
    edits: tuple[Edit, ...] = ()
    lang: str = ""
    """BCP 47 tag where it differs from the source's language: "zh-Hans", "ru"."""


@dataclass(frozen=True, slots=True)
class NoteText:
    """The words of one of the source's notes."""

    label: str
    run: str
    text: str
    lang: str = ""
    supplied: str | None = None
    """Its wording as supplied, where a short form of it ("ibid.") is spelled out."""


@dataclass(frozen=True, slots=True)
class Words:
    """Our own words."""

    text: str
    basis: tuple[str, ...] = ()
    """Ids of the facts that every number in it comes from."""
    lang: str = ""
    """BCP 47 tag where it differs from the paper's language."""


@dataclass(frozen=True, slots=True)
class NoteRef:
    """A note mark of the source, printed."""

    label: str
    run: str
    at: int
    """Offset in ``Source.text`` at which the source has this very mark."""
    real: bool = False
    """Whether this is the note's one endnote reference; every other mark links to the note."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A link in running type to a figure, table, part or note of the same paper."""

    target: str
    """Anchor: "figure-1", "table-2", "part-notes", "note-1-12" (run and label of a note in the list)."""
    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Bold inlines."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Locator:
    """Where in the source a paragraph's words stand, small: "(para. 2)"."""

    text: str
    basis: tuple[str, ...] = ()


Inline = Quote | NoteText | Words | NoteRef | Reference | Emphasis | Locator
Flat = Quote | NoteText | Words | NoteRef | Reference | Locator
Inlines = tuple[Inline, ...]


def flat(inlines: Inlines) -> Iterator[Flat]:
    """Inlines with emphasis opened up."""
    for inline in inlines:
        if isinstance(inline, Emphasis):
            yield from flat(inline.inlines)
        else:
            yield inline


def plain(inlines: Inlines) -> str:
    """The text a reader sees, note marks left out."""
    return "".join(i.text for i in flat(inlines) if not isinstance(i, NoteRef))
