"""Language → its number words, its words for powers of ten, and whether it writes the decimal comma."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from briefgen.facts.wordlists import collected, listed

_POINT = collected("en zh ja ko th he hi ga mt")
"""Languages that write 12.5 and 4,000; all others write 12,5 and 4.000 or 4 000."""

_POINT_REGIONS = collected("es-mx es-us es-pa es-do es-gt es-hn es-ni es-sv es-pr de-ch de-li it-ch")

_WORDS: Mapping[str, Mapping[int, str]] = {
    "en": {
        **dict(
            enumerate(
                listed(
                    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
                    "sixteen seventeen eighteen nineteen"
                )
            )
        ),
        **{10 * n: ty for n, ty in enumerate(listed("twenty thirty forty fifty sixty seventy eighty ninety"), 2)},
    },
    "de": {2: "zwei", 3: "drei", 4: "vier", 5: "fünf", 6: "sechs", 7: "sieben", 8: "acht", 9: "neun", 10: "zehn",
           11: "elf", 12: "zwölf", 20: "zwanzig", 30: "dreißig", 40: "vierzig", 50: "fünfzig", 60: "sechzig",
           70: "siebzig", 80: "achtzig", 90: "neunzig"},
    "fr": {2: "deux", 3: "trois", 4: "quatre", 5: "cinq", 6: "six", 7: "sept", 8: "huit", 9: "neuf", 10: "dix",
           11: "onze", 12: "douze", 13: "treize", 14: "quatorze", 15: "quinze", 16: "seize", 20: "vingt",
           30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante"},
    "es": {2: "dos", 3: "tres", 4: "cuatro", 5: "cinco", 6: "seis", 7: "siete", 8: "ocho", 9: "nueve", 10: "diez",
           11: "once", 12: "doce", 13: "trece", 14: "catorce", 15: "quince", 20: "veinte", 30: "treinta",
           40: "cuarenta", 50: "cincuenta"},
    "ru": {2: "два две двух", 3: "три трех трёх", 4: "четыре четырех", 5: "пять пяти", 6: "шесть шести",
           7: "семь семи", 8: "восемь восьми", 9: "девять", 10: "десять десяти", 11: "одиннадцать", 12: "двенадцать",
           15: "пятнадцать", 20: "двадцать", 30: "тридцать", 40: "сорок", 50: "пятьдесят"},
}  # fmt: skip

_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_DIGITS = frozenset("0123456789")
_SCALES: Mapping[int, str] = {
    12: "dozen dutzend",
    100: "hundred hundreds",
    10**3: "thousand thousands k tsd tausend mille mil тыс тысяча тысячи тысяч",
    10**4: "万",
    10**6: "million millions mn mln mio millionen millón millones млн миллион миллиона миллионов 百万",
    10**7: "千万",
    10**8: "亿",
    10**9: "billion billions bn bln mrd milliarde milliarden milliard milliards md mds млрд миллиард миллиарда "
    "миллиардов",
    10**12: "trillion trillions tn trn bio billionen трлн триллион триллиона триллионов 万亿",
}
_ABROAD: Mapping[str, Mapping[int, str]] = {
    "fr": {10**12: "billion billions"},
    "de": {10**12: "billion"},
    "es": {10**12: "billón billones"},
}
"""Words that mean more elsewhere: a French "billion" is a million millions."""


@lru_cache(maxsize=64)
def base(language: str) -> str:
    """Give the primary subtag of a language tag: "en" of "en-AU"."""
    return language.partition("-")[0].lower()


@lru_cache(maxsize=32)
def has_comma(language: str) -> bool:
    """Tell whether a language writes the decimal comma."""
    return base(language) not in _POINT and language.lower() not in _POINT_REGIONS


@lru_cache(maxsize=32)
def words(language: str) -> Mapping[str, int]:
    """Give the value of every number word of a language; English serves one that is not known."""
    return _turned(_WORDS.get(base(language), _WORDS["en"]))


@lru_cache(maxsize=32)
def scales(language: str) -> Mapping[str, int]:
    """Give the power of ten, or dozen, that each word behind a number stands for."""
    return {**_turned(_SCALES), **_turned(_ABROAD.get(base(language), {}))}


def _turned(rows: Mapping[int, str]) -> dict[str, int]:
    return {word: value for value, spellings in rows.items() for word in spellings.split()}


@lru_cache(maxsize=32)
def _openers(language: str) -> frozenset[str]:
    return frozenset({*words(language), "one", "a", "an", "half"})


@lru_cache(maxsize=4)
def spots(text: str, language: str) -> tuple[int, ...]:
    """Find where numbers may begin: at digits, number words, "a" and "half". Two rules ask for one sentence in turn."""
    openers = _openers(language)
    found = ((match.group(), match.start()) for match in _TOKEN.finditer(text))
    return tuple(start for token, start in found if token[0] in _DIGITS or token.lower() in openers)


@lru_cache(maxsize=32)
def word_pattern(language: str) -> str:
    """Give a pattern of one number word, "two" or "twenty-five"."""
    by_length = sorted(words(language), key=len, reverse=True)
    tens = "|".join(w for w in by_length if words(language)[w] >= 20)
    ones = "|".join(w for w in by_length if 0 < words(language)[w] < 10)
    return rf"(?:(?:{tens})[-\s](?:{ones})|{'|'.join(by_length)})"
