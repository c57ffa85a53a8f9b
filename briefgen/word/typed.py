"""A finished paper, perhaps typed in since → its paragraphs with their styles: what a person may have put there."""

from __future__ import annotations

from dataclasses import dataclass

from docx.oxml.ns import qn

from briefgen.model.look import CHARACTER_STYLE_OF
from briefgen.model.source import File
from briefgen.word.elements import Node
from briefgen.word.opening import open_document


@dataclass(frozen=True, slots=True)
class Typed:
    """One paragraph of a Word document."""

    style: str
    """Name of its style, as Word shows it."""
    text: str
    """Its words, note marks left out, white space run together."""


def read_typed(file: File) -> tuple[Typed, ...]:
    """Read the paragraphs of a document's body in order; those of tables are left out.

    Raises:
        EditorialError: it is no Word document, or the gate refuses it.
    """
    document, _ = open_document(file)
    names = {s.style_id: s.name or "" for s in document.styles}
    marks = {s.style_id for s in document.styles if (s.name or "").lower() == CHARACTER_STYLE_OF["mark"].lower()}
    body = document.element.body
    found = [p for p in body.iter(qn("w:p")) if next(p.iterancestors(qn("w:tbl")), None) is None]
    return tuple(Typed(names.get(_style(p), ""), _text(p, marks)) for p in found)


def _style(paragraph: Node) -> str:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return "" if style is None else str(style.get(qn("w:val")))


def _text(paragraph: Node, marks: set[str]) -> str:
    """Join the text of the runs that are no note mark; what was deleted under tracked changes is gone."""
    kept = []
    for run in paragraph.iter(qn("w:r")):
        style = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
        if style is None or style.get(qn("w:val")) not in marks:
            kept += [node.text or "" for node in run if node.tag == qn("w:t")]
    return " ".join("".join(kept).split())
