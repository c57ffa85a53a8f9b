"""Body → its slots: the places of the paper's parts, each with the label typed there, and what stands between.

A slot is a block content control named as a part, a paragraph that is {{ key_points }}, or a loop over sections.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docx.document import Document
from docx.oxml.ns import qn

from briefgen.word.elements import Node, element, read, read_child, remove, texts
from briefgen.word.names import PART_OF_TAG, PARTS, part_named
from briefgen.word.paragraphs import CONTENT, SDT, P, TagFault, scan, sole_tag, text_of

_SECTIONS = re.compile(r"for\s+\w+\s+in\s+sections\b")
_SAMPLE = "PlaceholderText"


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for one part of the paper."""

    name: str
    node: Node
    label: Node | None = None
    """The paragraph with the words typed for its heading; None where the wording says them."""


def slot_of(node: Node) -> str:
    """Name the part that a block of the body stands for; empty where it stands for none."""
    if node.tag == SDT:
        properties = node.find(qn("w:sdtPr"))
        return part_named(read_child(properties, "tag")) or part_named(read_child(properties, "alias"))
    return PART_OF_TAG.get(_sole_body(node), "") if node.tag == P else ""


def read_slots(document: Document) -> tuple[Slot, ...]:
    """Find the slots of a body in their order."""
    return tuple(_slots(style_names(document), list(document.element.body)))


def settle_slots(document: Document) -> tuple[Slot, ...]:
    """Find the slots, and bring them into one form: a control's heading before it, the title a tag, the notes last."""
    for slot in read_slots(document):
        if slot.label is not None and slot.label.getparent() is not slot.node.getparent():
            slot.node.addprevious(slot.label)
        elif slot.name == "title" and slot.node.tag == SDT:
            _open_title(slot.node)
    slots = read_slots(document)
    for slot in slots:
        if slot.name == "notes":
            # Word sets endnotes behind everything, so their heading stands there too.
            for node in (slot.label, slot.node):
                if node is not None:
                    document.element.body.sectPr.addprevious(node)
    return slots


def _open_title(control: Node) -> None:
    """Put the paragraph of a title's control in the control's place, its sample text made a tag."""
    paragraphs = [p for content in control.findall(CONTENT) for p in content if p.tag == P]
    for paragraph in paragraphs[:1]:
        runs = list(paragraph.iter(qn("w:r")))
        for child in [c for c in paragraph if c.tag != qn("w:pPr")]:
            paragraph.remove(child)
        made = element("r", *(c for run in runs[:1] for c in run.findall(qn("w:rPr"))), *texts("{{ title }}"))
        for style in made.findall(f"{qn('w:rPr')}/{qn('w:rStyle')}"):
            if read(style) == _SAMPLE:
                remove(style)
        paragraph.append(made)
        control.addprevious(paragraph)
    remove(control)


def style_names(document: Document) -> Mapping[str, str]:
    """Give the name of every style by its id, in lower case."""
    styles = document.styles.element.findall(qn("w:style"))
    return {read(style, "styleId"): read_child(style, "name").lower() for style in styles}


def _slots(names: Mapping[str, str], blocks: list[Node]) -> Iterator[Slot]:
    before: Node | None = None
    for node in blocks:
        name = slot_of(node)
        if name:
            yield Slot(name, node, _label(names, node, name, before))
        elif node.tag == SDT:
            yield from _slots(names, [c for content in node.findall(CONTENT) for c in content])
        elif node.tag == P and loops_over_sections(node):
            yield Slot("sections", node)
        elif node.tag == P and text_of(node).strip() and (style_of(names, node) == "title" or _says_title(node)):
            yield Slot("title", node)
        before = node


def loops_over_sections(paragraph: Node) -> bool:
    """Tell whether a paragraph opens a loop over the sections of the body."""
    return _SECTIONS.match(_sole_body(paragraph)) is not None


def _says_title(paragraph: Node) -> bool:
    return _sole_body(paragraph) == "title"


def _sole_body(paragraph: Node) -> str:
    """Give what stands in the tag that a paragraph consists of; empty where it holds anything else."""
    try:
        tag = sole_tag(paragraph)
    except TagFault:
        return ""
    return "" if tag is None else tag.body


def style_of(names: Mapping[str, str], paragraph: Node) -> str:
    """Give the name of a paragraph's style in lower case; empty where it names none."""
    return names.get(read_child(paragraph.find(qn("w:pPr")), "pStyle"), "")


def heading_level(names: Mapping[str, str], paragraph: Node) -> int:
    """Give the level of the heading that a paragraph is; 0 where it is none."""
    found = re.fullmatch(r"heading ([1-6])", style_of(names, paragraph))
    return int(found.group(1)) if found else 0


def _label(names: Mapping[str, str], node: Node, name: str, before: Node | None) -> Node | None:
    """Find the heading typed in a control, or above it."""
    inside = [p for content in node.findall(CONTENT) for p in content if p.tag == P] if node.tag == SDT else []
    above = [before] if before is not None and before.tag == P and name != "title" else []
    for paragraph in (*inside[:1], *above):
        if heading_level(names, paragraph) == 1 and _typed(paragraph, name):
            return paragraph
    return None


def _typed(paragraph: Node, name: str) -> bool:
    """Tell words that somebody typed from the grey sample a control comes with."""
    said = text_of(paragraph).strip()
    return bool(said) and said != PARTS[name][0] and not is_sample(paragraph)


def is_sample(paragraph: Node) -> bool:
    """Tell whether all of a paragraph's text is a control's grey sample."""
    runs = [r for r in paragraph.iter(qn("w:r")) if any(True for _ in r.iter(qn("w:t")))]
    return bool(runs) and all(read_child(r.find(qn("w:rPr")), "rStyle") == _SAMPLE for r in runs)


def lost_parts(document: Document) -> bool:
    """Tell whether a body without parts holds their grey samples: a re-save took the controls round them."""
    return sum(map(is_sample, document.element.body.iter(P))) > 1


def has_tags(root: Node) -> bool:
    """Tell whether any paragraph of a story holds a tag."""
    return any(_has_tag(text_of(paragraph)) for paragraph in root.iter(P))


def _has_tag(text: str) -> bool:
    if "{{" not in text and "{%" not in text and "{#" not in text:
        return False
    try:
        return bool(scan(text))
    except TagFault:
        return True
