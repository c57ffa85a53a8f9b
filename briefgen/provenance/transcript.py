"""Trace → what its paper prints, line by line, and whose each word is. A paper read back → the same form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from briefgen.model.source import Passage, Source, Span

Json = dict[str, Any]

_TOKEN = re.compile(r"⟦[^⟧]*⟧|[^\s⟦]+")
_BULLET = re.compile(r"\A\s*[•–▪◦‣]\s+")
"""A PDF prints it; elsewhere it is no text."""
_UNSEEN = re.compile(r"(?<=\d),(?=\d)|[•▪◦‣\u00ad‐‑-]")
_QUOTED = frozenset(("Quote", "NoteText", "NoteRef"))


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph, heading, bullet or cell as tokens: words, and note marks as ⟦22⟧."""

    tokens: tuple[str, ...]
    quoted: tuple[bool, ...] = ()
    """Of each token, whether it is the source's; empty for a line read back."""
    ours: bool = False
    """Whether it is dressed as our own words, so that nobody takes it for the source's."""
    running: bool = False
    """Whether it is a heading or a paragraph, whose place among the others counts."""

    @property
    def squeezed(self) -> str:
        """Its characters without blanks: what no reader or renderer changes."""
        return "".join(self.tokens)

    @property
    def flat(self) -> Line:
        """The same with its marks as digits behind the words they stand at, as a page shows them."""
        tokens: list[str] = []
        quoted: list[bool] = []
        for token, whose in zip(self.tokens, self.quoted, strict=True):
            if is_mark(token) and tokens:
                tokens[-1] += token[1:-1]
                quoted[-1] = True
            else:
                tokens.append(token.strip("⟦⟧"))
                quoted.append(whose)
        return replace(self, tokens=tuple(tokens), quoted=tuple(quoted))

    @property
    def is_quoted(self) -> bool:
        """Whether any of it is the source's."""
        return any(self.quoted)


def is_mark(token: str) -> bool:
    """Tell a note mark from a word."""
    return token.startswith("⟦")


Joints = tuple[str, str, str]
"""What stands between the four texts of a key figure, where they are set in one line."""


def expected_lines(brief: Json, joints: Joints | None = None) -> tuple[Line, ...]:
    """List what a paper prints, in its order; the list of notes is apart.

    Args:
        brief: of its trace.
        joints: of its key figures; None where each text is a line of its own.
    """
    labels = dict(brief["labels"])
    lines: list[Line] = []
    for part in brief["parts"]:
        if part["title"]:
            lines.append(_line([{"is": "Words", "text": part["title"]}], running=True))
        for block in part["blocks"]:
            lines += _block(block, labels, joints)
    return tuple(line for line in lines if line.tokens)


def expected_notes(brief: Json) -> tuple[tuple[str, Line], ...]:
    """List the notes of a paper: label and words."""
    return tuple((entry["label"], _line(entry["inlines"])) for entry in brief["notes"])


def _block(block: Json, labels: dict[str, str], joints: Joints | None) -> Iterator[Line]:
    match block["is"]:
        case "Heading" | "Paragraph":
            yield _line(block["inlines"], running=True)
        case "Bullets":
            yield from (_line(item, running=True) for item in block["items"])
        case "KeyFigures":
            yield from (line for tile in block["tiles"] for line in _tile(tile, joints))
        case "Table":
            yield _captioned("table", block, labels)
            yield from (_line(cell) for row in (block["head"], *block["rows"]) for cell in row)
            yield _line(block["source"])
        case "Figure":
            yield _captioned("figure", block, labels)
            yield from (_line(block[name]) for name in ("subtitle", "source"))
        case "Callout":
            yield _line(block["title"])
            for inner in block["blocks"]:
                yield from _block(inner, labels, joints)


def _tile(tile: Json, joints: Joints | None) -> Iterator[Line]:
    texts = [tile[name] for name in ("value", "label", "period", "evidence")]
    if joints is None:
        yield from map(_line, texts)
    else:
        between = [[{"is": "Words", "text": joint}] for joint in joints]
        yield _line([inline for pair in zip(texts, [*between, []], strict=True) for part in pair for inline in part])


def _captioned(kind: str, block: Json, labels: dict[str, str]) -> Line:
    return _line([{"is": "Words", "text": f"{labels[kind]} {block['number']}. "}, *block["title"]])


def _line(inlines: list[Json], *, running: bool = False) -> Line:
    text, whose = "", list[bool]()
    for inline in _flat(inlines):
        said = f"⟦{inline['label']}⟧" if inline["is"] == "NoteRef" else inline["text"]
        text += said
        whose += [inline["is"] in _QUOTED] * len(said)
    bullet = _BULLET.match(text)
    found = list(_TOKEN.finditer(text, bullet.end() if bullet else 0))
    quoted = tuple(any(whose[match.start() : match.end()]) for match in found)
    return Line(tuple(match[0] for match in found), quoted, running=running)


def _flat(inlines: list[Json]) -> Iterator[Json]:
    for inline in inlines:
        if inline["is"] == "Emphasis":
            yield from _flat(inline["inlines"])
        else:
            yield inline


@dataclass(frozen=True, slots=True)
class Printed:
    """A paper read back."""

    lines: tuple[Line, ...]
    notes: tuple[tuple[str, str], ...] = ()
    """(label, text)."""
    joints: Joints | None = None
    stream: str | None = None
    """All its characters without blanks, where its lines are whatever stands side by side; else None."""


def read_lines(paper: Source, ours: frozenset[str], joints: Joints | None = None) -> Printed:
    """Take a paper whose reader keeps its paragraphs and marks apart.

    Args:
        paper: read back.
        ours: styles of our own words.
        joints: of its key figures.
    """
    notes = tuple((note.label, note.supplied or note.text or "") for note in paper.notes)
    return Printed(tuple(_read_back(paper, passage, ours) for passage in paper.passages), notes, joints)


def read_stream(text: str, spans: Iterable[Span]) -> Printed:
    """Take a paper whose marks are digits of its lines.

    Args:
        text: all of it, notes too.
        spans: its lines.
    """
    lines = tuple(Line(tuple(_BULLET.sub("", span.of(text)).split())) for span in spans)
    return Printed(lines, stream=squeeze("".join(text.split())))


def squeeze(text: str) -> str:
    """Take out what a page may have otherwise than its trace: bullets, hyphens, the commas between two marks."""
    return _UNSEEN.sub("", text)


def _read_back(paper: Source, passage: Passage, ours: frozenset[str]) -> Line:
    at, text = passage.span.start, ""
    for mark in paper.marks:
        if passage.span.start <= mark.at <= passage.span.end:
            text += f"{paper.text[at : mark.at]}⟦{mark.label}⟧"
            at = mark.at
    text += paper.text[at : passage.span.end]
    tokens = tuple(_TOKEN.findall(_BULLET.sub("", text)))
    return Line(tokens, ours=passage.style in ours, running=passage.kind != "cell")


def strings_of(value: Any) -> Iterator[str]:
    """Find every text and number that stands anywhere in a trace."""
    match value:
        case dict():
            yield from strings_of(list(value.values()))
        case list():
            for item in value:
                yield from strings_of(item)
        case str() | int() | float():
            yield str(value)
