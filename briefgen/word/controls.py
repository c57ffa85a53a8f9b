"""Document → its content controls that are named as parts and stand where no part can, or are nearly so named."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from docx.document import Document
from docx.oxml.ns import qn

from briefgen.word.elements import Node, read_child
from briefgen.word.names import PARTS, part_named
from briefgen.word.paragraphs import SDT, TC, P
from briefgen.word.parts import slot_of, style_names
from briefgen.word.places import Finding, finding, stories


def check_misplaced(document: Document, name: str) -> Iterator[Finding]:
    """Find parts within other parts or in tables: they could not be filled.

    Args:
        name: of the template, for places.
    """
    names, body = style_names(document), next(stories(document))
    for control, paragraph, title in _titled(body.root):
        if slot_of(control) and any(slot_of(outer) for outer in control.iterancestors(SDT)):
            yield finding(name, body, paragraph, names, f"“{title}” stands within another part", "move it out in Word")
        elif slot_of(control) and any(True for _ in control.iterancestors(TC)):
            yield finding(name, body, paragraph, names, f"“{title}” stands in a table", "move it out of the table")


def check_misspelt(document: Document, name: str) -> Iterator[Finding]:
    """Find controls that are nearly named as a part."""
    names, body = style_names(document), next(stories(document))
    titles = [shown for shown, _ in PARTS.values()]
    for _, paragraph, title in _titled(body.root):
        near = get_close_matches(title, titles, 1, 0.8)
        if not part_named(title) and near:
            mend = f"did you mean “{near[0]}”?"
            yield finding(name, body, paragraph, names, f"no part is called “{title}”", mend)


def _titled(root: Node) -> Iterator[tuple[Node, Node, str]]:
    """Give controls with a title, with their first paragraph and it."""
    for control in root.iter(SDT):
        paragraph = next(control.iter(P), None)
        title = read_child(control.find(qn("w:sdtPr")), "alias")
        if paragraph is not None and title:
            yield control, paragraph, title
