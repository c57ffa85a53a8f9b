"""Sentence → the plain moments it names, from days to centuries. What opens and joins them comes later."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from briefgen.facts import edtf
from briefgen.facts.calendar import CENTURIES, YEAR, month_pattern, months
from briefgen.facts.numberwords import base
from briefgen.facts.wordlists import listed

NOT_BEFORE = r"(?<![\w.,$€£¥/])(?:(?<![^\W\d_]-)|(?<=[Mm]id-)|(?<=[Pp]re-)|(?<=[Pp]ost-)|(?<=[Ee]arly-)|(?<=[Ll]ate-))"
"""What may not stand before the digits of a date: letters, money, "Su-"."""
_COUNTED = "|".join(
    listed(
        r"km kilomet met(?:re|er) miles?\b troops soldiers men\b women\b people personnel tonnes tons barrels "
        r"per\s?cent dollars yuan euros rou?bles times words pages hectares aircraft tanks vehicles ships workers "
        r"students MW GW bits?\b bytes?\b octets\b hundred thousand million billion trillion млн млрд тыс км Mio Mrd"
    )
)
_NO_AMOUNT = rf"(?!\d|[.,]\d|\s?[%€£]|[\s-](?:{_COUNTED})|万|亿|km|m\b)"
_TAIL = re.compile(
    r"\s(?:CE|AD)\b|[-\s](?:годах|годами|году|годов|годы|года|год|гг\.|г\.)|\s(?:n\.\sChr\.|apr\.\sJ\.-C\.)"
)
_DATING = "|".join(
    listed(
        r"in of since from to until till by before after between and or circa c\. early late mid founded around year "
        r"treaty war the about during im en de seit vor в с до по и"
    )
)
_DATED = re.compile(rf"(?:\b(?:{_DATING})|[(–—/:-]|\A)[\s-]?\Z", re.IGNORECASE)
"""What stands before a year that looks like an amount: "in 1644", but not "1644 soldiers"."""
_REFERRED = re.compile(
    r"(?:\b(?:[Rr]esolutions?|[Aa]rticles?|[Ss]ections?|[Pp]ages?|[Rr]oute|[Ff]light|Nos?\.|[Rr]egulations?|[Dd]irective"
    r"|[Cc]hapters?|[Pp]aragraphs?|[Cc]lauses?|Rules?|Form|Order|Box|Bill|Acts?|Code|Statutes?|Ordinance"
    r"|(?:Act|Law|Code|Statutes?|Ordinance|Bill|Amendments?|Regulations|Rules)\sof|[A-Z]{3,}|[A-Z]+-?[A-Z]{2,})\s)\Z"
)
"""What makes a number a name: of a rule, of a law ("the Ferries Act 1920", "FERRIES 1920")."""
_REPORTED = re.compile(
    r"[A-Z][A-Za-z']*\.\s?(?:\d?[a-z]{0,3}\.?\s)?\d{1,5}(?:[,–-]\s?\d+)*(?:\sn\.\s?\d+)?\s\((?:[^()]{1,40}\s)?\Z"
)
"""A place in law reports, whose year follows in brackets."""
_CHAINED = re.compile(r"(\d+[–-])?(\d+)[–-]\Z")
_CHAINING = re.compile(r"[–-](\d+)(?![\w–-])")
_RANGED = re.compile(rf"[–-]{YEAR}\b")


@dataclass(frozen=True, slots=True)
class Moment:
    """One plain moment, offsets within the sentence."""

    start: int
    end: int
    edtf: str
    """Empty where its year is not said."""
    fine: str = "year"
    """century, decade, year, month or day."""
    month: int = 0
    """Of one without a year."""
    day: int = 0


Groups = Mapping[str, str | None]
Reader = Callable[[int, int, Groups, str], "Moment | None"]


@lru_cache(maxsize=16)
def hint(language: str) -> re.Pattern[str]:
    """Give a pattern without which a sentence names no moment."""
    return re.compile(rf"\d|\b{month_pattern(language)}\b|century")


@lru_cache(maxsize=16)
def _pattern(language: str) -> re.Pattern[str]:
    month = month_pattern(language)
    day = r"(?:[12]?\d|3[01])"
    pieces = [
        rf"(?P<iso>{NOT_BEFORE}{YEAR}-(?:0[1-9]|1[0-2])-(?:[0-2]\d|3[01])\b)",
        rf"(?P<numeric>{NOT_BEFORE}(?P<n1>\d\d?)(?P<sign>[./])(?P<n2>\d\d?)(?P=sign)(?P<n3>{YEAR})\b)",
        rf"(?P<dm>{NOT_BEFORE}(?P<d1>{day})(?:st|nd|rd|th|er|\.)?\s(?:of\s|de\s)?(?P<m1>{month})\b\.?"
        rf"(?:,?\s(?:de\s|of\s)?(?P<y1>{YEAR})\b)?)",
        rf"(?P<md>\b(?P<m2>{month})\.?\s(?P<d2>{day})(?:st|nd|rd|th)?(?:(?P<to>\s?[–-]\s?|\sto\s|\sand\s)(?P<d3>{day}))?"
        rf"(?![\d%]|[.,]\d|\s(?:percent|per\scent|million|billion))(?:,?\s(?P<y2>{YEAR})\b)?)",
        rf"(?P<my>\b(?P<m3>{month})\b\.?(?:(?:,?\s(?:of\s|de\s|del\s)?|-)(?P<y3>{YEAR})\b)?)",
        rf"{NOT_BEFORE}(?P<decade>(?:1\d|20)\d)0(?:s\b|[’']s\b|er\b(?:\sJahren?)?|-[еых]+(?:\s(?:годы|годов|годах|гг?\.?))?)",
        r"[’'‘](?P<short>[2-9])0s\b",
        r"(?P<hancentury>(?:1\d|20))世纪(?P<handecade>\d)0年代",
        r"\b(?P<century>1?\d|2[01])(?:st|nd|rd|th|\.|e|ème)[\s-](?:century|centuries|Jahrhunderts?|siècle)\b",
        rf"(?P<han>{YEAR})年(?:(?P<hanmonth>\d\d?)月(?:(?P<handay>\d\d?)日)?)?",
        rf"{NOT_BEFORE}(?P<y>{YEAR})(?:(?P<join>[–/-])(?P<yy>\d\d)(?![\d-]|\s?%))?(?!\w)(?!\sBCE?\b){_NO_AMOUNT}",
        rf"{NOT_BEFORE}(?P<bc>[1-9]\d{{0,3}})\sBCE?\b",
        rf"\bFY\s?(?P<fy>{YEAR}|\d\d)\b",
    ]
    capital = "A-Z" if base(language) in ("en", "de") else r"^\W\d_"
    first = rf"(?=[\d’'‘]|[{capital}])"
    return re.compile(f"{first}(?:{'|'.join(pieces)})")


@lru_cache(maxsize=1)
def _spelt() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<named>{'|'.join(CENTURIES)})[\s-]century\b|\b(?:années|años)\s(?P<decade>(?:1\d|20)\d)0\b|"
        rf"\b(?:fiscal|financial)\s(?:year\s)?(?P<fy>{YEAR})\b"
    )


def find(text: str, language: str) -> list[Moment]:
    """Find the moments of a sentence in the order they stand."""
    found = [m for match in _pattern(language).finditer(text) if (m := _read(match, text, language)) is not None]
    if re.search(r"century|années|años|fiscal|financial", text):
        spelt = [_read_spelt(match) for match in _spelt().finditer(text)]
        clear = [m for m in found if not any(s.start < m.end and m.start < s.end for s in spelt)]
        found = sorted([*clear, *spelt], key=lambda m: m.start)
    return found


def _read_spelt(match: re.Match[str]) -> Moment:
    if match["named"]:
        return Moment(*match.span(), f"{CENTURIES[match['named']] - 1:02d}XX", "century")
    return (
        Moment(*match.span(), f"{match['decade']}X", "decade")
        if match["decade"]
        else Moment(*match.span(), match["fy"])
    )


def _read(match: re.Match[str], text: str, language: str) -> Moment | None:
    """Read one match; None where it is no time after all."""
    tail = _TAIL.match(text, match.end())
    start, end = match.start(), tail.end() if tail else match.end()
    groups = match.groupdict()
    for name, reader in _READERS:
        if groups[name]:
            return reader(start, end, groups, language)
    if groups["y"] and (is_reference(text, start) or _is_chained(text, match)):
        return None
    dated = _DATED.search(text, max(0, start - 12), start) or _RANGED.match(text, match.end())
    if groups["y"] and (int(groups["y"]) >= 1800 or dated):
        return _year(start, end, groups, match)
    return None


def is_reference(text: str, start: int) -> bool:
    """Tell whether what stands before a year makes it the name of a rule or a law, or the year of a case."""
    if _REFERRED.search(text, max(0, start - 20), start):
        return True
    return text.rfind("(", max(0, start - 42), start) >= 0 and bool(_REPORTED.search(text, max(0, start - 80), start))


def _is_chained(text: str, match: re.Match[str]) -> bool:
    """Tell whether a year is a piece of a longer number ("ISSN 2070-1721"), not of a range that goes up."""
    year, colons = int(match["y"]), (text[match.start() - 2 : match.start()], text[match.end("y") :][:1])
    if colons[0][-1:] == ":" and (colons[0][0].isdigit() or (colons[0][0].isalnum() and colons[1] == ":")):
        return True
    before = _CHAINED.search(text, max(0, match.start() - 12), match.start())
    after = _CHAINING.match(text, match.end("y"))
    if before is not None:
        return before[1] is not None or len(before[2]) > 4 or (len(before[2]) > 2 and int(before[2]) >= year)
    return after is not None and len(after[1]) > 2 and int(after[1]) <= year


def _numeric(start: int, end: int, groups: Groups, language: str) -> Moment | None:
    """Read 4.2.2022 and 4/2/2022; where day and month cannot be told apart, only the year is certain."""
    first, second, year = (int(groups[name] or 0) for name in ("n1", "n2", "n3"))
    american = groups["sign"] == "/" and language.lower() in ("en", "en-us")
    if american and first <= 12 and second <= 12 and first != second:
        return Moment(start, end, edtf.moment(year))
    day, month = (second, first) if american and second > 12 else (first, second)
    written = edtf.moment(year, month, day)
    return Moment(start, end, written, "day") if edtf.is_day(written) else None


def _dated(start: int, end: int, groups: Groups, language: str) -> Moment | None:
    place = "1" if groups["dm"] else "2" if groups["md"] else "3"
    month, year = months(language)[groups[f"m{place}"] or ""], int(groups[f"y{place}"] or 0)
    day, last = int(groups.get(f"d{place}") or 0), int(groups["d3"] or 0) if place == "2" else 0
    fine = "day" if day else "month"
    if not year:
        return Moment(start, end, "", fine, month, day)
    written = edtf.moment(year, month, day)
    if day and not edtf.is_day(written):
        return None
    return Moment(start, end, f"{written}/{edtf.moment(year, month, last)}" if last > day else written, fine)


def _year(start: int, end: int, groups: Groups, match: re.Match[str]) -> Moment:
    """Read "2021", "2013–14" and "2021-03"."""
    year, second = int(groups["y"] or 0), groups["yy"]
    if second and groups["join"] == "-" and 1 <= int(second) <= 12 and int(second) <= year % 100:
        return Moment(start, end, edtf.moment(year, int(second)), "month")
    if second and int(second) > year % 100:
        return Moment(start, end, f"{year}/{year - year % 100 + int(second)}")
    return Moment(start, match.start("join") if second else end, str(year))


def _han(start: int, end: int, groups: Groups, language: str) -> Moment:
    year, month, day = (int(groups[name] or 0) for name in ("han", "hanmonth", "handay"))
    return Moment(start, end, edtf.moment(year, month, day), "day" if day else "month" if month else "year")


_READERS: tuple[tuple[str, Reader], ...] = (
    ("iso", lambda a, b, g, lang: Moment(a, b, str(g["iso"]), "day") if edtf.is_day(str(g["iso"])) else None),
    ("numeric", _numeric),
    ("dm", _dated),
    ("md", _dated),
    ("my", _dated),
    ("decade", lambda a, b, g, lang: Moment(a, b, f"{g['decade']}X", "decade")),
    ("short", lambda a, b, g, lang: Moment(a, b, f"19{g['short']}X", "decade")),
    (
        "hancentury",
        lambda a, b, g, lang: Moment(a, b, f"{int(g['hancentury'] or 0) - 1:02d}{g['handecade']}X", "decade"),
    ),
    ("century", lambda a, b, g, lang: Moment(a, b, f"{int(g['century'] or 0) - 1:02d}XX", "century")),
    ("han", _han),
    ("bc", lambda a, b, g, lang: Moment(a, b, f"-{int(g['bc'] or 0) - 1:04d}")),
    ("fy", lambda a, b, g, lang: Moment(a, b, str(g["fy"]) if len(str(g["fy"])) == 4 else f"20{g['fy']}")),
)
