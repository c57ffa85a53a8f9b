"""Bytes of a PDF → its lines, each as pieces of text that stand on the line or above it. Runs in a child process."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from statistics import median
from typing import Any

from briefgen.readers.pdf.strays import set_in

Character = dict[str, Any]

PAGES = 2000
RAISED = 0.18
"""Share of the line's size by which a raised character stands above the line."""
SMALLER = 0.92
GAP = 0.13
"""Share of the size from which on a gap between characters is a blank."""
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_NAMELESS = re.compile(r"\(cid:\d+\)")
NO_LETTER = "\uffff"
"""Stands for a character that its font gives no text for. It is no character, so no source can hold it."""


def extract_lines(content: bytes) -> list[dict[str, Any]]:
    """Give the pages with their lines in the order of the file.

    Raises:
        ValueError: (what, mend) of a PDF that is protected, broken, too long, or a scan.
    """
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        with pdfplumber.open(io.BytesIO(content)) as pdf:
            if len(pdf.pages) > PAGES:
                raise ValueError(f"has {len(pdf.pages):,} pages, more than {PAGES:,}", "split it")
            pages = [_page(page) for page in pdf.pages]
    except PdfminerException as fault:
        if any(isinstance(arg, PDFPasswordIncorrect) for arg in fault.args):
            raise ValueError("is protected by a password", "save it without one") from fault
        if any(isinstance(arg, MemoryError) for arg in fault.args):
            raise ValueError("unpacks to more than a reader may hold", "export it again as PDF") from fault
        raise ValueError("is damaged or no PDF", "export it again as PDF") from fault
    if not any(page["lines"] for page in pages):
        raise ValueError("is a scan: it holds pictures of text and no text", "recognise its text (OCR) first")
    return pages


def _page(page: Any) -> dict[str, Any]:
    # Bold is often drawn by setting a character twice; pdfplumber's own way to tell takes twice as long as reading.
    characters = {
        (c["text"], round(c["x0"]), round(c["top"])): c for c in reversed(page.chars) if c["upright"] and c["text"]
    }
    lines = [_line(line) for line in set_in(_grouped(reversed(characters.values())))]
    given = {"height": float(page.height), "lines": [line for line in lines if line["pieces"]]}
    page.close()
    return given


def _grouped(characters: Iterable[Character]) -> Iterator[list[Character]]:
    """Group characters into lines: one that stands beside the line so far goes on with it."""
    line: list[Character] = []
    top = bottom = 0.0
    for character in characters:
        if line and not _goes_on(line[-1], character, top, bottom):
            yield line
            line = []
        if not line:
            top, bottom = character["top"], character["bottom"]
        elif character["text"].strip():
            top, bottom = min(top, character["top"]), max(bottom, character["bottom"])
        line.append(character)
    if line:
        yield line


def _goes_on(last: Character, character: Character, top: float, bottom: float) -> bool:
    overlap = min(bottom, character["bottom"]) - max(top, character["top"])
    height = min(bottom - top, character["bottom"] - character["top"])
    return bool(overlap > 0.4 * height and character["x0"] > last["x0"] - last["size"])


def _line(characters: list[Character]) -> dict[str, Any]:
    printed = [c for c in characters if c["text"].strip()]
    if not printed:
        return {"pieces": []}
    size = Counter(round(c["size"], 1) for c in printed).most_common(1)[0][0]
    largest = max(round(c["size"], 1) for c in printed)
    # A line of little but a label is as large as what stands beside the label.
    size = size if sum(round(c["size"], 1) == size for c in printed) > 3 else largest
    base = median(c["bottom"] for c in printed if abs(c["size"] - size) < 0.2)
    pieces: list[tuple[str, bool]] = []
    last: Character | None = None
    for character in characters:
        text = _NAMELESS.sub(NO_LETTER, character["text"]).translate(_LIGATURES)
        raised = character["size"] < SMALLER * size and character["bottom"] < base - RAISED * size
        if last is not None and character["x0"] - last["x1"] > GAP * size and text.strip() and last["text"].strip():
            pieces.append((" ", False))
        if not text.strip():
            raised = False
        if pieces and pieces[-1][1] == raised:
            pieces[-1] = (pieces[-1][0] + text, raised)
        else:
            pieces.append((text, raised))
        last = character
    return {
        "pieces": pieces,
        "size": float(size),
        "bold": all("bold" in c["fontname"].lower() or "black" in c["fontname"].lower() for c in printed),
        "left": min(c["x0"] for c in printed),
        "right": max(c["x1"] for c in printed),
        "top": min(c["top"] for c in printed if abs(c["size"] - size) < 0.2),
        "bottom": base,
    }
