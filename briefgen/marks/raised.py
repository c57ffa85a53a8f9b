"""Text → the places where marks are set off by brackets, by superscript digits, or as a reader saw them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from briefgen.marks import prices
from briefgen.marks.candidates import LONGEST_LABEL, Candidate, Place, listed
from briefgen.marks.contexts import left_of, right_of
from briefgen.marks.lifting import JOINT
from briefgen.marks.vocabulary import Vocabulary
from briefgen.model.source import Span

ONE: Final = r"\[ ?[0-9]{1,4}(?: ?[,;–—‐‑−-] ?[0-9]{1,4})* ?\]"
BRACKETED: Final = re.compile(rf"{ONE}(?:[ ,;–—‐‑−-]{{0,2}}{ONE})*")
SUPERSCRIPT: Final = re.compile("[⁰¹²³⁴-⁹]+(?:[,˒‚ʼ⁻–-][⁰¹²³⁴-⁹]+)*")
DIGITS: Final = re.compile("[0-9]+|[⁰¹²³⁴-⁹]+")
YEAR: Final = re.compile("(?:1[5-9]|20)[0-9]{2}")
SYMBOLS: Final = re.compile("[*†‡§¶]+")
PART: Final = re.compile(r" ?\(?[0-9]")
FRAME: Final = " []()"


@dataclass(frozen=True, slots=True)
class Given:
    """A candidate that a reader of docx, html or pdf already sees set as a mark."""

    span: Span
    """Of the label, in the text as supplied."""
    evidence: Literal["note", "link", "superscript"]
    run: str | None = None
    """Its numbering, where the file tells: "footnotes"; None where it does not."""


def told_apart(text: str, given: Iterable[Given]) -> tuple[list[Given], list[Given]]:
    """Part the candidates that are marks beyond doubt from the numbers that a sequence must bear out."""
    told: list[Given] = []
    counted: list[Given] = []
    for each in sorted(given, key=lambda each: each.span):
        bare = replace(each, span=_bare(text, each.span))
        label = bare.span.of(text)
        numeric = DIGITS.fullmatch(label) is not None and len(label) <= LONGEST_LABEL
        if bare.run is None and (numeric or DIGITS.match(label)):
            counted.append(bare)
        elif label and (bare.evidence != "superscript" or SYMBOLS.fullmatch(label)):
            told.append(bare)
    return told, counted


def _bare(text: str, span: Span) -> Span:
    """Take brackets and spaces off a label."""
    label = span.of(text)
    start = span.start + len(label) - len(label.lstrip(FRAME))
    return Span(start, max(start, span.start + len(label.rstrip(FRAME))))


def bracketed_places(text: str, known: Vocabulary) -> Iterator[Place]:
    """Find numbers in square brackets."""
    for group in BRACKETED.finditer(text):
        start, end = group.span()
        right = right_of(text, end)
        left = _bracketed(text, start, end, right, known)
        yield from _place(text, _digits(text, Span(start, end)), left, min(0.0, prices.RIGHT[right]))


def _bracketed(text: str, start: int, end: int, right: str, known: Vocabulary) -> str:
    if start == 0 or (text[start - 1] in "\n\r" and right != "point"):
        return "bracketed line"
    if YEAR.fullmatch(text, start + 1, end - 1):
        return "bracketed year"
    if text[start - 1].isalpha() and left_of(text, start, known) in ("code", "unit"):
        return "bracketed index"
    return "bracketed part" if PART.match(text, end) or text[max(0, start - 2) : start] == ": " else "bracketed"


def superscript_places(text: str, known: Vocabulary) -> Iterator[Place]:
    """Find numbers in superscript digits."""
    for group in SUPERSCRIPT.finditer(text):
        start, end = group.span()
        yield from _place(text, _digits(text, Span(start, end)), _raised(text, start, known), 0.0)


def given_places(text: str, given: Sequence[Given], known: Vocabulary) -> Iterator[Place]:
    """Take the numbers a reader gives, those of one list together.

    Args:
        given: ascending and apart.
    """
    index = 0
    while index < len(given):
        first = last = given[index]
        runs = list(_digits(text, first.span))
        index += 1
        while index < len(given) and _joined(text, last, given[index]):
            last = given[index]
            # Two that touch stay two: the file says where one ends, though their digits run together.
            runs += _digits(text, last.span)
            index += 1
        start = first.span.start
        left = _raised(text, start, known) if first.evidence == "superscript" else first.evidence
        yield from _place(text, runs, left, 0.0)


def _joined(text: str, one: Given, other: Given) -> bool:
    return one.evidence == other.evidence and bool(JOINT.match(text, one.span.end, other.span.start))


def _raised(text: str, at: int, known: Vocabulary) -> str:
    """Tell a raised mark from a power: "10⁶", "km²", "x²"."""
    if at and (text[at - 1] in "⁻⁺−" or text[at - 1].isspace()):
        return "power"
    left = left_of(text, at, known)
    if left == "digit":
        return "raised" if YEAR.fullmatch(text, at - 4, at) else "power"
    return "power" if left in ("unit", "code", "half name", "glued bracket") else "raised"


def _digits(text: str, span: Span) -> Iterator[tuple[int, int]]:
    return (run.span() for run in DIGITS.finditer(text, span.start, span.end))


def _place(text: str, runs: Iterable[tuple[int, int]], left: str, weight: float) -> Iterator[Place]:
    numerals = listed(text, list(runs))
    if numerals:
        yield (Candidate(numerals, prices.LEFT[left] + weight, left, True),)
