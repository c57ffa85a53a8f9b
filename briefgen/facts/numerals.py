"""Text → the numbers written in it, in digits or words, with "million" and "dozen" multiplied in. What they count comes later."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

_POINT = frozenset("en zh ja ko th he hi ga mt".split())
"""Languages that write 12.5 and 4,000; all others write 12,5 and 4.000 or 4 000."""
_POINT_REGIONS = frozenset("es-mx es-us es-pa es-do es-gt es-hn es-ni es-sv es-pr de-ch de-li it-ch".split())

_ENGLISH = {
    **{
        word: value
        for value, word in enumerate(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen".split()
        )
    },
    **{word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)},
}
_WORDS: Mapping[str, Mapping[str, int]] = {
    "en": _ENGLISH,
    "de": dict(zwei=2, drei=3, vier=4, fünf=5, sechs=6, sieben=7, acht=8, neun=9, zehn=10, elf=11, zwölf=12, zwanzig=20,
               dreißig=30, vierzig=40, fünfzig=50, sechzig=60, siebzig=70, achtzig=80, neunzig=90),
    "fr": dict(deux=2, trois=3, quatre=4, cinq=5, six=6, sept=7, huit=8, neuf=9, dix=10, onze=11, douze=12, treize=13,
               quatorze=14, quinze=15, seize=16, vingt=20, trente=30, quarante=40, cinquante=50, soixante=60),
    "es": dict(dos=2, tres=3, cuatro=4, cinco=5, seis=6, siete=7, ocho=8, nueve=9, diez=10, once=11, doce=12, trece=13,
               catorce=14, quince=15, veinte=20, treinta=30, cuarenta=40, cincuenta=50),
    "ru": dict(два=2, две=2, двух=2, три=3, трех=3, трёх=3, четыре=4, четырех=4, пять=5, пяти=5, шесть=6, шести=6,
               семь=7, семи=7, восемь=8, восьми=8, девять=9, десять=10, десяти=10, одиннадцать=11, двенадцать=12,
               пятнадцать=15, двадцать=20, тридцать=30, сорок=40, пятьдесят=50),
}  # fmt: skip
_SCALES: Mapping[str, int] = {
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12,
    "hundreds": 100, "thousands": 10**3, "millions": 10**6, "billions": 10**9, "trillions": 10**12,
    "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12, "mn": 10**6, "mln": 10**6, "mio": 10**6, "mrd": 10**9,
    "tsd": 10**3, "bio": 10**12, "k": 10**3,
    "tausend": 10**3, "millionen": 10**6, "milliarde": 10**9, "milliarden": 10**9, "billionen": 10**12, "dutzend": 12,
    "mille": 10**3, "milliard": 10**9, "milliards": 10**9, "md": 10**9, "mds": 10**9,
    "mil": 10**3, "millón": 10**6, "millones": 10**6,
    "тыс": 10**3, "млн": 10**6, "млрд": 10**9, "трлн": 10**12, "万亿": 10**12, "千万": 10**7, "百万": 10**6,
    "亿": 10**8, "万": 10**4,
    **dict.fromkeys("тысяча тысячи тысяч".split(), 10**3),
    **dict.fromkeys("миллион миллиона миллионов".split(), 10**6),
    **dict.fromkeys("миллиард миллиарда миллиардов".split(), 10**9),
    **dict.fromkeys("триллион триллиона триллионов".split(), 10**12),
}  # fmt: skip
_ABROAD = {"fr": {"billion": 10**12, "billions": 10**12}, "de": {"billion": 10**12}, "es": {"billones": 10**12}}


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


def base(language: str) -> str:
    """Give the primary subtag of a language tag: "en" of "en-AU"."""
    return language.partition("-")[0].lower()


def has_comma(language: str) -> bool:
    """Tell whether a language writes the decimal comma."""
    return base(language) not in _POINT and language.lower() not in _POINT_REGIONS


@lru_cache(maxsize=32)
def words(language: str) -> Mapping[str, int]:
    """List the number words of a language; English serves one that is not known."""
    return _WORDS.get(base(language), _ENGLISH)


@lru_cache(maxsize=32)
def _scales(language: str) -> Mapping[str, int]:
    return {**_SCALES, **_ABROAD.get(base(language), {})}


def word_pattern(language: str) -> str:
    """Give a pattern of one number word, "two" or "twenty-five"."""
    by_length = sorted(words(language), key=len, reverse=True)
    tens = "|".join(w for w in by_length if words(language)[w] >= 20)
    ones = "|".join(w for w in by_length if 0 < words(language)[w] < 10)
    return rf"(?:(?:{tens})[-\s](?:{ones})|{'|'.join(by_length)})"


_LETTERS = re.compile(r"[^\W\d_]+")
_SIGN = r"(?:(?<![\w%–—-])[-−](?=\d))?"
_GLUED = "|".join(rf"(?<={code})" for code in ("RMB", "CNY", "USD", "EUR", "GBP", "RUB", "AUD", "JPY", "CHF", "Rs"))
"""Codes of money that digits stand right behind: "RMB52"."""


def _scale_pattern(language: str) -> str:
    by_length = sorted(_scales(language), key=len, reverse=True)
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
        rf"(?P<scale>(?i:{_scale_pattern(language)}){{0,2}})"
    )


@lru_cache(maxsize=32)
def _words_pattern(language: str) -> re.Pattern[str]:
    word, scale = word_pattern(language), _scale_pattern(language)
    large = "thousand|million|billion|trillion"
    joined = rf"(?:(?<=hundred)|(?<=thousand)|(?<=million))(?:\sand\s|\s){word}(?:[\s-](?:hundred|thousand)){{0,2}}"
    return re.compile(
        rf"\b(?:(?P<opened>(?:half\sa|a|an)\s(?:hundred|dozen|{large})|half\s(?:dozen|million))\b"
        rf"(?:\s(?:and\sa\shalf\s)?(?:{large})\b)?"
        rf"|(?P<words>{word})(?:\sand\sa\shalf)?(?P<times>{scale}*(?:{joined})*)(?![^\W\d_]))",
        re.IGNORECASE,
    )


@lru_cache(maxsize=32)
def _opening_words(language: str) -> frozenset[str]:
    return frozenset({*words(language), "a", "an", "half"})


def scan(text: str, language: str = "en") -> list[Numeral]:
    """Find every number of a text: years, dates and designations too, which their own rules take away again."""
    found = [_in_digits(match, language) for match in _digits_pattern(language).finditer(text)]
    if not _opening_words(language).isdisjoint(_LETTERS.findall(text.lower())):
        found += [_in_words(match, language) for match in _words_pattern(language).finditer(text)]
    return sorted(found, key=lambda n: n.start)


def _in_digits(match: re.Match[str], language: str) -> Numeral:
    bare, factor = _digits(match["digits"], has_comma(language)), 1
    for word in _LETTERS.findall(match["scale"]):
        factor *= _scales(language)[word.lower()]
    return Numeral(*match.span(), float(bare * factor), False, factor > 1, float(bare))


def _in_words(match: re.Match[str], language: str) -> Numeral:
    if match["opened"] is None:
        return _worded(match, language)
    written = match.group().lower().split()
    value = Decimal("0.5") if written[0] == "half" else Decimal(1)
    for word in written:
        value = value + Decimal("0.5") if word == "and" else value * _scales(language).get(word, 1)
    return Numeral(*match.span(), float(value), True, True, float(value))


def _worded(match: re.Match[str], language: str) -> Numeral:
    """Read "two hundred and five thousand": what stands before a scale is multiplied, what stands behind is added."""
    scales, names = _scales(language), words(language)
    total, current = Decimal(0), Decimal(0)
    for word in _LETTERS.findall(match.group().lower()):
        if word in names:
            current += names[word]
        elif word == "half":
            current += Decimal("0.5")
        elif word in scales:
            current = max(current, Decimal(1)) * scales[word]
            if scales[word] >= 1000:
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
