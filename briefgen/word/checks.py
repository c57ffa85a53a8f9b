"""A .docx → what Word or its accessibility checker will mind, and Microsoft's validator does not see."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from docx import Document as parse_document
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml.ns import qn
from lxml import etree

from briefgen.errors import Remark
from briefgen.model.source import File
from briefgen.word.elements import Node, read, read_child
from briefgen.word.styles import default_language

_STORIES = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER, RELATIONSHIP_TYPE.ENDNOTES, RELATIONSHIP_TYPE.FOOTNOTES)
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_FILE_NAME = re.compile(r"\.(png|jpe?g|gif|svg|emf)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Story:
    """One part of the document that holds text."""

    name: str
    part: Part
    root: Node


def find_faults(file: File) -> tuple[Remark, ...]:
    """Look a finished document over; nothing found is an empty tuple."""
    document = parse_document(io.BytesIO(file.content))
    stories = list(_stories(document))
    found = [
        *_check_notes(stories),
        *_check_links(stories),
        *_check_styles(document, stories),
        *_check_relations(stories),
        *_check_drawings(stories),
        *_check_tables(stories[0].root),
        *_check_headings(document),
        *_check_blanks(stories[0].root),
        *_check_properties(document),
    ]
    return tuple(Remark(file.name, what) for what in found)


def _stories(document: Document) -> Iterator[Story]:
    yield Story("body", document.part, document.element.body)
    for relation in document.part.rels.values():
        if relation.reltype in _STORIES and not relation.is_external:
            part = relation.target_part
            root = getattr(part, "element", None)
            yield Story(
                relation.reltype.rpartition("/")[2],
                part,
                root if root is not None else etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False)),
            )


def _check_notes(stories: list[Story]) -> Iterator[str]:
    for kind in ("endnote", "footnote"):
        roots = [story.root for story in stories if story.name == f"{kind}s"]
        have = {read(note, "id") for root in roots for note in root if not read(note, "type")}
        cited = Counter(read(ref, "id") for ref in stories[0].root.iter(qn(f"w:{kind}Reference")))
        yield from (f"{kind} {i} is cited and does not exist" for i in sorted(cited.keys() - have))
        yield from (f"{kind} {i} is never cited" for i in sorted(have - cited.keys()))
        yield from (f"{kind} {i} is cited {n} times, and Word allows one" for i, n in cited.items() if n > 1)


def _check_links(stories: list[Story]) -> Iterator[str]:
    marks = Counter(read(mark, "name") for story in stories for mark in story.root.iter(qn("w:bookmarkStart")))
    yield from (f"bookmark “{name}” occurs {n} times" for name, n in marks.items() if n > 1)
    for story in stories:
        for link in story.root.iter(qn("w:hyperlink")):
            target = read(link, "anchor")
            if target and target not in marks:
                yield f"{story.name}: a link leads to “{target}”, which is nowhere"
            if not "".join(map(str, link.itertext())).strip():
                yield f"{story.name}: a link has no text"


def _check_styles(document: Document, stories: list[Story]) -> Iterator[str]:
    known = {read(style, "styleId") for style in document.styles.element.findall(qn("w:style"))}
    for story in stories:
        used = {read(node) for tag in ("pStyle", "rStyle", "tblStyle") for node in story.root.iter(qn(f"w:{tag}"))}
        yield from (f"{story.name}: style “{name}” does not exist" for name in sorted(used - known))


def _check_relations(stories: list[Story]) -> Iterator[str]:
    for story in stories:
        for node in story.root.iter(etree.Element):
            for name in ("id", "embed", "link"):
                said = node.get(f"{_RELATION}{name}")
                if said is not None and said not in story.part.rels:
                    yield f"{story.name}: {said} points to no part"


def _check_drawings(stories: list[Story]) -> Iterator[str]:
    ids: Counter[str] = Counter()
    for story in stories:
        yield from (f"{story.name}: a picture floats" for _ in story.root.iter(qn("wp:anchor")))
        for drawing in story.root.iter(qn("wp:docPr")):
            ids[str(drawing.get("id"))] += 1
            said, name = str(drawing.get("descr") or ""), drawing.get("name")
            if not said and not any("decorative" in str(node.tag) for node in drawing.iter()):
                yield f"{story.name}: picture “{name}” has no alternative text"
            elif _FILE_NAME.search(said):
                yield f"{story.name}: the alternative text of picture “{name}” is the name of a file"
    yield from (f"drawing id {number} occurs {n} times" for number, n in ids.items() if n > 1)


def _check_tables(body: Node) -> Iterator[str]:
    for number, table in enumerate(body.iter(qn("w:tbl")), 1):
        first = table.find(qn("w:tr"))
        if first is None or first.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is None:
            yield f"table {number} has no heading row"
        if any(True for _ in table.iter(qn("w:gridSpan"), qn("w:vMerge"))):
            yield f"table {number} has merged cells"
        if any(not _text(cell) for cell in table.iter(qn("w:tc"))):
            yield f"table {number} has an empty cell"


def _check_headings(document: Document) -> Iterator[str]:
    names = {read(s, "styleId"): read_child(s, "name").lower() for s in document.styles.element.findall(qn("w:style"))}
    last = 0
    for paragraph in document.element.body.iter(qn("w:p")):
        style = names.get(read_child(paragraph.find(qn("w:pPr")), "pStyle"), "")
        heading = re.fullmatch(r"heading (\d)", style)
        if heading is None:
            continue
        level, text = int(heading.group(1)), _text(paragraph)
        if not text:
            yield "a heading is empty"
        if level > last + 1:
            yield f"heading “{text[:40]}” jumps from level {last} to level {level}"
        last = level
    if not last:
        yield "there is no heading"


def _check_blanks(body: Node) -> Iterator[str]:
    blank = 0
    for child in body:
        empty = child.tag == qn("w:p") and not _text(child) and not any(True for _ in child.iter(qn("w:drawing")))
        blank = blank + 1 if empty else 0
        if blank == 2:
            yield "empty paragraphs are used as space"


def _check_properties(document: Document) -> Iterator[str]:
    if not document.core_properties.title:
        yield "the document has no title"
    if not default_language(document):
        yield "the document has no language"


def _text(node: Node) -> str:
    return "".join(t.text or "" for t in node.iter(qn("w:t"))).strip()
