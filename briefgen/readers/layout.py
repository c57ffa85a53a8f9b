"""Pieces of a structured document, in reading order → a Sheet. Labels are written where the document prints them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Literal, TypeVar

from briefgen.errors import Remark
from briefgen.marks import Given
from briefgen.model.source import Passage, Span
from briefgen.notes import NoteText
from briefgen.readers.decoding import NO_TEXT
from briefgen.readers.sheet import Sheet

Evidence = Literal["note", "link", "superscript"]
Cell = TypeVar("Cell")
Kind = Literal["paragraph", "heading", "cell"]

_LABEL = re.compile(r"[0-9]+|[⁰¹²³⁴-⁹]+|[*†‡§]+")
_JOINTS = re.compile(r"[\s\[\](),;.\-–—‐‑−]*")


class Layout:
    """A sheet in the making: a passage is opened, written and closed before the next."""

    def __init__(self) -> None:
        self._closed: list[str] = []
        self._open: list[str] = []
        self._start = 0
        self._length = 0
        self._passages: list[Passage] = []
        self._given: list[Given] = []

    @property
    def length(self) -> int:
        """Characters written so far."""
        return self._length

    def open(self) -> None:
        """Begin a passage on a line of its own."""
        if self._length:
            self.write("\n")
        self._closed += self._open
        self._open = []
        self._start = self._length

    def write(self, text: str) -> None:
        """Write running text, without what no paper can hold."""
        text = NO_TEXT.sub("", text)
        self._open.append(text)
        self._length += len(text)

    def label(self, text: str, evidence: Evidence, run: str | None = None) -> None:
        """Write the label of a note mark, whole."""
        text = NO_TEXT.sub("", text)
        self._given.append(Given(Span(self._length, self._length + len(text)), evidence, run))
        self.write(text)

    def raised(self, text: str) -> None:
        """Write raised text; its labels are candidates for marks where it holds nothing else: "14, 18–20"."""
        text = NO_TEXT.sub("", text)
        if _JOINTS.fullmatch(_LABEL.sub("", text)):
            for found in _LABEL.finditer(text):
                span = Span(self._length + found.start(), self._length + found.end())
                self._given.append(Given(span, "superscript"))
        self.write(text)

    def close(
        self,
        kind: Kind = "paragraph",
        level: int = 0,
        style: str = "",
        heads: tuple[Span, ...] = (),
        page: int | None = None,
    ) -> Span | None:
        """End a passage and give its span; None where nothing was printed.

        Args:
            page: it begins on; None where the document has no pages.
        """
        text = "".join(self._open)
        if not text.strip():
            return None
        start = self._start + len(text) - len(text.lstrip())
        span = Span(start, start + len(text.strip()))
        self._passages.append(Passage(span, kind, level, style, heads, page))
        return span

    def sheet(self, notes: Iterable[NoteText] = (), remarks: Iterable[Remark] = ()) -> Sheet:
        """Give the finished sheet."""
        text = "".join(self._closed + self._open)
        given, passages = tuple(self._given), tuple(self._passages)
        return Sheet(text, (), passages, given=given, notes=tuple(notes), remarks=tuple(remarks))


def set_rows(
    rows: Iterable[Iterable[tuple[int, Cell]]], set_cell: Callable[[Cell, tuple[Span, ...]], Span | None]
) -> None:
    """Set the cells of a table, each under the head of its row and the head of its column.

    Args:
        rows: of (column from 0, cell).
        set_cell: writes a cell with its heads, and gives its span; None where nothing was printed.
    """
    columns: dict[int, Span] = {}
    for number, row in enumerate(rows):
        first: Span | None = None
        for column, cell in row:
            heads = tuple(h for h in (first, columns.get(column) if number else None) if h is not None)
            span = set_cell(cell, heads)
            if span is not None and number == 0:
                columns[column] = span
            if column == 0:
                first = span
