"""Plain text → Sheet. Nothing is dropped but a byte order mark and characters that are no text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from briefgen.errors import Remark
from briefgen.model.source import File, Span
from briefgen.readers.decoding import decode
from briefgen.readers.endmatter import set_aside
from briefgen.readers.offsets import cut
from briefgen.readers.paragraphs import find_passages
from briefgen.readers.sheet import Sheet

# What XML, and so Word, cannot hold (XML 1.0, 2.2), but for the breaks among it.
_NO_TEXT = re.compile("[\x01-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")


def read_txt(file: File) -> Sheet:
    """Lay a text file flat.

    Raises:
        SourceError: empty, or no text.
    """
    decoded, remarks = decode(file)
    faults = [Span(*fault.span()) for fault in _NO_TEXT.finditer(decoded)]
    if faults:
        line = decoded.count("\n", 0, faults[0].start) + 1
        remarks += (Remark(f"{file.name}:{line}", f"{len(faults)} control characters left out, the first here"),)
    mark = [Span(0, 1)] if decoded.startswith("\ufeff") else []
    text, shifts = cut(decoded, mark + faults)
    sheet = set_aside(Sheet(text, shifts, (), remarks=remarks), _line_in(file.name, text))
    return replace(sheet, passages=find_passages(sheet.body))


def _line_in(name: str, text: str) -> Callable[[int], str]:
    return lambda at: f"{name}:{text.count(chr(10), 0, at) + 1}"
