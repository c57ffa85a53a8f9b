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


def announced(paragraphs: Iterable[tuple[int, str, list[str]]], language: str = "en") -> list[int | None]:
    """Give for each paragraph the number of the one that announces it, from 0; None where none does.

    Args:
        paragraphs: of (section, how the paragraph begins in the file, its sentences).
        language: of the prose, BCP 47; whether a sentence has a verb can be told of English.
    """
    above: list[int | None] = []
    announcer: int | None = None
    section, last, item = -1, "", False
    for number, (own, opening, sentences) in enumerate(paragraphs):
        if own != section:
            announcer, section = None, own
        listed = announcer is not None and _is_listed(opening, sentences, goes_on=item and bool(_OPEN.search(last)))
        item = listed or (announcer is not None and language.startswith("en") and _is_fragment(sentences))
        above.append(announcer if item else None)
        last = sentences[-1] if sentences else ""
        if _ANNOUNCES.search(last):
            announcer, item = number, False
        elif not item:
            announcer = None
    return above


def _is_listed(opening: str, sentences: list[str], goes_on: bool) -> bool:
    """Tell whether a paragraph has the signs of an item: a bullet, a small letter, a semicolon."""
    return _is_short(sentences) and (goes_on or bool(_ITEM.match(opening) or _OPEN.search(sentences[-1])))


def _is_fragment(sentences: list[str]) -> bool:
    """Tell whether a paragraph opens with a sentence that has no verb of its own."""
    return _is_short(sentences) and _STOPPED.search(sentences[0]) is not None and not _FINITE.search(sentences[0])


def _is_short(sentences: list[str]) -> bool:
    return 0 < len(sentences) <= LONGEST and not _ANNOUNCES.search(sentences[-1])
