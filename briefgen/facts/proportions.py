"""Text → fractions, multiples and vague counts: "two-thirds", "quadrupled", "thousands of". Words that are numbers of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from briefgen.facts.counting import counted
from briefgen.facts.drafts import Draft
from briefgen.facts.numerals import word_pattern, words

_PARTS: Mapping[str, float] = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
                               "eighth": 8, "ninth": 9, "tenth": 10, "hundredth": 100}  # fmt: skip
_MULTIPLES: Mapping[str, float] = {
    "doubl": 2, "tripl": 3, "trebl": 3, "quadrupl": 4, "quintupl": 5, "sextupl": 6, "halv": 0.5,
    "удвоил": 2, "утроил": 3, "verdoppel": 2, "verdreifach": 3, "vervierfach": 4, "halbier": 0.5,
    "doublé": 2, "triplé": 3, "quadruplé": 4,
}  # fmt: skip
_VAGUE = re.compile(
    r"\b(?:(?:tens|hundreds|scores)\sof\s)?(?:dozens|hundreds|thousands|millions|billions|trillions|tens|scores)\sof\b"
    r"|\b(?:several|a\sfew|many|a\scouple\sof)\s(?:dozen|hundred|thousand|million|billion|trillion)(?:\s(?:thousand|million|billion))?\b",
    re.IGNORECASE,
)
_MONEY_BEHIND = re.compile(
    r"\s(?:(?P<usd>(?:US\s|U\.S\.\s)?dollars)|(?P<eur>euros)|(?P<cny>yuan)|(?P<rub>rou?bles))\b", re.IGNORECASE
)


@lru_cache(maxsize=16)
def _fractions(language: str) -> re.Pattern[str]:
    number = rf"(?P<n>a|an|one|{word_pattern(language)})"
    parts = "|".join(sorted((p for p in _PARTS if p != "half"), key=len, reverse=True))
    small = rf"(?:\d{{1,3}}|{word_pattern(language)})"
    return re.compile(
        rf"\b{number}[-\s](?P<part>{parts})s?\b(?!\s(?:of\s(?:(?:1\d|20)\d\d|this|the\syear)|party|parties|time|world|country|countries|largest|most|biggest|century|round))"
        r"|\b(?P<half>half)\b(?=\s(?:of\b|the\b|its\b|their\b|all\b|that\b|as\b))(?!\sof\s(?:(?:1\d|20)\d\d|this\syear|the\syear))"
        rf"|\b(?P<a>one|{small})\s(?:in|out\sof)\s(?:every\s)?(?P<b>{small})\b(?!\s?%|\s(?:percent|million|billion))",
        re.IGNORECASE,
    )


@lru_cache(maxsize=16)
def _multiples(language: str) -> re.Pattern[str]:
    number = rf"(?:\d+(?:\.\d+)?|{word_pattern(language)})"
    return re.compile(
        rf"\b(?P<stem>(?:{'|'.join(_MULTIPLES)}))(?:e?d|ing|es?|te|ten|t|ся|ось|ась|о|а|и|)\b(?!\s(?:down|standards?|agents?|edged|check|digits?))(?!-)"
        rf"|\b(?P<fold>\d+(?:\.\d+)?|{word_pattern(language)})[-\s]?fold\b"
        rf"|\b(?P<times>{number})\s(?:times|x)\s(?=(?:more|as|higher|larger|greater|bigger|faster|lower|less|smaller|longer|stronger|the\s(?:size|number|amount|rate|level|value|figure|total|previous))\b)"
        rf"|\bby\sa\sfactor\sof\s(?P<factor>{number})\b"
        r"|\b(?P<twice>twice|thrice|double|triple|half)\s(?=(?:as\s(?:many|much|large|big|high|fast|long)|the\s(?:size|number|amount|rate|level|value|figure|total))\b)"
        r"|\bin\s(?P<cut>half)\b",
        re.IGNORECASE,
    )


def find(text: str, language: str = "en") -> Iterator[Draft]:
    """Find fractions, multiples and vague counts."""
    for match in _multiples(language).finditer(text):
        yield _multiple(match, language)
    for match in _fractions(language).finditer(text):
        yield _fraction(match, language)
    for match in _VAGUE.finditer(text):
        yield _vague(text, match, language)


def _multiple(match: re.Match[str], language: str) -> Draft:
    g = match.groupdict()
    if g["stem"]:
        value = _MULTIPLES[g["stem"].lower()]
    elif g["twice"] or g["cut"]:
        value = {"thrice": 3.0, "triple": 3.0, "half": 0.5}.get((g["twice"] or g["cut"] or "").lower(), 2.0)
    else:
        value = _number(g["fold"] or g["times"] or g["factor"] or "0", language)
    end = match.end() - (1 if match.group().endswith(" ") else 0)
    return Draft(match.start(), end, value, "factor", unit="multiple")


def _fraction(match: re.Match[str], language: str) -> Draft:
    if match["half"]:
        value = 0.5
    elif match["part"]:
        value = _number(match["n"], language) / _PARTS[match["part"].lower()]
    else:
        value = _number(match["a"], language) / (_number(match["b"], language) or 1)
    return Draft(match.start(), match.end(), value, "fraction", unit="fraction")


def _vague(text: str, match: re.Match[str], language: str) -> Draft:
    money = _MONEY_BEHIND.match(text, match.end())
    hedge = " ".join(match.group().lower().split())
    if money:
        return Draft(match.start(), money.end(), None, "vague", currency=(money.lastgroup or "").upper(), hedge=hedge)
    noun = counted(text, match.end(), language)
    return Draft(match.start(), match.end(), None, "vague", unit=noun[1] if noun else None, hedge=hedge)


def _number(written: str, language: str) -> float:
    low = written.lower()
    if low[0].isdigit():
        return float(low.replace(",", "."))
    known = {"a": 1, "an": 1, "one": 1, **words(language)}
    return float(sum(known.get(word, 0) for word in re.split(r"[-\s]", low)))
