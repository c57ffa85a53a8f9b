"""Times that count from something else → resolved by what was named before, or flagged: "that same day", "today"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefgen.facts import edtf
from briefgen.facts.calendar import YEAR
from briefgen.facts.numberwords import word_pattern, words
from briefgen.facts.wordlists import collected
from briefgen.model.fact import Period
from briefgen.model.source import Span

Resolver = Callable[[re.Match[str], str, str], str]
_UNITS = "years?|months?|weeks?|days?|decades?|centur(?:y|ies)|quarters?|generations?"
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Rule:
    """A phrase, a word without which it does not stand, and how the time before it resolves it."""

    triggers: frozenset[str]
    phrase: str
    resolve: Resolver

    @property
    def pattern(self) -> re.Pattern[str]:
        """The phrase compiled, once it is needed: most sources have few of them."""
        return _compiled(self.phrase)


@lru_cache(maxsize=512)
def _compiled(phrase: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'])(?:{phrase})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=16)
def _rules(language: str) -> tuple[_Rule, ...]:
    number = rf"(?:\d+|a|an|{word_pattern(language)}|few|several|couple\sof|many|some)"
    counted = rf"(?P<n>\d+|{word_pattern(language)})\s(?P<unit>years|months|days)\s(?P<way>later|earlier|afterwards?)"
    whose = r"(?:\s(?:the|that|his|her|their|its|this)\s[\w’'-]+)?"
    span = rf"(?:{number}\s)?(?:{_UNITS})"
    rules: tuple[tuple[str, str, Resolver], ...] = (
        ("same", rf"(?:the\s)?same\s(?:period|months|time)\s(?:in|of)\s(?P<year>{YEAR})", _same_of_year),
        ("same", r"(?:the\s)?same\s(?:period|months|time)\s(?:(?:a|one)\syear\s(?:earlier|ago|before)|"
                 r"(?:in\s|of\s)?(?:the\s)?(?:last|previous|preceding|prior)\syear)",
         lambda m, last, _: edtf.shifted(last, -1)),
        ("same", r"(?:that|the|on\sthe)\ssame\s(?P<unit>day|month|year)", _same),
        ("day", rf"(?:that|the)\sday\safter{whose}|the\s(?:following|next)\sday|(?:a|one)\sday\slater",
         lambda m, last, _: edtf.next_day(last)),
        ("day", r"the\s(?:day\sbefore|previous\sday)|a\sday\searlier", lambda m, last, _: edtf.next_day(last, -1)),
        ("year", r"the\s(?:following|next)\syear|the\syear\safter", lambda m, last, _: _year(last, 1)),
        ("year", r"the\s(?:previous|preceding|prior)\syear|the\syear\sbefore", lambda m, last, _: _year(last, -1)),
        ("year", r"(?:a|one)\syear\s(?P<way>later|earlier)", _year_away),
        ("later earlier afterwards afterward", counted, _counted),
        ("that", r"(?:(?:by\s|until\s|at\s)?the\send\sof\s)?that\s(?P<unit>year|month|day)(?=[,.;)\s]|\Z)"
                 r"(?!\s(?:is|was|the|it|has|had))", _same),
        ("since", r"since\sthen", lambda m, last, _: _since(last)),
        ("since", r"since\s(?:[\w’'-]+\s){1,6}?(?:in\s(?:charge|power|office)|office|power|presidency)",
         lambda m, last, _: last if last.endswith("/..") else ""),
        ("past last coming next recent previous following",
         rf"(?:(?:over|during|for|within|in)\s)?(?:the\s|these\s|its\s)?"
         rf"(?:past|last|coming|next|recent|previous|following)\s{span}", _unknown),
        ("ago ahead come now", rf"{span}\s(?:ago|ahead|to\scome|from\snow)", _unknown),
        ("this current",
         r"(?:the\s(?:first|last|opening)\s(?:half|quarter|[\w-]+\smonths)\sof\s)?(?:this|the\scurrent)\s"
                         r"(?:year|month|week|decade|century)", _unknown),
        ("today nowadays currently present yesterday tomorrow now", r"(?<!at\s)(?:today|nowadays|currently|at\spresent|"
         r"yesterday|tomorrow|(?<!by\s)(?<!from\s)now(?!\sthat\b)(?![-\w]))", _unknown),
        ("сегодня настоящее heute derzeit hui actuellement hoy",
         r"сегодня|в\sнастоящее\sвремя|heute|derzeit|aujourd[’']hui|actuellement|hoy", _unknown),
    )  # fmt: skip
    return tuple(_Rule(collected(triggers), phrase, resolve) for triggers, phrase, resolve in rules)


@lru_cache(maxsize=16)
def _all_triggers(language: str) -> frozenset[str]:
    return frozenset().union(*(rule.triggers for rule in _rules(language)))


def complete(text: str, found: Sequence[Period], before: str, language: str) -> tuple[Period, ...]:
    """Add to the times of a sentence those that count from something else.

    Args:
        before: EDTF of the last time named before the sentence; empty for none.
    """
    present = _all_triggers(language).intersection(_WORD.findall(text.lower()))
    if not present:
        return tuple(found)
    periods = list(found)
    for rule in _rules(language):
        if rule.triggers.isdisjoint(present):
            continue
        for match in rule.pattern.finditer(text):
            periods = _with(periods, match, rule, before, language)
    return tuple(sorted(periods, key=lambda p: p.span))


def _with(periods: list[Period], match: re.Match[str], rule: _Rule, before: str, language: str) -> list[Period]:
    """Put in a time, in place of the plain ones it is made of; one that is taken stays as it is."""
    span = Span(*match.span())
    inside = [p for p in periods if p.span.meets(span)]
    if any(p.relative or not span.covers(p.span) for p in inside):
        return periods
    kept = [p for p in periods if p not in inside]
    earlier = [p for p in kept if p.span.start < span.start and p.edtf]
    last = max(earlier, key=lambda p: p.span).edtf if earlier else before
    return [*kept, Period(span, rule.resolve(match, last, language) if last else "", True)]


def _unknown(match: re.Match[str], last: str, language: str) -> str:
    """Leave open what counts from the time of writing, which the source does not state."""
    return ""


def _same_of_year(match: re.Match[str], last: str, language: str) -> str:
    return edtf.transferred(last, int(match["year"]))


def _same(match: re.Match[str], last: str, language: str) -> str:
    """Take up the day, month or year named before; nothing finer than was named."""
    moment = edtf.end(last)
    size = {"day": 10, "month": 7, "year": 4}[match["unit"].lower()]
    return moment[:size] if edtf.is_moment(moment) and len(moment) >= size else ""


def _since(last: str) -> str:
    moment = edtf.end(last)
    return f"{moment}/.." if edtf.is_moment(moment) else ""


def _year(last: str, by: int) -> str:
    year = edtf.last_year(last)
    return edtf.moment(year + by) if year else ""


def _year_away(match: re.Match[str], last: str, language: str) -> str:
    """Resolve "a year earlier": the same months of the year before; of a day, the year."""
    by = 1 if match["way"].lower() == "later" else -1
    return _year(last, by) if edtf.is_day(last) or ".." in last else edtf.shifted(last, by)


def _counted(match: re.Match[str], last: str, language: str) -> str:
    """Resolve "two years later"."""
    written = match["n"].lower()
    number = int(written) if written.isdigit() else words(language).get(written, 0)
    by = -number if match["way"].lower() == "earlier" else number
    match match["unit"].lower() if number else "":
        case "days":
            return edtf.next_day(edtf.end(last), by)
        case "years":
            return _year(last, by)
        case "months":
            return _month(edtf.end(last), by)
    return ""


def _month(moment: str, by: int) -> str:
    if not re.fullmatch(r"\d{4}-\d\d(-\d\d)?", moment):
        return ""
    count = int(moment[:4]) * 12 + int(moment[5:7]) - 1 + by
    return edtf.moment(count // 12, count % 12 + 1)
