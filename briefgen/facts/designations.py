"""Text → the numbers that count nothing: names, ordinals, references, "the two countries", each with its rule."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefgen.facts.moments import is_reference
from briefgen.facts.numberwords import spots, word_pattern
from briefgen.facts.wordlists import collected, listed
from briefgen.model.source import Span

_RELATIONS = "|".join(
    listed(
        "countries country nations nation states state sides side leaders leader powers power economies presidents "
        "governments parties neighbours neighbors giants capitals capital militaries peoples partners rivals armies"
    )
)
_CALLED = "|".join(
    listed(
        r"articles? art\.? chapters? sections? sec\. resolutions? pages? pp?\. paragraphs? paras?\.? figures? fig\. "
        r"tables? nos?\. numbers? notes? footnotes? endnotes? lines? rooms? flights? routes? highways? annex appendix "
        r"versions? phase level stage step item volumes? vols?\. issue ministerial decree order law box track tier "
        r"type model group verses? clauses? schedule № статья статьи ст\. Artikel Kapitel Seite Absatz Nr\. n°"
    )
)
_NOT_NAMES = collected(
    "In On At By For From With Of To Than And Or But The A An Over About Some Nearly Almost Around Only Just Up "
    "Between After Before Since Until During More Less Under Least Most All These Those Its Their Our His Her As If "
    "When While "
    "January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug "
    "Sep Sept Oct Nov Dec US USD EUR GBP RMB CNY RUB AUD JPY CHF Another Every Each That Which Last Next"
)
_MONEY = "RMB|CNY|USD|EUR|GBP|RUB|AUD|JPY|CHF|Rs"
_SMALL = "two|three|four|five|six|seven|eight|nine|ten"
_SCALES = "hundred|thousand|million|billion|trillion|dozen"
_MEASURED = rf"{_SCALES}|percent|per\scent|%|times|years?|months?|weeks?|days?|hours?|minutes?|decades?|centur\w+"


@dataclass(frozen=True, slots=True)
class Designation:
    """A number that counts nothing, and the rule it falls under."""

    span: Span
    rule: str


_YEAR = re.compile(r"(?:1\d|20)\d\d\b(?![.,]\d)")
_HYPHEN = "[-‐‑–]"
_TOKENS = tuple(
    (rule, re.compile(pattern))
    for rule, pattern in (
        ("code", r"\d{16,}"),
        ("address", r".*(?:://|www\.|@|doi\.org).*"),
        ("code", r"[A-Z]+(?:/[A-Z0-9.]+)+[\w.()/]*"),
        ("score of parties", r"[A-Z]*\d+\+\d+"),
        (
            "name with a number",
            rf"(?!(?:mid|early|late|pre|post|and|or|to)-|(?:{_SCALES}|percent){_HYPHEN})[^\W\d_]\w*(?:{_HYPHEN}[^\W\d_]+)*{_HYPHEN}\d[\w-]*",
        ),
        ("name with a number", rf"(?!FY\d|Q[1-4]$|H[12]$|{_MONEY})[^\W\d_]+\d+\w*(?:[-/]\w+)*"),
        ("name with a number", r"\d+(?![km]$|km|[KMGT]W)[A-Z]+\d*[A-Z]*(?:-\w+)?"),
        ("name with a number", r"\d+-[A-Z][a-z]+|\d+[A-Z]+(?:/\d+[A-Z]+)+|\d-\d-\d"),
        ("place on the globe", r"\d+(?:\.\d+)?°(?:\d+[’′'])?[NSEW]"),
        ("ratio", r"\d+:\d+"),
        ("ordinal", r"\d+(?:st|nd|rd|th)(?:-(?!century)[a-z]+)*"),
        ("clock", r"\d{1,2}:\d\d(?::\d\d)?(?:[ap]\.?m\.?)?|\d{1,2}[ap]\.?m\.?"),
        ("telephone", r"(?:\+?\d{1,3}-)?\d{3}-\d{3,4}(?:-\d{4})?|\+\d[\d-]{6,}"),
        ("version", r"(?:\d+:)?\d+(?:\.\d+)+(?:-\d+)?[+~][a-z][\w.+~-]*|(?:\d+:)?\d+(?:\.\d+){2,}-\w[\w.+~-]*"),
        ("numbered heading", r"\d+(?:\.\d+){2,}"),
        ("pair", r"(?:50|fifty)[-/–:](?:50|fifty)|24/7|9/11|7/7"),
    )
)
_WRAPPING = "()[]“”‘’\"',;:!?.…«»—–"
_LIST_NUMBER = re.compile(r"\(\d{3}\)(?=\s\d{3}-\d)|\(\d{1,2}\)|\[\d{1,3}(?:[,–-]\s?\d{1,3})*\]")
_FIRST_NUMBER = re.compile(r"\d{1,3}[.)](?=\s)")
_HALF_DAY = re.compile(r"\s?(?:[ap]\.?m\b\.?|GMT|UTC|o[’']clock)")
_REFERRED = re.compile(rf"\b(?:{_CALLED})\s(?:No\.\s?|n°\s?)?\Z", re.IGNORECASE)
_REFERENCE = re.compile(r"\d+(?:\.\d+)*(?:\(\w+\))*(?!\s?[%$€£])")
_CONTINUED = re.compile(r"(?:,\s|\s(?:and|or|to|und|et|и)\s|[-–])\Z")
_NAME = re.compile(r"\b(?P<name>[A-Z][\w’-]*)\s\Z")
_NAME_NUMBER = re.compile(
    r"\d{1,4}(?:[A-Z]\w*)?\b(?![.,]\d|\s?[%$€£]|[-–]\d|"
    rf"\s(?:per\b|{_SCALES}|percent|times|to\s\d|and\s\d|or\s\d|(?:[a-z]+\s)?[a-z-]+s\b))"
)
_SERIES = r"(?:[A-Z][A-Za-z']*\.\s?)+(?:\d?[a-z]{0,3}\.?\s)?"
_PAGES = r"\d[\w()]*(?:\.\d[\w()]*)*(?:\s?[-–]\s?\d[\w()]*)?"
_LEGAL = re.compile(
    rf"(?:(?<![\w.])\d{{1,4}}\s{_SERIES}(?:at\s)?)?(?:§§?|¶¶?)\s?{_PAGES}(?:(?:,|,?\sand)\s{_PAGES})*"
    rf"|(?<![\w.])\d{{1,4}}\s{_SERIES}(?:at\s)?{_PAGES}(?:,\s{_PAGES})*(?=[,;.)]|\s\(|$)"
)
"""A place in a law or in law reports: "12 N.C. § 34", "34 U.S. 567, 570-71"."""
_LAWFUL = re.compile(r"[§¶]|\d\s[A-Z][A-Za-z']*\.")
"""Stands in every one of these: looking for it costs a tenth."""
_VERSION = re.compile(r"\d\.0\b(?!\s?%|\s(?:per|million|billion))")
_MACHINE_NUMBER = re.compile(
    r"\d{1,3}s?(?=\s(?:jets|airliners|airplanes|planes|helicopters|fighters|bombers|tanks|missiles|systems|engines|rockets|"
    r"submarines|destroyers|frigates)\b)"
)
_DEFINITE = re.compile(
    r"(?:\b(?:the|these|those|both|its|their|our|his|her|whose|all|other|latter|former|first|last|next|any)|[^\W\d_][’']s|s[’'])\s"
    r"(?:(?!(?:of|in|for|to|and|by|over|with|at|than|from)\b)[a-z]+\s)?\Z",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"[\s-][A-Z]")
_COLLEGE = re.compile(r"\b(?:[Cc]ouncil|[Gg]roup|[Gg]ang|[Cc]ommittee|[Bb]ig|League)\s(?:of\s)?(?:the\s)?\Z")
_PAIRED = re.compile(rf"\s(?:[a-z-]+\s)?(?:{_RELATIONS})\b", re.IGNORECASE)
_PARTITIVE = re.compile(r"\sof\s(?:them|us|which|whom|these|those|the)\b", re.IGNORECASE)


def find(text: str, language: str = "en", known: Sequence[Span] = ()) -> tuple[Designation, ...]:
    """Find the numbers of a text that count nothing, in the order they stand.

    Args:
        known: stretches that are explained already, such as times, in order; no number in them is looked at.
    """
    return tuple(_found(text, language, known))


def _found(text: str, language: str, known: Sequence[Span]) -> Iterator[Designation]:
    done = 0
    last: Designation | None = None
    pattern = _number_word(language)
    laws = [Span(*match.span()) for match in _LEGAL.finditer(text)] if _LAWFUL.search(text) else []
    for start in spots(text, language):
        if start < done:
            continue
        place = bisect_right(known, start, key=_starts) - 1
        if place >= 0 and start < known[place].end:
            done, last = known[place].end, None
            continue
        word = pattern.match(text, start)
        if word:
            last = _of_word(text, word, language)
        elif text[start].isdigit():
            last = _in_law(text, start, laws) or _of_digits(text, start, last)
        else:
            continue
        if last:
            done = last.span.end
            yield last


def _in_law(text: str, at: int, laws: Sequence[Span]) -> Designation | None:
    """Find the place in a law that a number is of, or the law it names: "the Ferries Act 1920"."""
    for law in laws:
        if law.start <= at < law.end:
            return Designation(law, "reference")
    year = _YEAR.match(text, at)
    if year and is_reference(text, at):
        return Designation(Span(*year.span()), "reference")
    return None


def _starts(span: Span) -> int:
    return span.start


@lru_cache(maxsize=16)
def _number_word(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{word_pattern(language)}|one)\b", re.IGNORECASE)


def _of_digits(text: str, at: int, last: Designation | None) -> Designation | None:
    """Judge the first digit of a number by the token it stands in and by the words around."""
    listing = _LIST_NUMBER.match(text, at - 1) if at else _FIRST_NUMBER.match(text)
    if listing and (at < 2 or not text[at - 2].isalnum()):
        return Designation(Span(*listing.span()), "list number")
    start, token = _token(text, at)
    if start == at and token.isdigit() and len(token) < 16:
        clock = _HALF_DAY.match(text, at + len(token))
        return Designation(Span(at, clock.end()), "clock") if clock else _named(text, at, last)
    for rule, pattern in _TOKENS:
        if pattern.fullmatch(token):
            return Designation(Span(start, start + len(token)), rule)
    return _named(text, at, last) if start == at else None


def _token(text: str, at: int) -> tuple[int, str]:
    """Cut out what stands between blanks around a place, without brackets and stops at its ends."""
    start = max(text.rfind(blank, 0, at) for blank in " \n\u00a0—") + 1
    ends = [end for blank in " \n\u00a0—" if (end := text.find(blank, at)) >= 0]
    token = text[start : min(ends, default=len(text))]
    stripped = token.lstrip(_WRAPPING)
    start += len(token) - len(stripped)
    return start, re.sub(r"[’']s$", "", stripped.rstrip(_WRAPPING))


def _named(text: str, at: int, last: Designation | None) -> Designation | None:
    """Tell "Resolution 2231", "Articles 5 and 6" and "Boeing 737" from numbers that count."""
    number = _REFERENCE.match(text, at)
    if number and _REFERRED.search(text, max(0, at - 24), at):
        return Designation(Span(*number.span()), "reference")
    if number and last and last.rule == "reference" and _CONTINUED.fullmatch(text, last.span.end, at):
        return Designation(Span(*number.span()), "reference")
    if number and _COLLEGE.search(text, max(0, at - 20), at):
        return Designation(Span(*number.span()), "name with a number")
    name = _NAME.search(text, max(0, at - 30), at)
    number = _NAME_NUMBER.match(text, at) or _VERSION.match(text, at) or _MACHINE_NUMBER.match(text, at)
    if name and number and name["name"] not in _NOT_NAMES and not re.fullmatch(r"(?:1\d|20)\d\d", number.group()):
        return Designation(Span(*number.span()), "name with a number")
    return None


@lru_cache(maxsize=16)
def _behind(language: str) -> tuple[re.Pattern[str], ...]:
    """Patterns of what may stand behind a number word: a measure, and a word it makes a compound with."""
    part = "third|thirds|fifths?|quarters?|fourths?|tenths?|half|fold|mile|kilomet|met(?:re|er)|ton"
    measured = rf"[-\s](?:{_MEASURED}|{part}|barrel|and\sa\shalf\b|in\s(?:{word_pattern(language)}|\d+)\b)"
    return re.compile(measured, re.IGNORECASE), re.compile(r"-[a-z]+(?:-[a-z]+)*\b")


def _of_word(text: str, match: re.Match[str], language: str) -> Designation | None:
    """Judge a number word by what stands around it."""
    start, end = match.span()
    word = match.group().lower()
    measured, compound = _behind(language)
    if measured.match(text, end):
        return None
    joined = compound.match(text, end)
    if joined:
        return Designation(Span(start, joined.end()), "compound")
    if start and match.group()[0].isupper() and (_CAPITAL.match(text, end) or _COLLEGE.search(text, 0, start)):
        return Designation(Span(start, end), "name with a number")
    if word in ("one", "zero"):
        return Designation(Span(start, end), "one")
    if word == "two":
        pair = _PAIRED.match(text, end)
        if pair:
            return Designation(Span(start, pair.end()), "two of a pair")
    if re.fullmatch(_SMALL, word):
        if _PARTITIVE.match(text, end):
            return Designation(Span(start, end), "two of them")
        if _DEFINITE.search(text, max(0, start - 30), start):
            return Designation(Span(start, end), "the known ones")
    return None
