"""Sentence → fact, reported, judgement or forecast, with the words that decided it. No cue at all means fact."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from briefgen.facts import cues
from briefgen.facts.lexemes import Index, Word, words_of
from briefgen.model.fact import Attribution, Kind, Reason
from briefgen.model.source import Span

_NUMBER = re.compile(r"(?<![\w-])\d")
_CLAUSE = re.compile(r"[,;:(—–]\s|\b(?:but|while|although|because|that)\s|[’”\"]\s(?:and|but)\s")
_HELPERS = re.compile(
    r"(?:\s+(?:has|have|had|is|are|was|were|been|also|then|once|later|recently|repeatedly|both|reportedly|officially))+$",
    re.I,
)
_ADJUNCT = re.compile(
    r"^(?:(?:On|In|At|By|Since|After|Before|During)\b[^,]*,\s*|That same day,\s*|(?:But|And|Yet|However),?\s+)+"
)
_SPEAKER_AFTER = re.compile(r"[,”\"’]?\s*((?:[A-Z][\w’.-]*)(?:\s+(?:of|for|the|van|de|al)?\s*[A-Z][\w’.-]*)*)")
_QUOTATION = re.compile(r"“[^”]*(?:”|$)|(?<!\w)‘(?:[^’]|’(?=\w))*(?:’|$)|(?<!\w)\"[^\"]*(?:\"|$)")
_LONE_CLOSING = re.compile(r"[^“”\"]*(?:”|(?<=[\w,.!?])\")")
_NO_SPEAKER = ("i", "we", "it", "it’s", "it's", "this", "that", "these", "to", "which", "who")
_OPENING = ("While", "Although", "Though", "If", "Because", "Unless")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What kind of sentence it is. Spans count from the start of the sentence."""

    kind: Kind
    why: Reason
    attribution: Attribution | None
    loaded: tuple[Span, ...]
    """The words that take a side; empty where none does."""


@cache
def _index(terms: tuple[str, ...]) -> Index:
    return Index(terms)


def judge(text: str) -> Verdict:
    """Tell what kind a sentence is, and by which words."""
    words = words_of(text)
    quoted = _quotations(text)
    loaded = _outside(_spans(cues.LOADED, words), quoted)
    reported = _reported(text, words, quoted)
    if reported is not None:
        return Verdict("reported", reported[0], reported[1], loaded)
    foreseen = _outside(_spans(cues.FORESEEING, words), quoted)
    if foreseen:
        return Verdict("forecast", Reason("speaks of what is to come", foreseen), None, loaded)
    weighed, weight = _weighed(cues.WEIGHING, words, quoted)
    recorded, record = _weighed(cues.RECORDING, words, quoted)
    record += min(2, len(_NUMBER.findall(text)))
    if weight >= 2 and weight > record:
        return Verdict("judgement", Reason("weighs, compares or explains", weighed), None, loaded)
    return Verdict("fact", Reason("records an act, a measure or a position", recorded), None, loaded)


def _quotations(text: str) -> tuple[Span, ...]:
    """Find what stands in quotation marks; an apostrophe closes nothing but before space or stop."""
    spans = [Span(*match.span()) for match in _QUOTATION.finditer(text)]
    closing = _LONE_CLOSING.match(text)
    return (Span(0, closing.end()), *spans) if closing else tuple(spans)


def _spans(terms: tuple[str, ...], words: Sequence[Word]) -> tuple[Span, ...]:
    hits = sorted({(words[h.at[0]].start, words[h.at[-1]].end) for h in _index(terms).find(words)})
    return tuple(Span(*hit) for hit in hits)


def _outside(spans: tuple[Span, ...], quoted: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(s for s in spans if not any(q.covers(s) for q in quoted))


def _weighed(
    weights: dict[str, float], words: Sequence[Word], quoted: tuple[Span, ...]
) -> tuple[tuple[Span, ...], float]:
    """Add up the cues found outside quotations, each once."""
    terms = tuple(weights)
    found: dict[int, Span] = {}
    for hit in _index(terms).find(words):
        span = Span(words[hit.at[0]].start, words[hit.at[-1]].end)
        if _outside((span,), quoted):
            found.setdefault(hit.key, span)
    return tuple(sorted(found.values())), sum(weights[terms[key]] for key in found)


def _reported(text: str, words: Sequence[Word], quoted: tuple[Span, ...]) -> tuple[Reason, Attribution | None] | None:
    """Find who speaks: before a verb of saying, after it, after “according to”; or that nearly all is quoted."""
    for said in _outside(_spans(cues.SAYING, words), quoted):
        speaker = _speaker_before(text, said.start)
        if speaker is not None:
            return Reason("somebody the sentence names says, holds or finds it", (said,)), speaker
    for said in _outside(_spans(cues.SAYING_BACKWARDS, words), quoted):
        speaker = _speaker_after(text, said.end)
        if speaker is not None and any(q.end <= said.start for q in quoted):
            return Reason("somebody the sentence names says it", (said,)), speaker
    for said in _outside(_spans(cues.SOURCED, words), quoted):
        return Reason("put into another’s mouth", (said,)), _speaker_after(text, said.end)
    if sum(q.end - q.start for q in quoted) > 0.6 * len(text):
        return Reason("stands in quotation marks", quoted), None
    return None


def _speaker_before(text: str, verb: int) -> Attribution | None:
    """Take the subject in front of a verb of saying; none in a clause that “while” or “if” puts below another."""
    start = 0
    for boundary in _CLAUSE.finditer(text, 0, verb):
        if boundary.end() < verb and text[boundary.end() : verb].strip():
            start = boundary.end()
    subject = text[start:verb].rstrip()
    subject = subject[: (helpers.start() if (helpers := _HELPERS.search(subject)) else len(subject))]
    adjunct = _ADJUNCT.match(subject)
    start += adjunct.end() if adjunct else 0
    subject = text[start : start + len(subject) - (adjunct.end() if adjunct else 0)].rstrip(" ,")
    first = subject.split(" ")[0]
    if (
        not subject
        or subject[-1] in '”"’'
        or first in _OPENING
        or first.lower() in _NO_SPEAKER
        or subject.endswith(" be")
    ):
        return None
    return Attribution(subject, Span(start, start + len(subject)))


def _speaker_after(text: str, verb: int) -> Attribution | None:
    match = _SPEAKER_AFTER.match(text, verb)
    return Attribution(match.group(1), Span(*match.span(1))) if match else None
