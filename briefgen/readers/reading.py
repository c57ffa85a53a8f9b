"""File → Source, by the reader of its suffix."""

from __future__ import annotations

from pathlib import PurePath

from briefgen.errors import SourceError
from briefgen.gate import admit
from briefgen.model.source import Card, File, Source
from briefgen.notes import read_notes
from briefgen.readers.decisions import read_decisions
from briefgen.readers.sheet import Sheet


def read(file: File, *, name: str, card: Card, notes: File | None = None, marks: File | None = None) -> Source:
    """Read a document of any kind we know.

    Args:
        notes: note texts supplied beside it, None where there are none.
        marks: the user's decisions on marks, None where there are none.

    Raises:
        SourceError: the file is refused, or of a kind we cannot read.
        EditorialError: ``notes`` or ``marks`` is faulty.
    """
    from briefgen.readers.sources import make_source

    supplied = read_notes(notes) if notes else ()
    decisions = read_decisions(marks) if marks else ()
    return make_source(file, lay_flat(file), name=name, card=card, notes=supplied, decisions=decisions)


def lay_flat(file: File) -> Sheet:
    """Let a document through the gate and lay it flat.

    Raises:
        SourceError: the file is refused, or of a kind we cannot read.
    """
    admit(file)
    return _by_suffix(file, PurePath(file.name).suffix.lower())


def _by_suffix(file: File, suffix: str) -> Sheet:
    match suffix:
        case ".txt" | ".text" | "":
            from briefgen.readers.txt import read_txt

            return read_txt(file)
        case ".docx":
            from briefgen.readers.docx import read_docx

            return read_docx(file)
        case ".html" | ".htm" | ".xhtml":
            from briefgen.readers.html import read_html

            return read_html(file)
        case ".md" | ".markdown":
            from briefgen.readers.md import read_md

            return read_md(file)
        case ".epub":
            from briefgen.readers.epub import read_epub

            return read_epub(file)
        case ".pdf":
            from briefgen.readers.pdf import read_pdf

            return read_pdf(file)
        case ".odt":
            from briefgen.readers.odt import read_odt

            return read_odt(file)
        case ".rtf":
            from briefgen.readers.rtf import read_rtf

            return read_rtf(file)
        case _:
            known = ".txt, .docx, .html, .md, .epub, .pdf, .odt, .rtf"
            raise SourceError(file.name, f"no reader for “{suffix}”", f"there are readers for {known}")
