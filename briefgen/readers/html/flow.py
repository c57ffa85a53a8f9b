"""A page's tree → a Sheet: blocks become passages, white space runs together as a browser shows it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from lxml import etree

from briefgen.errors import Remark
from briefgen.model.source import Passage, Span
from briefgen.notes import NoteText, heads_notes
from briefgen.readers.html.nodes import BLOCKS, HEADINGS, Node, words_of
from briefgen.readers.html.noterefs import LinkedNote, Linking, parts_of
from briefgen.readers.html.tables import grid_of, is_grid
from briefgen.readers.layout import Layout, set_rows
from briefgen.readers.sheet import Sheet

_BLANKS = re.compile(r"[ \t\n\r\f]+")
_HANDLES = frozenset("¶#§🔗⚓")
_RAISED = re.compile(r"vertical-align:\s*super")


def lay_out(root: Node, linking: Linking, name: str, remarks: Iterable[Remark] = ()) -> Sheet:
    """Write the blocks of a page in reading order."""
    flow = _Flow(linking)
    flow.walk(root)
    where = f"the notes of {name}"
    linked = (NoteText(note.label, note.text, where, at=at) for note, at in flow.notes.items() if note.text)
    listed = (NoteText(label, text, where) for label, text in linking.listed)
    sheet = flow.layout.sheet((*linked, *listed), remarks)
    return replace(sheet, passages=_without_bare_heads(sheet))


def _without_bare_heads(sheet: Sheet) -> tuple[Passage, ...]:
    """Drop a heading "Notes" under which nothing is left."""
    following = (*sheet.passages, None)[1:]
    return tuple(
        passage
        for passage, after in zip(sheet.passages, following, strict=True)
        if not (
            heads_notes(passage.span.of(sheet.text))
            and (after is None or (passage.kind == after.kind == "heading" and after.level <= passage.level))
        )
    )


class _Flow:
    """One walk over a tree."""

    def __init__(self, linking: Linking) -> None:
        self.layout = Layout()
        self.notes: dict[LinkedNote, int] = {}
        """Notes met, with the offset of their first mark."""
        self._references = linking.references
        self._run = 1
        self._labels: dict[str, LinkedNote] = {}
        self._blocks: list[Node] = []
        self._first: Node | None = None
        """The block the open passage began in; None where none is open."""
        self._blank = True
        """Whether the last character written lets no blank follow."""
        self._in_cell = False

    def walk(self, root: Node) -> None:
        """Write all that stands in an element."""
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, node in walk:
            if event == "start":
                if not self._enter(node):
                    walk.skip_subtree()
            else:
                self._leave(node)
                if node is not root:
                    self._write(node.tail or "")

    def _enter(self, node: Node) -> bool:
        """Begin an element; tell whether to go into it."""
        if node in self._references:
            self._reference(node)
            return False
        if self._is_handle(node):
            return False
        if node.tag == "table" and not self._in_cell and is_grid(node):
            self._table(node)
            return False
        if self._is_raised(node):
            self._open()
            self.layout.raised(words_of(node))
            self._blank = False
            return False
        if node.tag in BLOCKS:
            self._end()
            self._blocks.append(node)
        elif node.tag == "br":
            self._break()
        elif node.tag == "q":
            self._write("“")
        self._write(node.text or "")
        return True

    def _leave(self, node: Node) -> None:
        if node.tag in BLOCKS and self._blocks and self._blocks[-1] is node:
            self._end()
            self._blocks.pop()
        elif node.tag == "q":
            self._write("”")

    def _is_handle(self, node: Node) -> bool:
        """Tell whether it is the sign a documentation tool hangs on a heading, to link to the heading itself."""
        own = node.tag == "a" and node.get("href", "").startswith("#") and words_of(node).strip() in _HANDLES
        return own and any(block.tag in HEADINGS for block in self._blocks)

    def _is_raised(self, node: Node) -> bool:
        raised = node.tag == "sup" or bool(_RAISED.search(node.get("style", "")))
        return raised and not any(link in self._references for link in node.iter("a"))

    def _write(self, text: str) -> None:
        if not any(block.tag == "pre" for block in self._blocks):
            text = _BLANKS.sub(" ", text)
            text = text.lstrip(" ") if self._blank else text
        if text and (self._first is not None or text.strip()):
            self._open()
            self.layout.write(text)
            self._blank = text[-1] in " \n"

    def _open(self) -> None:
        if self._first is None:
            if not self._in_cell:
                self.layout.open()
            self._first = self._blocks[-1] if self._blocks else etree.Element("div")

    def _break(self) -> None:
        """Break a line; an empty line ends a paragraph of pages that have no paragraphs."""
        if self._first is None:
            return
        if self._blank and not self._in_cell:
            self._end()
        else:
            self.layout.write("\n")
            self._blank = True

    def _end(self) -> None:
        """End the open passage, or within a cell its line."""
        if self._first is None:
            return
        if self._in_cell:
            if not self._blank:
                self.layout.write("\n")
        else:
            tag = self._first.tag
            level = int(tag[1]) if tag in HEADINGS else 0
            self.layout.close("heading" if level else "paragraph", level, tag)
            self._first = None
        self._blank = True

    def _reference(self, link: Node) -> None:
        before, label, after = parts_of(link)
        note = self._references[link]
        self._open()
        self.layout.write(before)
        if not label:
            pass
        elif note is None:
            self.layout.label(label, "link")
        else:
            self.notes.setdefault(note, self.layout.length)
            if self._labels.setdefault(label, note) is not note:
                # The label leads elsewhere than before: a new numbering has begun.
                self._run, self._labels = self._run + 1, {label: note}
            self.layout.label(label, "note", str(self._run))
        self.layout.write(after)
        self._blank = False

    def _table(self, table: Node) -> None:
        self._end()
        for caption in table.iterchildren("caption"):
            self.walk(caption)
            self._end()
        set_rows(grid_of(table), self._cell)

    def _cell(self, cell: Node, heads: tuple[Span, ...]) -> Span | None:
        self.layout.open()
        self._in_cell, self._blank, outside = True, True, self._blocks
        self._blocks = []
        self.walk(cell)
        self._in_cell, self._blank, self._blocks, self._first = False, True, outside, None
        return self.layout.close("cell", heads=heads)
