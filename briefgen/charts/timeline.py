"""Dated facts → events on an axis to scale. A mark shows how exactly its date is known; what has none is not there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.charts.axis import draw_axis
from briefgen.charts.canvas import Sheet
from briefgen.charts.composition import Order, Outcome, evidence
from briefgen.charts.excerpts import ELLIPSIS, of_event, trimmed
from briefgen.editorial.periods import Moment, Window, parse, say
from briefgen.editorial.phrases import Wording, phrase
from briefgen.errors import Remark
from briefgen.model.chart import Chart, Event, Panel
from briefgen.model.dossier import Occurrence
from briefgen.model.fact import Fact, Period
from briefgen.model.scripts import on_one_line
from briefgen.model.source import Span

_LEAST = 5
_MOST = 12
_LIMIT, _MANY, _SHORT = 130, 7, 66
"""Characters of a label: two lines; little more than one, where there are more events than so many."""
_CONFIRMED = 160
"""Of one that a person chose: three lines."""
_LEVELS = ("level", "share", "change+", "change-", "factor")
_OWNED = re.compile(
    r"(?P<at>\b(?:[Ii]n|[Dd]uring|[Aa]t|[Aa]fter|[Bb]efore|[Ss]ince|[Uu]ntil|[Ff]ollowing|[Ff]rom)\s)?"
    r"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur|\w+(?:['’]s|s['’]))\s"
    r"(?:(?:first|second|original|earlier|later|amended)\s)?\Z"
)
_NOUN = re.compile(
    r"\s(?!(?:and|or|to|in|on|at|by|for|with|from|of|when|which|that|was|were|is|are|has|have|had|as|but|after|before"
    r"|until|under|while|because|it|he|she|they)\b)([A-Za-z][\w-]*)"
)
_NAMED = re.compile(r"[\w,’'”)]\s[A-Z][\w’']*\s\Z")
"""A name goes on with it: "Vision 2030"."""
_PAPER = re.compile(
    r"(?:article|post|posting|paper|report|statement|letter|memorandum|form|document|edition|version|survey|study|guidance"
    r"|publication|act|law|rule|order|decision|list|estimate|figure)s?"
)


@dataclass(frozen=True, slots=True)
class _Dated:
    """A fact with the words that tell its event and the windows they are dated by."""

    fact: Fact
    span: Span
    """What the label is cut from."""
    label: str
    windows: tuple[Window, ...]


def compose(order: Order) -> Outcome:
    """Set out the facts of the theme that carry a date of their own."""
    dated = _all_dated(order, _LIMIT)
    if len(dated) > _MANY:
        dated = _all_dated(order, _SHORT)
    least = max(order.rule.minimum, _LEAST)
    count = sum(len(found.windows) for found in dated)
    if count < least:
        return order.refusal(f"it takes {least} events with a date of their own, and finds {count or 'none'}")
    kept, remarks = _foremost(order, dated)
    events = [
        Event(found.label, _edge(window.first), _edge(window.last), evidence(found.fact, found.span))
        for found in kept
        for window in found.windows
    ]
    events.sort(key=lambda event: (event.start, event.end))
    panel = Panel("", events=tuple(events))
    return order.chart(_subtitle(kept, order.words), panel), remarks


def _candidates(order: Order) -> list[Fact]:
    """Take the facts whose first theme this is; where nothing is labelled with it (a quota), every fact."""
    told = {event.fact for event in order.selection.base.dossier.events}
    facts = [fact for fact in order.selection.facts if fact.kind in ("fact", "reported") or fact.id in told]
    if not any(order.selection.theme in fact.theme_names for fact in facts):
        return facts
    return [fact for fact in facts if fact.theme_names[:1] == (order.selection.theme,)]


def _all_dated(order: Order, limit: int) -> list[_Dated]:
    """Take the events that somebody confirmed; of a sentence of which nobody confirmed any, those found in it."""
    confirmed: dict[str, list[Occurrence]] = {}
    for event in order.selection.base.dossier.events:
        confirmed.setdefault(event.fact, []).append(event)
    dated: list[_Dated] = []
    for fact in _candidates(order):
        if fact.id in confirmed:
            dated += (_confirmed(order, fact, event) for event in confirmed[fact.id] if parse(event.date))
        elif found := _dated(order, fact, limit):
            dated.append(found)
    return dated


def _confirmed(order: Order, fact: Fact, event: Occurrence) -> _Dated:
    """Take an event in the words confirmed, without the date they open with; only what fills three lines is cut."""
    dates = [period.span for period in fact.periods if event.span.covers(period.span)]
    label = (of_event(order.text, event.span, dates, _CONFIRMED, order.words) if dates else None) or event.span
    words = on_one_line(label.of(order.text))
    whole = trimmed(order.text, event.span).end <= label.end
    return _Dated(fact, label, words if whole else words + ELLIPSIS, parse(event.date))


def _dated(order: Order, fact: Fact, limit: int) -> _Dated | None:
    """Cut a fact down to its event; None where its words hold no date of an event."""
    dates = [period for period in fact.periods if _is_own(order.text, fact, period)]
    if not dates:
        return None
    label = of_event(order.text, fact.span, [p.span for p in dates], limit, order.words)
    if label is None or _turned(order, fact, label):
        return None
    # Further dates stand in the label: drawn again under the same words, they would date what they do not.
    told = next((p for p in dates if label.covers(p.span) or p.span.end <= label.start), None)
    windows = tuple(dict.fromkeys(parse(told.edtf))) if told else ()
    whole = trimmed(order.text, fact.span).end <= label.end
    words = on_one_line(label.of(order.text))
    return _Dated(fact, label, words if whole else words + ELLIPSIS, windows) if windows else None


def _is_own(text: str, fact: Fact, period: Period) -> bool:
    """Tell whether a period dates an event: not a figure, not a gloss in brackets, not counted from elsewhere."""
    windows = parse(period.edtf)
    if period.relative or not windows or any(w.first is None for w in windows):
        return False
    counted = any(w.last is None for w in windows)
    figures = {p for q in fact.quantities if counted or q.direction in _LEVELS for p in (q.period, q.base_period)}
    before = text[fact.span.start : period.span.start]
    apart = period.edtf not in figures and before.count("(") <= before.count(")")
    return apart and not _is_attribute(text, fact.span, period.span)


def _is_attribute(text: str, within: Span, date: Span) -> bool:
    """Tell whether a date only tells one thing from another: "the May 1920 report", but not "in the 1920 election"."""
    if _NAMED.search(text, max(within.start, date.start - 40), date.start):
        return True
    owner = _OWNED.search(text, max(within.start, date.start - 40), date.start)
    noun = _NOUN.match(text, date.end, within.end)
    return owner is not None and noun is not None and (not owner["at"] or _PAPER.fullmatch(noun[1]) is not None)


def _turned(order: Order, fact: Fact, label: Span) -> bool:
    """Tell whether what the label leaves out takes back what it says ("…, but this did not happen")."""
    rest = order.text[label.end : fact.span.end].lower().split()
    opening = [word.strip(",;:—–") for word in rest[:3] if word.strip(",;:—–")]
    return bool(opening) and opening[0] in phrase(order.words, "contrast").split("|")


def _foremost(order: Order, dated: list[_Dated]) -> tuple[list[_Dated], tuple[Remark, ...]]:
    """Keep at most twelve, those that belong to the theme most."""
    ranked = sorted(dated, key=lambda d: (-max((t.score for t in d.fact.themes), default=0.0), d.fact.span))
    kept = sorted(ranked[:_MOST], key=lambda d: d.fact.span)
    left = len(dated) - len(kept)
    remarks = (
        (order.remark(f"{left} further dated passage(s) are not drawn: a timeline holds {_MOST}"),) if left else ()
    )
    return kept, remarks


def _edge(moment: Moment | None) -> str:
    return moment.edtf if moment else ".."


def _subtitle(kept: Sequence[_Dated], words: Wording) -> tuple[str, ...]:
    windows = [window for found in kept for window in found.windows]
    first = min(w.first for w in windows if w.first)
    last = max((w.last or w.first for w in windows if w.first), key=lambda m: m.closing if m else 0.0)
    keys = {"key-arrow" if w.last is None else "key-dot" if _is_dot(w) else "key-bar" for w in windows}
    head = phrase(words, "timeline", span=say(Window(first, last), words))
    return (head, *(phrase(words, key) for key in ("key-bar", "key-dot", "key-arrow") if key in keys))


def _is_dot(window: Window) -> bool:
    return window.first == window.last and bool(window.first and window.first.month)


def draw(chart: Chart, sheet: Sheet, words: Wording) -> None:
    """Draw the axis with its events, one label for all the dates of one sentence."""
    rows: dict[tuple[str, str], list[Window]] = {}
    for event in (e for panel in chart.panels for e in panel.events):
        window = parse(event.start if event.start == event.end else f"{event.start}/{event.end}")
        rows.setdefault((event.evidence.fact, event.label), []).extend(window)
    draw_axis(sheet, [(_dates(windows, words), label, windows) for (_, label), windows in rows.items()])


def _dates(windows: Sequence[Window], words: Wording) -> str:
    return ", ".join(say(window, words).replace(" ", "\N{NO-BREAK SPACE}") for window in windows)
