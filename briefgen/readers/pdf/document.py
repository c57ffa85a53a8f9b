"""Lines of a PDF → a Sheet: paragraphs by gaps, indents and short lines; headings by their size."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import pairwise

from briefgen.errors import Remark, SourceError
from briefgen.gate.child import run_apart
from briefgen.model.source import File
from briefgen.notes import NoteText
from briefgen.readers.endmatter import set_aside
from briefgen.readers.layout import Layout
from briefgen.readers.pdf.extraction import NO_LETTER
from briefgen.readers.pdf.lines import Line, body_size, read_lines, rejoined, take_notes
from briefgen.readers.sheet import Sheet

LARGER = 1.12
"""Share of the body's size from which on a line is a heading."""
LONGEST_HEADING = 160
COLUMN = 36.0
"""Points within which lines begin that stand in one column."""
_NAMED = re.compile(r"Note \d{1,4}[.:]\s")
BULLETS = "•◦▪‣"
"""Begin an item wherever they begin a line; a dash or a number may stand inside a sentence."""
_BULLET = re.compile(r"\s*(?:[•◦▪‣·*–—]|\(?(?:\d{1,2}|[a-zA-Z])[.)])\s+\S")


def read_pdf(file: File) -> Sheet:
    """Lay a PDF flat. It must have come through the gate.

    Raises:
        SourceError: protected, broken, a scan, beyond the limits, or the extra [readers] is not installed.
    """
    if find_spec("pdfplumber") is None:
        raise SourceError(file.name, "is a PDF, which takes pdfplumber", "pip install 'briefgen[readers]'")
    pages = read_lines(run_apart("briefgen.readers.pdf.extraction:extract_lines", file))
    size = body_size(pages)
    lines, feet = take_notes(pages, size)
    if not lines:
        raise SourceError(file.name, "holds no text", "is it a scan? Recognise its text (OCR) first")
    runs = {(foot.page, foot.label): foot.run for foot in feet}
    notes = [NoteText(f.label, rejoined(f.lines), f"{file.name}, page {f.page}", f.run) for f in feet]
    sheet = _Setting(lines, size, runs).layout.sheet(notes, _nameless(lines, file.name))
    return sheet if notes else set_aside(sheet, lambda _: f"the notes of {file.name}")


def _nameless(lines: list[Line], name: str) -> Iterator[Remark]:
    """Say what could not be read."""
    places = [line.page for line in lines for _ in range(line.text.count(NO_LETTER))]
    if places:
        what = f"{len(places)} characters have no text in their fonts and are left out, first on page {places[0]}"
        yield Remark(name, what, "compare these places, or export it again as PDF")


class _Setting:
    """Lines set as passages."""

    def __init__(self, lines: list[Line], size: float, runs: dict[tuple[int, str], str]) -> None:
        self.layout = Layout()
        self._runs = runs
        """(page, label) of the marks whose notes stand at the page's foot → their numbering."""
        self._words = Counter(word.lower() for line in lines for word in re.findall(r"\w+(?:-\w+)*", line.text))
        levels = _levels(lines, size)
        for group in _groups(lines, size, _pitch(lines)):
            self.layout.open()
            for line, after in zip(group, (*group[1:], None), strict=True):
                self._write(line, after)
            level = levels[_rank(group[0], size)] if _is_heading(group[0], size) else 0
            self.layout.close("heading" if level else "paragraph", level, page=group[0].page)

    def _write(self, line: Line, after: Line | None) -> None:
        """Write a line, and what joins it to the next: a blank, or nothing where a word goes on."""
        pieces = [*line.pieces[:-1], (line.pieces[-1][0].rstrip(), line.pieces[-1][1])]
        joint = " " if after is not None else ""
        last, raised = pieces[-1]
        if after is not None and not raised and last.endswith(("-", "\u00ad")) and after.text[:1].islower():
            joint = "-" if self._is_compound(line, after) else ""
            pieces[-1] = (last[:-1], False)
        elif after is not None and not raised and re.search(r"\w-$", last) and after.text[:1].isupper():
            joint = ""
        for text, raised in pieces:
            run = self._runs.get((line.page, text.strip())) if raised else None
            if run is not None:
                self.layout.label(text.strip(), "note", run)
            elif raised:
                self.layout.raised(text)
            else:
                self.layout.write(text)
        self.layout.write(joint)

    def _is_compound(self, line: Line, after: Line) -> bool:
        """Tell whether a word broken at its hyphen keeps it: elsewhere it stands so more often than without."""
        head = re.search(r"(\w+)[-\u00ad]$", line.text)
        tail = re.match(r"\w+", after.text)
        if head is None or tail is None:
            return False
        parts = head[1].lower(), tail[0].lower()
        return self._words["-".join(parts)] > self._words["".join(parts)]


def _groups(lines: list[Line], size: float, pitch: float) -> Iterator[list[Line]]:
    """Group lines into paragraphs and headings."""
    edges = _edges(lines)
    group: list[Line] = []
    for line in lines:
        if group and not _goes_on(group[-1], line, edges, size, pitch):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _goes_on(line: Line, after: Line, edges: dict[tuple[int, int], float], size: float, pitch: float) -> bool:
    """Tell whether a paragraph goes on from a line to the next."""
    if abs(line.size - after.size) > 0.08 * size or _is_heading(line, size) != _is_heading(after, size):
        return False
    if _is_heading(line, size):
        return line.page == after.page and line.bold == after.bold and after.top - line.bottom < line.size
    if _NAMED.match(after.text) or (_BULLET.match(after.text) and (line.ended or after.text[0] in BULLETS)):
        return False
    if line.page != after.page or after.top < line.top:
        # A page or a column ends: only a sentence that is not over goes on.
        return not line.ended
    if after.top - line.bottom > pitch + 0.4 * size:
        return False
    indented = 0.8 * size < after.left - line.left < 8 * size
    return not (line.ended and (indented or line.right < edges[line.page, int(line.left // COLUMN)] - 3 * size))


def _edges(lines: list[Line]) -> dict[tuple[int, int], float]:
    """Find the right edge of what begins at each place of each page."""
    edges: dict[tuple[int, int], float] = defaultdict(float)
    for line in lines:
        for step in (-1, 0, 1):
            key = line.page, int(line.left // COLUMN) + step
            edges[key] = max(edges[key], line.right)
    return edges


def _pitch(lines: list[Line]) -> float:
    """Find the gap between lines that most have."""
    gaps = Counter(round(b.top - a.bottom, 0) for a, b in pairwise(lines) if a.page == b.page and b.top > a.top)
    return gaps.most_common(1)[0][0] if gaps else 0.0


def _is_heading(line: Line, size: float) -> bool:
    if len(line.text) > LONGEST_HEADING or not any(map(str.isalpha, line.text)):
        return False
    return line.size >= LARGER * size or (line.bold and line.size >= 0.97 * size and not line.ended)


def _rank(line: Line, size: float) -> float:
    return round(line.size, 0) if line.size >= LARGER * size else 0.0


def _levels(lines: list[Line], size: float) -> dict[float, int]:
    """Rank the sizes of headings: the largest is level 1."""
    ranks = sorted({_rank(line, size) for line in lines if _is_heading(line, size)}, reverse=True)
    return {rank: min(level, 6) for level, rank in enumerate(ranks, 1)}
