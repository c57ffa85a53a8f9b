"""Document → the same without the footnotes of its template that nothing in it cites any more."""

from __future__ import annotations

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from lxml import etree

from briefgen.word.elements import read

_OWN = ("", "normal")
"""Types of a footnote that is no separator (ECMA-376 17.18.33)."""


def drop_uncited(document: Document) -> None:
    """Take out footnotes whose references went with the template's own text; separators stay, settings name them."""
    try:
        part = document.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES)
    except KeyError:
        return
    root = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
    cited = {read(reference, "id") for reference in document.element.body.iter(qn("w:footnoteReference"))}
    left = [note for note in root if read(note, "type") in _OWN and read(note, "id") not in cited]
    for note in left:
        root.remove(note)
    if left:
        part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
