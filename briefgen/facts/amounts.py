"""Numerals → amounts with their units: ranges joined, units shared along a list, what is counted found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from briefgen.facts import units
from briefgen.facts.counting import counted
from briefgen.facts.drafts import Draft
from briefgen.facts.numerals import Numeral
from briefgen.facts.wordlists import collected

_MORE = re.compile(r"\s(?:more|additional|further|extra|consecutive|straight|full|whole|short|long)(?=\s)")
_DASH = re.compile(
    r"\s?(?:%|percent|per\scent)?\s?[–—-]\s?(?:US\$|A\$|[$€£¥])?|(?:\s|[-–])(?:to|bis|à|до|a)(?:\s|[-–])(?:US\$|A\$|[$€£¥])?|(?:至|到)",
    re.I,
)
_PAIR = re.compile(r"(?:\s?%|\s(?:percent|per\scent|million|billion))?\s(?:and|und|et|y|и)\s(?:US\$|A\$|[$€£¥])?", re.I)
_BETWEEN = re.compile(r"\b(?:between|zwischen|entre|между)\s(?:about\s)?(?:US\$|A\$|[$€£¥])?\Z", re.I)
_FROM = re.compile(r"\b(?:from|von|de|с)\s(?:\w+\s)?(?:US\$|A\$|[$€£¥])?\Z", re.I)
_MOVED = re.compile(
    r"\b(?:ris|rose|grew|grow|increas|jump|surg|climb|gain|expand|fell|fall|drop|declin|decreas|shr[aiu]nk|contract|slump|plung|"
    r"went|gone|rais|reduc|cut|up\b|down\b|soar|doubl|tripl|quadrupl|stieg|вырос|sank|augment)", re.I)  # fmt: skip
_LIST = re.compile(
    r"\s?(?:,|and|or|,\sand|,\sor|to|versus|vs\.?|against|compared\s(?:with|to)|und|et|и)\s(?:\w+\s)?", re.I
)
_SPELT = re.compile(r"\s\(\d+\)")
"""The digits of "seven (7) days"."""
_MONEY_SCALE = re.compile(r"(?P<letter>[mMbB])(?![^\W_])")
_ELLIPTIC = re.compile(r"\s(?:on|in|from|to|against|with|by|for|at|over|were|was|had|have|under)\b")
_LISTED = re.compile(r"(?:[,;:]|\band|\bor|—)\s?\Z")
_PARTITIVE = re.compile(r"\s(?:of\s(?:those|these|them|which|whom)|davon|d’entre\s(?:eux|elles)|из\s(?:них|которых))\b")
_OF_THE = re.compile(r"\sof\s(?:the|its|their|these|those|our|his|her|all)(?:\s(?:world’s|country’s))?(?:\s\d+)?(?=\s)")
_BEFORE_COUNT = re.compile(r"\b(?P<noun>[a-z]+)\s(?:of|totalling|totaling|numbering)\s(?:\w+\s)?\Z")
_SIZES = collected("staff crew workforce force group team membership population garrison total number strength army")


def read(text: str, numerals: Sequence[Numeral], language: str) -> list[Draft]:
    """Read amounts out of the numerals of a sentence that are neither times nor designations."""
    drafts: list[Draft] = []
    skip = False
    for place, numeral in enumerate(numerals):
        if skip:
            skip = False
            continue
        following = numerals[place + 1] if place + 1 < len(numerals) else None
        skip = following is not None and _is_range(text, numeral, following)
        drafts.append(_draft(text, numeral, following if skip else None, drafts, language))
    return [d for d in _shared(text, _parted(text, drafts)) if _counts(text, d)]


def _is_range(text: str, low: Numeral, high: Numeral) -> bool:
    """Tell "10–15", "between 20 and 30" from a list and from "rose from 20 to 30"."""
    factor = high.value / high.bare if high.bare and not low.scaled else 1.0
    if not 0 <= low.value * factor < high.value:
        return False
    head = text[max(0, low.start - 60) : low.start]
    gap = text[low.end : high.start]
    if low.worded != high.worded and gap == "-":
        return False
    if gap == " or ":
        return high.bare == low.value + 1 and not low.scaled
    if _PAIR.fullmatch(gap):
        return _BETWEEN.search(head) is not None
    if not _DASH.fullmatch(gap):
        return False
    return not (_FROM.search(head) and _MOVED.search(head) and not gap.strip(" ").startswith(("-", "–")))


def _draft(text: str, numeral: Numeral, high: Numeral | None, earlier: Sequence[Draft], language: str) -> Draft:
    end = high.end if high else numeral.end
    start, value, upper = numeral.start, numeral.value, None
    if high:
        shared = high.value / high.bare if high.bare and high.scaled and not numeral.scaled else 1.0
        value, upper = value * shared, high.value
    bare = Draft(start, end, value, "bare", upper)
    sign = units.before(text, start, language)
    if sign:
        return _money(text, replace(bare, start=sign.end, sort="money", currency=sign.currency))
    spelt = _SPELT.match(text, end) if numeral.worded else None
    if spelt:
        bare = replace(bare, end=spelt.end())
        end = bare.end
    unit = units.behind(text, end, language)
    more = _MORE.match(text, end) if unit is None else None
    if more:
        unit = units.behind(text, more.end(), language)
    if unit is not None:
        return _with_unit(bare, unit)
    return _count(text, bare, numeral, earlier, language)


def _money(text: str, draft: Draft) -> Draft:
    """Read what may stand behind an amount of money: the "m" of "$5m", and "a year"."""
    letter = _MONEY_SCALE.match(text, draft.end)
    if letter:
        factor = 1e6 if letter["letter"] in "mM" else 1e9
        upper = None if draft.upper is None else draft.upper * factor
        draft = replace(draft, end=letter.end(), value=(draft.value or 0.0) * factor, upper=upper)
    return replace(draft, end=units.rate_end(text, draft.end))


def _with_unit(bare: Draft, unit: units.Unit) -> Draft:
    scaled = replace(
        bare,
        end=unit.end,
        value=None if bare.value is None else bare.value * unit.factor,
        upper=None if bare.upper is None else bare.upper * unit.factor,
        unit=unit.name,
        currency=unit.currency,
    )
    if unit.currency:
        return replace(scaled, sort="money")
    if unit.duration:
        return replace(scaled, sort="duration")
    if unit.name == "time":
        return replace(scaled, sort="count")
    return replace(scaled, sort="percent" if (unit.name or "").startswith("perc") else "measure")


def _count(text: str, bare: Draft, numeral: Numeral, earlier: Sequence[Draft], language: str) -> Draft:
    """Find what is counted: the noun behind, what "of those" points back at, or the noun before ("a staff of 30")."""
    part = _PARTITIVE.match(text, bare.end)
    if part:
        whole = next((d for d in reversed(earlier) if d.sort == "count"), None)
        return replace(bare, sort="count", unit=whole.unit) if whole else bare
    of_the = _OF_THE.match(text, bare.end)
    noun = counted(text, of_the.end() if of_the else bare.end, language)
    if noun:
        return replace(bare, end=bare.end if of_the else noun[0], sort="count", unit=noun[1])
    counted_before = next((d for d in reversed(earlier) if d.sort == "count"), None)
    if counted_before and _ELLIPTIC.match(text, bare.end) and _LISTED.search(text, max(0, bare.start - 6), bare.start):
        return replace(bare, sort="count", unit=counted_before.unit)
    before = _BEFORE_COUNT.search(text, max(0, bare.start - 40), bare.start)
    if before and before["noun"] in _SIZES:
        return replace(bare, sort="count")
    return bare


def _parted(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Take back a noun that reaches into the number behind it."""
    done = list(drafts)
    for place, (draft, following) in enumerate(pairwise(drafts)):
        if draft.end > following.start:
            end = draft.start + len(text[draft.start : following.start].rstrip())
            done[place] = replace(draft, end=end, sort="bare", unit=None)
    return done


def _shared(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Give "5, 6 and 7 percent" the unit that only the last one carries."""
    done: list[Draft] = []
    for draft in reversed(drafts):
        after = done[-1] if done else None
        if draft.sort == "bare" and after and after.sort != "bare" and _LIST.fullmatch(text, draft.end, after.start):
            draft = replace(draft, sort=after.sort, unit=after.unit, currency=after.currency)
        done.append(draft)
    return done[::-1]


def _counts(text: str, draft: Draft) -> bool:
    """Tell whether an amount says something: a small number word without a noun does not."""
    worded = text[draft.start].isalpha() and draft.sort == "bare"
    return not (worded and (draft.value or 0) <= 12)
