"""A cell that quotes its sentence → where the quotation stands. What does not stand there is refused, with its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefgen.editorial.terms import HAN
from briefgen.errors import EditorialError
from briefgen.model.fact import Fact, Factbase
from briefgen.model.source import Span

_HAN = re.compile(rf"[{HAN}]")
_LETTER = re.compile(rf"[^\W{HAN}]")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_SPACE = re.compile(r"\s+")
CONFIRM = "copy the words from the sentence; `briefgen facts` shows it"


@dataclass(frozen=True, slots=True)
class Slice:
    """A stretch of a fact."""

    fact: Fact
    span: Span
    """In the source's text."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """What a row takes from a sentence."""

    where: str
    """File and line of the row."""
    fact: str
    """Id of the sentence."""
    words: str
    """White space may differ."""
    start: int | None = None
    """Character of the sentence it begins at; None where it stands there once."""
    end: int | None = None
    also: tuple[str, ...] = ()
    """Other words that stand in the same sentence."""


def anchor(base: Factbase, wanted: Quotation) -> Slice:
    """Find the words of a row: in its sentence, else in the one that holds them.

    Raises:
        EditorialError: the sentence does not hold the words, or holds them twice; there is none such, or two.
    """
    where, words = wanted.where, wanted.words
    fact = base.by_id.get(wanted.fact) or _holder(base, wanted)
    said = fact.span.of(base.source.text)
    for needed in (words, *wanted.also):
        if not holds(base, fact, (needed,)):
            raise EditorialError(where, f"“{needed}” does not stand in {fact.place}", CONFIRM)
    places = stretches(words, said)
    at = next((place for place in places if place.start == wanted.start), places[0])
    if len(places) > 1 and at.start != wanted.start:
        starts = " or ".join(str(place.start) for place in places)
        raise EditorialError(where, f"“{words}” stands {len(places)} times in {fact.place}", f"“start” is {starts}")
    if at.start == wanted.start and wanted.end not in (None, at.end):
        raise EditorialError(where, f"“{words}” ends at {at.end} in {fact.place}, not at {wanted.end}", "mend “end”")
    return Slice(fact, at.moved(fact.span.start))


def with_other_figures(base: Factbase, words: str) -> Slice | None:
    """Find the one stretch of a text that says these words, maybe with other figures; None where none or two do."""
    pattern = r"\s+".join(_FIGURE.pattern.join(map(re.escape, _FIGURE.split(part))) for part in words.split())
    whole = re.compile(rf"(?<!\w){pattern}(?!\w)")
    found = [(fact, match) for fact in base.facts for match in whole.finditer(fact.span.of(base.source.text))]
    if len(found) != 1:
        return None
    fact, match = found[0]
    return Slice(fact, Span(*match.span()).moved(fact.span.start))


def could_name(base: Factbase, name: str) -> bool:
    """Tell whether an id is such as facts of this source have."""
    return re.fullmatch(rf"{re.escape(base.source.name)}-[0-9a-f]{{10}}(?:-\d+)?", name) is not None


def holds(base: Factbase, fact: Fact, wanted: Iterable[str]) -> bool:
    """Tell whether all these words stand in a fact."""
    return all(stretches(words, fact.span.of(base.source.text)) for words in wanted)


def stretches(words: str, text: str) -> list[Span]:
    """Find whole words in a text, whatever white space is between them."""
    parts = words.split()
    found: list[Span] = []
    start = text.find(parts[0]) if parts else -1
    while start >= 0:
        end = _followed(parts, text, start)
        if end and (_joined(text[start - 1 : start], parts[0][0]) or _joined(text[end : end + 1], parts[-1][-1])):
            end = 0
        if end:
            found.append(Span(start, end))
        start = text.find(parts[0], end or start + 1)
    return found


def _followed(parts: Sequence[str], text: str, start: int) -> int:
    """Say where words that begin here end; 0 where others stand there."""
    end = start + len(parts[0])
    for part in parts[1:]:
        space = _SPACE.match(text, end)
        if space is None or not text.startswith(part, space.end()):
            return 0
        end = space.end() + len(part)
    return end


def _joined(beside: str, letter: str) -> bool:
    """Tell whether a word goes on beyond its end; Han characters are written without, so no word ends beside them."""
    return _LETTER.match(beside) is not None and _HAN.match(letter) is None


def _holder(base: Factbase, wanted: Quotation) -> Fact:
    """Find the one sentence that holds all the words, now that the one they were taken from is another.

    Raises:
        EditorialError: none does, or two do.
    """
    needed = (wanted.words, *wanted.also)
    found = [fact for fact in base.facts if holds(base, fact, needed)]
    if len(found) > 1:
        what = f"no passage is “{wanted.fact}”, and “{wanted.words}” stands in {found[0].place} and {found[1].place}"
        raise EditorialError(wanted.where, what, "write the id of the one that is meant")
    if not found:
        what = f"no passage is “{wanted.fact}”, and {base.source.card.called} says “{wanted.words}” nowhere"
        raise EditorialError(wanted.where, what, CONFIRM)
    return found[0]
