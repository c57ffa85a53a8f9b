"""Sentence → why it states nothing by itself: a piece of one, a question, a word to the reader. Empty where it does.

A document holds more than its prose: list items, addresses, front matter, exercises. A paper prints statements; the
rest only comes along where a statement leans on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefgen.facts.outlines import outline
from briefgen.model.fact import Fact, Factbase

FEWEST = 3
"""Words of a statement; "Why so." is none."""
MOSTLY = 0.5
"""Share of a source's words in statements below which its items are its matter: a list without full stops."""
_ENDED = re.compile(r"[.!…。！？｡][\"'’”»›)\]』」】）*]*$")
_ASKED = re.compile(r"[?？][\"'’”»›)\]』」】）*]*$")
_ANNOUNCED = re.compile(r"[:：][—–-]*$")
_CITED = re.compile(r"(?:See(?:,? (?:also|e\.g\.|generally))?,?|Cf\.|Id\.|Ibid\.)\s")
_BEGUN_LOW = re.compile(r"[a-zß-öø-ÿ][^A-Z\s]*(?:\s|$)")
_TOLD = re.compile(
    r"(?:Please\b|(?:Read|Watch|Visit|Explain|Describe|Define|Discuss|Compare|Identify|Consider|Imagine|Recall|Suppose"
    r"|Click|Refer to|Go to|Note that|Think about)\s+(?:the|this|these|an?|how|why|what|whether|your|about|below"
    r"|also|that|it|on|at|some|three|two|[A-Z]?\w+’s)\b)"
)
_CARRIES = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|shall|should|can|could|may|might|must"
    r"|(?!(?:as|its|his|this|plus|versus|less|thus)\b)[a-z]+(?:ed|s))\b"
)
"""What may be a verb, in a sentence of which most words are capitalised."""
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_APPARATUS = re.compile(
    r"(?:works cited|(?:further|additional|suggested) (?:reading|resources)|external links|see also|bibliography"
    r"|(?:list of )?references(?: and notes)?|(?:end|foot)?notes(?: and references)?|sources|contents"
    r"|table of contents|index|acknowledge?ments|(?:about|copyright) .{0,20}|(?:image|photo) credits)[.:]?",
    re.I,
)


def why_not(words: str) -> str:
    """Say why a sentence states nothing by itself; empty where it states something."""
    if _ASKED.search(words):
        return "is a question"
    if _ANNOUNCED.search(words):
        return "announces what it does not say"
    if _CITED.match(words):
        return "only points elsewhere"
    if not _ENDED.search(words) or _BEGUN_LOW.match(words):
        return "is no whole sentence"
    if not _HAN.search(words) and (len(words.split()) < FEWEST or _is_caption(words)):
        return "is no whole sentence"
    return "tells its reader what to do" if _TOLD.match(words) else ""


def _is_caption(text: str) -> bool:
    """Tell whether it is a row of names with a full stop, as above a court's opinion."""
    words = re.findall(r"[^\W\d_][\w’'-]*", text)
    named = sum(word[0].isupper() for word in words)
    return 2 * named >= len(words) and not _CARRIES.search(text)


def silent(base: Factbase, facts: Iterable[Fact]) -> dict[str, str]:
    """Tell which facts state nothing by themselves, and why; none where the source is mostly made of such."""
    if not _speaks(base):
        return {}
    headings = outline(base.source)
    found = {}
    for fact in facts:
        title = headings.title(fact)
        why = f"stands under “{title}”" if _APPARATUS.fullmatch(title) else why_not(base.words(fact))
        if why:
            found[fact.id] = why
    return found


def _speaks(base: Factbase) -> bool:
    """Tell whether a source is written in sentences."""
    lengths = [(len(words.split()), why_not(words)) for words in map(base.words, base.facts)]
    return sum(n for n, why in lengths if not why) >= MOSTLY * sum(n for n, _ in lengths)
