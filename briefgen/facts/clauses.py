"""Sentence, its quantities → the clause of each and the words that say what it is of: cut out, never worded."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.facts.wordlists import collected
from briefgen.model.fact import Quantity
from briefgen.model.source import Span

_WALL = re.compile(r"[;:]\s|—|\s[–-]{1,2}\s|[()]|\b(?:while|whereas|but)\s", re.IGNORECASE)
_SOFT = re.compile(r",\s(?:and\s|or\s)?|\s(?:and|or|to|versus)\s", re.IGNORECASE)
_OPENING = re.compile(r".*\b(?:that|which)\s", re.IGNORECASE | re.DOTALL)
_OF = re.compile(r"\s*(?:of\sthe\s(?=[A-Z])|of\s|der\s|des\s|de\s|von\s)?", re.IGNORECASE)
_HEDGED = re.compile(
    r"(?:\b(?:nearly|almost|about|around|over|under|some|only|just|roughly|approximately|more\sthan|less\sthan|at\sleast|up\sto|an?\s"
    r"estimated|as\s(?:many|much)\sas|by|to|at|a|an|the)\s*)+\Z",
    re.IGNORECASE,
)
_HELPING = re.compile(
    r"(?:\s*\b(?:has|have|had|was|were|is|are|be|been|being|will|would|also|now|already|then|since|ever|not|never|reportedly|only|"
    r"jointly|together|recently|subsequently|alone))+\s*\Z",
    re.IGNORECASE,
)
_MEASURING = re.compile(
    r"(?:\s*\b(?:reach(?:ed|es|ing)|amount(?:ed|s|ing)\sto|total(?:led|ed|s|ling|ing)|stood\sat|stands\sat|hit|was|were|is|are|rose|grew|"
    r"fell|climbed|increased|decreased|declined|dropped|jumped|surged|worth|valued\sat|came\sto|comes\sto|accounted\sfor|accounts\sfor|"
    r"account\sfor|made\sup|makes\sup|of|with|had|has|have|by|to|at))+\s*\Z",
    re.IGNORECASE,
)
_PRONOUNS = collected("he she it they we i this that these those who which both each")
_EDGES = " \n\t,;:—–-()"


def same_kind(one: Quantity, other: Quantity) -> bool:
    """Tell whether two quantities are of one unit."""
    return (one.unit, one.currency) == (other.unit, other.currency)


def of(text: str, sentence: Span, quantity: Quantity, others: Sequence[Quantity]) -> Span:
    """Find the clause of a quantity: up to a hard stop, or to where the next number of its unit takes over.

    Args:
        text: the source's text.
        others: all quantities of the sentence.
    """
    mine = quantity.span
    rivals = [q.span for q in others if q.span != mine and same_kind(q, quantity)]
    before = [s.end for s in rivals if s.end <= mine.start]
    after = [s.start for s in rivals if s.start >= mine.end]
    start = max([sentence.start, *before])
    for match in _WALL.finditer(text, start, mine.start):
        start = match.end()
    if before and start == max(before):
        soft = _SOFT.search(text, start, mine.start)
        start = soft.end() if soft else start
    end = min([sentence.end, *after])
    wall = _WALL.search(text, mine.end, end)
    if wall:
        end = wall.start()
    elif after:
        ends = [match.start() for match in _SOFT.finditer(text, mine.end, end)]
        end = ends[-1] if ends else end
    return trimmed(text, Span(min(start, mine.start), max(end, mine.end)))


def trimmed(text: str, span: Span) -> Span:
    """Drop blanks and stops at both ends of a span."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(_EDGES))
    return Span(start, max(start, span.start + len(words.rstrip(_EDGES + ".…"))))


def label(text: str, clause: Span, quantity: Quantity, verb: Span | None, subject: Span | None) -> tuple[Span, ...]:
    """Cut out what says what a quantity is of; empty where nothing does.

    Args:
        clause: the quantity's own clause.
        verb: where a word of the measure stands in the sentence before the number; None for none.
        subject: of the number before in the sentence, for "he" and "of those"; None for none.
    """
    mine = quantity.span
    if verb and _narrowed(text, clause, mine.start) <= verb.start and verb.end < mine.start:
        return _around(text, Span(_narrowed(text, clause, verb.start), verb.start), Span(verb.end, mine.start), subject)
    start = _narrowed(text, clause, mine.start)
    head = _HEDGED.sub("", text[start : mine.start])
    if not head.strip(_EDGES):
        behind = _OF.match(text, mine.end, clause.end)
        rest = trimmed(text, Span(behind.end() if behind else mine.end, max(clause.end, behind.end() if behind else 0)))
        return (rest,) if rest.start < rest.end else ()
    named = trimmed(text, Span(start, start + len(_MEASURING.sub("", head))))
    return (named,) if named.start < named.end else ()


def _narrowed(text: str, clause: Span, at: int) -> int:
    """Find where the words begin that belong to a place: behind "that", or behind the comma of an opening phrase."""
    opening = _OPENING.match(text, clause.start, at)
    start = opening.end() if opening else clause.start
    comma = text.rfind(", ", start, at)
    rest = text[comma + 2 : at] if comma >= 0 else ""
    return comma + 2 if _HELPING.sub("", f" {rest}").strip() else start


def _around(text: str, head: Span, behind: Span, subject: Span | None) -> tuple[Span, ...]:
    """Cut out subject and object: who stands before the verb, and what behind it."""
    words = head.of(text)
    who = trimmed(text, Span(head.start, head.start + len(_HELPING.sub("", words))))
    said = who.of(text).lower()
    if not said or said in _PRONOUNS:
        if subject is None:
            return ()
        who = subject
    tail = _HEDGED.sub("", behind.of(text))
    what = trimmed(text, Span(behind.start, behind.start + len(tail)))
    return (who, what) if what.start < what.end else (who,)
