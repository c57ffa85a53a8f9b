"""Templates that have notes, comments and properties of their own, as Word writes them."""

from __future__ import annotations

import io
from pathlib import Path

from docx import Document
from docx.document import Document as Opened
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

from briefgen.model.source import File
from briefgen.word.package import stamp

_NOTES = (
    '<w:{0}s {1}><w:{0} w:id="-1" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:{0}>'
    '<w:{0} w:id="0" w:type="continuationSeparator"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:{0}>'
    '<w:{0} w:id="5"><w:p><w:r><w:{0}Ref/></w:r><w:r><w:t>{2}</w:t></w:r></w:p></w:{0}></w:{0}s>'
)
_EXTENDED = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
_EXTENDED_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"


def annotated(path: Path, name: str = "mine.docx") -> File:
    """Give a template an endnote, a footnote, a comment with its answers' part, and a property of its own.

    Args:
        path: the template to begin with.
        name: of the file; one that ends in "dotx" is typed as a template.
    """
    document = Document(str(path))
    paragraph = document.add_paragraph("Our own text")
    document.add_comment(paragraph.runs, "mend this", "A. Nother", "AN")
    stamp(document, {"House": "Secretariat", "briefgen.source": "another"})
    for kind in ("endnote", "footnote"):
        note = _NOTES.format(kind, nsdecls("w"), f"A {kind} of its own")
        _add(document, f"/word/{kind}s.xml", f"{kind}s", note)
        paragraph._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:{kind}Reference w:id="5"/></w:r>'))
    extended = f'<w15:commentsEx xmlns:w15="{_W15}"/>'
    part = Part(PackURI("/word/commentsExtended.xml"), _EXTENDED_TYPE, extended.encode(), document.part.package)
    document.part.relate_to(part, _EXTENDED)
    if name.endswith("dotx"):
        document.part._content_type = CONTENT_TYPE.WML_DOCUMENT_MAIN.replace("document.main", "template.main")
    buffer = io.BytesIO()
    document.save(buffer)
    return File(name, buffer.getvalue())


def _add(document: Opened, place: str, kind: str, markup: str) -> None:
    types = {"endnotes": CONTENT_TYPE.WML_ENDNOTES, "footnotes": CONTENT_TYPE.WML_FOOTNOTES}
    relations = {"endnotes": RELATIONSHIP_TYPE.ENDNOTES, "footnotes": RELATIONSHIP_TYPE.FOOTNOTES}
    part = Part(PackURI(place), types[kind], markup.encode(), document.part.package)
    document.part.relate_to(part, relations[kind])


def styles_only(path: Path) -> Path:
    """Take the parts out of a template beside it: what is left is its look."""
    document = Document(str(path))
    body = document.element.body
    for node in list(body):
        if node is not body.sectPr:
            body.remove(node)
    document.add_paragraph("Sample text of the house")
    bare = path.with_name(f"bare-{path.name}")
    document.save(str(bare))
    return bare
