"""Brief, Template → bytes. A format is one module here and one line below."""

from __future__ import annotations

from briefgen.errors import UnknownName
from briefgen.model.brief import Brief
from briefgen.model.look import Template
from briefgen.model.source import File

FORMATS = ("docx", "pdf", "html", "md")
"""Formats that can be written, in the order they are listed."""


def write(brief: Brief, template: Template, form: str, *, attached: tuple[File, ...] = (), password: str = "") -> bytes:
    """Write a brief in one format.

    Args:
        attached: files that travel in a PDF.
        password: what a PDF opens with; empty where everybody may open it.

    Raises:
        UnknownName: no writer has the format.
        OutputError: a character is in no font, or the package that encrypts is not installed.
    """
    match form:
        case "docx":
            from briefgen.writers import docx

            return docx.write(brief, template)
        case "pdf":
            from briefgen.writers import pdf
            from briefgen.writers.pdf.encryption import encrypt

            content = pdf.write(brief, template, attached)
            return encrypt(content, password) if password else content
        case "html":
            from briefgen.writers import html

            return html.write(brief, template)
        case "md":
            from briefgen.writers import md

            return md.write(brief)
        case _:
            raise UnknownName.among("the formats", "format", form, FORMATS)
