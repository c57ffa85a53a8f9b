"""Sentence → a few of its words in a row, as a label. Words are left out at either end, never inside, never changed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.editorial.phrases import Wording, phrase
from briefgen.model.scripts import on_one_line
from briefgen.model.source import Span

ELLIPSIS = "\N{NO-BREAK SPACE}…"
_BREAK = re.compile(r"[;:]\s|,\s|\s[—–]\s|[—(]|\)|[.!?]$")
"""Where a clause may end: a stop, comma, dash or bracket; a comma inside a number has no blank behind it."""

_FURTHEST = 160
"""Characters a label may take to reach a date: three lines."""
_SPARE = 30
"""Characters it may go on behind a date, to end where a phrase does."""
_NAME = 4
"""Words that may be no more than a name."""


def clause(text: str, within: Span, around: Span) -> Span:
    """Find the clause of a sentence that holds a stretch of it.

    Args:
        text: the source's text.
        within: the sentence.
        around: the stretch, inside the sentence.
    """
    sentence = within.of(text)
    start, end = 0, len(sentence)
    for match in _BREAK.finditer(sentence):
        if within.start + match.end() <= around.start:
            start = match.end()
        elif within.start + match.start() >= around.end:
            end = match.start()
            break
    return trimmed(text, Span(within.start + start, within.start + end))


def trimmed(text: str, span: Span) -> Span:
    """Drop white space and the stop at the ends of a span."""
    words = span.of(text)
    left = len(words) - len(words.lstrip(" \n\t,;:—–"))
    right = len(words.rstrip(" \n\t,;:—–."))
    return Span(span.start + left, span.start + max(right, left))


def of_value(text: str, sentence: Span, value: Span, others: Sequence[Span], words: Wording) -> str:
    """Say what a value is of: the words behind it where it opens its clause, else the clause whole.

    Args:
        text: the source's text.
        sentence: the sentence.
        value: the number with its unit.
        others: further values of the sentence; no label reaches over one.
        words: wording; ``cut-before`` holds words that open a clause, ``of`` those that join a number to its thing.
    """
    openers, joints = _choice(phrase(words, "cut-before")), _choice(phrase(words, "of"))
    start = max((s.end for s in others if s.end <= value.start), default=sentence.start)
    end = min((s.start for s in others if s.start >= value.end), default=sentence.end)
    found = clause(text, Span(start, end), value)
    if re.search(rf"\b{openers}\s+$", text[found.start : value.start]):
        found = Span(value.start, found.end)
    whole = re.sub(rf"\s+{openers}$", "", _line(text, found))
    if len(text[found.start : value.start].split()) > 2:
        return whole
    behind = _line(text, trimmed(text, Span(value.end, max(found.end, value.end))))
    return re.sub(rf"^{joints}\s+", "", re.sub(rf"\s+{openers}$", "", behind)) or whole


def of_event(text: str, sentence: Span, dates: Sequence[Span], limit: int, words: Wording) -> Span | None:
    """Cut a sentence down to the words that tell an event; None where no label reaches its date or tells enough.

    The cut comes behind the last date that a label can reach, where a clause, else a phrase, else a word ends.

    Args:
        text: the source's text.
        sentence: the sentence.
        dates: its dates in order; an opening phrase that holds nothing but the first is left out.
        limit: characters wanted; dates may take it to 160.
        words: wording; ``cut-before`` holds words that open a clause, ``cut-at`` those that open a phrase.
    """
    start = _beginning(text, sentence, dates[0])
    rest = Span(start, trimmed(text, sentence).end)
    if len(_line(text, rest)) <= limit:
        return rest
    inside = [date.end for date in dates if date.start >= start]
    reached = [end for end in inside if len(_line(text, Span(start, end))) <= _FURTHEST]
    if dates[0].start >= start and not reached:
        return None
    cut = _balanced(text, trimmed(text, Span(start, _end(text, rest, max(reached, default=start), limit, words))))
    dangling = re.search(rf"(?:[\s,;:—–]+{_openers(words)})+$", cut.of(text))
    kept = Span(cut.start, cut.start + dangling.start()) if dangling else cut
    return kept if len(kept.of(text).split()) > _NAME else None


def _end(text: str, rest: Span, least: int, limit: int, words: Wording) -> int:
    """Find where to cut: the last clause end within the limit, else phrase, else word; never before the least."""
    said = rest.of(text)
    reach = max(limit, len(_line(text, Span(rest.start, least))) + _SPARE)
    for pattern, room in ((_BREAK.pattern, reach), (rf"\s{_openers(words)}\s", reach), (r"\s", limit)):
        ends = [rest.start + match.start() for match in re.finditer(pattern, said)]
        fit = [e for e in (*ends, rest.end) if e >= least and len(_line(text, Span(rest.start, e))) <= room]
        far = bool(fit) and len(_line(text, Span(rest.start, fit[-1]))) * 2 > limit
        if far and _told(text, rest.start, fit[-1]):
            return fit[-1]
    return least if least > rest.start else min(rest.start + limit, rest.end)


def _beginning(text: str, sentence: Span, date: Span) -> int:
    """Find where the event begins: behind "In May 1887, ", else where the sentence does."""
    found = clause(text, sentence, date)
    opening = text[found.start : date.start] + text[date.end : found.end]
    if len(opening.split()) > 2:
        return sentence.start
    start = found.end
    while match := _BREAK.match(text, start, sentence.end):
        start = match.end()
        following = _BREAK.search(text, start, sentence.end)
        if following and len(text[start : following.start()].split()) <= 2:
            start = following.start()
    return start if _told(text, start, sentence.end) else sentence.start


def _balanced(text: str, span: Span) -> Span:
    """Draw back before a bracket or quotation that the cut leaves open."""
    words = span.of(text)
    for opening, closing in (("(", ")"), ("“", "”"), ("[", "]")):
        if words.count(opening) > words.count(closing):
            return trimmed(text, Span(span.start, span.start + words.rindex(opening)))
    return span


def _told(text: str, start: int, end: int) -> bool:
    """Tell whether there are words enough to tell an event."""
    return len(text[start:end].split()) >= 4


def _openers(words: Wording) -> str:
    return _choice(f"{phrase(words, 'cut-before')}|{phrase(words, 'cut-at')}")


def _choice(words: str) -> str:
    return f"(?:{'|'.join(re.escape(word) for word in words.split('|'))})"


def _line(text: str, span: Span) -> str:
    return on_one_line(span.of(text))
