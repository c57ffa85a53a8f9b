"""A section's first sentence → the clause of it that may stand bold: a message in the source's own words.

It is emphasis on a span, not a repetition: cut at a clause boundary, with a finite verb, and only where nothing
behind it takes it back. The rules read English; a source in another language gets no leads.
"""

from __future__ import annotations

import re

from briefgen.model.source import Source, Span

_MOST, _LEAST = 14, 3
"""Words of a lead."""
_BOUNDARY = re.compile(
    r"(?P<stop>[;:])\s|\s[—–]\s"
    r"|(?P<comma>,)\s(?=(?:with|while|whereas|which|who|and|as|because|since|so|including|such as"
    r"|driven|based|followed|led|leaving|\w{2,}ing)\b)"
)
_HANGING = re.compile(r"\b(?:how|whether|what|why|that|which|who|where|when)\s(?:the\s|an?\s|its\s|their\s)?[\w’'-]+$")
"""Ends behind the beginning of a clause that has no verb yet: "two views about how companies"."""
_LISTED = re.compile(r",\s(?:and|as)\b")
"""May close a list of things instead of a clause."""
_TURNS = re.compile(
    r"\b(?:but|yet|however|although|though|albeit|unless|except|despite|without|not|no|nor|never|hardly|only|"
    r"if|would|could|may|might|allegedly|reportedly|perhaps|possibly)\b|n’t\b|n't\b",
    re.I,
)
_AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|will|shall|must|can|remains?|became|becomes?|made|makes?|took|"
    r"takes?|gave|gives?|came|comes?|went|goes|saw|sees?|held|holds?|met|meets?|sold|sells?|built|builds?|grew|grows?|"
    r"rose|rises?|fell|falls?|began|begins?|found|finds?|kept|keeps?|led|leads?|left|leaves?|said|says?|told|tells?)\b"
)
_PAST = re.compile(r"(?<!\bthe )(?<!\ba )(?<!\ban )(?<!\bof )(?<!\bby )(?<!\band )\b[a-z]{2,}ed\b(?! by\b)")
_PRESENT = re.compile(r"\b(?:[A-Z][\w’-]*|[a-z]+ly|it|he|she) [a-z]{3,}(?<![su])s\b(?! of\b)")
_OPENERS, _CLOSERS = "([“‘«", ")]”’»"


def find_lead(source: Source, sentence: Span) -> Span | None:
    """Find the clause of a sentence that may open a section in bold; None where there is none."""
    if source.card.language.partition("-")[0] != "en":
        return None
    text = sentence.of(source.text)
    if "?" in text:
        return None
    for boundary in _BOUNDARY.finditer(text):
        clause, rest = text[: boundary.start()], text[boundary.end() :]
        if _fits(clause) and _is_closed(clause) and not (_LISTED.match(text, boundary.start()) and "," in clause):
            if _TURNS.search(clause) or _TURNS.search(rest):
                return None
            stop = boundary["stop"] or boundary["comma"] or ""
            return Span(sentence.start, sentence.start + boundary.start() + len(stop))
    return sentence if _fits(text) and not _TURNS.search(text) else None


def _fits(clause: str) -> bool:
    words = len(clause.split())
    return (
        _LEAST <= words <= _MOST
        and not _HANGING.search(clause)
        and any(p.search(clause) for p in (_AUXILIARY, _PAST, _PRESENT))
    )


def _is_closed(clause: str) -> bool:
    """Tell whether no bracket or quotation is open at the end; an apostrophe closes nothing."""
    bare = re.sub(r"(?<=\w)’(?=\w|\s)", "", clause)
    return all(bare.count(o) == bare.count(c) for o, c in zip(_OPENERS, _CLOSERS, strict=True))
