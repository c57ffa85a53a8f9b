"""Paragraphs → which of them are items of what a paragraph above announces: "Each report names: …".

An item completes the sentence that announces it, and read alone it says nothing: the two go together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

LONGEST = 4
"""Sentences of an item."""
_ANNOUNCES = re.compile(r"[:：][—–-]*$")
_ITEM = re.compile(r"(?:[•◦▪‣∙●○■□·*–—+-]|o\s|\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{2,5})[.)])\s*|[a-zß-öø-ÿ]")
_STOPPED = re.compile(r"[.;,]$|\s(?:and|or)$")
"""Ends an item; what ends without a stop is a title."""
_OPEN = re.compile(r"(?:[;,]|[;,]?\s(?:and|or))$")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|shall|should|can|could|may|might|must|do|does|did|cannot)\b"
)


def announced(paragraphs: Iterable[tuple[int, str, list[str]]]) -> list[int | None]:
    """Give for each paragraph the number of the one that announces it, from 0; None where none does.

    Args:
        paragraphs: of (section, how the paragraph begins in the file, its sentences).
    """
    above: list[int | None] = []
    announcer: int | None = None
    section, last, item = -1, "", False
    for number, (own, opening, sentences) in enumerate(paragraphs):
        if own != section:
            announcer, section = None, own
        item = announcer is not None and _is_item(opening, sentences, goes_on=item and bool(_OPEN.search(last)))
        above.append(announcer if item else None)
        last = sentences[-1] if sentences else ""
        if _ANNOUNCES.search(last):
            announcer, item = number, False
        elif not item:
            announcer = None
    return above


def _is_item(opening: str, sentences: list[str], goes_on: bool) -> bool:
    if not 0 < len(sentences) <= LONGEST or _ANNOUNCES.search(sentences[-1]):
        return False
    fragment = _STOPPED.search(sentences[0]) is not None and not _FINITE.search(sentences[0])
    return goes_on or bool(_ITEM.match(opening) or _OPEN.search(sentences[-1])) or fragment
