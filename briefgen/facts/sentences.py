"""Passage → its sentences as spans. Cut only where every rule agrees: half a sentence is worse than two in one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection
from itertools import accumulate

from briefgen.facts import quotations
from briefgen.facts.abbreviations import BEFORE_NUMBERS, LATE, TITLES, openers
from briefgen.model.source import Span

_STOP = re.compile(r"[.!?…]+(?:[\"'’”»“)\]』」]|[ \u00a0\u202f]»)*\s+(?=\S)|[。！？｡]+[\"'’”»)\]』」）]*\s*(?=\S)")
"""A stop, the marks that close with it, and the space behind: "2020.1" and "un.org" have none."""
_LEADER = re.compile(r"\.(?!\w)")
"""A dot in a row of them: ". . . 12" joins an entry of a table of contents to its page."""
_LEAD = re.compile(r"[‘“„\"'«(\[「『—–\-\s¿¡]*(?P<word>[\w’'-]+)?")
_QUOTED = re.compile(r"[“”„«»「」『』()\[\]（）《》‘\"]|(?<!\w)'")
_NUMBERING = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxlcIVXLC]{1,5})\.?")
_BULLET = re.compile(r"(?:[•◦▪‣∙●○■□·*–—+-]\s+|o\s\s+)(?=\S)")
"""The sign before an item of a list, which is none of its words."""
_CITING = re.compile(r"\b\d{1,4}\s(?:[A-Z][A-Za-z']*\.\s?)+[A-Z][A-Za-z']*\Z")
"""Volume and series of a law report, before the page: "106 S.Ct. 2505"."""
_VOLUME = re.compile(r"\b\d{1,4}\s[A-Z][A-Za-z']*\Z")
_SERIES = re.compile(r"[A-Z][A-Za-z']*\.\s\d")
"""The rest of its series and the page: "91 Fed. Reg. 202"."""
_COMPANY = re.compile(r"(?:Co|Corp|Inc|Ltd|Bros)\.")
"""Goes on with a name: "Harbour Ins. Co."."""
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")


def split(text: str, span: Span, language: str = "en", abbreviations: Collection[str] = ()) -> tuple[Span, ...]:
    """Cut one passage into sentences: never in a quotation or bracket, before a small letter, behind an abbreviation.

    Args:
        text: the source's text, marks lifted out; a line break inside the passage is a blank.
        span: the passage.
        language: of the prose, BCP 47.
        abbreviations: more words a stop may follow without ending a sentence, without that stop, in any case.
    """
    start, end = _trimmed(text, span)
    cuts: list[Span] = []
    quoted: _Quoted | None = None
    begun = start
    for match in _STOP.finditer(text, start, end):
        stop, after = match.start(), match.end()
        if not _ends(text, begun, stop, after, language, abbreviations):
            continue
        close = stop + len(match.group().rstrip())
        quoted = quoted or _Quoted(text, start, end)
        if quoted.holds(close):
            continue
        cuts.append(Span(begun, close))
        begun = after
    return (*cuts, Span(begun, end)) if begun < end else tuple(cuts)


def _ends(text: str, begun: int, stop: int, after: int, language: str, more: Collection[str]) -> bool:
    """Tell whether a stop ends a sentence, by the words on either side of it."""
    if text[stop] in "。！？｡":
        return True
    if text[after] in "§¶" or _LEADER.match(text, after):
        return False
    lead = _LEAD.match(text, after)
    word = lead["word"] if lead else None
    if not word:
        return lead is not None and not text[lead.end() : lead.end() + 1].islower()
    if word[0].islower():
        return False
    if text[stop] != "." or text[stop + 1] in ".…":
        return True
    if text[stop - 1].isspace() or _COMPANY.match(text, after):
        return False
    cites = _CITING if word[0].isdigit() else _VOLUME if _SERIES.match(text, after) else None
    if cites is not None and cites.search(text, max(begun, stop - 24), stop):
        return False
    token = _token(text, begun, stop)
    initial = len(word) == 1 and lead is not None and text[lead.end() : lead.end() + 1] == "."
    opens = not initial and word.lower() in openers(language)
    alone = text[begun : stop - len(token)].rstrip()[-1:] in ("", ";", ":")
    return _ends_behind(token, alone, word, opens, text[stop + 1], language, more)


def _ends_behind(
    token: str, alone: bool, word: str, opens: bool, sign: str, language: str, more: Collection[str]
) -> bool:
    """Tell whether a full stop behind a token ends a sentence before a word.

    Args:
        alone: the token is all there is of the sentence, or of an item of its list.
        opens: the word is one that opens sentences.
        sign: the character behind the stop, a blank or a closing mark.
    """
    low = token.lower().strip("’'-")
    if alone and _NUMBERING.fullmatch(token):
        return False
    if low in TITLES or (more and low in {m.lower().rstrip(".") for m in more}):
        return False
    if word[0].isdigit() and low in BEFORE_NUMBERS:
        return False
    if not sign.isspace():
        return True
    if (len(low) == 1 and low.isalpha()) or low in LATE or _DOTTED.fullmatch(low):
        return opens
    return not (language.startswith("de") and low.isdigit() and len(low) <= 2)


def _token(text: str, begun: int, stop: int) -> str:
    """Cut out what stands between the last blank and a stop."""
    blank = max(
        text.rfind(" ", begun, stop), text.rfind("\n", begun, stop), text.rfind("\u00a0", begun, stop), begun - 1
    )
    return text[blank + 1 : stop].lstrip("(‘“„\"'«[")


class _Quoted:
    """The quotations of a passage, asked whether a cut falls into one."""

    def __init__(self, text: str, start: int, end: int) -> None:
        spans = quotations.find(text, start, end) if _QUOTED.search(text, start, end) else []
        self._ends = [span.end for span in spans]
        self._starts = list(accumulate((span.start for span in reversed(spans)), min))[::-1]

    def holds(self, cut: int) -> bool:
        at = bisect_right(self._ends, cut)
        return at < len(self._starts) and self._starts[at] < cut


def _trimmed(text: str, span: Span) -> tuple[int, int]:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    if bullet := _BULLET.match(text, start, span.end):
        start = bullet.end()
    return start, max(start, span.start + len(words.rstrip()))
