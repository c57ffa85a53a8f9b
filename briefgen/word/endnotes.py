"""Document → its endnotes part, emptied and ready for notes that bear the source's own numbers."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import PartFactory
from docx.oxml.ns import nsmap, qn
from docx.package import Package
from docx.parts.story import StoryPart

from briefgen.word.elements import Node, element, insert, read

_SPECIAL = ("separator", "continuationSeparator", "continuationNotice")
_BEHIND = (
    "compat", "docVars", "rsids", "attachedSchema", "themeFontLang", "clrSchemeMapping", "doNotIncludeSubdocsInStats",
    "doNotAutoCompressPictures", "forceUpgrade", "captions", "readModeInkLockDown", "smartTagType", "shapeDefaults",
    "doNotEmbedSmartTags", "decimalSymbol", "listSeparator",
)  # fmt: skip
"""ECMA-376 17.15.1.78: children of ``w:settings`` that stand behind ``w:endnotePr``, with all of other namespaces."""


class EndnotesPart(StoryPart):
    """``word/endnotes.xml``; a story, so that its paragraphs may use styles, pictures and links."""

    @classmethod
    def new(cls, package: Package) -> EndnotesPart:
        """Make a part that holds nothing yet."""
        root: Any = element("endnotes")
        return cls(PackURI("/word/endnotes.xml"), CONTENT_TYPE.WML_ENDNOTES, root, package)

    def add_note(self, style_id: str) -> tuple[int, Node]:
        """Add a note and give its id and its one paragraph, empty."""
        number = 1 + max((int(read(note, "id")) for note in self.element), default=0)
        paragraph = element("p", element("pPr", element("pStyle", val=style_id)))
        self.element.append(element("endnote", paragraph, id=number))
        return number, paragraph


PartFactory.part_type_for[CONTENT_TYPE.WML_ENDNOTES] = EndnotesPart


def prepare_endnotes(document: Document) -> EndnotesPart:
    """Give the document an endnotes part without notes, and set it to decimal numbers at its end."""
    try:
        found = document.part.part_related_by(RELATIONSHIP_TYPE.ENDNOTES)
    except KeyError:
        found = EndnotesPart.new(document.part.package)
        document.part.relate_to(found, RELATIONSHIP_TYPE.ENDNOTES)
    if not isinstance(found, EndnotesPart):
        raise TypeError(f"{found.partname} was opened before its class was known")
    _keep_separators(found.element)
    _set_properties(document, [read(note, "id") for note in found.element])
    return found


def _keep_separators(root: Node) -> None:
    for note in root.findall(qn("w:endnote")):
        if read(note, "type") not in _SPECIAL:
            root.remove(note)
    kinds = {read(note, "type") for note in root}
    # ECMA-376 17.11.1: without the two separators Word has nothing to set above the notes.
    for kind, number in (("continuationSeparator", 0), ("separator", -1)):
        if kind not in kinds:
            spacing = element("spacing", after=0, line=240, lineRule="auto")
            paragraph = element("p", element("pPr", spacing), element("r", element(kind)))
            root.insert(0, element("endnote", paragraph, type=kind, id=_free_id(root, number)))


def _free_id(root: Node, wanted: int) -> int:
    taken = {int(read(note, "id")) for note in root}
    return wanted if wanted not in taken else 1 + max(taken)


def _set_properties(document: Document, separators: list[str]) -> None:
    settings = document.settings.element
    for old in settings.findall(qn("w:endnotePr")):
        settings.remove(old)
    listed = [element("endnote", id=number) for number in separators]
    wanted = element("endnotePr", element("pos", val="docEnd"), element("numFmt", val="decimal"), *listed)
    behind = [child for child in settings if child.tag in map(_w, _BEHIND) or not child.tag.startswith(_w(""))]
    behind[0].addprevious(wanted) if behind else settings.append(wanted)
    for section in document.element.body.iter(qn("w:sectPr")):
        for old in section.findall(qn("w:endnotePr")):
            section.remove(old)
        # LibreOffice takes the number format from the section, whatever the settings say.
        wanted = element("endnotePr", element("numFmt", val="decimal"))
        insert(section, wanted, ("headerReference", "footerReference", "footnotePr"))


def _w(tag: str) -> str:
    return f"{{{nsmap['w']}}}{tag}"
