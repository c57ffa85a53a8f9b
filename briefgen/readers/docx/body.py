"""The blocks of a Word document, in reading order → a Sheet: paragraphs, headings, table cells, text boxes, notes."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from briefgen.errors import Remark, SourceError
from briefgen.model.source import File, Span
from briefgen.notes import NoteText, key_of, unlabelled
from briefgen.readers.attributes import count_of
from briefgen.readers.docx.numbering import Scheme, scheme_of
from briefgen.readers.docx.package import Node, Package, W, value
from briefgen.readers.docx.runs import FALLBACK, REFERENCES, Notes, find_bookmarks, printed_runs, text_of, write_runs
from briefgen.readers.docx.styles import Styles
from briefgen.readers.endmatter import set_aside
from briefgen.readers.layout import Layout, set_rows
from briefgen.readers.sheet import Sheet

KINDS = ("footnote", "endnote")
_BOX = f"{W}txbxContent"


def read_docx(file: File) -> Sheet:
    """Lay a Word document flat. It must have come through the gate.

    Raises:
        SourceError: no Word document, or without text.
    """
    try:
        reading = _Reading(Package(file), file.name)
        return reading.sheet()
    except (etree.XMLSyntaxError, ValueError, KeyError) as fault:
        raise SourceError(file.name, "is damaged: its parts do not fit together", "save it anew in Word") from fault


class _Reading:
    """One pass through a document."""

    def __init__(self, package: Package, name: str) -> None:
        self._package, self._name = package, name
        self._body = package.body()
        self._styles = Styles(package.part("styles"))
        self._settings = package.part("settings")
        self._layout = Layout()
        kinds = {REFERENCES[str(e.tag)] for e in self._body.iter(*REFERENCES)}
        self._notes = Notes(len(kinds) > 1, find_bookmarks(self._body))

    def sheet(self) -> Sheet:
        """Read the body, then the notes its references led to."""
        sections = self._sections()
        self._notes.enter(next(sections))
        for block in _blocks(self._body):
            self._block(block)
            if block.find(f"{W}pPr/{W}sectPr") is not None:
                self._notes.enter(next(sections))
        sheet = self._layout.sheet(self._note_texts(), self._remarks())
        if not sheet.passages:
            raise SourceError(self._name, "holds no text", "is it a scan? Recognise its text first")
        return sheet if self._notes.labels else set_aside(sheet, lambda _: f"the notes of {self._name}")

    def _sections(self) -> Iterator[dict[str, Scheme]]:
        """Give the numbering of each section: its properties stand at its end."""
        for section in self._body.iter(f"{W}sectPr"):
            yield {kind: scheme_of(kind, self._settings, section) for kind in KINDS}
        while True:
            yield {kind: scheme_of(kind, self._settings, None) for kind in KINDS}

    def _block(self, block: Node) -> None:
        if block.tag == f"{W}tbl":
            self._table(block)
            return
        style = self._styles.name_of(block)
        if not style.lower().startswith(("toc ", "table of ")):
            self._layout.open()
            write_runs(block, self._layout, self._styles, self._notes)
            level = self._styles.level_of(block)
            self._layout.close("heading" if level else "paragraph", level, style)
        for box in _boxes(block):
            for inner in _blocks(box):
                self._block(inner)

    def _table(self, table: Node) -> None:
        rows = [list(_cells(row)) for row in _rows(table)]
        if len(rows) == 1 or all(len(row) == 1 for row in rows):
            # A table of one row or column only lays text out.
            for row in rows:
                for _, cell in row:
                    for block in _blocks(cell):
                        self._block(block)
            return
        set_rows(rows, self._cell)

    def _cell(self, cell: Node, heads: tuple[Span, ...]) -> Span | None:
        self._layout.open()
        for index, paragraph in enumerate(_paragraphs(cell)):
            if index:
                self._layout.write("\n")
            write_runs(paragraph, self._layout, self._styles, self._notes)
        return self._layout.close("cell", heads=heads)

    def _note_texts(self) -> Iterator[NoteText]:
        for kind in KINDS:
            root = self._package.part(f"{kind}s")
            for note in [] if root is None else root.iter(W + kind):
                label, run = self._notes.labels.get((kind, value(note, "id")), ("", ""))
                if label:
                    yield NoteText(label, _undressed(_words(note), label), f"the {kind}s of {self._name}", run)

    def _remarks(self) -> Iterator[Remark]:
        pages = [kind for kind in KINDS if self._restarts_by_page(kind)]
        for kind in pages:
            what = f"{kind}s are numbered anew on each page, which no file tells; they are counted through"
            yield Remark(self._name, what, "number them through in Word")

    def _restarts_by_page(self, kind: str) -> bool:
        found = [] if self._settings is None else list(self._settings.iter(f"{W}{kind}Pr"))
        found += self._body.iter(f"{W}{kind}Pr")
        return any(value(p.find(f"{W}numRestart")) == "eachPage" for p in found)


def _blocks(node: Node) -> Iterator[Node]:
    """Go through paragraphs and tables, inside content controls and insertions too."""
    for child in node:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}customXml", f"{W}smartTag"):
            yield from _blocks(child)


def _paragraphs(cell: Node) -> Iterator[Node]:
    """Go through the paragraphs of a cell, tables within it included."""
    for block in _blocks(cell):
        if block.tag == f"{W}p":
            yield block
        else:
            for row in _rows(block):
                for _, inner in _cells(row):
                    yield from _paragraphs(inner)


def _boxes(paragraph: Node) -> Iterator[Node]:
    """Find the text boxes anchored in a paragraph, each in its first alternative only."""
    for run in printed_runs(paragraph):
        for box in run.iter(_BOX):
            around = [a.tag for a in box.iterancestors() if a is not run and run in a.iterancestors()]
            if FALLBACK not in around and _BOX not in around:
                yield box


def _rows(table: Node) -> Iterator[Node]:
    for child in table:
        if child.tag == f"{W}tr":
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml"):
            yield from _rows(child)


def _cells(row: Node) -> Iterator[tuple[int, Node]]:
    """Go through the cells of a row with their columns; the lower parts of a merged cell are not there."""
    column = 0
    for cell in row.iter(f"{W}tc"):
        if cell.getparent() is not row and next(cell.iterancestors(f"{W}tr")) is not row:
            continue
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        if merged is None or value(merged) == "restart":
            yield column, cell
        column += count_of(value(cell.find(f"{W}tcPr/{W}gridSpan")))


def _words(note: Node) -> str:
    paragraphs = ("".join(text_of(run) for run in printed_runs(p)) for p in note.iter(f"{W}p"))
    return " ".join(" ".join(paragraphs).split())


def _undressed(text: str, label: str) -> str:
    """Take away a label that a note with a custom mark repeats at its beginning."""
    named = unlabelled(text, label)
    if named != text:
        return named
    for opening in (f"{label}. ", f"{label} ", f"[{label}] "):
        if text.startswith(opening) and key_of(opening) == key_of(label):
            return text.removeprefix(opening)
    return text
