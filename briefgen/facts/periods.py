"""Sentence → the times it names, as EDTF. First the plain moments, then what stands before and between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from briefgen.facts import edtf, relations
from briefgen.facts.calendar import (
    AFTER, AND, BETWEEN, CENTURIES, FROM, HALVES_NOUN, MONTH, MONTHS, MONTHS_NOUN, OF, ORDINALS, QUARTERS_NOUN, SEASONS,
    SINCE, TO, UNTIL, YEAR,
)  # fmt: skip
from briefgen.facts.numerals import word_pattern, words
from briefgen.model.fact import Period
from briefgen.model.source import Span

_DASH = r"\s?[–-]\s?|—"
_HINT = re.compile(rf"\d|\b{MONTH}\b|centur|siècle|Jahrhundert|век")
_UNITS_BEHIND = (
    r"(?!\d|[.,]\d|\s?[%€£]|(?:\s|-)(?:km|kilomet|met(?:re|er)|miles?\b|troops|soldiers|men\b|women\b|people|personnel|tonnes|tons|"
    r"barrels|per\s?cent|dollars|yuan|euros|rubles|roubles|times|words|pages|hectares|aircraft|tanks|MW|GW|hundred|thousand|"
    r"million|billion|trillion|млн|млрд|тыс|км|Mio|Mrd|万|亿)|(?:万|亿|km|m\b))"
)
_NOT_BEFORE = r"(?<![\w.,$€£¥/])(?:(?<![^\W\d_]-)|(?<=[Mm]id-)|(?<=[Pp]re-)|(?<=[Pp]ost-)|(?<=[Ee]arly-)|(?<=[Ll]ate-))"
_ATOM = re.compile(
    rf"(?P<iso>{_NOT_BEFORE}{YEAR}-(?:0[1-9]|1[0-2])-(?:[0-2]\d|3[01])\b)"
    rf"|(?P<numeric>{_NOT_BEFORE}(?P<n1>\d{{1,2}})(?P<sep>[./])(?P<n2>\d{{1,2}})(?P=sep)(?P<n3>{YEAR})\b)"
    rf"|(?P<d1>{_NOT_BEFORE}(?:[12]?\d|3[01]))(?:st|nd|rd|th|er|\.)?\s(?:of\s|de\s)?(?P<m1>{MONTH})\b\.?(?:,?\s(?:de\s|of\s)?(?P<y1>{YEAR})\b)?"
    rf"|\b(?P<m2>{MONTH})\.?\s(?P<d2>[12]?\d|3[01])(?:st|nd|rd|th)?(?!\d|[.,]\d|\s?%)(?:,?\s(?P<y2>{YEAR})\b)?(?!\s(?:percent|per\scent|million|billion))"
    rf"|\b(?P<m3>{MONTH})\b\.?(?:(?:,?\s(?:of\s|de\s|del\s)?|-)(?P<y3>{YEAR})\b)?"
    rf"|{_NOT_BEFORE}(?P<decade>(?:1\d|20)\d)0(?:s\b|[’']s\b|er\b(?:\sJahren?)?|-[еых]+(?:\s(?:годы|годов|годах|гг?\.?))?)"
    rf"|(?<!\w)[’'‘](?P<short>[2-9])0s\b"
    rf"|\b(?P<years>années|años)\s(?P<decade2>(?:1\d|20)\d)0\b"
    rf"|(?P<c19>(?:1\d|20)世纪)(?P<c20>\d)0年代"
    rf"|\b(?P<century>1?\d|2[01])(?:st|nd|rd|th|\.|e|ème)[\s-](?:century|centuries|Jahrhunderts?|siècle)\b"
    rf"|\b(?P<named>{'|'.join(CENTURIES)})[\s-]century\b"
    rf"|(?P<zh>{YEAR})年(?:(?P<zm>\d{{1,2}})月(?:(?P<zd>\d{{1,2}})日)?)?"
    rf"|{_NOT_BEFORE}(?:(?:FY|fiscal\s(?:year\s)?|financial\syear\s)\s?)?(?P<y>{YEAR})(?:(?P<join>[–/-])(?P<y2d>\d\d)(?![\d-]|\s?%))?"
    rf"(?!\w)(?!\sBCE?\b){_UNITS_BEHIND}"
    rf"|{_NOT_BEFORE}(?P<bc>\d{{1,4}})\sBCE?\b"
    rf"|\bFY\s?(?P<fy>{YEAR}|\d\d)\b"
)
_TAIL = re.compile(
    r"\s(?:CE|AD)\b|(?:-|\s)(?:годах|годами|году|годов|годы|года|год|гг\.|г\.)|\s(?:n\.\sChr\.|apr\.\sJ\.-C\.)"
)
_BARE_BEFORE = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Dd]uring|[Ll]ast|[Nn]ext|[Ee]arly|[Ll]ate|[Mm]id|[Ff]rom|[Bb]etween|[Tt]o|[Tt]hrough|[Oo]f|this)[\s-]\Z"
)
_OLD = re.compile(
    r"(?:\b(?:in|of|since|from|to|until|till|by|before|after|between|and|or|circa|c\.|early|late|mid|around|year|treaty|war|of|the|"
    r"about|during|im|en|de|seit|vor|в|с|до|по)|[(–—/-]|\A)[\s-]?\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Atom:
    """One plain moment: its EDTF, what it lacks, and how fine it is."""

    start: int
    end: int
    edtf: str
    month: int = 0
    """Month of one that lacks its year."""
    day: int = 0
    fine: str = "year"
    """century, decade, year, month, day."""


def find(text: str, language: str = "en", before: str = "") -> tuple[Period, ...]:
    """Find the times a sentence names, in the order they stand.

    Args:
        text: one sentence; spans count from its start.
        language: of the prose, BCP 47.
        before: EDTF of the last time named before the sentence, for what leans on it; empty for none.
    """
    found = list(_absolute(text, language, before)) if _HINT.search(text) else []
    return relations.complete(text, found, before, language)


def _absolute(text: str, language: str, before: str) -> Iterator[Period]:
    """Find what names its own year, and days and months that take theirs from what was named before."""
    atoms = [atom for match in _ATOM.finditer(text) if (atom := _atom(match, text, language)) is not None]
    position = 0
    last = before
    while position < len(atoms):
        run = _run(text, atoms, position)
        position += len(run)
        made = _period(text, run, last, language)
        if made is not None:
            yield made
            last = made.edtf or last


def _atom(match: re.Match[str], text: str, language: str) -> Atom | None:
    """Read one match; None where it is no time after all."""
    start, end = match.span()
    tail = _TAIL.match(text, end)
    end = tail.end() if tail else end
    g = match.groupdict()
    if g["iso"]:
        return Atom(start, end, g["iso"], fine="day") if edtf.is_day(g["iso"]) else None
    if g["numeric"]:
        return _numeric(start, end, int(g["n1"]), int(g["n2"]), int(g["n3"]), g["sep"], language)
    for n in "123":
        if g[f"m{n}"]:
            return _dated(start, end, MONTHS[g[f"m{n}"]], g[f"y{n}"], g.get(f"d{n}"), text)
    for name in ("decade", "decade2", "short"):
        if g[name]:
            return Atom(start, end, ("19" if name == "short" else "") + g[name] + "X", fine="decade")
    if g["c19"]:
        return Atom(start, end, f"{int(g['c19'][:2]) - 1:02d}{g['c20']}X", fine="decade")
    if g["century"] or g["named"]:
        number = int(g["century"] or CENTURIES.get(g["named"] or "", 0))
        return Atom(start, end, f"{number - 1:02d}XX", fine="century")
    if g["zh"]:
        year, month, day = int(g["zh"]), int(g["zm"] or 0), int(g["zd"] or 0)
        return Atom(start, end, edtf.moment(year, month, day), fine="day" if day else "month" if month else "year")
    if g["bc"]:
        return Atom(start, end, f"-{int(g['bc']) - 1:04d}")
    if g["fy"]:
        return Atom(start, end, g["fy"] if len(g["fy"]) == 4 else "20" + g["fy"])
    return _year(match, text, end)


def _numeric(start: int, end: int, first: int, second: int, year: int, sign: str, language: str) -> Atom | None:
    """Read 4.2.2022 and 4/2/2022; where day and month cannot be told apart, only the year is certain."""
    day, month = (
        (second, first) if sign == "/" and (language in ("en", "en-US") and first <= 12 < second) else (first, second)
    )
    doubtful = sign == "/" and language in ("en", "en-US") and first <= 12 and second <= 12 and first != second
    if doubtful:
        return Atom(start, end, edtf.moment(year))
    written = edtf.moment(year, month, day)
    return Atom(start, end, written, fine="day") if edtf.is_day(written) else None


def _dated(start: int, end: int, month: int, year: str | None, day: str | None, text: str) -> Atom | None:
    fine = "day" if day else "month"
    if year:
        written = edtf.moment(int(year), month, int(day or 0))
        return Atom(start, end, written, fine=fine) if not day or edtf.is_day(written) else None
    return Atom(start, end, "", month, int(day or 0), fine)


def _year(match: re.Match[str], text: str, end: int) -> Atom | None:
    start = match.start()
    year, second = int(match["y"]), match["y2d"]
    if second and match["join"] == "-" and 1 <= int(second) <= 12 and int(second) <= year % 100:
        return Atom(start, end, edtf.moment(year, int(second)), fine="month")
    if second and int(second) > year % 100:
        return Atom(start, end, f"{year}/{year - year % 100 + int(second)}")
    if second:
        return Atom(start, match.start("join"), str(year))
    return Atom(start, end, str(year)) if year >= 1800 or _OLD.search(text, max(0, start - 12), start) else None


@dataclass(frozen=True, slots=True)
class _Run:
    """Moments joined to one period: "2019 and 2020", "March to May 2021"."""

    atoms: tuple[Atom, ...]
    joints: tuple[str, ...]


@lru_cache(maxsize=1)
def _joints() -> re.Pattern[str]:
    part = r"(?:the\s|den?\s|les\s)?(?:(?:end|start|beginning|middle)\sof\s(?:the\s)?|early[\s-]|mid[\s-]?|late[\s-])?"
    return re.compile(
        rf"(?P<dash>{_DASH})|\s(?P<to>{TO})\s{part}|\s(?P<and>{AND})\s{part}|(?P<comma>,\s)|(?P<zh>[至到])"
    )


def _run(text: str, atoms: list[Atom], position: int) -> list[Atom]:
    """Gather the moments from a place on that stand joined."""
    taken = _gathered(text, atoms, position)
    return list(taken.atoms)


def _gathered(text: str, atoms: list[Atom], position: int) -> _Run:
    run, joints = [atoms[position]], list[str]()
    for following in atoms[position + 1 :]:
        match = _joints().fullmatch(text, run[-1].end, following.start)
        kind = match.lastgroup if match else None
        if kind is None or not _fits(run[-1], following, kind):
            break
        run.append(following)
        joints.append("to" if kind in ("dash", "zh") else kind)
        if joints[-1] == "to":
            break
    while joints and joints[-1] == "comma":
        run.pop()
        joints.pop()
    return _Run(tuple(run), tuple(joints))


def _fits(left: Atom, right: Atom, kind: str) -> bool:
    """Tell whether two neighbours make one period."""
    if "/" in left.edtf or "/" in right.edtf:
        return False
    if kind in ("to", "dash", "zh"):
        ordered = not left.edtf or not right.edtf or left.edtf < right.edtf
        return ordered and (left.fine == right.fine or bool(left.edtf) or right.fine == "day")
    if kind == "comma":
        return left.fine == right.fine == "year"
    return left.fine == right.fine and (left.fine in ("year", "decade", "century") or not left.edtf)


def _period(text: str, atoms: list[Atom], last: str, language: str) -> Period | None:
    """Make one period of a run of moments and of the words that stand before it."""
    run = _gathered(text, atoms, 0)
    if not any(a.edtf for a in atoms) and not _may_lack_year(text, atoms[0]):
        return None
    relative = not atoms[-1].edtf
    year = edtf.last_year(atoms[-1].edtf) or edtf.last_year(last)
    said = [a.edtf or (edtf.moment(year, a.month, a.day) if year else "") for a in atoms]
    start, end = atoms[0].start, atoms[-1].end
    if not all(said):
        return Period(Span(start, end), "", True)
    start, said = _day_before(text, start, atoms[0], said)
    start, said = _parts(text, start, atoms, said, language)
    start, written = _opened(text, start, said, run.joints)
    return Period(Span(start, end), written, relative)


def _may_lack_year(text: str, atom: Atom) -> bool:
    return bool(atom.day) or _BARE_BEFORE.search(text, max(0, atom.start - 10), atom.start) is not None


_FIRST_DAY = re.compile(
    rf"{_NOT_BEFORE}(?P<day>[12]?\d|3[01])(?:st|nd|rd|th|\.)?(?:\s?[–-]\s?|\s(?P<to>{TO})\s|\s(?P<and>{AND})\s)\Z"
)


def _day_before(text: str, start: int, atom: Atom, said: list[str]) -> tuple[int, list[str]]:
    """Take in the first day of "4–6 February 2022"."""
    match = _FIRST_DAY.search(text, max(0, start - 14), start) if atom.fine == "day" else None
    if match is None or int(match["day"]) >= int(said[0][-2:]):
        return start, said
    first = f"{said[0][:-2]}{int(match['day']):02d}"
    return match.start(), [first, *said] if match["and"] else [f"{first}/{said[0]}", *said[1:]]


@lru_cache(maxsize=16)
def _part_patterns(language: str) -> tuple[re.Pattern[str], ...]:
    number = rf"(?P<n>\d{{1,2}}|{word_pattern(language)})"
    order = "|".join(sorted(map(re.escape, ORDINALS), key=len, reverse=True))
    the = r"(?:(?:the|les?|la|der|die|das|den|dem|las|los|el)\s)?"
    return (
        re.compile(rf"\b{the}(?:(?P<o>{order})\s{number}|{number.replace('<n>', '<n2>')}\s(?P<o2>{order}))\s(?P<months>{MONTHS_NOUN})(?:\s(?:{OF}))?\s?\Z", re.I),
        re.compile(rf"\b{the}(?P<o>{order})\s(?:{number}\s)?(?P<quarters>{QUARTERS_NOUN})(?:\s(?:{OF}))?\s?\Z|\bQ(?P<q>[1-4])[\s/-]?\Z", re.I),
        re.compile(rf"\b{the}(?P<o>{order})\s(?:{HALVES_NOUN})(?:\s(?:{OF}))?\s?\Z|\bH(?P<h>[12])[\s/-]?\Z", re.I),
        re.compile(r"\b(?:the\s)?(?P<early>early|beginning\sof|start\sof|Anfang|début|начал[ео])[\s-](?:the\s)?\Z"
                   r"|\b(?:the\s)?(?P<mid>mid|middle\sof|Mitte|mi)[\s-]?(?:the\s)?\Z"
                   r"|\b(?:the\s)?(?P<late>late|end\sof|close\sof|Ende|fin|kонец|конце)[\s-](?:the\s)?\Z", re.I),
        re.compile(rf"\b(?:the\s)?(?P<season>{'|'.join(SEASONS)})(?:\sof|\sde)?\s\Z"),
    )  # fmt: skip


def _parts(text: str, start: int, atoms: list[Atom], said: list[str], language: str) -> tuple[int, list[str]]:
    """Narrow a year by "first eight months of", "Q3", "early", "summer"."""
    fine = atoms[0].fine
    if fine not in ("year", "decade") or "/" in said[0]:
        return start, said
    for kind, pattern in enumerate(_part_patterns(language)):
        match = pattern.search(text, max(0, start - 48), start)
        if match is None or (fine == "decade" and kind != 3):
            continue
        part = _part(kind, match, said[0], language)
        if part:
            return match.start(), [part, *said[1:]]
    return start, said


def _part(kind: int, match: re.Match[str], said: str, language: str) -> str:
    g = match.groupdict()
    if kind == 3:
        return _third(said, "early" if g["early"] else "mid" if g["mid"] else "late")
    year = int(said)
    order = ORDINALS.get((g.get("o") or g.get("o2") or "").lower(), 0)
    if kind == 4:
        return f"{year}-{SEASONS[g['season']]}"
    if kind == 2:
        half = int(g["h"]) if g["h"] else order
        return edtf.months(year, 1, 6) if half == 1 else edtf.months(year, 7, 12) if half in (2, -1) else ""
    count = _count(g.get("n") or g.get("n2"), language)
    if kind == 1:
        first = int(g["q"]) if g["q"] else 4 if order == -1 else order
        if count:
            return edtf.months(year, 1, 3 * count) if order == 1 and count <= 4 else ""
        return edtf.months(year, 3 * first - 2, 3 * first) if 1 <= first <= 4 else ""
    if not 1 <= count <= 12 or order not in (1, -1):
        return ""
    return edtf.months(year, 1, count) if order == 1 else edtf.months(year, 13 - count, 12)


def _count(written: str | None, language: str) -> int:
    if not written:
        return 0
    return int(written) if written.isdigit() else int(words(language).get(written.lower(), 0))


def _third(said: str, part: str) -> str:
    """Write early, mid and late: roughly the thirds of a year or a decade."""
    if said.endswith("X"):
        first, last = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}[part]
        return f"{said[:3]}{first}~/{said[:3]}{last}~"
    low, high = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}[part]
    return f"{said}-{low:02d}~/{said}-{high:02d}~"


@lru_cache(maxsize=1)
def _openers() -> re.Pattern[str]:
    flags = re.IGNORECASE
    return re.compile(
        rf"(?<!\w)(?:(?P<since>{SINCE})\s(?:[\w’'-]+\s){{0,5}}?|(?P<until>{UNTIL})\s(?:the\s)?|(?P<after>{AFTER})\s"
        rf"|(?P<between>{BETWEEN})\s(?:the\s)?|(?P<start>{FROM})\s(?:the\s)?)\Z", flags)  # fmt: skip


_ONWARDS = re.compile(r"\son(?:wards?)?\b")


def _opened(text: str, start: int, said: list[str], joints: tuple[str, ...]) -> tuple[int, str]:
    """Apply "since", "until", "between" and what joins the moments."""
    match = _openers().search(text, max(0, start - 60), start)
    kind = match.lastgroup if match else None
    opened = match.start() if match else start
    if len(said) > 1:
        if "to" in joints or kind == "between":
            interval = f"{edtf.start(said[0])}/{edtf.end(said[-1])}"
            return (opened if kind in ("between", "start") else start), interval
        return start, f"{{{','.join(said)}}}"
    if kind == "since":
        return opened, f"{edtf.start(said[0])}/.."
    if kind == "after":
        return opened, f"{edtf.end(said[0])}/.."
    if kind == "until":
        return opened, f"../{edtf.end(said[0])}"
    return start, said[0]
