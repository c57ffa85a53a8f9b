"""Text → the numbers written in it, in digits or words, "million" multiplied in. What they count comes later."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from briefgen.facts.numberwords import has_comma, scales, spots, word_pattern, words


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written."""

    start: int
    end: int
    value: float
    worded: bool
    """Whether it opens with a word: "two", "a dozen"."""
    scaled: bool
    """Whether "million", "dozen" or the like stands in it."""
    bare: float
    """The value without the scale behind it: a range shares that of its second number."""


_LETTERS = re.compile(r"[^\W\d_]+")
_SIGN = r"(?:(?<![\w%–—-])[-−](?=\d))?"
_GLUED = "|".join(rf"(?<={code})" for code in ("RMB", "CNY", "USD", "EUR", "GBP", "RUB", "AUD", "JPY", "CHF", "Rs"))
"""Codes of money that digits stand right behind: "RMB52"."""


def _scale_pattern(language: str) -> str:
    by_length = sorted(scales(language), key=len, reverse=True)
    spaced = "|".join(scale for scale in by_length if scale < "一")
    return rf"(?:(?:(?<=\d)|[\s\u00a0\u202f-])(?:{spaced})(?:\.(?=\s[а-яa-z]))?(?![^\W\d_])|万亿|千万|百万|亿|万)"


@lru_cache(maxsize=32)
def _digits_pattern(language: str) -> re.Pattern[str]:
    if has_comma(language):
        digits = r"\d{1,3}(?:[.\u00a0\u202f ’']\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?"
    else:
        digits = r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
    return re.compile(
        rf"(?=[\d−-])(?P<digits>(?<![^\W一-鿿])(?<![.,]){_SIGN}(?:{digits})|(?:{_GLUED})(?:{digits}))"
        rf"(?P<part>\s?[½¼¾]|\s[1-3]/[2-8](?![\d/]))?(?P<scale>(?i:{_scale_pattern(language)}){{0,2}})"
    )


@lru_cache(maxsize=32)
def _words_pattern(language: str) -> re.Pattern[str]:
    word, scale = word_pattern(language), _scale_pattern(language)
    large = "thousand|million|billion|trillion"
    joined = rf"(?:(?<=hundred)|(?<=thousand)|(?<=million))(?:\sand\s|\s){word}(?:[\s-](?:hundred|thousand)){{0,2}}"
    return re.compile(
        r"(?:(?P<parted>(?:(?:a|one|two|three)[\s-])(?P<part>quarter|third)s?[\s-](?:of\sa\s)?(?:million|billion|trillion))\b"
        rf"|(?P<opened>(?:half\sa|a|an)\s(?:hundred|dozen|{large})|half\s(?:dozen|million)|"
        rf"half\san?(?=\s(?:century|decade|year|day|hour|mile|kilomet|per\s?cent)))\b"
        rf"(?:\s(?:and\sa\shalf\s)?(?:{large})\b)?"
        rf"|(?P<words>{word})(?:\sand\sa\shalf)?(?P<times>{scale}*(?:{joined})*)(?![^\W\d_]))",
        re.IGNORECASE,
    )


def scan(text: str, language: str = "en") -> list[Numeral]:
    """Find every number of a text: years, dates and designations too, which their own rules take away again."""
    found = [_in_digits(match, language) for match in _digits_pattern(language).finditer(text)]
    taken = 0
    for start in spots(text, language):
        match = _words_pattern(language).match(text, start) if start >= taken and text[start].isalpha() else None
        if match:
            found.append(_in_words(match, language))
            taken = match.end()
    return sorted(found, key=lambda n: n.start)


@lru_cache(maxsize=32)
def _scale_words(language: str) -> re.Pattern[str]:
    return re.compile("|".join(sorted(scales(language), key=len, reverse=True)), re.IGNORECASE)


def _in_digits(match: re.Match[str], language: str) -> Numeral:
    bare, factor = _digits(match["digits"], has_comma(language)) + _part(match["part"]), 1
    for word in _scale_words(language).findall(match["scale"]):
        factor *= scales(language)[word.lower()]
    return Numeral(*match.span(), float(bare * factor), False, factor > 1, float(bare))


def _part(written: str | None) -> Decimal:
    """Read the "1/2" of "3 1/2"."""
    if not written:
        return Decimal(0)
    above, _, below = {"½": "1/2", "¼": "1/4", "¾": "3/4"}.get(written.strip(), written.strip()).partition("/")
    return Decimal(above) / Decimal(below)


def _in_words(match: re.Match[str], language: str) -> Numeral:
    if match["parted"]:
        first, *_, scale = re.split(r"[\s-]", match["parted"].lower())
        above, below = {"two": 2, "three": 3}.get(first, 1), {"quarter": 4, "third": 3}[match["part"].lower()]
        value = Decimal(above) * scales(language)[scale] / below
        return Numeral(*match.span(), float(value), True, True, float(value))
    if match["opened"] is None:
        return _worded(match, language)
    written = match.group().lower().split()
    value = Decimal("0.5") if written[0] == "half" else Decimal(1)
    for word in written:
        value = value + Decimal("0.5") if word == "and" else value * scales(language).get(word, 1)
    return Numeral(*match.span(), float(value), True, True, float(value))


def _worded(match: re.Match[str], language: str) -> Numeral:
    """Read "two hundred and five thousand": what stands before a scale is multiplied, what stands behind is added."""
    powers, names = scales(language), words(language)
    total, current = Decimal(0), Decimal(0)
    for word in _LETTERS.findall(match.group().lower()):
        if word in names:
            current += names[word]
        elif word == "half":
            current += Decimal("0.5")
        elif word in powers:
            current = max(current, Decimal(1)) * powers[word]
            if powers[word] >= 1000:
                total, current = total + current, Decimal(0)
    bare = sum(names.get(word, 0) for word in _LETTERS.findall(match["words"].lower()))
    return Numeral(*match.span(), float(total + current), True, bool(match["times"]), float(bare))


def _digits(written: str, comma: bool) -> Decimal:
    """Read digits; behind a comma or point that cannot part thousands stand decimals."""
    plain = written.replace("−", "-")
    if not comma:
        return Decimal(re.sub(r"[,\u00a0\u202f]", "", plain))
    if "," not in plain and re.fullmatch(r"-?\d+\.(?:\d{1,2}|\d{4,})", plain):
        return Decimal(plain)
    return Decimal(re.sub(r"[.\u00a0\u202f ’']", "", plain).replace(",", "."))
