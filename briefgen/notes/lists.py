"""Flat text → the numbered notes that stand in it. Only a list under a heading that says so is taken for notes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from briefgen.model.source import Span
from briefgen.notes.texts import key_of

_HEADING = re.compile(
    r"^[ \t#*_]*(?:(?:end|foot)?notes?|references|works cited|sources|citations)"
    r"(?: (?:and|&) (?:notes|references|sources))?[ \t:*_#]*$",
    re.I | re.M,
)
_ENTRY = re.compile(
    r"^[ \t]*(?:Note (\d{1,4})[.:]|\[(\d{1,4})\]|\((\d{1,4})\)|(\d{1,4})[.):]?|([¹²³⁰⁴-⁹]{1,4}))"
    r"(?:[ \t\u00a0]+|(?=[^\W\d_]|[“\"‘]))(?=\S)",
    re.M,
)
_BLANK = re.compile(r"\n[ \t]*\r?\n|\r[ \t]*\r")
_RULE = re.compile(r"[\s=\-_~*]*")

_BACK = re.compile(r"(?:\s*[↑↩↵^]\w?)+$")

LONGEST_LEAD = 400
"""Characters a list may say of itself before "Note 1."."""
WIDEST_GAP = 20
"""Numbers a list may skip; a line that begins with a larger one begins with a year or a page."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One note of a list."""

    label: str
    text: str
    """On one line."""
    at: int
    """Where its number stands."""


@dataclass(frozen=True, slots=True)
class NoteList:
    """One list of notes, from its heading to its last note's end."""

    span: Span
    entries: tuple[Entry, ...]


def heads_notes(line: str) -> bool:
    """Tell whether a line is the heading of a list of notes."""
    return bool(_HEADING.fullmatch(line.strip()))


def find_lists(text: str) -> tuple[NoteList, ...]:
    """Find the lists of notes in the order they stand: one at the end, or one after each chapter."""
    lists: list[NoteList] = []
    for heading in _HEADING.finditer(text):
        if lists and heading.start() < lists[-1].span.end:
            continue
        following = next((h.start() for h in _HEADING.finditer(text, heading.end() + 1)), len(text))
        begins = _begins(text, heading.end(), following)
        if begins:
            entries, end = _entries(text, begins, following)
            # Words on the notes between the heading and the first one stay in the text.
            bare = _RULE.fullmatch(text, heading.end(), entries[0].at)
            lists.append(NoteList(Span(heading.start() if bare else entries[0].at, end), entries))
    return tuple(lists)


def _begins(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Find where notes begin: at numbers that ascend, the first one right under the heading."""
    first = _ENTRY.search(text, start, end)
    if first is None or not _leads_in(text[start : first.start()], named=bool(first[1])):
        return []
    begins = [first]
    for entry in _ENTRY.finditer(text, first.end(), end):
        gap = _number(entry) - _number(begins[-1])
        if 0 < gap <= WIDEST_GAP or (gap > 0 and entry[1]):
            begins.append(entry)
    return begins


def _leads_in(between: str, *, named: bool) -> bool:
    """Tell whether what stands between heading and first number may: a rule, or a few words before "Note 1."."""
    return bool(_RULE.fullmatch(between)) or (named and len(between) <= LONGEST_LEAD)


def _entries(text: str, begins: list[re.Match[str]], end: int) -> tuple[tuple[Entry, ...], int]:
    """Cut the notes; the last ends at an empty line, or where it is longer than the longest before it."""
    starts = [begin.start() for begin in begins]
    longest = max((text[a:b].strip().count("\n") for a, b in pairwise(starts)), default=None)
    last = _BLANK.search(text, starts[-1], end)
    stop = last.start() if last else end
    if longest is not None:
        lines = text[starts[-1] : stop].split("\n")
        stop = starts[-1] + len("\n".join(lines[: longest + 1]))
    entries = tuple(
        Entry(str(_number(begin)), _BACK.sub("", " ".join(text[begin.end() : until].split())), begin.start())
        for begin, until in zip(begins, [*starts[1:], stop], strict=True)
    )
    return entries, starts[-1] + len(text[starts[-1] : stop].rstrip())


def _number(entry: re.Match[str]) -> int:
    return int(key_of(next(filter(None, entry.groups()))))
