"""Word documents typed in a line or two."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from docx import Document

from briefgen.model.look import Template
from briefgen.model.source import File
from briefgen.word.opening import open_template


def typed(*paragraphs: str, cut: Callable[[int], int] = lambda n: n, header: str = "") -> File:
    """Type paragraphs into a new document.

    Args:
        cut: length of the next run, given how many characters are left.
        header: text of the header.
    """
    document = Document()
    for text in paragraphs:
        paragraph, at = document.add_paragraph(), 0
        while at < len(text):
            length = cut(len(text) - at)
            paragraph.add_run(text[at : at + length]).bold = bool(at % 2)
            at += length
    if header:
        document.sections[0].header.add_paragraph(header)
    buffer = io.BytesIO()
    document.save(buffer)
    return File("mine.docx", buffer.getvalue())


def opened(file: File):
    """Open it with python-docx, as nobody's template."""
    return Document(io.BytesIO(file.content))


def template_of(document: Any) -> Template:
    """Open a document as a template."""
    buffer = io.BytesIO()
    document.save(buffer)
    return open_template(File("mine.docx", buffer.getvalue()))
