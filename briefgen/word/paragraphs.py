"""Paragraph → its text, and each tag in it cut out into one run that keeps the formatting it had."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from docx.oxml.ns import qn

from briefgen.word.elements import Node, remove, texts

P, R, T, TBL, TR, TC = (qn(f"w:{tag}") for tag in ("p", "r", "t", "tbl", "tr", "tc"))
SDT, CONTENT = qn("w:sdt"), qn("w:sdtContent")
_OPENS = re.compile(r"\{\{|\{%|\{#|\}\}")
_CLOSES = {"{{": "}}", "{%": "%}", "{#": "#}"}
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00a0": " "})
"""What Word makes of straight quotes while one types."""
_SCOPE = re.compile(r"^[-+]?(?:p|tr|tc|r)\s+|^[-+]\s*|\s*[-+]$")
"""docxtpl's way to say what a tag repeats; where it stands says it too."""


_MOST = 200
"""Tags that a paragraph may hold."""


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag in a paragraph's text."""

    kind: Literal["value", "statement", "comment"]
    body: str
    start: int
    end: int

    @property
    def word(self) -> str:
        """First word of a statement: "for", "if", "else" …; empty for another tag."""
        return (self.body.split(maxsplit=1) or [""])[0] if self.kind == "statement" else ""

    @property
    def rest(self) -> str:
        """What follows the first word."""
        return self.body[len(self.word) :].strip()


class TagFault(Exception):
    """A tag that cannot be read; the paragraph is known to whoever asked."""


def text_nodes(paragraph: Node) -> list[Node]:
    """List the nodes that hold a paragraph's own text, not that of text boxes anchored in it."""
    return [t for t in paragraph.iter(T) if next(t.iterancestors(P), None) is paragraph]


def text_of(paragraph: Node) -> str:
    """Give a paragraph's own text, whatever its runs."""
    return "".join(t.text or "" for t in text_nodes(paragraph))


def scan(text: str) -> tuple[Tag, ...]:
    """Find the tags of a text.

    Raises:
        TagFault: one is not closed, or not opened.
    """
    tags = tuple(islice(_scanned(text), _MOST + 1))
    if len(tags) > _MOST:
        raise TagFault(f"holds more than {_MOST} tags")
    return tags


def _scanned(text: str) -> Iterator[Tag]:
    at = 0
    while found := _OPENS.search(text, at):
        opening = found.group()
        if opening == "}}":
            raise TagFault("“}}” closes nothing: there is no “{{” before it")
        at = _end(text, found.end(), opening)
        body = text[found.end() : at - 2].translate(_QUOTES).strip()
        kind: Literal["value", "statement", "comment"] = (
            "value" if opening == "{{" else "statement" if opening == "{%" else "comment"
        )
        yield Tag(kind, _SCOPE.sub("", _SCOPE.sub("", body)).strip(), found.start(), at)


def _end(text: str, at: int, opening: str) -> int:
    """Find where a tag ends; what stands in quotes does not end it."""
    close, quote = _CLOSES[opening], ""
    while at < len(text):
        char = text[at].translate(_QUOTES)
        if quote:
            quote = "" if char == quote else quote
        elif char in "\"'" and opening != "{#":
            quote = char
        elif text.startswith(close, at):
            return at + 2
        elif text.startswith(("{{", "{%"), at) and opening != "{#":
            break
        at += 1
    raise TagFault(f"“{opening}” is not closed with “{close}” in this paragraph")


def sole_tag(paragraph: Node) -> Tag | None:
    """Give the tag that a paragraph consists of; None where it holds anything else.

    Raises:
        TagFault: a tag in it cannot be read.
    """
    text = text_of(paragraph)
    if "{" not in text:
        return None
    tags = [tag for tag in scan(text) if tag.kind != "comment"]
    return tags[0] if len(tags) == 1 and text.strip() == text[tags[0].start : tags[0].end] else None


def isolate(paragraph: Node, tags: tuple[Tag, ...]) -> list[Node]:
    """Give each tag a run of its own, with the formatting of the run in which it begins; runs in order."""
    _explode(paragraph)
    return [_cut_out(paragraph, tag) for tag in reversed(tags)][::-1]


def _explode(paragraph: Node) -> None:
    """Make of every run that holds several things several runs of one thing, all of its formatting."""
    runs = [run for t in text_nodes(paragraph) if (run := t.getparent()) is not None]
    for run in runs:
        at = run
        for child in [c for c in run if c.tag != qn("w:rPr")][1:]:
            made = _like(run)
            made.append(child)
            at.addnext(made)
            at = made


def _like(run: Node) -> Node:
    """Make an empty run of the same formatting."""
    made = copy.copy(run)
    for child in [c for c in made if c.tag != qn("w:rPr")]:
        made.remove(child)
    return made


def _cut_out(paragraph: Node, tag: Tag) -> Node:
    at, first = 0, None
    for node in text_nodes(paragraph):
        said = node.text or ""
        start, stop = max(at, tag.start) - at, min(at + len(said), tag.end) - at
        at += len(said)
        if start >= stop:
            continue
        run = node.getparent()
        if run is None:
            raise TypeError("text stands in no run")
        before, after = said[:start], said[stop:]
        if first is None:
            first = _like(run)
            run.addnext(first)
            if after:
                rest = _like(run)
                rest.extend(texts(after))
                first.addnext(rest)
            after = ""
        node.text = before + after
        node.set(qn("xml:space"), "preserve")
        if not node.text:
            remove(run)
    if first is None:
        raise TypeError("the tag is not in the paragraph")
    return first
