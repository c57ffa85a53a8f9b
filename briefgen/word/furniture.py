"""Header or footer ↔ its paragraphs with fields as {page} {pages} {title} {marking} {date} and the other values.

A field is Word's own (PAGE, NUMPAGES, TITLE) or a content control whose tag or title is one of the names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from docx.oxml.ns import qn

from briefgen.word.elements import Node, read, read_child, remove, texts
from briefgen.word.names import PANEL

_FIELDS = {"PAGE": "{page}", "NUMPAGES": "{pages}", "SECTIONPAGES": "{pages}", "TITLE": "{title}"}
_CONTROLS = ("title", "subject", "marking", "date", "organisation", "contact", *PANEL)


def read_lines(story: Node) -> tuple[str, ...]:
    """Read the paragraphs of a header or footer that say something."""
    lines = (line_of(paragraph) for paragraph in story.iter(qn("w:p")))
    return tuple(line for line in lines if line.strip())


def line_of(paragraph: Node) -> str:
    """Read one paragraph, its fields named."""
    return "".join(_pieces(paragraph)).strip(" ")


def fill_controls(story: Node, said: Mapping[str, str], *, drop: bool = False) -> None:
    """Put text into the content controls that have a name of ours, and into TITLE fields; Word counts the pages.

    Args:
        drop: whether a paragraph that only held a value which is empty goes.
    """
    for control in list(story.iter(qn("w:sdt"))):
        name = _name(control)
        if name in said:
            paragraph = next(control.iterancestors(qn("w:p")), None)
            _fill(control, said[name])
            _unwrap(control)
            if drop and not said[name] and paragraph is not None and _is_blank(paragraph):
                remove(paragraph)
    for paragraph in story.iter(qn("w:p")):
        _fill_title(paragraph, said.get("title", ""))


def _is_blank(paragraph: Node) -> bool:
    """Tell whether a paragraph says nothing, and is not all that a cell of a table holds."""
    kept = (qn("w:drawing"), qn("w:sectPr"), qn("w:br"), qn("w:fldChar"), qn("w:sdt"))
    parent = paragraph.getparent()
    said = any((t.text or "").strip() for t in paragraph.iter(qn("w:t")))
    return not said and not any(True for _ in paragraph.iter(*kept)) and parent is not None and parent.tag != qn("w:tc")


def _pieces(paragraph: Node) -> Iterator[str]:
    depth, code, shown = 0, "", True
    for node in paragraph.iter():
        if node.tag == qn("w:fldSimple"):
            yield _field(read(node, "instr"))
        elif node.tag == qn("w:sdt") and _name(node):
            yield "{" + _name(node) + "}"
        elif node.tag == qn("w:fldChar"):
            kind = read(node, "fldCharType")
            depth += {"begin": 1, "end": -1}.get(kind, 0)
            if kind == "begin" and depth == 1:
                code = ""
            elif kind == "separate" and depth == 1:
                yield _field(code)
                shown = not _field(code)
            elif kind == "end" and depth == 0:
                shown = True
        elif node.tag == qn("w:instrText"):
            code += node.text or ""
        elif shown and not _inside_field(node):
            yield from _plain(node)


def _plain(node: Node) -> Iterator[str]:
    if node.tag == qn("w:t"):
        yield node.text or ""
    elif node.tag == qn("w:tab") and next(node.iterancestors()).tag == qn("w:r"):
        yield "\t"
    elif node.tag == qn("w:br"):
        yield " "


def _field(code: str) -> str:
    words = code.split()
    return _FIELDS.get(words[0].upper(), "") if words else ""


def _inside_field(node: Node) -> bool:
    """Tell whether a node is the cached content of a simple field or of a control we have named."""
    return any(
        (a.tag == qn("w:fldSimple") and bool(_field(read(a, "instr")))) or (a.tag == qn("w:sdt") and bool(_name(a)))
        for a in node.iterancestors()
    )


def _name(control: Node) -> str:
    """Give the name of ours that a content control bears in its tag or title; empty where it bears none."""
    properties = control.find(qn("w:sdtPr"))
    for tag in ("tag", "alias"):
        said = re.sub(r"[^a-z]", "", read_child(properties, tag).lower())
        if said in _CONTROLS:
            return said
    return ""


def _fill(control: Node, text: str) -> None:
    runs = list(control.iter(qn("w:r")))
    for run in runs[1:]:
        remove(run)
    for run in runs[:1]:
        for child in [c for c in run if c.tag != qn("w:rPr")]:
            run.remove(child)
        # The grey of a placeholder is not for the text that replaces it.
        properties = run.find(qn("w:rPr"))
        if properties is not None and read_child(properties, "rStyle") == "PlaceholderText":
            run.remove(properties)
        run.extend(texts(text))


def _unwrap(control: Node) -> None:
    content = control.find(qn("w:sdtContent"))
    for child in list(content) if content is not None else []:
        control.addprevious(child)
    remove(control)


def _fill_title(paragraph: Node, title: str) -> None:
    for field in paragraph.findall(qn("w:fldSimple")):
        if _field(read(field, "instr")) == "{title}":
            for place in list(field.iter(qn("w:t")))[:1]:
                place.text = title
