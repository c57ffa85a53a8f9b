"""editor/THEME.toml → the editor's own words, each with its support. What nothing supports is refused."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import shorten

from briefgen.errors import EditorialError
from briefgen.model.editor import Chosen, Editing, OwnWords
from briefgen.model.fact import Fact, Factbase
from briefgen.model.source import File
from briefgen.records import load_toml
from briefgen.records.lines import line_of, lines_of
from briefgen.records.shape import Path

_HEAD = """# Your own words for this theme. Each statement names the passages it rests on, by id or by place ("2.3");
# one that its passages do not bear is refused. Key points are sentences of the source, most important first, where the
# paper is long enough to have some. Sign the file; what is commented out is not printed.
"""
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
    language: str = ""
    key_points: tuple[str, ...] = ()


def load(file: File) -> Editing:
    """Read an editor's file.

    Raises:
        EditorialError: it is malformed, states something unsigned, or a statement is too long or names no passage.
    """
    sheet = load_toml(file, _Sheet, EditorialError)
    place = _Places(file)
    if not sheet.signed.strip() and (sheet.bottom_line or sheet.heading or sheet.note or sheet.key_points):
        raise EditorialError(place(("signed",)), "is not signed", "put a name or an office in “signed”")
    line = _own(place(("bottom_line",), "bottom_line"), sheet.bottom_line, LONGEST_LINE) if sheet.bottom_line else None
    headings = tuple(
        (entry.section, _own(place(("heading", n), f"heading “{entry.section}”"), entry, LONGEST_HEADING))
        for n, entry in enumerate(sheet.heading)
    )
    notes = tuple(_own(place(("note", n), f"note {n + 1}"), entry, 0) for n, entry in enumerate(sheet.note))
    sections = [section for section, _ in headings]
    for n, (section, words) in enumerate(headings):
        if section in sections[:n]:
            raise EditorialError(words.where, "is the second for this section", "leave one")
    points = Chosen(sheet.key_points, place(("key_points",), "key_points")) if sheet.key_points else None
    return Editing(sheet.signed.strip(), line, headings, notes, sheet.language, points)


class _Places:
    """Where in a file something stands: name and line, and what it is."""

    def __init__(self, file: File) -> None:
        self._name, self._lines = file.name, lines_of(file.content.decode("utf-8-sig"))

    def __call__(self, path: Path, what: str = "") -> str:
        line = line_of(path, self._lines)
        return ", ".join(filter(None, (f"{self._name}:{line}" if line else self._name, what)))


def said_language(file: File) -> str:
    """Read which language an editor's file says it is in, whether or not somebody has signed it; empty for none.

    Raises:
        EditorialError: it is malformed.
    """
    return load_toml(file, _Sheet, EditorialError).language


def _own(where: str, said: _Statement | _Heading, most: int) -> OwnWords:
    words = len(said.text.split())
    if not words or not said.support:
        raise EditorialError(
            where, "names no passage that supports it" if words else "is empty", "fill it in or drop it"
        )
    if most and words > most:
        raise EditorialError(where, f"has {words} words", f"say it in {most} at the most")
    return OwnWords(" ".join(said.text.split()), said.support, where)


def render(editing: Editing, base: Factbase, *, asleep: bool = False, candidates: Iterable[Fact] = ()) -> bytes:
    """Write an editor's file, each supporting passage shown in a comment.

    Args:
        editing: what it says.
        base: where its passages stand.
        asleep: whether every statement is commented out, for a file to start from.
        candidates: passages to list at the end as possible supports.
    """
    lines = [_HEAD, "format = 1", f"signed = {_quoted(editing.signed)}"]
    lines += [f"language = {_quoted(editing.language)}"] if editing.language else []
    sleep = "# " if asleep else ""
    if editing.points:
        lines.append(f"{sleep}key_points = [{', '.join(map(_quoted, editing.points.passages))}]")
        lines += [f"#   {_shown(name, editing.points, base)}" for name in editing.points.passages]
    entries = [("[bottom_line]", "", editing.bottom_line)] if editing.bottom_line else []
    entries += [("[[heading]]", f"section = {_quoted(name)}", own) for name, own in editing.headings]
    entries += [("[[note]]", "", own) for own in editing.notes]
    for head, first, own in entries:
        said = [head, first, f"text = {_quoted(own.text)}", f"support = [{', '.join(map(_quoted, own.support))}]"]
        lines += ["", *(f"{sleep}{line}" for line in said if line)]
        lines += [f"#   {_shown(name, own, base)}" for name in own.support]
    lines += ["", *(f"# {line}" for line in ("[[note]]", 'text = ""', "support = []"))] if asleep else []
    told = [f"#   {fact.place}  {fact.id}  {base.words(fact)}" for fact in candidates]
    lines += ["", "# Passages of this paper that a statement may rest on:", *told] if told else []
    return ("\n".join(lines) + "\n").encode()


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _shown(name: str, said: OwnWords | Chosen, base: Factbase) -> str:
    fact = _fact(name, said.where, base)
    return f"{fact.place}  {_short(base.words(fact))}"


def _short(words: str) -> str:
    return shorten(words, 100, placeholder=" …")


def supporting(words: OwnWords, base: Factbase) -> tuple[Fact, ...]:
    """Find the facts a statement rests on, and check that they bear its numbers and quotations.

    Raises:
        EditorialError: a passage is unknown, or a number or quotation stands in none of them.
    """
    facts = tuple(_fact(name, words.where, base) for name in words.support)
    said = " ".join(base.words(fact) for fact in facts)
    for quoted in _QUOTED.findall(words.text):
        if quoted.rstrip(",.;") not in said:
            raise EditorialError(
                words.where, f"quotes ‘{quoted}’, which its passages do not say", "quote word for word"
            )
    for number in _unsupported(words.text, facts, base):
        raise EditorialError(words.where, f"says {number}, which its passages do not", "name the passage that does")
    return facts


def find_chosen(chosen: Chosen | None, base: Factbase) -> tuple[Fact, ...]:
    """Find the facts an editor chose.

    Raises:
        EditorialError: a passage is unknown.
    """
    return tuple(_fact(name, chosen.where, base) for name in chosen.passages) if chosen else ()


def _fact(name: str, where: str, base: Factbase) -> Fact:
    found = base.by_id.get(name) or next((f for f in base.facts if f.place == name), None)
    if found is None:
        raise EditorialError(where, f"names “{name}”, which is no passage", "see: briefgen facts")
    return found


def _unsupported(text: str, facts: tuple[Fact, ...], base: Factbase) -> Iterator[str]:
    """Yield the numbers of a text that no fact has, in its words, as a value or as its paragraph's number."""
    have = {token for fact in facts for token in _DIGITS.findall(base.words(fact))}
    have |= {str(fact.paragraph) for fact in facts}
    values = [v for fact in facts for q in fact.quantities for v in (q.value, q.upper) if v is not None]
    have |= {said for v in values for said in (f"{v:g}", f"{v:.0f}", f"{v:,.0f}")}
    have |= {part for fact in facts for p in fact.periods for part in re.findall(r"\d{4}", p.edtf)}
    yield from (token for token in _DIGITS.findall(text) if token not in have)
