"""Sentence → why it states nothing by itself: a piece of one, a question, a word to the reader. Empty where it does.

A document holds more than its prose: list items, addresses, front matter, exercises. A paper prints statements; the
rest only comes along where a statement leans on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefgen.facts.codes import is_code
from briefgen.facts.outlines import outline
from briefgen.facts.pointing import points_elsewhere
from briefgen.model.fact import Fact, Factbase

FEWEST = 3
"""Words of a statement; "Why so." is none."""
MOSTLY = 0.5
"""Share of a source's words in statements below which its items are its matter: a list without full stops."""
_ENDED = re.compile(r"[.!…。！？｡][\"'’”»›)\]』」】）*]*$")
_ASKED = re.compile(r"[?？][\"'’”»›)\]』」】）*]*$")
_ANNOUNCED = re.compile(r"[:：][—–-]*$")
_RIGHTS = re.compile(
    r"(?:(?:©|\(c\))\s?(?:1[5-9]|20)\d\d|Copyright\b(?: ©| \(c\)| \d{4}| by\b)|All rights reserved"
    r"|Permission (?:is|to) (?:hereby )?(?:granted|copy)"
    r"|This (?:document|work|program|book|publication|text|file) is"
    r" (?:free software|subject to|licen[cs]ed|made available under))",
    re.I,
)
_BEGUN_LOW = re.compile(r"(?:\(?(?:\d{1,3}|[A-Za-z]|[ivx]{2,5})[.)]\s+)?[a-zß-öø-ÿ][^A-Z\s]*(?:\s|$)")
_GOING_ON = re.compile(r"[a-zß-öø-ÿ\d][^:.!?]{0,60}:\s")
_HEADING = re.compile(r"[^\W\d_][\w’'&-]*(?:\s[\w’'&-]+){0,2}")
_SUBJECTLESS = re.compile(
    r"[A-Z][a-z]+ed (?:by|for|in|on|when|with|as|from|to)\b"
    r"(?!.*(?:,|\b(?:is|are|was|were|has|have|had|will|would|shall|should|can|could|may|might|must|does|did)\b))"
)
"""Says what was done to something it does not name: "Drawn by two horses and pushed by a boy."."""
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
_NUMBERED = re.compile(
    r"(?:(?:appendix|annex|chapter|section|part)\s+)?(?:(?:\d{1,3}|[A-Z])(?:\.\d{1,3})*[.:)]?\s+|[IVXLC]+[.:)]\s+)?",
    re.I,
)
_APPARATUS = re.compile(
    r"(?:works cited|(?:further|additional|suggested) (?:reading|resources)|external links|see also|bibliography"
    r"|(?:list of |normative |informative |selected )?references(?: and notes)?|(?:end|foot)?notes(?: and references)?"
    r"|(?:review|discussion|assessment|study) questions|exercises|critical thinking|key terms|learning \w+|glossary"
    r"|sources|contents|table of contents|index|acknowledge?ments|(?:about|copyright) .{0,20}|(?:image|photo) credits"
    r"|status of this \w+|authors?[’']?s?[’']? address(?:es)?|contributors|(?:revision|document) history|legal notice"
    r"|(?:(?:GNU|MIT|BSD|apache|free|open|source|general|lesser|public|software|document(?:ation)?|end.user) )*"
    r"licen[cs]e(?: (?:agreement|notice|terms|text))?"
    r"|bibliographie|références|remerciements|table des matières|sommaire|mentions légales"
    r"|literatur(?:verzeichnis)?|danksagung|inhalt(?:sverzeichnis)?|impressum"
    r"|bibliograf[ií]a|referencias|agradecimientos|[ií]ndice|notas)[.:]?",
    re.I,
)


def why_not(words: str) -> str:
    """Say why a sentence states nothing by itself; empty where it states something."""
    if _ASKED.search(words):
        return "is a question"
    if _ANNOUNCED.search(words):
        return "announces what it does not say"
    if points_elsewhere(words):
        return "only points elsewhere"
    if _RIGHTS.match(words):
        return "is a notice of rights"
    if is_code(words):
        return "is code"
    if not _ENDED.search(words) or _BEGUN_LOW.match(words) or _SUBJECTLESS.match(words):
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
    if not speaks(base):
        return _continued(base, facts)
    headings = outline(base.source)
    found = {}
    for fact in facts:
        title = headings.title(fact)
        named = _NUMBERED.sub("", title, count=1)
        why = f"stands under “{title}”" if _APPARATUS.fullmatch(named) else why_not(base.words(fact))
        if why:
            found[fact.id] = why
    return found


def _continued(base: Factbase, facts: Iterable[Fact]) -> dict[str, str]:
    """Tell which rows of a document of rows only go on from a row above ("total: 12"), or only head rows below."""
    said = {f.id: base.words(f) for f in facts}
    rows = {i: "goes on from a row above it" for i, words in said.items() if _GOING_ON.match(words)}
    rows |= {i: "is no whole sentence" for i, words in said.items() if _HEADING.fullmatch(words)}
    words = {f.id: len(base.words(f).split()) for f in base.facts}
    return rows if sum(words[i] for i in rows) < MOSTLY * sum(words.values()) else {}


def speaks(base: Factbase) -> bool:
    """Tell whether a source is written in sentences."""
    lengths = [(len(words.split()), why_not(words)) for words in map(base.words, base.facts)]
    return sum(n for n, why in lengths if not why) >= MOSTLY * sum(n for n, _ in lengths)
