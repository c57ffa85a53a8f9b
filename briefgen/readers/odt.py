"""An OpenDocument text → Sheet. The file holds each note's label as printed, so it is kept."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from briefgen.errors import SourceError
from briefgen.model.source import File, Span
from briefgen.notes import NoteText
from briefgen.readers.attributes import count_of
from briefgen.readers.endmatter import set_aside
from briefgen.readers.layout import Layout, set_rows
from briefgen.readers.sheet import Sheet

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
OFFICE, STYLE, TABLE, TEXT = (f"{{{_OASIS}:{space}:1.0}}" for space in ("office", "style", "table", "text"))
_HEADING = re.compile(r"(?:Title|Subtitle|Heading (\d))")
_BLANKS = re.compile(r"[ \t\r\n]+")
# Not of the text: indexes, tracked deletions, annotations, codes of fields and of drawings.
_UNREAD = {f"{OFFICE}annotation", f"{OFFICE}annotation-end", f"{OFFICE}forms"}
_UNREAD |= {
    TEXT + t for t in ("alphabetical-index", "ruby-text", "sequence-decls", "table-of-content", "tracked-changes")
}

Node = etree._Element


def read_odt(file: File) -> Sheet:
    """Lay an OpenDocument text flat. It must have come through the gate.

    Raises:
        SourceError: no OpenDocument text, protected, or without text.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        with zipfile.ZipFile(io.BytesIO(file.content)) as package:
            if b"encryption-data" in package.read("META-INF/manifest.xml"):
                raise SourceError(file.name, "is protected by a password", "save it without one")
            parts = [package.read(name) for name in ("content.xml", "styles.xml") if name in package.namelist()]
        trees = [etree.fromstring(part, parser) for part in parts]
        text = next(trees[0].iter(f"{OFFICE}text"))
    except (KeyError, IndexError, StopIteration, etree.XMLSyntaxError) as fault:
        raise SourceError(file.name, "is no OpenDocument text, or damaged", "save it anew as .odt or .docx") from fault
    reading = _Reading(trees, file.name)
    reading.blocks(text)
    sheet = reading.layout.sheet(reading.notes)
    if not sheet.passages:
        raise SourceError(file.name, "holds no text", "is it a scan? Recognise its text first")
    return sheet if sheet.notes else set_aside(sheet, lambda _: f"the notes of {file.name}")


class _Reading:
    """One pass through a document."""

    def __init__(self, trees: list[Node], name: str) -> None:
        self.layout = Layout()
        self.notes: list[NoteText] = []
        self._name = name
        self._styles = {s.get(f"{STYLE}name", ""): s for tree in trees for s in tree.iter(f"{STYLE}style")}
        kinds = {note.get(f"{TEXT}note-class") for note in trees[0].iter(f"{TEXT}note")}
        self._both = len(kinds) > 1

    def blocks(self, node: Node) -> None:
        """Go through paragraphs, headings, lists, sections and tables."""
        for child in node:
            if child.tag in (f"{TEXT}p", f"{TEXT}h"):
                self._paragraph(child)
            elif child.tag == f"{TABLE}table":
                self._table(child)
            elif isinstance(child.tag, str) and child.tag not in _UNREAD:
                self.blocks(child)

    def _paragraph(self, node: Node) -> None:
        style = self._display(node.get(f"{TEXT}style-name", ""))
        named = _HEADING.fullmatch(style)
        level = int(named[1] or 1) if named else 0
        if node.tag == f"{TEXT}h":
            level = count_of(node.get(f"{TEXT}outline-level"), most=9)
        self.layout.open()
        self._inlines(node)
        self.layout.close("heading" if level else "paragraph", level, style)

    def _table(self, table: Node) -> None:
        rows = [list(row) for row in map(_cells, table.iter(f"{TABLE}table-row"))]
        if len(rows) < 2 or all(len(row) < 2 for row in rows):
            self.blocks(table)
            return
        set_rows(rows, self._cell)

    def _cell(self, cell: Node, heads: tuple[Span, ...]) -> Span | None:
        self.layout.open()
        for index, paragraph in enumerate(cell.iter(f"{TEXT}p", f"{TEXT}h")):
            self.layout.write("\n" if index else "")
            self._inlines(paragraph)
        return self.layout.close("cell", heads=heads)

    def _inlines(self, node: Node, *, raised: bool = False) -> None:
        self._write(node.text, raised)
        for child in node:
            self._inline(child, raised)
            self._write(child.tail, raised)

    def _inline(self, node: Node, raised: bool) -> None:
        match node.tag:
            case str() as tag if tag == f"{TEXT}note":
                self._note(node)
            case str() as tag if tag == f"{TEXT}s":
                self.layout.write(" " * count_of(node.get(f"{TEXT}c")))
            case str() as tag if tag in (f"{TEXT}tab", f"{TEXT}line-break"):
                self.layout.write("\t" if tag.endswith("tab") else "\n")
            case str() as tag if tag == f"{TEXT}span":
                self._inlines(node, raised=self._is_raised(node.get(f"{TEXT}style-name", "")))
            case str() as tag if tag not in _UNREAD and tag != f"{TEXT}p":
                self._inlines(node, raised=raised)

    def _note(self, note: Node) -> None:
        kind = note.get(f"{TEXT}note-class", "footnote")
        label = _words(note.find(f"{TEXT}note-citation"))
        run = f"{kind}s" if self._both else "1"
        if label:
            self.layout.label(label, "note", run)
            text = _words(note.find(f"{TEXT}note-body"))
            self.notes.append(NoteText(label, text, f"the {kind}s of {self._name}", run))

    def _write(self, text: str | None, raised: bool) -> None:
        if text:
            (self.layout.raised if raised else self.layout.write)(_BLANKS.sub(" ", text))

    def _is_raised(self, name: str) -> bool:
        """Tell whether a style, or one it follows, sets text above the line."""
        seen: set[str] = set()
        while name in self._styles and name not in seen:
            seen.add(name)
            for properties in self._styles[name].iter(f"{STYLE}text-properties"):
                position = properties.get(f"{STYLE}text-position", "")
                if position:
                    first = position.split()[0].rstrip("%")
                    return first == "super" or count_of(first, 0) > 0
            name = self._styles[name].get(f"{STYLE}parent-style-name", "")
        return False

    def _display(self, name: str) -> str:
        """Give the name of a paragraph's style as it is shown; automatic styles have their parent's."""
        style = self._styles.get(name)
        if style is not None and re.fullmatch(r"P\d+", name):
            name = style.get(f"{STYLE}parent-style-name", name)
        return name.replace("_20_", " ")


def _cells(row: Node) -> Iterator[tuple[int, Node]]:
    column = 0
    for cell in row:
        if cell.tag == f"{TABLE}table-cell":
            yield column, cell
        column += count_of(cell.get(f"{TABLE}number-columns-repeated"))


def _words(node: Node | None) -> str:
    return "" if node is None else " ".join(" ".join(map(str, node.itertext())).split())
