"""A paper as data: parts of blocks of inlines. Writers set it, the trace is it, verification reads it.

Numbers of notes, figures and tables are final here: a writer counts nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from briefgen.errors import Remark
from briefgen.model.change import Change, Stated
from briefgen.model.chart import Plate
from briefgen.model.inlines import (
    Edit as Edit,
)
from briefgen.model.inlines import (
    Emphasis as Emphasis,
)
from briefgen.model.inlines import (
    Flat as Flat,
)
from briefgen.model.inlines import (
    Inline as Inline,
)
from briefgen.model.inlines import (
    Inlines as Inlines,
)
from briefgen.model.inlines import (
    Locator as Locator,
)
from briefgen.model.inlines import (
    NoteRef as NoteRef,
)
from briefgen.model.inlines import (
    NoteText as NoteText,
)
from briefgen.model.inlines import (
    Quote as Quote,
)
from briefgen.model.inlines import (
    Reference as Reference,
)
from briefgen.model.inlines import (
    Words as Words,
)
from briefgen.model.inlines import (
    flat as flat,
)
from briefgen.model.inlines import (
    plain as plain,
)

Role = Literal["body", "bottom-line", "front", "imprint", "marking", "ours", "rights", "source-line", "static"]
"""What a paragraph is for; a writer turns it into a style of the template (``model.look.STYLE_OF``)."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a part; level 2 upwards (1 are the parts' own)."""

    inlines: Inlines
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    inlines: Inlines
    role: Role = "body"
    style: str = ""
    """Name in the look of the style of a paragraph the template has brought; else the role says it."""
    leads: bool = False
    """Whether it leads to what is behind it, a figure or items, and is not parted from it."""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; the template says whether it has bullets or numbers."""

    items: tuple[Inlines, ...]
    role: Literal["bullet", "key-point"] = "bullet"


@dataclass(frozen=True, slots=True)
class Tile:
    """One key figure: what it is worth, of what, when, and where the source says so."""

    value: Inlines
    """As the source prints it: "US$12.5 billion"."""
    label: Inlines
    period: Inlines
    evidence: Inlines


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """Three to six key figures."""

    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A plain grid with one heading row; no cell is empty."""

    number: int
    title: Inlines
    head: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    numeric: tuple[int, ...] = ()
    """Columns set flush right, from 0."""
    widths: tuple[float, ...] = ()
    """Shares of the measure, one a column; empty for equal ones."""
    source: Inlines = ()
    """Line under the table."""

    @property
    def anchor(self) -> str:
        """Where references to it point."""
        return f"table-{self.number}"


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with its live text."""

    number: int
    plate: Plate
    title: Inlines
    subtitle: Inlines
    source: Inlines
    """Evidence line below: "Source: the article, para. 2; note 1 …"."""

    @property
    def anchor(self) -> str:
        """Where references to it point."""
        return f"figure-{self.number}"


@dataclass(frozen=True, slots=True)
class Callout:
    """A box set apart."""

    title: Inlines
    blocks: tuple[Block, ...]


Block = Heading | Paragraph | Bullets | KeyFigures | Table | Figure | Callout


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the paper: "front", "bottom-line", "sections", and so on."""

    name: str
    title: str
    """Printed as a level-1 heading; empty for a part without one."""
    blocks: tuple[Block, ...]

    @property
    def anchor(self) -> str:
        """Where references to it point."""
        return f"part-{self.name}"

    @property
    def parted(self) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
        """Its blocks, and the imprint, which stands behind the list of notes where a format lets it."""
        behind = tuple(b for b in self.blocks if isinstance(b, Paragraph) and b.role == "imprint")
        return tuple(b for b in self.blocks if b not in behind), behind


@dataclass(frozen=True, slots=True)
class NoteEntry:
    """One line of the list of notes."""

    label: str
    run: str
    inlines: Inlines
    """Its words after "Note 12. "."""

    @property
    def anchor(self) -> str:
        """Where references to it point."""
        return f"note-{self.run}-{self.label}"


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a paper says of the making of itself, on its last page and in its properties."""

    source_name: str
    source_sha256: str
    version: str
    inputs_sha256: str
    """The commission's key."""


@dataclass(frozen=True, slots=True)
class Brief:
    """The paper, whole."""

    name: str
    """Stem of its files."""
    title: str
    subject: str
    """Title of the theme or themes."""
    themes: tuple[str, ...]
    language: str
    source_language: str
    date: date
    marking: str
    organisation: str
    contact: str
    parts: tuple[Part, ...]
    """In the template's order; the notes stand last."""
    notes: tuple[NoteEntry, ...]
    """Ascending in the source's numbering."""
    imprint: Imprint
    labels: tuple[tuple[str, str], ...] = ()
    """Words the writers need, from the wording file: "figure", "table", "note", "notes", "page", "of", "back" …"""
    inputs: tuple[tuple[str, str, str], ...] = ()
    """(role, name, SHA-256) of every file that went in."""
    remarks: tuple[Remark, ...] = ()
    stated: tuple[Stated, ...] = ()
    """What it states, as data: the next issue is compared with this."""
    changes: Change | None = None
    """What changed since a former issue; None where none was given."""
    length: str = ""
    """Name of its profile: an issue is compared with a former one of the same."""
    letters: str = ""
    """Characters of the whole source that are not of plain English, whether the paper has them or not."""

    def label(self, name: str) -> str:
        """Give one of the words a writer needs."""
        return dict(self.labels)[name]

    def way_back(self, label: str, nth: int, count: int) -> str:
        """Say where a link from a note leads: to its mark, or to which of them.

        Args:
            label: of the note.
            nth: of its marks, from 1.
            count: of them.
        """
        return self.label("back" if count > 1 else "back-only").format(label=label, nth=nth)

    def part(self, name: str) -> Part | None:
        """Find a part by name."""
        return next((p for p in self.parts if p.name == name), None)


def blocks_of(brief: Brief) -> Iterator[Block]:
    """Every block in reading order, those inside callouts too."""
    stack: list[Block] = [b for p in reversed(brief.parts) for b in reversed(p.blocks)]
    while stack:
        block = stack.pop()
        yield block
        if isinstance(block, Callout):
            stack.extend(reversed(block.blocks))


def inlines_of(block: Block) -> Iterator[Inlines]:
    """The runs of inlines a block holds, in reading order; not those of blocks inside it."""
    match block:
        case Heading(inlines) | Paragraph(inlines):
            yield inlines
        case Bullets(items):
            yield from items
        case KeyFigures(tiles):
            for tile in tiles:
                yield from (tile.value, tile.label, tile.period, tile.evidence)
        case Table():
            yield block.title
            yield from block.head
            for row in block.rows:
                yield from row
            yield block.source
        case Figure():
            yield from (block.title, block.subtitle, block.source)
        case Callout(title):
            yield title


def anchors_of(brief: Brief) -> frozenset[str]:
    """Collect everything a reference may lead to: tables, figures, parts with a title, notes of the list."""
    shown = {block.anchor for block in blocks_of(brief) if isinstance(block, Table | Figure)}
    titled = {part.anchor for part in brief.parts if part.title}
    return frozenset(shown | titled | {note.anchor for note in brief.notes})
