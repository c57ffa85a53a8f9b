"""Flat text → what its pages and lines put into it: running heads and feet beside form feeds, breaks at hyphens.

Only files that break their pages have the first; the second is a matter of files wrapped at a margin.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from briefgen.model.source import Span
from briefgen.readers.offsets import Shifts, composed, cut

RETURNS = 2
"""Pages on which a line stands first or last, at least, to be a running head or foot."""
SHARE = 0.3
"""Share of the pages, at least: heads may change with the chapter, or from left to right."""
WRAPPED = 40
"""Characters of a line, at least, that is broken because it is full."""
_PAGE = re.compile(r"[ \t\r\n]*\f[ \t\r\n\f]*")
_LINE = re.compile(r"[^\r\n\f]*\S[^\r\n\f]*")
_ENDED = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_ITEM = re.compile(r"(?:[•◦▪‣·*\-–—+o]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{2,5})[.)])\s")
_HYPHEN = re.compile(
    r"(?P<head>\w+)(?P<hyphen>-)(?P<gap>\r?\n[ \t]*)(?P<tail>(?!(?:and|or|to|und|oder|et|ou|y|o)\b)\w+)"
)


def cut_breaks(text: str) -> tuple[str, Shifts]:
    """Leave out what keeps sentences from going on over pages and words over lines, and give the way back."""
    whole, pages = cut(text, find_furniture(text))
    joined, lines = cut(whole, find_hyphens(whole))
    return joined, composed(lines, pages)


def find_furniture(text: str) -> Iterator[Span]:
    """Find, at each form feed, the foot above and the head below, with the blank lines about them."""
    feeds = [match.span() for match in _PAGE.finditer(text)]
    feet = [_last(text, start) for start, _ in feeds]
    heads = [_LINE.match(text, end) for _, end in feeds]
    known = _returning(text, feet), _returning(text, [Span(*head.span()) if head else None for head in heads])
    for (start, end), foot, head in zip(feeds, feet, heads, strict=True):
        has_foot = foot is not None and _key(foot.of(text)) in known[0]
        has_head = head is not None and _key(head.group()) in known[1]
        if has_foot or has_head:
            above = foot.start if foot and has_foot else start
            below = head.end() if head and has_head else end
            yield from _joint(text, above, below)


def _last(text: str, end: int) -> Span | None:
    """Find the line that ends at a place."""
    start = max(text.rfind("\n", 0, end), text.rfind("\r", 0, end), text.rfind("\f", 0, end)) + 1
    return Span(start, end) if text[start:end].strip() else None


def _returning(text: str, lines: list[Span | None]) -> set[str]:
    """Find the heads, or the feet, that return; written without their numbers."""
    counts = Counter(_key(line.of(text)) for line in lines if line is not None)
    return {key for key, times in counts.items() if times >= max(RETURNS, SHARE * len(lines))}


def _key(line: str) -> str:
    return " ".join(re.sub(r"\d+|\b[ivxlc]+\b", "#", line).split())


def _joint(text: str, above: int, below: int) -> Iterator[Span]:
    """Cut the furniture between two pages out; one line break stays where the sentence goes on, else an empty line."""
    body = len(text[:above].rstrip())
    line = _last(text, body)
    next_line = _LINE.search(text, below)
    if line is None or next_line is None:
        yield Span(body, below)
        return
    ends, follows = line.of(text), next_line.group()
    goes_on = not _ENDED.search(ends) and _indent(ends) == _indent(follows) and not _ITEM.match(follows.lstrip())
    kept = re.compile(r"[ \t]*(?:\r\n|[\r\n])" if goes_on else r"[ \t]*(?:\r\n|[\r\n])[ \t]*(?:\r\n|[\r\n])")
    found = kept.match(text, body)
    yield Span(found.end() if found else body, next_line.start())


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def find_hyphens(text: str) -> Iterator[Span]:
    """Find the breaks behind hyphens, and the hyphens that only break a word: elsewhere it stands without."""
    breaks = [m for m in _HYPHEN.finditer(text) if m.start("gap") - (text.rfind("\n", 0, m.start()) + 1) >= WRAPPED]
    wanted: dict[str, int] = defaultdict(int)
    for match in breaks:
        wanted[_whole(match)] = wanted[_compound(match)] = 0
    if wanted:
        for word in re.finditer(r"\w+(?:-\w+)*", text.lower()):
            if word.group() in wanted:
                wanted[word.group()] += 1
    for match in breaks:
        broken = match["tail"][0].islower() and wanted[_whole(match)] > wanted[_compound(match)]
        yield Span(match.start("hyphen" if broken else "gap"), match.end("gap"))


def _whole(match: re.Match[str]) -> str:
    return (match["head"] + match["tail"]).lower()


def _compound(match: re.Match[str]) -> str:
    return f"{match['head']}-{match['tail']}".lower()
