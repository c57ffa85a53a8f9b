"""Document → its stories, and where in them a paragraph stands, in the words of someone who sees it in Word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part

from briefgen.errors import Remark
from briefgen.word.elements import Node
from briefgen.word.paragraphs import TBL, TC, TR, P, text_of
from briefgen.word.parts import heading_level

_NEAR = 60
"""Characters of a paragraph that are shown."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong in a template, and the paragraph it is wrong in; None where it is in none."""

    remark: Remark
    paragraph: Node | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Story:
    """A text of a document: its body, a header, a footer."""

    name: str
    root: Node
    part: Part


def stories(document: Document) -> Iterator[Story]:
    """Give the body, then headers and footers, each once."""
    yield Story("body", document.element.body, document.part)
    for relation in document.part.rels.values():
        if relation.reltype in (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER):
            yield Story(relation.reltype.rpartition("/")[2], relation.target_part.element, relation.target_part)


def place_of(name: str, story: Story, paragraph: Node, names: Mapping[str, str]) -> str:
    """Say where a paragraph stands: file, story, number, table row, nearest heading above, its words."""
    before, heading = 0, ""
    for other in story.root.iter(P):
        before += 1
        if heading_level(names, other):
            heading = text_of(other).strip()
        if other is paragraph:
            break
    cell = next(paragraph.iterancestors(TC), None)
    row = f", table row {_row(paragraph)}" if cell is not None else ""
    under = f", under “{heading[:_NEAR]}”" if heading and not heading_level(names, paragraph) else ""
    words = text_of(paragraph).strip()
    near = f", “{words[:_NEAR]}{'…' if len(words) > _NEAR else ''}”" if words else ""
    return f"{name}, {story.name}, paragraph {before}{row}{under}{near}"


def _row(paragraph: Node) -> int:
    row, table = next(paragraph.iterancestors(TR)), next(paragraph.iterancestors(TBL))
    return next(n for n, other in enumerate(table.iter(TR), 1) if other is row)


def finding(name: str, story: Story, paragraph: Node, names: Mapping[str, str], what: str, mend: str = "") -> Finding:
    """Find something wrong in a paragraph."""
    return Finding(Remark(place_of(name, story, paragraph, names), what, mend), paragraph)
