"""Sentence, its times → the quantities it states, in base units. A number that counts nothing gives nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from briefgen.facts import amounts, datings, designations, directions, hedges, numberwords, numerals, proportions
from briefgen.facts.drafts import Draft
from briefgen.facts.wordlists import collected
from briefgen.model.fact import Period, Quantity
from briefgen.model.source import Span

_TWICE = re.compile(r"\b(?P<word>twice|thrice|дважды|трижды|zweimal|dreimal|viermal)\b", re.IGNORECASE)
_TWICES = {"twice": 2, "thrice": 3, "дважды": 2, "трижды": 3, "zweimal": 2, "dreimal": 3, "viermal": 4}


_LIST = re.compile(r"(?:,\s|\s)(?:(?:and|or|und|et|и)\s)?")
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_BLOT = "\0"
_COUNTING = collected(
    "dozen dozens hundred hundreds thousand thousands million millions billion billions trillion trillions half "
    "third thirds quarter quarters fifth fifths tenth tenths scores tens twice thrice fold double triple doubled "
    "doubles doubling tripled tripling trebled trebling quadrupled quadrupling quintupled halved halving twofold "
    "threefold fourfold fivefold tenfold удвоилась удвоился удвоились утроилась verdoppelt verdoppelte verdreifacht "
    "halbiert doublé triplé quadruplé дважды трижды zweimal dreimal viermal"
)


@lru_cache(maxsize=16)
def _numbering(language: str) -> frozenset[str]:
    return _COUNTING.union(numberwords.words(language))


def may_hold(text: str, language: str) -> bool:
    """Tell whether anything in a text may be a number."""
    return _DIGIT.search(text) is not None or not _numbering(language).isdisjoint(_WORD.findall(text.lower()))


def find(text: str, periods: Sequence[Period] = (), language: str = "en") -> tuple[Quantity, ...]:
    """Find the quantities of a sentence in the order they stand; spans count from its start.

    Args:
        text: one sentence.
        periods: what ``periods.find`` found in it.
        language: of the prose, BCP 47; it decides how decimals and thousands are written.
    """
    if not may_hold(text, language):
        return ()
    drafts = _drafts(text, periods, language)
    found = _as_listed(text, drafts, [_quantity(text, draft, periods, drafts) for draft in drafts])
    return tuple(_compared(text, drafts, _distributed(text, drafts, found, periods)))


def _drafts(text: str, periods: Sequence[Period], language: str) -> list[Draft]:
    taken = [(p.span.start, p.span.end) for p in periods]
    drafts: list[Draft] = []
    for draft in (*proportions.find(text, language), *_twices(text)):
        if not _meets(taken, draft.start, draft.end):
            drafts.append(draft)
            taken.append((draft.start, draft.end))
    named = [
        (d.span.start, d.span.end)
        for d in designations.find(text, language, [p.span for p in periods])
        if d.rule != "two of them"
    ]
    free = [n for n in numerals.scan(text, language) if not _meets(taken + named, n.start, n.end)]
    drafts += amounts.read(_masked(text, taken), free, language) if free else []
    return sorted(drafts, key=lambda d: d.start)


def _twices(text: str) -> Iterator[Draft]:
    for match in _TWICE.finditer(text):
        yield Draft(*match.span(), float(_TWICES[match["word"].lower()]), "count", unit="time")


def _masked(text: str, taken: Sequence[tuple[int, int]]) -> str:
    """Blot out what is read already, so that no amount reaches over it."""
    for start, end in taken:
        text = f"{text[:start]}{_BLOT * (end - start)}{text[end:]}"
    return text


def _meets(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    return any(a < end and start < b for a, b in spans)


def _quantity(text: str, draft: Draft, periods: Sequence[Period], drafts: Sequence[Draft]) -> Quantity:
    direction = directions.of(text, draft)
    period = datings.period_of(text, draft, periods, drafts)
    return Quantity(
        Span(draft.start, draft.end),
        draft.value,
        draft.upper,
        draft.unit,
        draft.currency,
        period,
        datings.base_of(text, draft, direction, period, periods),
        direction,
        hedges.of(text, draft)[0],
    )


def _as_listed(text: str, drafts: Sequence[Draft], found: Sequence[Quantity]) -> list[Quantity]:
    """Give the later numbers of "by 5, 6 and 7 percent" the direction of the first."""
    done = list(found)
    for place in range(1, len(done)):
        joined = _LIST.fullmatch(text, drafts[place - 1].end, drafts[place].start)
        if joined and drafts[place].kind_of_unit == drafts[place - 1].kind_of_unit:
            done[place] = replace(done[place], direction=done[place - 1].direction)
    return done


def _compared(text: str, drafts: Sequence[Draft], found: Sequence[Quantity]) -> list[Quantity]:
    """Give "to 50 in 2015" the base of "from 40 in 2010"."""
    done = list(found)
    for place, draft in enumerate(drafts):
        if not datings.is_start(text, draft) or not done[place].period:
            continue
        others = [n for n, d in enumerate(drafts) if n != place and d.kind_of_unit == draft.kind_of_unit]
        if others:
            nearest = min(others, key=lambda n: abs(drafts[n].start - draft.start))
            if done[nearest].period != done[place].period and not done[nearest].base_period:
                done[nearest] = replace(done[nearest], base_period=done[place].period)
                done[place] = replace(done[place], direction=done[nearest].direction)
    return done


def _distributed(
    text: str, drafts: Sequence[Draft], found: Sequence[Quantity], periods: Sequence[Period]
) -> list[Quantity]:
    """Give "5 and 6 percent in 2019 and 2020 respectively" a year each."""
    done = list(found)
    if "respectively" not in text:
        return done
    for period in periods:
        years = period.edtf.strip("{}").split(",") if period.edtf.startswith("{") else []
        mine = [n for n, q in enumerate(done) if q.period == period.edtf]
        if years and len(mine) == len(years) and len({drafts[n].kind_of_unit for n in mine}) == 1:
            for place, year in zip(mine, years, strict=True):
                done[place] = replace(done[place], period=year)
    return done
