"""Times that count from something else → resolved by what was named before them, or flagged: "that same day", "today"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from briefgen.facts import edtf
from briefgen.facts.numerals import word_pattern, words
from briefgen.model.fact import Period
from briefgen.model.source import Span

_UNITS = "years?|months?|weeks?|days?|decades?|centur(?:y|ies)|quarters?|generations?"
_HINT = re.compile(
    r"\b(?:today|nowadays|currently|now|present|yesterday|tomorrow|past|last|coming|next|recent|previous|ago|ahead|same|that|"
    r"this|day|later|earlier|since|following|to\scome|before|сегодня|heute|aujourd|hoy)\b|今天|目前",
    re.IGNORECASE,
)


@lru_cache(maxsize=16)
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str, str], str]], ...]:
    number = rf"(?:\d+|a|an|{word_pattern(language)}|few|several|couple\sof|many|some)"
    rules: list[tuple[str, Callable[[re.Match[str], str, str], str]]] = [
        (r"(?:the\s)?same\s(?:period|months|time)\s(?:in|of)\s(?P<year>(?:1\d|20)\d\d)", _same_of_year),
        (r"(?:the\s)?(?:same\s(?:period|months|time)\s)(?:(?:a|one)\syear\s(?:earlier|ago|before)|(?:in\s|of\s)?(?:the\s)?(?:last|previous|preceding|prior)\syear)",
         lambda m, last, lang: edtf.shifted(last, -1)),
        (r"(?:that|the|on\sthe)\ssame\s(?P<unit>day|month|year|week)", _same),
        (rf"(?:that|the)\sday\safter(?:\s(?:the|that|his|her|their|its|this)\s[\w’'-]+)?|(?:the\s(?:following|next)\sday|(?:a|one)\sday\slater)",
         lambda m, last, lang: edtf.next_day(last)),
        (r"the\s(?:day\sbefore|previous\sday)|a\sday\searlier", lambda m, last, lang: edtf.next_day(last, -1)),
        (r"the\s(?:following|next)\syear|(?:a|one)\syear\slater|the\syear\safter", lambda m, last, lang: _year(last, 1)),
        (r"the\s(?:previous|preceding|prior)\syear|(?:a|one)\syear\searlier|the\syear\sbefore", lambda m, last, lang: _year(last, -1)),
        (rf"(?P<n>\d+|{word_pattern(language)})\s(?P<unit>years|months|days)\s(?P<way>later|earlier|afterwards?)", _counted),
        (r"(?<!\w)(?:(?:by\s|until\s|at\s)?the\send\sof\s)?that\s(?P<unit>year|month|day)(?=[,.;)\s]|\Z)(?!\s(?:is|was|the|it|has|had))", _same),
        (r"since\sthen", lambda m, last, lang: f"{edtf.end(last)}/.." if edtf.is_moment(edtf.end(last)) else ""),
        (r"since\s(?:[\w’'-]+\s){1,6}?(?:in\s(?:charge|power|office)|office|power|presidency)", lambda m, last, lang: last if last.endswith("/..") else ""),
        (rf"(?:(?:over|during|for|within|in)\s)?(?:the\s|these\s|its\s)?(?:past|last|coming|next|recent|previous|following)\s(?:{number}\s)?(?:{_UNITS})", _unknown),
        (rf"(?:{number}\s)?(?:{_UNITS})\s(?:ago|ahead|to\scome|from\snow)", _unknown),
        (r"(?:the\s(?:first|last|opening)\s(?:half|quarter|[\w-]+\smonths)\sof\s)?(?:this|the\scurrent)\s(?:year|month|week|decade|century)", _unknown),
        (r"(?<!at\s)(?:today(?![’']s\s\w+\sis)|nowadays|currently|at\spresent|yesterday|tomorrow|(?<!by\s)(?<!from\s)now(?!\sthat\b)(?![-\w]))", _unknown),
        (r"сегодня|в\sнастоящее\sвремя|heute|derzeit|aujourd[’']hui|actuellement|hoy|今天|目前", _unknown),
    ]  # fmt: skip
    return tuple((re.compile(rf"(?<![\w’'])(?:{pattern})(?![\w])", re.IGNORECASE), rule) for pattern, rule in rules)


def complete(text: str, found: Sequence[Period], before: str, language: str) -> tuple[Period, ...]:
    """Add to the times of a sentence those that count from something else.

    Args:
        before: EDTF of the last time named before the sentence; empty for none.
    """
    if not _HINT.search(text):
        return tuple(found)
    periods = list(found)
    for pattern, rule in _patterns(language):
        for match in pattern.finditer(text):
            span = Span(*match.span())
            inside = [p for p in periods if p.span.meets(span)]
            if any(p.relative or not span.covers(p.span) for p in inside):
                continue
            periods = [p for p in periods if p not in inside]
            earlier = [p for p in periods if p.span.start < span.start and p.edtf]
            last = max(earlier, key=lambda p: p.span).edtf if earlier else before
            periods.append(Period(span, rule(match, last, language) if last else "", True))
    return tuple(sorted(periods, key=lambda p: p.span))


def _unknown(match: re.Match[str], last: str, language: str) -> str:
    """Leave open what counts from the time of writing, which the source does not state."""
    return ""


def _same_of_year(match: re.Match[str], last: str, language: str) -> str:
    return edtf.transferred(last, int(match["year"]))


def _same(match: re.Match[str], last: str, language: str) -> str:
    """Take up the day, month or year named before; nothing finer than was named."""
    moment = edtf.end(last)
    size = {"day": 10, "week": 99, "month": 7, "year": 4}[match["unit"].lower()]
    return moment[:size] if edtf.is_moment(moment) and len(moment) >= size else ""


def _year(last: str, by: int) -> str:
    year = edtf.last_year(last)
    return edtf.moment(year + by) if year else ""


def _counted(match: re.Match[str], last: str, language: str) -> str:
    written = match["n"].lower()
    number = int(written) if written.isdigit() else words(language).get(written, 0)
    by = -number if match["way"].lower() == "earlier" else number
    unit = match["unit"].lower()
    if not number:
        return ""
    if unit == "days":
        return edtf.next_day(edtf.end(last), by)
    if unit == "years":
        return _year(last, by)
    return _month(edtf.end(last), by)


def _month(moment: str, by: int) -> str:
    if not re.fullmatch(r"\d{4}-\d\d(-\d\d)?", moment):
        return ""
    count = int(moment[:4]) * 12 + int(moment[5:7]) - 1 + by
    return edtf.moment(count // 12, count % 12 + 1)
