"""Quantity → the words at its bar, and what two of them give. Numbers are printed as the source has them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import floor, log10

from briefgen.editorial.phrases import Wording, phrase
from briefgen.model.fact import Quantity

_NUMBER = re.compile(r"\d[\d,.\u00a0\u202f]*\d|\d")


def printed(quantity: Quantity, text: str) -> str:
    """Print a quantity of a source's text: counts in digits, everything else in the source's own words."""
    words = " ".join(quantity.span.of(text).split())
    value = quantity.value
    if value is not None and value == round(value) and abs(value) < 1e6:
        if quantity.direction == "count":
            words = f"{value:,.0f}"
        elif not _NUMBER.search(words) and quantity.unit == "percent":
            words = f"{value:,.0f} {words.split()[-1]}"
    hedged = quantity.hedge and quantity.hedge.lower() not in words.lower()
    return f"{quantity.hedge} {words}" if hedged else words


def unit_of(words: str) -> str:
    """Give what is left of a printed value without its number and the hedge before it: "US$ billion"."""
    match = _NUMBER.search(words)
    before = words[: match.start()] if match else ""
    hedge = "".join(word for word in re.findall(r"\S+\s+", before) if word.strip().isalpha() and word.islower())
    return " ".join(_NUMBER.sub(" ", words.replace(hedge, "", 1), count=1).split())


def number_of(words: str) -> float | None:
    """Read the number in a printed value, as printed: 12.5 of "US$12.5 billion"."""
    match = _NUMBER.search(words)
    try:
        return float(match[0].replace(",", "")) if match else None
    except ValueError:
        return None


def scale_of(value: float, words: str) -> float | None:
    """Tell how many base units one printed unit is; None where the words do not show it as a power of ten."""
    number = number_of(words)
    if not number or value <= 0:
        return None
    scale = value / number
    exact = scale > 0 and abs(log10(scale) - round(log10(scale))) < 1e-6
    return 10.0 ** round(log10(scale)) if exact else None


def bare(labels: Sequence[str]) -> tuple[str, ...]:
    """Leave out of printed values what all of them share: the currency and "billion"."""
    rows = [label.split() for label in labels]
    shared = set[str]() if not rows else set(rows[0]).intersection(*rows[1:])
    kept = [[word for word in row if word not in shared or _NUMBER.search(word)] for row in rows]
    signs = {match[0] for row in rows for word in row if (match := re.match(r"\D+(?=\d)", word))}
    sign = signs.pop() if len(signs) == 1 else ""
    return tuple(" ".join(word.removeprefix(sign) for word in row) for row in kept)


def base_value(level: Quantity, change: Quantity, text: str, words: Wording) -> tuple[float, str, str] | None:
    """Derive what a level was before it changed by a share: value, its words, its working.

    The value has no more significant figures than the poorer of the two.
    """
    level_words, change_words = printed(level, text), printed(change, text)
    number, scale = number_of(level_words), scale_of(level.value or 0.0, level_words)
    if number is None or scale is None or not change.value or number_of(change_words) is None:
        return None
    sign = 1 if change.direction == "change+" else -1
    factor = round(1 + sign * change.value / 100, 10)
    if factor <= 0:
        return None
    figures = min(_significant(level_words), _significant(change_words))
    before = number / factor
    places = figures - 1 - floor(log10(before))
    rounded = round(before, places)
    said = _NUMBER.sub(lambda _: f"{rounded:,.{max(places, 0)}f}", level_words, count=1)
    return rounded * scale, phrase(words, "about-value", value=said), f"{number:g} ÷ {factor:g}"


def _significant(words: str) -> int:
    """Count the significant figures of a number as printed; closing zeros of a whole number count up to two figures."""
    match = _NUMBER.search(words)
    digits = match[0].replace(",", "") if match else ""
    if "." in digits:
        return max(len(digits.replace(".", "").lstrip("0")), 1)
    return max(len(digits.rstrip("0")), min(len(digits), 2))
