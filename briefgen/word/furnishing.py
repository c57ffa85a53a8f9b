"""Brief, Template → the Brief with the template's own headings and text in it, so that every output shows them.

What somebody typed into a template is neither the source's words nor held against it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from docx.document import Document
from docx.oxml.ns import qn

from briefgen.model.brief import Brief, Emphasis, Inline, Paragraph, Part
from briefgen.model.look import Style, Template
from briefgen.sandbox import say
from briefgen.word.elements import Node, element, is_on
from briefgen.word.furniture import fill_controls
from briefgen.word.look import style_here
from briefgen.word.names import values_of
from briefgen.word.opening import open_document
from briefgen.word.paragraphs import P, R, T, text_of
from briefgen.word.parts import Slot, settle_slots
from briefgen.word.rendering import Rendering, Whole, sections_of
from briefgen.word.surroundings import cover_nodes


def furnish(brief: Brief, template: Template) -> tuple[Brief, Template]:
    """Put the template's own text between the parts, and its labels over them.

    Raises:
        EditorialError: a tag of the template cannot be read or has no value.
    """
    if not template.furnished:
        return brief, template
    document, _ = open_document(template.file)
    reading = _Reading(brief, template, document, settle_slots(document))
    parts = tuple(reading.read())
    cover = template.look.cover and replace(template.look.cover, parts=reading.on_cover)
    look = replace(template.look, styles=(*template.look.styles, *reading.styles), cover=cover)
    left = _left(brief, parts)
    behind = next((n for n, part in enumerate(parts) if part.name == "notes"), len(parts))
    return replace(brief, parts=(*parts[:behind], *left, *parts[behind:])), replace(template, look=look)


def _left(brief: Brief, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Give the parts that the template has no place for: the checking sheet, and the notes, which always stand last."""
    placed = {part.name for part in parts}
    return tuple(part for part in brief.parts if part.name not in placed)


@dataclass(eq=False)
class _Reading:
    """A template's body being read with this paper's values in it."""

    brief: Brief
    template: Template
    document: Document
    slots: tuple[Slot, ...]
    styles: list[Style] = field(default_factory=list)
    marks: list[tuple[Node, str, Node | None]] = field(default_factory=list)
    """Where a part is to stand, which, and under which heading."""
    on_cover: int = 0
    """How many parts stand in the first section of several."""

    def read(self) -> Iterator[Part]:
        """Give the parts placed and the text between them, in order."""
        body, values = self.document.element.body, values_of(self.brief)
        said = {name: shown for name, shown in values.items() if isinstance(shown, str)}
        Rendering(self.template.file.name, self._mark).fill(body, values | {"sections": Whole(sections_of(self.brief))})
        fill_controls(body, said, drop=True)
        labels = [label for _, _, label in self.marks if label is not None]
        own = [node for node in body if not any(node is label for label in labels)]
        first = set(map(id, cover_nodes(self.document)))
        for (name, covers), group in groupby(own, lambda node: (self._name(node), id(node) in first)):
            nodes = list(group)
            parts = list(self._text(name, nodes) if name in ("", "title") else self._parts(nodes))
            self.on_cover += len(parts) if covers else 0
            yield from parts

    def _mark(self, content: object, node: Node) -> None:
        marker = element("p")
        node.addprevious(marker)
        label = next((slot.label for slot in self.slots if slot.node is node), None)
        self.marks.append((marker, str(content), label))

    def _name(self, node: Node) -> str:
        if any(node is slot.node for slot in self.slots if slot.name == "title"):
            return "title"
        return next((name for marker, name, _ in self.marks if marker is node), "")

    def _parts(self, markers: list[Node]) -> Iterator[Part]:
        for marker, name, label in self.marks:
            part = self.brief.part(name)
            if part is not None and any(marker is node for node in markers):
                yield part if label is None else replace(part, title=text_of(label).strip())

    def _text(self, name: str, nodes: list[Node]) -> Iterator[Part]:
        paragraphs = tuple(made for node in nodes for made in self._paragraphs(node))
        if paragraphs or name:
            yield Part(name or f"text-{len(self.styles)}", "", paragraphs)

    def _paragraphs(self, node: Node) -> Iterator[Paragraph]:
        for paragraph in node.iter(P):
            style = style_here(self.document, f"static {len(self.styles) + 1}", paragraph)
            if text_of(paragraph).strip() or style.pictures:
                self.styles.append(style)
                yield Paragraph(tuple(self._inlines(paragraph, style)), "static", style.name)

    def _inlines(self, paragraph: Node, style: Style) -> Iterator[Inline]:
        for bold, runs in groupby(paragraph.iter(R), _is_bold):
            text = "".join(t.text or "" for run in runs for t in run.iter(T))
            words = say(self.template.file.name, "{{ text }}", {"text": text})
            if text:
                yield Emphasis((words,)) if bold and not style.bold else words


def _is_bold(run: Node) -> bool:
    toggle = run.find(f"{qn('w:rPr')}/{qn('w:b')}")
    return toggle is not None and is_on(toggle)
