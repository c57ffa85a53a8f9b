"""A document as read: its text with the note marks lifted out, and where each mark stood.

Offsets count characters (code points) of ``Source.text`` from 0, end exclusive, unless a name says
"supplied": those count characters of the decoded file as it was supplied.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from briefgen.errors import Remark


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text, ``text[start:end]``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """Cut the span out of a text."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Tell whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Tell whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def moved(self, by: int) -> Span:
        """Shift both ends by a number of characters."""
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True)
class File:
    """A file's bytes under the name it goes by. The name is never an absolute path."""

    name: str
    content: bytes

    @property
    def sha256(self) -> str:
        """Hex digest of the content."""
        return sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Mark:
    """One note mark of the source."""

    label: str
    """As printed: "22", "i", "*"."""
    number: int | None
    """The label's number; None where it is no number."""
    run: str
    """Which numbering it belongs to, "1" where there is one; "2" from the first restart on; or "footnotes"."""
    at: int
    """Offset in ``Source.text`` the mark follows: it stood between ``text[at-1]`` and ``text[at]``."""
    supplied: Span
    """Where the label's characters stand in the decoded file as supplied."""
    margin: float
    """How much worse the best reading of the document without this mark is (costs of the sequence model)."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note of the source; ``text`` is None where the source came without it."""

    label: str
    run: str
    text: str | None
    supplied: str | None = None
    """Its wording as supplied, where ``text`` spells a short form out ("ibid.")."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading or table cell of the source."""

    span: Span
    kind: Literal["paragraph", "heading", "cell"]
    level: int = 0
    """Outline level of a heading, from 1; 0 for other kinds."""
    style: str = ""
    heads: tuple[Span, ...] = ()
    """Of a table cell: the head of its row and of its column, where the table has them."""
    page: int | None = None
    """Page it begins on, where the source has pages."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a card says, in another language of our own words; what is empty stays as it is."""

    language: str
    subject: str = ""
    called: str = ""
    rights: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of a source, from its ``source.toml``: nothing guessed, empty where unknown."""

    subject: str
    """What the document is about: the first half of a paper's title."""
    called: str = "the source"
    """How our own words call it: "the article"."""
    language: str = "en"
    """BCP 47 tag of its prose."""
    notes_expected: int | None = None
    """How many notes the document is known to mark; a differing count is a remark."""
    author: str = ""
    title: str = ""
    publisher: str = ""
    published: str = ""
    """EDTF date, empty where unknown."""
    rights: str = ""
    """Printed as it stands on page 1."""
    marking: str = ""
    """Handling marking of the source; a build never lowers it."""
    origin: str = ""
    """Where the document was taken in from."""
    origin_sha256: str = ""
    """Of the document as it was taken in."""
    fitted_sha256: str = ""
    """Of the last document that all fitted which people wrote beside it; empty where nobody knows."""
    file: str = ""
    """Name of the source file beside the card."""
    numbering: int | None = None
    """Which of several numberings of flat text holds its note marks, from 1; None where only one is found."""
    abbreviations: tuple[str, ...] = ()
    """Words of its prose that a full stop follows without ending a sentence ("Min."), beside those we know."""
    said: tuple[Said, ...] = ()
    """Subject, name and rights for papers in other languages."""


@dataclass(frozen=True, slots=True)
class Source:
    """One document, its marks lifted out of the text and nothing else changed."""

    name: str
    card: Card
    text: str
    passages: tuple[Passage, ...]
    marks: tuple[Mark, ...]
    """In the order they stand."""
    notes: tuple[Note, ...]
    shifts: tuple[tuple[int, int], ...]
    """(offset in ``text``, offset in the supplied file) where the two move apart, ascending; see ``supplied_at``."""
    sha256: str
    """Of the file as supplied."""
    remarks: tuple[Remark, ...] = ()

    @property
    def is_another(self) -> bool:
        """Whether the document is a newer one than people wrote about: what they wrote may fit it no more."""
        return self.card.fitted_sha256 not in ("", self.sha256)

    def supplied_at(self, offset: int) -> int:
        """Translate an offset of ``text`` into one of the decoded file as supplied."""
        index = bisect_right(self.shifts, (offset, 1 << 62)) - 1
        if index < 0:
            return offset
        here, there = self.shifts[index]
        return there + offset - here

    def note(self, label: str, run: str) -> Note | None:
        """Find a note by its label and numbering."""
        return next((n for n in self.notes if (n.label, n.run) == (label, run)), None)
