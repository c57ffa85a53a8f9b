"""editor/THEME.toml → the editor's own words, each with its support. What nothing supports is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.errors import EditorialError
from briefgen.model.editor import Editing, OwnWords
from briefgen.model.fact import Fact, Factbase
from briefgen.model.source import File
from briefgen.records import load_toml

LONGEST_LINE = 40
"""Words of a bottom line (genre.md, criterion 22)."""
LONGEST_HEADING = 14
_QUOTED = re.compile(r"[“\"‘]([^”\"’]{3,})[”\"’]")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class _Statement:
    text: str
    support: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Heading:
    section: str
    text: str
    support: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Sheet:
    format: int
    signed: str
    bottom_line: _Statement | None = None
    heading: tuple[_Heading, ...] = ()
    note: tuple[_Statement, ...] = ()


def load(file: File) -> Editing:
    """Read an editor's file.

    Raises:
        EditorialError: it is malformed, unsigned, or a statement is too long or names no passage.
    """
    sheet = load_toml(file, _Sheet, EditorialError)
    if not sheet.signed.strip():
        raise EditorialError(file.name, "is not signed", "put a name or an office in “signed”")
    line = _own(file, "bottom_line", sheet.bottom_line, LONGEST_LINE) if sheet.bottom_line else None
    headings = tuple((h.section, _own(file, f"heading “{h.section}”", h, LONGEST_HEADING)) for h in sheet.heading)
    notes = tuple(_own(file, f"note {n}", note, 0) for n, note in enumerate(sheet.note, 1))
    return Editing(sheet.signed.strip(), line, headings, notes)


def _own(file: File, entry: str, said: _Statement | _Heading, most: int) -> OwnWords:
    where, words = f"{file.name}, {entry}", len(said.text.split())
    if not words or not said.support:
        raise EditorialError(
            where, "names no passage that supports it" if words else "is empty", "fill it in or drop it"
        )
    if most and words > most:
        raise EditorialError(where, f"has {words} words", f"say it in {most} at the most")
    return OwnWords(" ".join(said.text.split()), said.support, where)


def supporting(words: OwnWords, base: Factbase) -> tuple[Fact, ...]:
    """Find the facts a statement rests on, and check that they bear its numbers and quotations.

    Raises:
        EditorialError: a passage is unknown, or a number or quotation stands in none of them.
    """
    facts = tuple(_fact(name, words, base) for name in words.support)
    said = " ".join(base.words(fact) for fact in facts)
    for quoted in _QUOTED.findall(words.text):
        if quoted.rstrip(",.;") not in said:
            raise EditorialError(
                words.where, f"quotes ‘{quoted}’, which its passages do not say", "quote word for word"
            )
    for number in _unsupported(words.text, facts, base):
        raise EditorialError(words.where, f"says {number}, which its passages do not", "name the passage that does")
    return facts


def _fact(name: str, words: OwnWords, base: Factbase) -> Fact:
    found = base.by_id.get(name) or next((f for f in base.facts if f.place == name), None)
    if found is None:
        raise EditorialError(words.where, f"rests on “{name}”, which is no passage", "see: briefgen facts")
    return found


def _unsupported(text: str, facts: tuple[Fact, ...], base: Factbase) -> Iterator[str]:
    """Yield the numbers of a text that no fact has, in its words, as a value or as its paragraph's number."""
    have = {token for fact in facts for token in _DIGITS.findall(base.words(fact))}
    have |= {str(fact.paragraph) for fact in facts}
    values = [v for fact in facts for q in fact.quantities for v in (q.value, q.upper) if v is not None]
    have |= {said for v in values for said in (f"{v:g}", f"{v:.0f}", f"{v:,.0f}")}
    have |= {part for fact in facts for p in fact.periods for part in re.findall(r"\d{4}", p.edtf)}
    yield from (token for token in _DIGITS.findall(text) if token not in have)
