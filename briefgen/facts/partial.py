"""A year, the words before it → the part of it that is meant: "first eight months of", "Q3", "early", "summer"."""

from __future__ import annotations

import re
from functools import lru_cache

from briefgen.facts import edtf
from briefgen.facts.calendar import HALVES_NOUN, MONTHS_NOUN, OF, ORDINALS, QUARTERS_NOUN, SEASONS
from briefgen.facts.numberwords import word_pattern, words

_WORD = re.compile(
    rf"\b(?:half|early|late|mid|middle|end|close|start|beginning|Q[1-4]|H[12]|Anfang|Mitte|Ende|début|fin|начал\w|конц\w|"
    rf"{MONTHS_NOUN}|{QUARTERS_NOUN}|{HALVES_NOUN}|{'|'.join(SEASONS)})(?:[\s/-](?:{OF})?)?[\s-]?(?:the\s)?\Z",
    re.IGNORECASE,
)


@lru_cache(maxsize=16)
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    number = rf"\d\d?|{word_pattern(language)}"
    order = "|".join(sorted(map(re.escape, ORDINALS), key=len, reverse=True))
    the = r"\b(?:(?:the|les?|la|der|die|das|den|dem|las|los|el)\s)?"
    of = rf"(?:\s(?:{OF}))?\s?\Z"
    counted = rf"(?:(?P<o>{order})\s(?P<n>{number})|(?P<n2>{number})\s(?P<o2>{order}))"
    return (
        re.compile(rf"{the}{counted}\s(?P<months>{MONTHS_NOUN}){of}", re.IGNORECASE),
        re.compile(
            rf"{the}(?P<o>{order})\s(?:(?P<n>{number})\s)?(?:{QUARTERS_NOUN}){of}|\bQ(?P<q>[1-4])[\s/-]?\Z", re.I
        ),
        re.compile(rf"{the}(?P<o>{order})\s(?:{HALVES_NOUN}){of}|\bH(?P<h>[12])[\s/-]?\Z", re.IGNORECASE),
        re.compile(
            r"\b(?:the\s)?(?:(?P<early>early|beginning\sof|start\sof|Anfang|début|начал[ео])|(?P<mid>mid|middle\sof|Mitte)|"
            r"(?P<late>late|end\sof|close\sof|Ende|fin|конец|конце))[\s-]?(?:the\s)?\Z",
            re.IGNORECASE,
        ),
        re.compile(rf"\b(?:the\s)?(?P<season>{'|'.join(SEASONS)})(?:\sof|\sde)?\s\Z"),
    )


def narrowed(head: str, said: str, fine: str, language: str) -> tuple[str, str]:
    """Narrow a year or decade by the words before it: what is left of those words, and the EDTF.

    Args:
        head: the words before the year.
        fine: how fine the moment is; what is finer than a year is left as it is.
    """
    if fine not in ("year", "decade") or not said[0].isdigit() or "/" in said or not _WORD.search(head):
        return head, said
    for kind, pattern in enumerate(_patterns(language)):
        if fine == "decade" and kind != 3:
            continue
        match = pattern.search(head)
        part = _part(kind, match, said, language) if match else ""
        if match and part:
            return head[: match.start()], part
    return head, said


def _part(kind: int, match: re.Match[str], said: str, language: str) -> str:
    if kind == 3:
        return _third(said, match.lastgroup or "late")
    year = int(said)
    if kind == 4:
        return f"{year}-{SEASONS[match['season']]}"
    found = match.groupdict()
    order = ORDINALS.get((found["o"] or found.get("o2") or "").lower(), 0)
    if kind == 2:
        half = int(found["h"]) if found["h"] else order
        return {1: edtf.months(year, 1, 6), 2: edtf.months(year, 7, 12), -1: edtf.months(year, 7, 12)}.get(half, "")
    count = _count(found["n"] or found.get("n2"), language)
    if kind == 1:
        return _quarters(year, int(found["q"]) if found["q"] else order, count)
    if not 1 <= count <= 12 or order not in (1, -1):
        return ""
    return edtf.months(year, 1, count) if order == 1 else edtf.months(year, 13 - count, 12)


def _quarters(year: int, order: int, count: int) -> str:
    """Write "first quarter", "last quarter", "first three quarters"."""
    if count:
        return edtf.months(year, 1, 3 * count) if order == 1 and count <= 4 else ""
    quarter = 4 if order == -1 else order
    return edtf.months(year, 3 * quarter - 2, 3 * quarter) if 1 <= quarter <= 4 else ""


def _count(written: str | None, language: str) -> int:
    if not written:
        return 0
    return int(written) if written.isdigit() else words(language).get(written.lower(), 0)


def _third(said: str, part: str) -> str:
    """Write early, mid and late: roughly the thirds of a year or a decade."""
    if said.endswith("X"):
        first, last = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}[part]
        return f"{said[:3]}{first}~/{said[:3]}{last}~"
    low, high = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}[part]
    return f"{said}-{low:02d}~/{said}-{high:02d}~"
