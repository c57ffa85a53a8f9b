"""Draft, times of its sentence → the one it speaks of, the one a change is counted from: the nearest in its clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.facts import edtf
from briefgen.facts.drafts import Draft
from briefgen.model.fact import Period

_WALL = re.compile(
    r"[;:(]|—|\s[–-]{1,2}\s|\b(?:while|but|which|that|who|whereas|although|because|including|when|as)\b", re.IGNORECASE
)
_BRACKETED = re.compile(r"\A\s?\([^()]*\)")
"""What is only said beside a number: "US$52 billion (343.87 billion yuan) in 2019"."""
_AND = re.compile(r"\b(?:and|or|und|et|и)\b\s", re.IGNORECASE)
_JOINT = re.compile(
    r"[\s,(]*(?:(?:in|during|by|of|for|over|at|as\sof|within|throughout|im|en|в|за|on)\s)?(?:the\s)?(?:year\s)?\Z",
    re.IGNORECASE,
)
_OF_WHAT = re.compile(
    r"\s(?:of|a|an|per)\s(?:[^\W\d_][\w’'-]*\s){1,3}?(?:in|during|by|for|over|throughout)\s(?:the\s)?(?:year\s)?\Z",
    re.IGNORECASE,
)
"""What may stand between a number and its time: "37,000 tonnes of cod in 2022"."""
_COMPARED = re.compile(
    r"\b(?:from|compared\s(?:with|to)|than(?:\s(?:in|for|during))?|(?P<over>over|on|above|below)|as\sin|against|versus|"
    r"relative\sto|gegenüber|par\srapport\sà|по\sсравнению\sс)\s"
    r"(?:(?:the\s)?(?:levels?|figures?|total|that|those)?\s?(?:of|in|for|during)?\s)?\Z",
    re.IGNORECASE,
)
_YEARLY = re.compile(
    r"\byear[-\s](?:on|over)[-\s]year\b|\by[-/]?o[-/]?y\b|\bin\sannual\sterms\b|\bin\sJahresfrist\b|同比", re.IGNORECASE
)
_FROM = re.compile(r"\b(?:from|von|de|с)\s(?:[\w]+\s){0,2}\Z", re.IGNORECASE)
_TO = re.compile(r"\s(?:to|bis|à|до)\s")
_CHANGING = re.compile(
    r"\b(?:ris|rose|grew|grow|increas|jump|surg|climb|expand|fell|fall|drop|declin|decreas|shr[aiu]nk|contract|slump|plung|went|"
    r"gone|rais|reduc|cut|up\b|down\b|to\b|soar|doubl|tripl|quadrupl|sank|chang|mov|stieg|gestiegen|вырос|снизил|augment)",
    re.IGNORECASE,
)
_REACH = 90


def is_base(text: str, period: Period) -> bool:
    """Tell whether a time is named only to compare with: "from the same period in 2020"."""
    match = _COMPARED.search(text, max(0, period.span.start - 40), period.span.start)
    return match is not None and not (match["over"] and "/" in period.edtf)


def period_of(text: str, draft: Draft, periods: Sequence[Period], drafts: Sequence[Draft]) -> str:
    """Find the time a number speaks of; empty where the sentence states none."""
    if draft.sort == "duration":
        return ""
    best: tuple[float, str] | None = None
    for period in periods:
        compared = is_base(text, period) and not _opens_level(text, draft, period)
        cost = None if compared else _cost(text, draft, period, drafts)
        if cost is not None and (best is None or cost < best[0]):
            best = cost, period.edtf
    return best[1] if best else ""


def _opens_level(text: str, draft: Draft, period: Period) -> bool:
    """Tell "the level of 40 from 2010": a time right behind a number is its own, whatever word joins it."""
    return draft.end <= period.span.start and _JOINT.fullmatch(text, draft.end, period.span.start) is not None


def _cost(text: str, draft: Draft, period: Period, drafts: Sequence[Draft]) -> float | None:
    """Rate how far a time stands from a number; None where a clause stands between."""
    span = period.span
    if span.start < draft.end and draft.start < span.end:
        return None
    if span.start >= draft.end:
        gap = _BRACKETED.sub("", text[draft.end : span.start]).removeprefix(")")
        if _adjoins(gap):
            return len(gap) * 0.1
        walled = len(gap) > _REACH or _WALL.search(gap) or not _joined(span.start - len(gap), gap, drafts)
        return None if walled else 20 + len(gap)
    gap = text[span.end : draft.start]
    owned = _is_owned(text, span.start, drafts, draft)
    if is_start(text, draft) or (owned and _TO.match(gap)):
        return None
    return 18 + min(len(gap), 150) * 0.3 + 12 * gap.count(";") + (10 if owned else 0)


def _joined(end: int, gap: str, drafts: Sequence[Draft]) -> bool:
    """Tell whether an "and" in between only joins another number of the same clause."""
    return all(any(0 <= d.start - end - match.end() < 12 for d in drafts) for match in _AND.finditer(gap))


def _is_owned(text: str, start: int, drafts: Sequence[Draft], mine: Draft) -> bool:
    """Tell whether a time stands right behind another number."""
    return any(d is not mine and d.end <= start and _adjoins(text[d.end : start]) for d in drafts)


def _adjoins(gap: str) -> bool:
    """Tell whether nothing but a preposition, or of what a number is, stands between it and a time behind it."""
    return _JOINT.fullmatch(gap) is not None or _OF_WHAT.fullmatch(gap) is not None


def base_of(text: str, draft: Draft, direction: str, period: str, periods: Sequence[Period]) -> str:
    """Find the time a change is counted from; empty where there is none."""
    if not direction.startswith(("change", "factor")):
        return ""
    compared = [p for p in periods if p.edtf and p.edtf != period and is_base(text, p)]
    near = [(_distance(draft, p), p.edtf) for p in compared if ";" not in _between(text, draft, p)]
    if near:
        return min(near)[1]
    if _YEARLY.search(text) and period and ".." not in period:
        return edtf.shifted(period, -1)
    return ""


def _between(text: str, draft: Draft, period: Period) -> str:
    return text[draft.end : period.span.start] or text[period.span.end : draft.start]


def _distance(draft: Draft, period: Period) -> int:
    """Rate how far a base stands from its change: it mostly follows it."""
    after = period.span.start - draft.end
    return after if after >= 0 else 40 + draft.start - period.span.end


def is_start(text: str, draft: Draft) -> bool:
    """Tell whether a number is what a change starts from: "from 40 in 2010", but not "came from 40 countries"."""
    match = _FROM.search(text, max(0, draft.start - 24), draft.start)
    if match is None:
        return False
    return _CHANGING.search(text, max(0, match.start() - 50), match.start()) is not None
