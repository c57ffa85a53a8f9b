"""Sentence → flows: who gives whom what, in phrases cut from it. What is not plainly said is none.

The rules read English, and only sentences built like these: "X provides Y with A, B and C", "X exports A to Y, while
importing B", "X imports A from Y", "X's imports come from Y, including A". Giver and taker must be names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.model.source import Span

_N = r"(?:[Tt]he )?[A-Z][\w-]*(?: [A-Z][\w-]*){0,2}"
_BETWEEN = r"(?:\w+ly |also |now |has |have |had |long |mostly |chiefly ){0,3}"
_GIVES = r"(?:provide[sd]?|supply|supplie[sd]|furnish(?:e[sd])?)"
_SENDS = r"(?:exports?|exported|sells?|sold|ships?|shipped|deliver(?:s|ed)?|supply|supplie[sd])"
_TAKES = r"(?:imports?|imported|buys?|bought|purchase[sd]?)"
_BACK = r"(?:importing|buying|purchasing|taking|imports?|imported|buys?|bought)"
_BOUND = r"(?:^|(?<=[,;:—] ))"
_PATTERNS = tuple(
    re.compile(_BOUND + pattern)
    for pattern in (
        rf"(?P<giver>{_N}) {_BETWEEN}{_GIVES} (?P<taker>{_N}) with (?P<items>.+)",
        rf"(?P<giver>{_N}) {_BETWEEN}{_SENDS} (?P<items>[^;:()]+?) to (?P<taker>{_N})"
        rf"(?:,? (?:while|and) {_BETWEEN}{_BACK} (?P<back>.+)|(?=[.,;]|$))",
        rf"(?P<taker>{_N}) {_BETWEEN}{_TAKES} (?P<items>[^;:()]+?) from (?P<giver>{_N})(?=[.,;]|$)",
        rf"(?:[\w ]+ of )?(?P<taker>{_N})[’']s? (?:[a-z]+ ){{0,2}}imports?(?:, \w+,)? (?:come|comes|came) {_BETWEEN}"
        rf"from (?P<giver>{_N}),? (?:including|such as|among them) (?P<items>.+)",
    )
)
_TURNS = re.compile(
    r"\b(?:not|no|nor|never|neither|without|hardly|if|unless|would|could|may|might|should|will|allegedly|reportedly|"
    r"refuse[sd]?|stopped|ceased|plan(?:s|ned)?|hope[sd]?|used to|until)\b|n[’']t\b",
    re.I,
)
"""Before or within a statement: it is then no plain one."""
_PARTS = re.compile(r",? as well as |, (?:and |or )?")
_OPENS = re.compile(
    r"(?:which|who|whose|that|where|while|when|because|but|although|though|since|with|for|by|in|on|at|to|from|"
    r"including|such|among|as|if|it|they|he|she|this|these|is|are|was|were|has|have)\b|\w+ing\b(?= \w)",
    re.I,
)
"""A piece that begins so is no thing but goes on about the one before: the list is unclear."""
_LONGEST = 30
"""Words of one phrase."""


@dataclass(frozen=True, slots=True)
class Flow:
    """What one gives another, as a sentence says it."""

    giver: str
    taker: str
    items: tuple[Span, ...]


def find_flows(text: str, sentence: Span) -> tuple[Flow, ...]:
    """Find who gives whom what in a sentence; nothing where it is not plainly said.

    Args:
        text: the source's text.
        sentence: the sentence, in it.
    """
    said = re.sub(r"\s", " ", sentence.of(text)).rstrip(" .")
    for pattern in _PATTERNS:
        match = pattern.search(said)
        # What stands behind the last thing limits it, and is printed with it.
        if match and not _TURNS.search(said[: match.start("items")]):
            flows = tuple(_flows(text, sentence, match))
            return flows if all(flow.items and _is_name(text, flow.giver) for flow in flows) else ()
    return ()


def _flows(text: str, sentence: Span, match: re.Match[str]) -> Iterator[Flow]:
    giver, taker = (match[name].removeprefix("the ").removeprefix("The ") for name in ("giver", "taker"))
    yield Flow(giver, taker, _items(text, sentence, *match.span("items")))
    if match.groupdict().get("back"):
        yield Flow(taker, giver, _items(text, sentence, *match.span("back")))


def _items(text: str, sentence: Span, start: int, end: int) -> tuple[Span, ...]:
    """Cut a list into its things; empty where one of them is none."""
    whole = sentence.of(text)
    pieces, at = [], start
    for part in _PARTS.finditer(re.sub(r"\s", " ", whole), start, end):
        if not _inside_brackets(whole[start : part.start()]):
            pieces.append((at, part.start()))
            at = part.end()
    pieces.append((at, end))
    spans = [Span(sentence.start + a, sentence.start + b) for a, b in pieces]
    return () if any(_is_unclear(span.of(text)) for span in spans) else tuple(spans)


def _inside_brackets(text: str) -> bool:
    return text.count("(") > text.count(")")


def _is_unclear(piece: str) -> bool:
    words = piece.split()
    return not words or len(words) > _LONGEST or _OPENS.match(piece) is not None


def _is_name(text: str, word: str) -> bool:
    """Tell a name from a word that only opens a sentence: a name has its capital in the midst of one too."""
    return re.search(rf"(?<=[\w,] ){re.escape(word)}\b", text) is not None
