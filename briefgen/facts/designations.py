"""Text → the numbers that count nothing: names, ordinals, references, "the two countries". Each with the rule that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefgen.facts.numerals import word_pattern
from briefgen.model.source import Span

RELATIONS = (
    "countries country nations nation states state sides side leaders leader powers power economies presidents "
    "governments parties neighbours neighbors giants capitals capital militaries peoples partners rivals armies"
)
_CALLED = (
    "articles?|art\\.?|chapters?|sections?|sec\\.|resolutions?|pages?|pp?\\.|paragraphs?|paras?\\.?|figures?|fig\\.|tables?|"
    "nos?\\.|numbers?|notes?|footnotes?|endnotes?|lines?|rooms?|flights?|routes?|highways?|annex|appendix|versions?|phase|"
    "level|stage|step|item|volumes?|vols?\\.|issue|ministerial|decree|order|law|box|track|tier|article|type|model|group|"
    "статья|статьи|ст\\.|№|Artikel|Kapitel|Seite|Absatz|Nr\\.|n°"
)
_NAMES = (
    "(?!(?:In|On|At|By|For|From|With|Of|To|Than|And|Or|But|The|A|An|Over|About|Some|Nearly|Almost|Around|Only|Just|Up|"
)
_NAMES += (
    "Between|After|Before|Since|Until|During|More|Less|Under|At|Least|Most|All|These|Those|Its|Their|Our|His|Her|As|"
)
_NAMES += (
    "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|"
)
_NAMES += "Aug|Sept?|Oct|Nov|Dec|US|USD|EUR|GBP|RMB|CNY|RUB|AUD|JPY|CHF)\\b)"


@dataclass(frozen=True, slots=True)
class Designation:
    """A number that counts nothing, and the rule it falls under."""

    span: Span
    rule: str


_SHAPES: tuple[tuple[str, str], ...] = (
    ("address", r"\S*(?:://|www\.|@|doi\.org)\S*"),
    ("code", r"\b[A-Z]+(?:/[A-Z0-9.]+)+(?:/\d[\w.()]*)*"),
    ("score of parties", r"\bP?\d\s?\+\s?\d+\b|\b(?:one|two|three)[- ]plus[- ](?:one|two|three)\b"),
    (
        "name with a number",
        r"\b(?:(?!(?:mid|early|late|pre|post|circa|and|or|to)-)[^\W\d_])[\w]*(?:-[^\W\d_]+)*-\d+[\w-]*(?<!-)",
    ),
    ("name with a number", r"\b(?!FY\d|Q[1-4]\b|H[12]\b|RMB|CNY|USD|EUR|GBP|RUB|AUD|JPY|CHF|Rs)[^\W\d_]+\d+\w*\b"),
    ("name with a number", r"\b\d+(?![km]\b|[KMGT]W)[A-Z][A-Z\d]*\b(?!\$)"),
    ("ordinal", r"\b\d+(?:st|nd|rd|th)\b(?![- ]century)|\b[IVXLC]+-[йяе]\b"),
    ("clock", r"\b\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\b\.?|GMT|UTC)|\b\d{1,2}:\d\d(?::\d\d)?\b|\b\d{1,2}\s?[ap]\.?m\b\.?"),
    ("numbered heading", r"\b\d+(?:\.\d+){2,}\b"),
    ("list number", r"(?<!\w)\(\d{1,2}\)|\[\d{1,3}(?:[,–-]\s?\d{1,3})*\]|\A\(?\d{1,2}[.)](?=\s)"),
    ("pair of shares", r"\b(?:50|fifty)[-/–:](?:50|fifty)\b|\b24/7\b|\b9/11\b|\b7/7\b"),
    ("ordinal", r"\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:first|second|third|\w+th)\b"),
)
_REFERENCE = rf"\b(?:{_CALLED})\s(?:No\.\s?|n°\s?)?\d+(?:\.\d+)*(?:\(\w+\))*(?:(?:,\s|\sand\s|\sto\s|[-–])\d+(?:\(\w+\))*)*\b(?!\s?[%$€£])"
_NAMED = rf"\b{_NAMES}[A-Z][\w’-]*\s(?!(?:1[0-9]|20)\d\d\b)\d{{1,4}}(?:[A-Z]\w*)?\b"
_NAMED += r"(?![.,]\d|\s?[%$€£]|\s(?:per|million|billion|trillion|thousand|hundred|percent|[a-z-]+s\b|times|to\s\d|and\s\d|or\s\d)|[-–]\d)"


@lru_cache(maxsize=32)
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    word = word_pattern(language)
    small = "two|three|four|five|six|seven|eight|nine|ten"
    definite = (
        "the|these|those|both|its|their|our|his|her|whose|all|other|latter|former|first|last|next|any|[^\\W\\d_]+[’']s?"
    )
    shapes = [(rule, re.compile(pattern)) for rule, pattern in _SHAPES]
    later = [
        ("reference", _REFERENCE),
        ("two of a pair", rf"\b(?:two|2)\s(?:[a-z-]+\s)?(?:{'|'.join(RELATIONS.split())})\b"),
        ("the known ones", rf"\b(?:{definite})\s(?:[a-z]+\s)?(?P<number>{small})\b(?![- ](?:hundred|thousand|million|billion|trillion|dozen|percent|per\scent|times|%|years?|months?|weeks?|days?|hours?|decades?)\b|-(?:thirds?|fifths?|quarters?))"),
        ("compound", rf"\b(?:{small}|one|zero|{word})-(?!(?:hundred|thousand|million|billion|trillion|dozen|third|thirds|fifths?|quarters?|fourths?|tenths?|half|percent|per|year|month|week|day|hour|minute|decade|century|mile|kilomet|met|ton|fold|{word}))[a-z]+(?:-[a-z]+)*\b"),
        ("one", r"\b(?:one|zero)\b(?![- ](?:hundred|thousand|million|billion|trillion|dozen|percent|per\scent|half|third|quarter|fifth|tenth|kilomet\w+|mile|tonne|ton|barrel|year|month|week|day|decade|century|in\s(?:two|three|four|five|six|seven|eight|nine|ten|\d+))\b)"),
        ("idiom", r"\b(?:double\s(?:down|standards?|agents?|edged)|double-\w+|half-(?!\s|a\b|an\b|century|year)[a-z]+|third\s(?:party|parties|countr\w+|world|states?)|third-\w+|quarter\s(?:final|back)\w*|half\s(?:way|hearted)|the\shundred\s(?:days|flowers)|one\shundred\spercent\sbehind)\b"),
        ("two of them", rf"\b(?:{small})\sof\s(?:them|us|which|whom|these|those|the)\b"),
    ]  # fmt: skip
    return (*shapes, ("name with a number", re.compile(_NAMED)), *((r, re.compile(p, re.IGNORECASE)) for r, p in later))


def find(text: str, language: str = "en") -> tuple[Designation, ...]:
    """Find the numbers of a text that count nothing, in the order they stand."""
    found = dict(_found(text, language))
    return tuple(Designation(span, found[span]) for span in sorted(found))


def _found(text: str, language: str) -> Iterator[tuple[Span, str]]:
    for rule, pattern in _patterns(language):
        for match in pattern.finditer(text):
            group = "number" if "number" in pattern.groupindex else 0
            yield Span(*match.span(group)), rule
