"""Brief, Template → .docx: the template's body gives way to the paper, its pages and styles stay."""

from __future__ import annotations

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from briefgen.model.brief import Brief
from briefgen.model.look import Template
from briefgen.word.elements import element, remove, texts
from briefgen.word.embedding import drop_fonts
from briefgen.word.endnotes import prepare_endnotes
from briefgen.word.footnotes import drop_uncited
from briefgen.word.names import values_of
from briefgen.word.opening import open_document
from briefgen.word.package import describe, save, stamp
from briefgen.word.properties import fill_properties
from briefgen.word.styles import default_language, set_default_language
from briefgen.word.typefaces import carry_fonts
from briefgen.writers.docx.blocks import set_part
from briefgen.writers.docx.filling import fill_body, fill_furniture
from briefgen.writers.docx.galley import Galley
from briefgen.writers.docx.pagination import settle_figures
from briefgen.writers.docx.scripts import word_language


def write(brief: Brief, template: Template) -> bytes:
    """Write a paper in the look of a template.

    Raises:
        EditorialError: the template cannot be opened.
    """
    document, _ = open_document(template.file)
    _forget_origin(document)
    if not template.furnished:
        empty_body(document)
    language = _language(document, brief)
    set_default_language(document, language)
    galley = Galley(document, brief, template.look, prepare_endnotes(document), language, word_only=template.word_only)
    parts = settle_figures(brief, template.look)
    if template.furnished:
        fill_body(galley, parts, template.file.name)
    else:
        galley.paragraph("title").extend([element("r", *texts(brief.title))])
        for part in parts:
            set_part(galley, part)
    drop_uncited(document)
    fill_furniture(galley, template.file.name)
    _describe(document, brief, language, template.file.name)
    if template.embed_fonts:
        carry_fonts(document, template.look, brief.letters)
    else:
        drop_fonts(document)
    return save(document, brief.date)


def empty_body(document: Document) -> None:
    """Take out all that stands in the body, and what only it used."""
    body = document.element.body
    last = body.sectPr
    _inherit_furniture(document)
    for child in [c for c in body if c is not last]:
        body.remove(child)
    used = set(last.xpath(".//@r:id"))
    for relation in list(document.part.rels.values()):
        kind = relation.reltype
        # Word keeps what it knows of comments in several parts, all named for them.
        if (kind in _OF_THE_BODY or kind.rpartition("/")[2].startswith("comments")) and relation.rId not in used:
            del document.part.rels[relation.rId]


_OF_THE_BODY = {
    RELATIONSHIP_TYPE.IMAGE, RELATIONSHIP_TYPE.HYPERLINK, RELATIONSHIP_TYPE.CHART, RELATIONSHIP_TYPE.OLE_OBJECT,
    RELATIONSHIP_TYPE.A_F_CHUNK, RELATIONSHIP_TYPE.PACKAGE,
    RELATIONSHIP_TYPE.DIAGRAM_DATA, RELATIONSHIP_TYPE.DIAGRAM_LAYOUT, RELATIONSHIP_TYPE.DIAGRAM_COLORS,
    RELATIONSHIP_TYPE.DIAGRAM_QUICK_STYLE,
}  # fmt: skip


def _forget_origin(document: Document) -> None:
    """Drop the path of the template a template was made from: Word would look for it on the reader's machine."""
    for attached in document.settings.element.findall(qn("w:attachedTemplate")):
        remove(attached)
    rels = document.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS).rels
    for relation in [r for r in rels.values() if r.reltype.endswith("/attachedTemplate")]:
        del rels[relation.rId]


def _inherit_furniture(document: Document) -> None:
    """Give the last section the headers and footers it took over from the sections before it."""
    *earlier, last = document.element.body.iter(qn("w:sectPr"))
    for tag in ("w:headerReference", "w:footerReference"):
        have = {reference.get(qn("w:type")) for reference in last.findall(qn(tag))}
        for section in reversed(earlier):
            for reference in section.findall(qn(tag)):
                if reference.get(qn("w:type")) not in have:
                    have.add(reference.get(qn("w:type")))
                    last.insert(0, reference)


def _language(document: Document, brief: Brief) -> str:
    """Give the paper's language as Word writes it; a template's region stands where the brief names none."""
    said, template = brief.language, default_language(document)
    return template if template.partition("-")[0] == said else word_language(said)


def _describe(document: Document, brief: Brief, language: str, template: str) -> None:
    said = {
        "title": brief.title,
        "subject": brief.subject,
        "author": brief.organisation or "briefgen",
        "keywords": ", ".join(brief.themes),
        "comments": "",
    }
    describe(document, **{**said, **fill_properties(document, template, values_of(brief))}, language=language)
    made = brief.imprint
    stamp(document, {
        "briefgen.version": made.version,
        "briefgen.source": made.source_name,
        "briefgen.source.sha256": made.source_sha256,
        "briefgen.inputs.sha256": made.inputs_sha256,
    })  # fmt: skip
