"""Flat text → the numbered notes in it: under a heading that says so, or as paragraphs that the text cites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
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
_CITED = re.compile(r"\[(\d{1,4})\]")
_PARAGRAPH = re.compile(r"(?:\A|(?<=\n))[ \t]*(?:\r?\n)*(?P<words>(?:[^\r\n]*\S[^\r\n]*(?:\r?\n|\Z))+)")
_BLANK = re.compile(r"\n[ \t]*\r?\n|\r[ \t]*\r")
_RULE = re.compile(r"[\s=\-_~*]*")

_BACK = re.compile(r"(?:\s*[↑↩↵^]\w?)+$")

LONGEST_LEAD = 400
"""Characters a list may say of itself before "Note 1."."""
WIDEST_GAP = 20
"""Numbers a list may skip; a line that begins with a larger one begins with a year or a page."""

FEWEST = 3
"""Paragraphs "[1] …" that are notes without a heading that says so."""
LEAST_CITED = 0.5
"""Such paragraphs for each "[1]" of the text, at least."""


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
    return _headed(text) or _cited(text)


def _headed(text: str) -> tuple[NoteList, ...]:
    lists: list[NoteList] = []
    for heading in _HEADING.finditer(text):
        if lists and heading.start() < lists[-1].span.end:
            continue
        following = next((h.start() for h in _HEADING.finditer(text, heading.end() + 1)), len(text))
        begins = _begins(text, heading.end(), following)
        if begins:
            found = _cut(text, begins, _stop(text, begins, following))
            # Words on the notes between the heading and the first one stay in the text.
            bare = _RULE.fullmatch(text, heading.end(), found.span.start)
            lists.append(replace(found, span=Span(heading.start(), found.span.end)) if bare else found)
    return tuple(lists)


def _cited(text: str) -> tuple[NoteList, ...]:
    """Find paragraphs "[1] …", "[2] …", each after the text that cites it, in a row or between other paragraphs.

    Where the text cites far more often than that, they are paragraphs that begin with a citation.
    """
    lists: list[NoteList] = []
    citations: list[int] = []
    pending: set[int] = set()
    last = 0
    begin: re.Match[str] | None = None
    for start, words in _paragraphs(text):
        if begin and words[:1].isspace():
            continue  # Words set in belong to the note above them.
        if begin:
            lists.append(_cut(text, [begin], start))
        begin = _ENTRY.match(text, start)
        number = int(begin[2]) if begin and begin[2] else 0
        if number in pending and number in (1, last + 1):
            pending.discard(number)
            last = number
        else:
            begin = None
            found = [int(mark[1]) for mark in _CITED.finditer(words, 1)]
            citations += found
            pending.update(found)
    return tuple(lists) if len(lists) >= max(FEWEST, LEAST_CITED * len(citations)) else ()


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Give where each paragraph begins, with its words, and at last where the text ends."""
    yield from ((found.start("words"), found["words"]) for found in _PARAGRAPH.finditer(text))
    yield len(text), ""


def _cut(text: str, begins: list[re.Match[str]], end: int) -> NoteList:
    starts = [begin.start() for begin in begins]
    entries = tuple(
        Entry(str(_number(begin)), _BACK.sub("", " ".join(text[begin.end() : until].split())), begin.start())
        for begin, until in zip(begins, [*starts[1:], end], strict=True)
    )
    return NoteList(Span(starts[0], starts[-1] + len(text[starts[-1] : end].rstrip())), entries)


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


def _stop(text: str, begins: list[re.Match[str]], end: int) -> int:
    """Find the end of the last note: an empty line, or where it is longer than the longest before it."""
    starts = [begin.start() for begin in begins]
    longest = max((text[a:b].strip().count("\n") for a, b in pairwise(starts)), default=None)
    last = _BLANK.search(text, starts[-1], end)
    stop = last.start() if last else end
    if longest is not None:
        lines = text[starts[-1] : stop].split("\n")
        stop = starts[-1] + len("\n".join(lines[: longest + 1]))
    return stop


def _number(entry: re.Match[str]) -> int:
    return int(key_of(next(filter(None, entry.groups()))))
