"""Plain text → Sheet. Dropped are a byte order mark, characters that are no text, and what pages and lines put in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from briefgen.model.source import File
from briefgen.readers.decoding import decode, find_faults
from briefgen.readers.endmatter import set_aside
from briefgen.readers.offsets import Shifts, composed, cut, there
from briefgen.readers.paragraphs import find_passages
from briefgen.readers.sheet import Sheet
from briefgen.readers.typescript import cut_breaks


def read_txt(file: File) -> Sheet:
    """Lay a text file flat.

    Raises:
        SourceError: empty, or no text.
    """
    decoded, remarks = decode(file)
    faults, said = find_faults(decoded, file.name)
    clean, ways = cut(decoded, faults)
    text, breaks = cut_breaks(clean)
    shifts = composed(breaks, ways)
    sheet = set_aside(Sheet(text, shifts, (), remarks=remarks + said), _line_in(file.name, decoded, shifts))
    return replace(sheet, passages=find_passages(sheet.body))


def _line_in(name: str, text: str, shifts: Shifts) -> Callable[[int], str]:
    return lambda at: f"{name}:{text.count(chr(10), 0, there(shifts, at)) + 1}"
