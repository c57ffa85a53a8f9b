"""File → a copy of the template with everything wrong in it as a Word comment where it stands."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from typing import Any, cast

from docx import Document as parse_document
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from briefgen.model.source import File
from briefgen.word.elements import Node, element
from briefgen.word.opening import admit
from briefgen.word.package import save
from briefgen.word.paragraphs import P
from briefgen.word.review import inspect_template

_COMMENT = re.compile(rb"<w:comment\s")
_AUTHOR, _INITIALS = "briefgen", "bg"


def annotate(file: File, day: date) -> bytes:
    """Give a copy of a template with comments; what stands in no paragraph of the body is told at its first.

    Raises:
        EditorialError: it cannot be opened at all.
    """
    findings = inspect_template(file)
    document = parse_document(io.BytesIO(admit(file)))
    body = list(document.element.body.iter(P)) or [document.add_paragraph()._p]
    for found in findings:
        index = _index(found.paragraph)
        said = "; ".join(filter(None, (found.remark.what, found.remark.mend)))
        if index is None or index >= len(body):
            _comment(document, body[0], f"{found.remark.where}: {said}", day)
        else:
            _comment(document, body[index], said, day)
    return save(document, day)


def count_comments(file: File) -> int:
    """Count the comments in a Word document that is known to be one."""
    with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
        held = "word/comments.xml" in archive.namelist()
        return len(_COMMENT.findall(archive.read("word/comments.xml"))) if held else 0


def _index(paragraph: Node | None) -> int | None:
    """Count which paragraph of the body it is; None for one of a header or footer."""
    if paragraph is None:
        return None
    body = next(paragraph.iterancestors(qn("w:body")), None)
    return None if body is None else next((n for n, p in enumerate(body.iter(P)) if p is paragraph), None)


def _comment(document: Document, paragraph: Node, said: str, day: date) -> None:
    shown = Paragraph(cast("Any", paragraph), document._body)
    if not shown.runs:
        paragraph.append(element("r"))
    comment = document.add_comment(shown.runs, said, _AUTHOR, _INITIALS)
    # python-docx dates a comment by the clock.
    comment._comment_elm.set(qn("w:date"), f"{day.isoformat()}T00:00:00Z")
