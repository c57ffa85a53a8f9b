"""Parts, a template's body → the body with each part in its place, its own text kept and its tags filled."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from briefgen.model.brief import Paragraph, Part
from briefgen.word.elements import Node, read, read_child, remove
from briefgen.word.furniture import fill_controls
from briefgen.word.names import values_of
from briefgen.word.parts import Slot, settle_slots
from briefgen.word.rendering import Rendering, sections_of
from briefgen.writers.docx.blocks import set_block, set_part
from briefgen.writers.docx.galley import Galley

_REVIEW = ("commentRangeStart", "commentRangeEnd", "commentReference", "endnoteReference")
"""What hangs on notes and comments of the template's own, which are no paper's."""


def fill_body(galley: Galley, parts: tuple[Part, ...], name: str) -> None:
    """Set the parts where the template has its slots.

    Args:
        name: of the template, for errors.

    Raises:
        EditorialError: a tag of the template cannot be read or has no value.
    """
    body = galley.document.element.body
    _drop_review(galley, body)
    made = {part.name: part for part in parts}
    slots = settle_slots(galley.document)
    values = {**values_of(galley.brief), "sections": sections_of(galley.brief)}
    placed: set[str] = set()
    Rendering(name, _placing(galley, made, slots, placed)).fill(body, values)
    fill_controls(body, _texts(galley), drop=True)
    galley.cursor = None
    for part in parts:
        if part.name not in placed and not _is_own(part):
            set_part(galley, part)


def _is_own(part: Part) -> bool:
    """Tell the template's own text, which stands in its body already."""
    return part.name == "title" or any(isinstance(b, Paragraph) and b.role == "static" for b in part.blocks)


def fill_furniture(galley: Galley, name: str) -> None:
    """Fill tags and controls of headers and footers.

    Raises:
        EditorialError: a tag of the template cannot be read or has no value.
    """
    _reach_margins(galley)
    values = {**values_of(galley.brief), "sections": sections_of(galley.brief)}
    for relation in galley.document.part.rels.values():
        if relation.reltype in (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER):
            story = relation.target_part.element
            Rendering(name, lambda content, node: None).fill(story, values)
            fill_controls(story, _texts(galley))


def _reach_margins(galley: Galley) -> None:
    """Let what stands right in header and footer end at the margin, wherever the designer has moved that."""
    for style in galley.document.styles.element.findall(qn("w:style")):
        if read_child(style, "name").lower() in ("header", "footer"):
            for stop in list(style.iter(qn("w:tab")))[-1:]:
                if read(stop) in ("right", "end"):
                    stop.set(qn("w:pos"), str(round(20 * galley.look.page.measure)))


def _texts(galley: Galley) -> Mapping[str, str]:
    return {name: said for name, said in values_of(galley.brief).items() if isinstance(said, str)}


def _placing(
    galley: Galley, parts: Mapping[str, Part], slots: tuple[Slot, ...], placed: set[str]
) -> Callable[[object, Node], None]:
    def place(content: object, node: Node) -> None:
        label = next((slot.label for slot in slots if slot.node is node), None)
        if content == "notes":
            galley.cursor = node if label is None else label
            _set_homeless(galley, parts, slots, placed)
        galley.cursor = node
        if isinstance(content, tuple):
            placed.add("sections")
            for block in content:
                set_block(galley, block)
            return
        part = parts.get(str(content))
        if part is not None and part.name not in placed:
            placed.add(part.name)
            set_part(galley, part, label)
        elif label is not None:
            remove(label)

    return place


def _set_homeless(galley: Galley, parts: Mapping[str, Part], slots: tuple[Slot, ...], placed: set[str]) -> None:
    """Set what the template has no place for before the notes, which stand last."""
    at_home = {slot.name for slot in slots} | placed | {"notes"}
    for part in parts.values():
        if part.name == "review" and part.name not in at_home:
            placed.add(part.name)
            set_part(galley, part)


def _drop_review(galley: Galley, body: Node) -> None:
    for tag in _REVIEW:
        for node in list(body.iter(qn(f"w:{tag}"))):
            run = node.getparent()
            remove(node)
            if run is not None and run.tag == qn("w:r") and all(child.tag == qn("w:rPr") for child in run):
                remove(run)
    rels = galley.document.part.rels
    for relation in [r for r in rels.values() if r.reltype.rpartition("/")[2].startswith("comments")]:
        del rels[relation.rId]
