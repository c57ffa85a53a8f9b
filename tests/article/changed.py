"""The article in other numbers and years, or in another order: what a tool tuned to it would get wrong."""

from __future__ import annotations

import re

from briefgen.model.source import Span
from tests.article import truth

_FIGURE = re.compile(r"(?<![\w.-])\d+(?:[.,]\d+)*(?![\w-])")
_WORDS = {
    "seven": "nine", "fifteen": "eighteen", "eight": "eleven", "four": "six", "ten": "fourteen",
    "Eighty percent": "Ninety percent",
}  # fmt: skip
_COUNTED = re.compile(
    r"\b(seven|fifteen|eight|four|ten|Eighty percent)\b(?= (?:times|resolutions|of those|Chinese s|of China))"
)
_DIGITS = {"7": "9", "15": "18", "8": "11", "4": "6", "10": "14"}
YEARS = 7
"""How many years everything is set back."""
SHIFT = 40
"""By how much every note number is raised."""


def other_number(token: str) -> str:
    """Give the number that stands in a number's place: years set back, amounts raised."""
    if re.fullmatch(r"1[0-9]\d\d|20[0-4]\d", token):
        return str(int(token) - YEARS)
    if "." in token:
        whole, _, part = token.partition(".")
        return f"{int(whole) + 13}.{part}"
    value = int(token.replace(",", ""))
    return token if value <= 31 else f"{value + 11:,}"


def numbers() -> tuple[bytes, list[str]]:
    """Give the article with other numbers and notes raised by 40, and its sentences as they read now."""
    return _rebuilt(lambda label: str(int(label) + SHIFT))


def turned() -> tuple[bytes, list[int]]:
    """Give the article with its paragraphs in another order and its notes numbered anew, and that order."""
    source = truth.base().source
    passages = list(source.passages)
    order = [*range(9, len(passages)), *range(9)]
    counter = iter(range(1, 100))
    out = []
    for n in order:
        span, text = passages[n].span, ""
        at = span.start
        for mark in (m for m in source.marks if span.start < m.at <= span.end):
            text += source.text[at : mark.at] + str(next(counter))
            at = mark.at
        out.append(text + source.text[at : span.end])
    return "\n".join(out).encode(), [n + 1 for n in order]


def other_words(text: str) -> str:
    """Give what stands in a text's place, a count in digits too."""
    return _DIGITS.get(text, _changed(text))


def _rebuilt(label) -> tuple[bytes, list[str]]:
    base = truth.base()
    source = base.source
    text, at = "", 0
    for mark in source.marks:
        text += _changed(source.text[at : mark.at]) + label(mark.label)
        at = mark.at
    text += _changed(source.text[at:])
    return text.encode(), [" ".join(_changed(_slice(source.text, f.span)).split()) for f in base.facts]


def _slice(text: str, span: Span) -> str:
    return span.of(text)


def _changed(text: str) -> str:
    text = _FIGURE.sub(lambda m: other_number(m[0]), text)
    return _COUNTED.sub(lambda m: _WORDS[m[0]], text)
