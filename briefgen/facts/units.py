"""What stands round a number → its unit. A unit has one name however it is written: "km" is a kilometre."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from briefgen.facts.numberwords import base
from briefgen.facts.unitnames import CODES, DOLLARS, DURATIONS, LARGE, MEASURES, MONEY, RATES, SIGNS, YEN

_SCRIPTS = {"ru": "Ѐ", "uk": "Ѐ", "bg": "Ѐ", "sr": "Ѐ", "zh": "一", "ja": "一", "ko": "一"}
_RATE = re.compile(
    r"(?:\sof\s[a-z-]+(?:\s[a-z-]+)?)?\s?(?:per\s|an?\s|each\s|every\s|/\s?)"
    rf"(?P<rate>{'|'.join(sorted(RATES, key=len, reverse=True))})\b"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit found beside a number."""

    end: int
    """Where its words end; for one before the number, where they start."""
    name: str | None
    """None for money."""
    currency: str | None = None
    factor: float = 1.0
    """Base units in one."""
    duration: bool = False


def before(text: str, at: int, language: str = "en") -> Unit | None:
    """Find the currency right before a number: "US$"."""
    match = _signs().search(text, max(0, at - 7), at)
    if match is None:
        return None
    sign, tag = match["sign"], language.lower()
    if sign == "$":
        currency = DOLLARS.get(tag, "USD")
    elif sign in "¥￥":
        currency = YEN.get(tag.partition("-")[0], "JPY")
    else:
        currency = SIGNS.get(sign, sign)
    return Unit(match.start("sign"), None, currency)


@lru_cache(maxsize=1)
def _signs() -> re.Pattern[str]:
    signs = "|".join(re.escape(sign) for sign in sorted((*SIGNS, *CODES), key=len, reverse=True))
    return re.compile(rf"(?<![^\W\d_])(?P<sign>{signs}|[$¥￥])[\s\u00a0]?\Z")


def behind(text: str, at: int, language: str = "en") -> Unit | None:
    """Find the unit behind a number: money, a measure, a stretch of time, "times"."""
    script = _SCRIPTS.get(base(language), "")
    match = _behind(script).match(text, at)
    if match is None:
        return None
    unit, timed = _named(script)[match.lastgroup or ""], _RATE.match(text, match.end())
    if unit.currency:
        return Unit(timed.end() if timed else match.end(), None, unit.currency)
    if timed is None or unit.duration or unit.name in ("time", "percent", "percentage point"):
        return Unit(match.end(), unit.name, None, unit.factor, unit.duration)
    return Unit(timed.end(), f"{unit.name} per {RATES[timed['rate']]}", None, unit.factor)


def rate_end(text: str, at: int) -> int:
    """Find where "a year" or "per barrel" behind money ends; where nothing of it stands, the place given."""
    match = _RATE.match(text, at)
    return match.end() if match else at


@lru_cache(maxsize=4)
def _spellings(script: str) -> list[tuple[str, Unit]]:
    """List pattern and unit: longer names first, so that "square kilometre" is no kilometre.

    Args:
        script: first character of a script beside the Latin one whose spellings are wanted; empty for none.
    """
    rows = [(pattern, Unit(0, name, None, factor)) for pattern, (name, factor) in LARGE.items()]
    rows += [(_either(said, script), Unit(0, name)) for name, said in MEASURES.items()]
    rows += [
        (rf"(?:de\s|d[’'])?(?:{_either(said, script)}|{code})", Unit(0, None, code)) for code, said in MONEY.items()
    ]
    return rows + [(_either(said, script), Unit(0, name, duration=True)) for name, said in DURATIONS.items()]


def _either(spellings: str, script: str) -> str:
    return "|".join(s.replace(r"\s", r"[\s-]") for s in spellings.split() if s[0] < "Ѐ" or (script and s[0] >= script))


@lru_cache(maxsize=4)
def _named(script: str) -> Mapping[str, Unit]:
    return {f"u{number}": unit for number, (_, unit) in enumerate(_spellings(script))}


@lru_cache(maxsize=4)
def _behind(script: str) -> re.Pattern[str]:
    body = "|".join(f"(?P<u{number}>{pattern})" for number, (pattern, _) in enumerate(_spellings(script)))
    return re.compile(rf"\.?[-\s\u00a0\u202f]?(?:{body})(?![^\W_]|(?<=[A-Za-z])-[a-z])")
