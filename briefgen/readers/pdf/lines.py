"""What the child found → lines of the document itself: no running heads, no page numbers; notes at the foot apart."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

MARGIN = 0.12
"""Share of a page's height, above and below, in which running heads stand."""
WIDEST = 0.2
"""The same for the first and the last line of a page."""
REPEATED = 0.3
"""Share of the pages on which a running head stands at least, in a short document."""
RETURNING = 4
"""Pages on which it stands at least in a long one: heads change with the chapter."""
LEVEL = 3.0
"""Points within which what returns stands at one height."""
SMALL = 0.94
"""Share of the body's size below which a line at the foot may be of a note."""

_FOLIO = re.compile(r"\W*(?:(?:page|seite|p\.)\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|/|von|de)\s*\d{1,4})?\W*", re.I)
_LEADERS = re.compile(r"(?:\s?\.){5,}\s*(?:\d{1,4}|[ivxlc]{1,7})?", re.I)
"""What joins an entry of the table of contents to its page."""
_LABEL = re.compile(r"\s*(?:\[(\d{1,3})\]|(\d{1,3})[.)]?(?=\s)|([*†‡§]+))\s*")
_ENDED = re.compile(r"[.!?…。！？:;][\"'”’»)\]]*\s*$")


@dataclass(frozen=True)
class Line:
    """One line of a page."""

    page: int
    pieces: tuple[tuple[str, bool], ...]
    """Text, and whether it is raised."""
    size: float
    bold: bool
    left: float
    right: float
    top: float
    bottom: float

    @cached_property
    def text(self) -> str:
        """All of it."""
        return "".join(text for text, _ in self.pieces).strip()

    @cached_property
    def ended(self) -> bool:
        """Tell whether a sentence ends with it, a raised label after it not counted."""
        return bool(_ENDED.search("".join(text for text, raised in self.pieces if not raised)))

    @property
    def label(self) -> str:
        """The label it begins with, raised or as a list's; empty where there is none."""
        first = next(((text, raised) for text, raised in self.pieces if text.strip()), ("", False))
        if first[1]:
            return first[0].strip()
        found = _LABEL.match(self.text)
        return next(filter(None, found.groups()), "") if found else ""


@dataclass(frozen=True)
class FootNote:
    """A note at the foot of a page."""

    page: int
    label: str
    run: str
    """Its numbering: a label that returns begins the next one."""
    lines: list[str]


def read_lines(pages: Iterable[dict[str, Any]]) -> list[list[Line]]:
    """Read the child's answer, and drop running heads, page numbers and the table of contents."""
    read = []
    heights = []
    for number, page in enumerate(pages, 1):
        heights.append(page["height"])
        read.append(
            [Line(number, tuple((t, bool(r)) for t, r in line.pop("pieces")), **line) for line in page["lines"]]
        )
    return _without_furniture(read, heights)


def _without_furniture(pages: list[list[Line]], heights: list[float]) -> list[list[Line]]:
    """Drop lines in the margins that return from page to page, or bear the page's number."""
    margins = [_marginal(page, height) for page, height in zip(pages, heights, strict=True)]
    heads: dict[str, list[Line]] = defaultdict(list)
    for line in (line for page in margins for line in page):
        heads[_key(line)].append(line)
    places: dict[int, list[float]] = defaultdict(list)
    for line in (line for page in margins for line in page):
        for offset in set(_offsets(line)):
            places[offset].append(line.top)
    returning = max(2, min(RETURNING, REPEATED * len(pages)))

    def returns(line: Line) -> bool:
        """Tell whether it stands on enough pages: in a wide margin, where a title may stand too, at one height."""
        anywhere = _in_margin(line, heights[line.page - 1])
        pages = {o.page for o in heads[_key(line)] if anywhere or abs(o.top - line.top) < LEVEL}
        return len(pages) >= returning

    def is_numbered(line: Line) -> bool:
        """Tell whether it ends with its page's number at the height where other pages have theirs."""
        near = (sum(abs(top - line.top) < LEVEL for top in places[offset]) for offset in set(_offsets(line)))
        return any(count >= max(2, REPEATED * len(pages)) for count in near)

    dropped = {
        id(line)
        for page in margins
        for line in page
        if returns(line) or is_numbered(line) or _is_folio(line, heights[line.page - 1])
    }
    return [[line for line in page if id(line) not in dropped and not _of_contents(line)] for page in pages]


def _of_contents(line: Line) -> bool:
    found = _LEADERS.search(line.text)
    return found is not None and found.end() == len(line.text)


def _offsets(line: Line) -> list[int]:
    """Give by how much numbers at a line's ends differ from the page's place in the file."""
    return [int(number) - line.page for number in re.findall(r"^\d{1,4}\b|\b\d{1,4}$", line.text)]


def _marginal(page: list[Line], height: float) -> list[Line]:
    """Give what stands in the margins, and the highest and the lowest line of a page with wide ones."""
    ends = [min(page, key=lambda line: line.top), max(page, key=lambda line: line.bottom)] if page else []
    return [line for line in page if _in_margin(line, height) or (line in ends and _in_margin(line, height, WIDEST))]


def _is_folio(line: Line, height: float) -> bool:
    return _in_margin(line, height) and _FOLIO.fullmatch(line.text) is not None


def _in_margin(line: Line, height: float, margin: float = MARGIN) -> bool:
    return line.bottom < margin * height or line.top > (1 - margin) * height


def _key(line: Line) -> str:
    """Write a running head without what changes from page to page."""
    return re.sub(r"\d+|\b[ivxlc]+\b", "#", line.text)


def body_size(pages: list[list[Line]]) -> float:
    """Find the size most letters of the document have."""
    sizes: Counter[float] = Counter()
    for line in (line for page in pages for line in page):
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def take_notes(pages: list[list[Line]], size: float) -> tuple[list[Line], list[FootNote]]:
    """Take the notes at the feet of pages out: small lines, the first of which bears a label raised above on the page.

    Args:
        size: of the body, in points.
    """
    bodies: list[Line] = []
    notes: list[FootNote] = []
    run, labels = 1, set[str]()
    for page in pages:
        foot = len(page)
        while foot and page[foot - 1].size < SMALL * size:
            foot -= 1
        marked = {text.strip() for line in page[:foot] for text, raised in line.pieces if raised}
        begin = next((i for i in range(foot, len(page)) if page[i].label in marked), len(page))
        if notes and begin < len(page):
            # What stands above the page's first note goes on with the last one of the page before.
            notes[-1].lines.extend(line.text for line in page[foot:begin])
        bodies += page[: foot if notes and begin < len(page) else begin]
        for line in page[begin:]:
            if line.label in marked:
                marked.remove(line.label)
                if line.label in labels:
                    run, labels = run + 1, set()
                labels.add(line.label)
                notes.append(FootNote(line.page, line.label, str(run), [_unlabelled(line)]))
            else:
                notes[-1].lines.append(line.text)
    return bodies, notes


def _unlabelled(line: Line) -> str:
    _, _, rest = line.text.partition(line.label)
    return rest.lstrip("].) ")


def rejoined(lines: Iterable[str]) -> str:
    """Join lines of text, hyphens at their ends taken away where a word goes on."""
    text = ""
    for line in lines:
        goes_on = text.endswith("-") and line[:1].islower()
        text = text[:-1] + line if goes_on else f"{text} {line}"
    return " ".join(text.split())
