"""Plain text → Sheet. Nothing is dropped but a byte order mark and characters that are no text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from briefgen.model.source import File
from briefgen.readers.decoding import decode, find_faults
from briefgen.readers.endmatter import set_aside
from briefgen.readers.offsets import cut
from briefgen.readers.paragraphs import find_passages
from briefgen.readers.sheet import Sheet


def read_txt(file: File) -> Sheet:
    """Lay a text file flat.

    Raises:
        SourceError: empty, or no text.
    """
    decoded, remarks = decode(file)
    faults, said = find_faults(decoded, file.name)
    text, shifts = cut(decoded, faults)
    sheet = set_aside(Sheet(text, shifts, (), remarks=remarks + said), _line_in(file.name, text))
    return replace(sheet, passages=find_passages(sheet.body))


def _line_in(name: str, text: str) -> Callable[[int], str]:
    return lambda at: f"{name}:{text.count(chr(10), 0, at) + 1}"
