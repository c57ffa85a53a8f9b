"""Sentence → a few of its words in a row, as a label. Words are left out at either end, never inside, never changed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from briefgen.model.source import Span

ELLIPSIS = " […]"
_BREAK = re.compile(r"[;:]\s|,\s|\s[—–]\s|[—(]|\)|[.!?]$")
"""Where a clause may end: a stop, comma, dash or bracket; a comma inside a number has no blank behind it."""


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


def of_value(text: str, sentence: Span, value: Span, others: Sequence[Span], words: Mapping[str, str]) -> str:
    """Say what a value is of: the words behind it where it opens its clause, else the clause whole.

    Args:
        text: the source's text.
        sentence: the sentence.
        value: the number with its unit.
        others: further values of the sentence; no label reaches over one.
        words: wording; ``of`` holds words that join a number to its thing, with ``|``.
    """
    start = max((s.end for s in others if s.end <= value.start), default=sentence.start)
    end = min((s.start for s in others if s.start >= value.end), default=sentence.end)
    found = clause(text, Span(start, end), value)
    behind = trimmed(text, Span(value.end, found.end))
    opens = len(text[found.start : value.start].split()) <= 2
    if not opens or behind.start >= behind.end:
        return _line(text, found)
    joints = "|".join(re.escape(word) for word in words["of"].split("|"))
    cut = re.sub(rf"^(?:{joints})\s+", "", _line(text, behind))
    return re.sub(rf"\s+(?:{'|'.join(re.escape(word) for word in words['and'].split('|'))})$", "", cut)


def of_event(text: str, sentence: Span, dates: Sequence[Span], limit: int, stops: Sequence[str]) -> Span:
    """Cut a sentence down to the words that tell an event: as many whole clauses as the limit holds.

    Args:
        text: the source's text.
        sentence: the sentence.
        dates: its dates in order; an opening phrase that holds nothing but the first is left out.
        limit: characters.
        stops: words a longer clause may be cut before ("that", "which").
    """
    start = _after_opening(text, sentence, dates)
    rest = Span(start, trimmed(text, sentence).end)
    if len(_line(text, rest)) <= limit:
        return rest
    ends = [rest.start + match.start() for match in _BREAK.finditer(rest.of(text))]
    fit = [
        end for end in ends if len(_line(text, Span(rest.start, end))) <= limit and _words(text, rest.start, end) >= 4
    ]
    if fit:
        return _balanced(text, trimmed(text, Span(rest.start, fit[-1])))
    return _balanced(text, trimmed(text, Span(rest.start, _before_stop(text, rest, limit, stops))))


def _after_opening(text: str, sentence: Span, dates: Sequence[Span]) -> int:
    """Find where a sentence goes on after "In June 2018, "."""
    comma = text.find(", ", sentence.start, sentence.end)
    if comma < 0 or not dates or not sentence.start <= dates[0].start < dates[0].end <= comma:
        return sentence.start
    opening = text[sentence.start : dates[0].start] + text[dates[0].end : comma]
    return comma + 2 if len(opening.split()) <= 2 else sentence.start


def _before_stop(text: str, rest: Span, limit: int, stops: Sequence[str]) -> int:
    """Find the last place within the limit before a stop word, else between words."""
    room = rest.of(text)[: limit + 1]
    pattern = rf"\s(?:{'|'.join(map(re.escape, stops))})\s"
    found = [m.start() for m in re.finditer(pattern, room) if len(room[: m.start()].split()) >= 4]
    blank = room.rfind(" ")
    return rest.start + (found[-1] if found else blank if blank > 0 else min(limit, len(rest.of(text))))


def _balanced(text: str, span: Span) -> Span:
    """Draw back before a bracket or quotation that the cut leaves open."""
    words = span.of(text)
    for opening, closing in (("(", ")"), ("“", "”"), ("[", "]")):
        if words.count(opening) > words.count(closing):
            return trimmed(text, Span(span.start, span.start + words.rindex(opening)))
    return span


def _words(text: str, start: int, end: int) -> int:
    return len(text[start:end].split())


def _line(text: str, span: Span) -> str:
    return " ".join(span.of(text).split())
