"""Sentence → fact, reported, judgement or forecast, with the words that decided it. No cue at all means fact."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from briefgen.facts import cues
from briefgen.facts.lexemes import Index, words_of
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
_MEASURED = re.compile(
    r"(?:more|less|fewer|better|greater|higher) than\s+(?:[^\w\s]*\d"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    r"|half|dozens?|hundreds?|thousands?|millions?)\b)",
    re.I,
)
"""A bound of a number, not a comparison."""
RULES = 0.09
"""Share of sentences that bind somebody from which a document is one of rules; essays and judgments stay below 0.06."""
CAPITALS = 0.05
"""The same where rules are set in capitals (RFC 2119)."""
_BINDING = re.compile(r"(?<!\b[Ww]e )(?<!\b[Ii]t )(?<!\bI )(?<!\b[Tt]his )(?<!\b[Tt]hat )\b(?:must|shall)\b")
_CAPITALS = re.compile(r"\b(?:MUST|SHALL)\b")
_RULING = re.compile(r"\b(?:must|shall|should|ought)\b", re.I)
_MONTH = re.compile(r"May(?=,? \d)|(?<=\d )May\b")
_STATE = re.compile(r"(?<=\w )State\b")
"""A name, not a condition: "the Department of State of Norland"."""
_OPENING = ("While", "Although", "Though", "If", "Because", "Unless")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What kind of sentence it is. Spans count from the start of the sentence."""

    kind: Kind
    why: Reason
    attribution: Attribution | None
    loaded: tuple[Span, ...]
    """The words that take a side; empty where none does."""


_GROUPS: Mapping[str, Mapping[str, float]] = {
    "loaded": dict.fromkeys(cues.LOADED, 1),
    "saying": dict.fromkeys(cues.SAYING, 1),
    "saying backwards": dict.fromkeys(cues.SAYING_BACKWARDS, 1),
    "sourced": dict.fromkeys(cues.SOURCED, 1),
    "foreseeing": dict.fromkeys(cues.FORESEEING, 1),
    "weighing": cues.WEIGHING,
    "recording": cues.RECORDING,
}


@cache
def _index() -> tuple[Index, tuple[tuple[str, float], ...]]:
    """Make one index of all cues, and tell the group and weight of each."""
    rows = [(term, group, weight) for group, terms in _GROUPS.items() for term, weight in terms.items()]
    return Index([term for term, _, _ in rows]), tuple((group, weight) for _, group, weight in rows)


def rules(texts: Collection[str]) -> bool:
    """Tell whether a document lays down rules: there "must" is what it says, not what its author thinks."""
    shares = ((_BINDING, RULES), (_CAPITALS, CAPITALS))
    return any(sum(bool(rx.search(text)) for text in texts) >= share * max(1, len(texts)) for rx, share in shares)


def judge(text: str, ruling: bool = False) -> Verdict:
    """Tell what kind a sentence is, and by which words.

    Args:
        ruling: whether its document lays down rules.
    """
    quoted = _quotations(text)
    found = _cues(text, quoted)
    if ruling:
        weighing = [row for row in found["weighing"] if not _RULING.fullmatch(row[0].of(text))]
        found = {**found, "weighing": weighing}
    loaded = tuple(span for span, _ in found["loaded"])
    reported = _reported(text, found, quoted)
    if reported is not None:
        return Verdict("reported", reported[0], reported[1], loaded)
    if found["foreseeing"]:
        spans = tuple(span for span, _ in found["foreseeing"])
        return Verdict("forecast", Reason("speaks of what is to come", spans), None, loaded)
    weighed, weight = _weighed(found["weighing"])
    recorded, record = _weighed(found["recording"])
    record += min(2, len(_NUMBER.findall(text)))
    if weight >= 2 and weight > record:
        return Verdict("judgement", Reason("weighs, compares or explains", weighed), None, loaded)
    return Verdict("fact", Reason("records an act, a measure or a position", recorded), None, loaded)


Found = Mapping[str, Sequence[tuple[Span, float]]]


def _cues(text: str, quoted: tuple[Span, ...]) -> Found:
    """Find the cues outside quotations by group, each term once, with their weights."""
    index, rows = _index()
    words = words_of(text)
    first: dict[int, Span] = {}
    for hit in index.find(words):
        span = Span(words[hit.at[0]].start, words[hit.at[-1]].end)
        if any(unlike.match(text, span.start) for unlike in (_MEASURED, _MONTH, _STATE)):
            continue
        if not any(q.covers(span) for q in quoted):
            first.setdefault(hit.key, span)
    found: dict[str, list[tuple[Span, float]]] = {group: [] for group in _GROUPS}
    for key, span in first.items():
        group, weight = rows[key]
        found[group].append((span, weight))
    return {group: sorted(set(spans)) for group, spans in found.items()}


def _weighed(found: Sequence[tuple[Span, float]]) -> tuple[tuple[Span, ...], float]:
    return tuple(span for span, _ in found), sum(weight for _, weight in found)


def _quotations(text: str) -> tuple[Span, ...]:
    """Find what stands in quotation marks; an apostrophe closes nothing but before space or stop."""
    spans = [Span(*match.span()) for match in _QUOTATION.finditer(text)]
    closing = _LONE_CLOSING.match(text)
    return (Span(0, closing.end()), *spans) if closing else tuple(spans)


def _reported(text: str, found: Found, quoted: tuple[Span, ...]) -> tuple[Reason, Attribution | None] | None:
    """Find who speaks: before a verb of saying, after it, after “according to”; or that nearly all is quoted."""
    for said, _ in found["saying"]:
        speaker = _speaker_before(text, said.start)
        if speaker is not None:
            return Reason("somebody the sentence names says, holds or finds it", (said,)), speaker
    for said, _ in found["saying backwards"]:
        speaker = _speaker_after(text, said.end)
        if speaker is not None and any(q.end <= said.start for q in quoted):
            return Reason("somebody the sentence names says it", (said,)), speaker
    for said, _ in found["sourced"]:
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
