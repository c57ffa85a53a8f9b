"""Flat text → its paragraphs and headings. A paragraph broken over lines is one passage, its breaks kept.

Two kinds of file are told apart: one where a line is a paragraph, and one wrapped at a margin, where a line that
is full goes on in the next. In the first kind a line goes on only if it cannot end there: it has no full stop,
and its last or the next line's first word says that the sentence is not over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from briefgen.model.source import Passage, Span

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
# A sentence's end, then closing quotes and brackets, then what may be a note mark.
_ENDED = re.compile(r"[.!?…。！？｡][\"'”’»›)\]）」』】]*[\d¹²³⁰⁴-⁹,–\-\[\]*†‡§]*$")
_BULLET = re.compile(r"(?:[•◦▪‣·*\-–—+o]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{2,5})[.)])\s+\S")
_NUMBERED = re.compile(
    r"(?:(?:chapter|part|section|book|article|appendix|annex)\s+)?((?:\d{1,2}\.)*\d{1,2}|[IVXLC]+)[.:)]?\s+\S"
)
_PARTED = re.compile(
    r"(?:chapter|part|section|book|article|appendix|annex)\s+(?:\d{1,3}|[IVXLC]{1,7}|[A-Z])\s?[.:)–—-]\s+\S", re.I
)
_DIVISION = re.compile(r"(?:(?:chapter|part|section|book|article|appendix|annex)\s+)?(?:\d{1,3}|[IVXLC]{1,7})\.?", re.I)
# The end of a list's introduction or item, and the beginning of a "key: value" line: neither goes on.
_ITEM_ENDED = re.compile(r"[:;][—–-]?(?:\s+(?:and|or))?[\d¹²³⁰⁴-⁹]*$", re.I)
_KEYED = re.compile(r"[^.:]{1,45}:\s")
_LEADERS = re.compile(r"(?:\s?\.){5,}\s*(?:\d{1,4}|[ivxlc]{1,7})$", re.I)
"""What joins an entry of the table of contents to its page."""
_MEASURED = re.compile(r":\s+(?!(?:1\d|20)\d\d\b)[$€£¥]?\d[\d.,]*\b")
"""A row of a table of figures: "Ferries in use: 12 (1920)"."""
_RULE = re.compile(r"[=\-~_*#.·•\s]+")
# A sentence does not end in one of these; they stand for their class, in any field.
_OPEN_WORDS = frozenset(
    re.findall(
        r"\S+",
        """a an the and or but nor of in on at by to for from with without into onto upon under over between among
        than that which who whose whom as is are was were be been has have had will would shall should can could may
        might must not its his her their our your my this these those both either neither through against about
        within while if because although though when where whether de la le les des du et en der die das und von""",
    )
)

HEADING_LENGTH = 80
NUMBERED_LENGTH = 130
"""The same of one that says which part it heads: "Section II: …"."""
PROSE_LENGTH = 60
WIDEST_WRAP = 130


@dataclass(frozen=True)
class Line:
    """One line that holds something, without its break."""

    start: int
    """Of its first character that is no blank."""
    text: str
    """Stripped."""
    indent: int
    before: int
    """Empty lines before it."""

    @property
    def end(self) -> int:
        """Just behind its last character."""
        return self.start + len(self.text)

    @cached_property
    def ended(self) -> bool:
        """Tell whether a sentence ends with it."""
        return bool(_ENDED.search(self.text))

    @property
    def begins_low(self) -> bool:
        """Tell whether it begins with a small letter, so that it cannot begin a sentence."""
        return self.text[0].islower()

    @property
    def bulleted(self) -> bool:
        """Tell whether it begins a list item."""
        return bool(_BULLET.match(self.text))


def find_passages(text: str, start: int = 0) -> tuple[Passage, ...]:
    """Find the paragraphs and headings of a flat text, in order; only entries of a table of contents are none."""
    lines = [line for line in _lines(text, start) if not _LEADERS.search(line.text)]
    margin = _margin(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1][-1], line, margin):
            groups[-1].append(line)
        else:
            groups.append([line])
    return _passages([g for g in groups if any(any(map(str.isalnum, line.text)) for line in g)], text)


def _passages(groups: list[list[Line]], text: str) -> tuple[Passage, ...]:
    passages = []
    announced = _announced([group[0].text for group in groups], text)
    for i, group in enumerate(groups):
        level = 0
        if len(group) == 1 and i not in announced and _leads(group[0], groups[i + 1 : i + 4]):
            level = _level(group[0].text)
        span = Span(group[0].start, group[-1].end)
        passages.append(Passage(span, "heading" if level else "paragraph", level))
    return tuple(passages)


def _announced(lines: list[str], text: str) -> set[int]:
    """Find the lines "Section II: …" that only say what is to come: their words stand once more, and below."""
    parts = {n: "".join(line.split()) for n, line in enumerate(lines) if _PARTED.match(line)}
    whole = "".join(text.split()) if parts else ""
    first = {key: n for n, key in reversed(parts.items())}
    return {n for key, n in first.items() if whole.count(key) == 2}


def _lines(text: str, start: int) -> list[Line]:
    lines, before = [], 0
    while start <= len(text):
        found = _BREAK.search(text, start)
        end = found.start() if found else len(text)
        raw = text[start:end]
        if stripped := raw.strip():
            indent = len(raw) - len(raw.lstrip())
            lines.append(Line(start + indent, stripped, indent, before))
            before = 0
        else:
            before += 1
        if not found:
            break
        start = found.end()
    return lines


def _margin(lines: list[Line]) -> int:
    """Give the width a file is wrapped at, 0 where a line is a paragraph."""
    joints = [(a, b) for a, b in pairwise(lines) if not b.before]
    low = [a for a, b in joints if b.begins_low and not a.ended]
    if len(low) < max(3, 0.25 * len(joints)):
        return 0
    lengths = sorted(len(a.text) + a.indent for a in low)
    width = lengths[int(0.9 * (len(lengths) - 1))]
    return width if width <= WIDEST_WRAP else 0


def _goes_on(line: Line, after: Line, margin: int) -> bool:
    """Tell whether a paragraph goes on from a line to the next."""
    if after.before or (after.bulleted and (line.ended or line.bulleted or after.text[0] in "•◦▪‣·")):
        return False
    if _RULE.fullmatch(after.text) or _RULE.fullmatch(line.text):
        return False
    if margin:
        return _fills(line, after, margin)
    return not line.ended and not _short(line.text) and _unfinished(line, after)


def _fills(line: Line, after: Line, margin: int) -> bool:
    """Tell whether the next line's first word would not have fitted: then the break is the margin's doing."""
    if after.begins_low and not line.ended:
        return True
    if after.indent > line.indent + 1 and line.ended:
        return False
    word = after.text.split(maxsplit=1)[0]
    return line.indent + len(line.text) + 1 + len(word) > 0.85 * margin


def _unfinished(line: Line, after: Line) -> bool:
    """Tell whether a line cannot end its paragraph: the sentence's last words, or the next, say so."""
    first, last = after.text[0], line.text.split()[-1]
    if _ITEM_ENDED.search(line.text) or _KEYED.match(after.text):
        return False
    if first.islower() or first in ",;)]–—":
        return True
    if line.text[-1] in ",(–—" or last.strip("\"'“‘(").lower() in _OPEN_WORDS:
        return True
    # Letters of a script without capitals begin no paragraph of a text in one that has them.
    return first.isalpha() and first.lower() == first.upper() and last[-1].lower() != last[-1].upper()


def _short(text: str) -> bool:
    """Tell whether a line may be a heading for its length: short, with no sentence inside."""
    longest = NUMBERED_LENGTH if _PARTED.match(text) else HEADING_LENGTH
    return len(text) <= longest and not re.search(r"[a-z]{2}[.!?] ", text)


def _leads(line: Line, after: list[list[Line]]) -> bool:
    """Tell whether a line is a heading: it looks like one, and a paragraph of prose follows it soon."""
    text = line.text
    if line.ended or not _short(text) or not _headlike(text) or _MEASURED.search(text):
        return False
    prose = next((i for i, group in enumerate(after) if _prose(group)), None)
    if prose is None or any(not _short(group[0].text) for group in after[:prose]):
        return False
    if _DIVISION.fullmatch(text) or _NUMBERED.match(text) or text.isupper():
        return True
    apart = line.before > 0 and after[0][0].before > 0
    return apart or _titled(text) or (prose == 0 and len(text.split()) <= 8)


def _headlike(text: str) -> bool:
    """Tell whether a line begins and ends as a heading may."""
    last = text.split()[-1].lower()
    begins = (text[0].isalpha() and not text[0].islower()) or text[0] in "“‘\"'¿¡"
    numbered = _NUMBERED.match(text) or _DIVISION.fullmatch(text)
    return bool(begins or numbered) and text[-1] not in ",;:—–-" and last not in _OPEN_WORDS


def _prose(group: list[Line]) -> bool:
    return group[-1].ended and sum(len(line.text) for line in group) > PROSE_LENGTH


def _titled(text: str) -> bool:
    """Tell whether the long words of a line begin with capitals."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    return bool(words) and sum(word[0].isupper() for word in words) >= 0.7 * len(words)


def _level(text: str) -> int:
    numbered = _NUMBERED.match(text)
    if numbered and "." in numbered[1]:
        return numbered[1].count(".") + 1
    return 1
