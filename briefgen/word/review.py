"""File → everything that is wrong with a template, or that an output will not follow, each in its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from docx.document import Document
from docx.oxml.ns import qn

from briefgen.errors import Remark
from briefgen.fonts import find
from briefgen.model.colours import contrast
from briefgen.model.look import STYLE_OF, Look
from briefgen.model.source import File
from briefgen.word.controls import check_misplaced, check_misspelt
from briefgen.word.elements import Node
from briefgen.word.look import read_look
from briefgen.word.names import PARTS
from briefgen.word.opening import open_document
from briefgen.word.paragraphs import SDT, P, text_of
from briefgen.word.parts import Slot, has_tags, heading_level, read_slots, slot_of, style_names, style_of
from briefgen.word.pictures import Ground, read_bands, read_pictures
from briefgen.word.places import Finding, Story, finding, stories
from briefgen.word.properties import check_properties
from briefgen.word.surroundings import cover_nodes, page_of
from briefgen.word.tags import check_tags
from briefgen.word.theme import read_theme

_LEAST = 4.5
"""Contrast of text to its ground (WCAG 2.1, 1.4.3)."""
_UNFOLLOWED = {
    "txbxContent": "a text box is not in the PDF",
    "footnoteReference": "a footnote of the template’s own is not in the PDF",
    "tbl": "a table of the template’s own is set line by line in the PDF",
    "object": "an embedded object is not in the PDF",
    "ins": "a tracked change is open",
    "del": "a tracked change is open",
}
"""Elements of a template's own text that the PDF cannot show as Word does."""


def inspect_template(file: File) -> tuple[Finding, ...]:
    """Find all that is wrong with a template.

    Raises:
        EditorialError: it cannot be opened at all.
    """
    document, remarks = open_document(file)
    slots, names, body = read_slots(document), style_names(document), next(stories(document))
    found = [Finding(remark) for remark in remarks]
    found += check_tags(document, file.name)
    found += (Finding(remark) for remark in check_properties(document, file.name))
    found += check_misplaced(document, file.name)
    found += check_misspelt(document, file.name)
    if {slot.name for slot in slots} - {"title"} or has_tags(body.root):
        found += _check_slots(file.name, body, slots, names)
    look = read_look(document)
    for story in stories(document):
        found += _check_pictures(file.name, story, names)
        found += _check_drawn(document, file.name, story, names, look)
    found += _check_headings(file.name, body, names)
    found += _check_own_text(file.name, body, names, slots)
    found += _check_sections(file.name, document)
    found += (Finding(remark) for remark in _check_look(file.name, look))
    return tuple(dict.fromkeys(found))


def _check_slots(name: str, body: Story, slots: tuple[Slot, ...], names: Mapping[str, str]) -> Iterator[Finding]:
    counts = Counter(slot.name for slot in slots)
    for slot in slots:
        if counts[slot.name] > 1 and slot is [s for s in slots if s.name == slot.name][1]:
            what = f"“{PARTS[slot.name][0]}” stands here a second time"
            yield finding(name, body, _paragraph_of(slot.node), names, what, "only the first is filled")
    if not counts["notes"]:
        yield Finding(Remark(name, "has no place for the notes", "they are set last; add a control “Notes”"))
    elif slots[-1].name != "notes":
        paragraph = _paragraph_of(next(s.node for s in slots if s.name == "notes"))
        yield finding(name, body, paragraph, names, "“Notes” is not the last part", "Word sets endnotes last: move it")
    if not counts["source"]:
        mend = "add a control “Source statement”, so that readers learn what the paper rests on"
        yield Finding(Remark(name, "has no place for the source statement", mend))
    if not counts["front"]:
        mend = "add a control “Front block”: it says whose words are whose"
        yield Finding(Remark(name, "has no place for the front block", mend))
    if not counts["sections"]:
        yield Finding(Remark(name, "has no place for the body", "its notes are then cited in one line under “Notes”"))


def _paragraph_of(node: Node) -> Node:
    return node if node.tag == P else next(node.iter(P), node)


def _check_pictures(name: str, story: Story, names: Mapping[str, str]) -> Iterator[Finding]:
    for drawing in story.root.iter(qn("w:drawing")):
        paragraph = next(drawing.iterancestors(P))
        for said in drawing.iter(qn("wp:docPr")):
            decorative = any("decorative" in str(node.tag) for node in said.iter())
            if not said.get("descr") and not decorative:
                what = f"picture “{said.get('name')}” has no alternative text"
                yield finding(name, story, paragraph, names, what, "right-click it in Word: View Alt Text")


def _check_drawn(
    document: Document, name: str, story: Story, names: Mapping[str, str], look: Look
) -> Iterator[Finding]:
    """Find the drawings that the PDF cannot draw."""
    ground = Ground(story.part, look.page, read_theme(document))
    covers = cover_nodes(document)
    for paragraph in story.root.iter(P):
        count = sum(1 for _ in paragraph.iter(qn("w:drawing")))
        pictures = tuple(read_pictures(paragraph, ground)) if count else ()
        for picture in pictures:
            if not picture.is_drawable:
                what = f"a picture of kind {picture.kind.upper() or 'unknown'} is not in the PDF"
                yield finding(name, story, paragraph, names, what, "save it as PNG")
            elif story.name == "body" and picture.y is not None:
                what = "a floating picture stands in the column in the PDF"
                yield finding(name, story, paragraph, names, what, "set it In Line with Text")
        banded = story.name != "body" or any(node in covers for node in (paragraph, *paragraph.iterancestors()))
        bands = tuple(read_bands(paragraph, ground)) if count and banded else ()
        if count > len(pictures) + len(bands):
            yield finding(
                name, story, paragraph, names, "a drawing of shapes is not in the PDF", "save it as a picture"
            )


def _check_headings(name: str, body: Story, names: Mapping[str, str]) -> Iterator[Finding]:
    last = 1
    for paragraph in body.root.iter(P):
        level = heading_level(names, paragraph)
        if level > last + 1 and text_of(paragraph).strip():
            what = f"a heading of level {level} follows one of level {last}"
            yield finding(name, body, paragraph, names, what, f"make it a Heading {last + 1}")
        last = level or last


def _check_own_text(name: str, body: Story, names: Mapping[str, str], slots: tuple[Slot, ...]) -> Iterator[Finding]:
    """Find what stands between the parts and is not shown everywhere, or looks like the source's words."""
    if not {slot.name for slot in slots} - {"title"}:
        return
    inside = [slot.node for slot in slots if slot.node.tag == SDT]
    for tag, what in _UNFOLLOWED.items():
        for node in body.root.iter(qn(f"w:{tag}")):
            if not any(outer in inside for outer in node.iterancestors()):
                paragraph = next((p for p in (*node.iterancestors(P), *node.iter(P))), None)
                place = [] if paragraph is None else [finding(name, body, paragraph, names, what)]
                yield from place[:1]
    for paragraph in body.root:
        own = paragraph.tag == P and text_of(paragraph).strip() and not slot_of(paragraph)
        if own and style_of(names, paragraph) in ("body text", "bottom line", "list bullet", "key point"):
            what = "text of the template’s own looks like the source’s words"
            yield finding(name, body, paragraph, names, what, "give it the style “Our Words” or one of your own")


def _check_sections(name: str, document: Document) -> Iterator[Finding]:
    """Find sections that the PDF does not tell apart."""
    pages = [page_of(section) for section in document.sections]
    if len(pages) > 2:
        what = f"has {len(pages)} sections"
        yield Finding(Remark(name, what, "the PDF takes the first as its cover and the others as one"))
    other = [number for number, page in enumerate(pages, 1) if page != pages[-1]]
    if other:
        what = f"section {', '.join(map(str, other))}: page or margins are not those of the last section"
        yield Finding(Remark(name, what, "the PDF sets every page in those of the last: make them alike"))


def _check_look(name: str, look: Look) -> Iterator[Remark]:
    alike: dict[tuple[str, str], list[str]] = {}
    for style in look.styles:
        alike.setdefault((style.colour, style.shade or "FFFFFF"), []).append(f"“{style.name}”")
    for (ink, ground), styles in alike.items():
        if (seen := contrast(ink, ground)) < _LEAST:
            named = f"style {styles[0]}" if len(styles) == 1 else f"styles {', '.join(styles)}"
            what = f"{named}: contrast of text ({ink}) to its ground ({ground}) is {seen:.1f} to 1"
            yield Remark(name, what, f"at least {_LEAST} to 1 can be read by all")
    head, text = look.style(STYLE_OF["table-head"]), look.style(STYLE_OF["table-text"])
    inks = ((look.table.head_ink or head.colour, look.table.head_ground), (text.colour, look.table.odd_ground),
            (text.colour, look.table.even_ground))  # fmt: skip
    for ink, ground in inks:
        if ground and (seen := contrast(ink, ground)) < _LEAST:
            what = f"tables: contrast of text to the ground {ground} is {seen:.1f} to 1"
            yield Remark(name, what, f"at least {_LEAST} to 1 can be read by all")
    for face in dict.fromkeys(style.face for style in look.styles):
        for remark in find(face, own=look.fonts).remarks:
            yield Remark(f"{name}, {remark.where}", f"in the PDF: {remark.what}", remark.mend)
