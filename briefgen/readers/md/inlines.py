"""A stretch of Markdown → the pieces of markup to cut out of it, and the labels of note marks in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefgen.marks import Given
from briefgen.model.source import Span
from briefgen.readers.offsets import cut

_INLINE = re.compile(
    r"(?P<code>(?<!`)(?P<ticks>`+)(?!`)(?P<literal>.+?)(?<!`)(?P=ticks)(?!`))"
    r"|(?P<escape>\\)[!-/:-@\[-`{-~]"
    r"|\[\^(?P<note>[^\]\s^]+)\](?!:)"
    r"|(?P<image>!\[[^\]\n]*\](?:\([^)\n]*\)|\[[^\]\n]*\]))"
    r"|(?P<open>\[(?=(?:[^\[\]]|\[[^\]\n]*\])+\](?:\([^)\n]*\)|\[[^\]\n^]*\])))"
    r"|(?P<close>(?<=[^\[])\](?:\([^)\n]*\)|\[(?!\^)[^\]\n]*\]))"
    r"|<(?P<address>(?:https?|mailto):[^>\s]+)>"
    r"|<sup>(?P<raised>[^<]*)</sup>"
    r"|\^(?P<caret>\d[\d,–-]*)\^"
    r"|(?P<tag></?[a-zA-Z][^<>\n]*>)"
    r"|(?P<strong>\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|~~)"
    r"|(?P<hard>(?: {2,}|\\)(?=\r?(?:\n|\Z)))",
    re.S,
)
_KEPT = {"literal": None, "note": "note", "address": None, "raised": "superscript", "caret": "superscript"}
"""Groups whose text stays while what is round them goes, and what a label in them is."""
_GONE = ("escape", "image", "open", "close", "tag", "strong", "hard")
_LABEL = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Inlines:
    """What was found in a stretch; offsets are those of the whole text."""

    pieces: tuple[Span, ...]
    """Markup to cut out, ascending."""
    given: tuple[Given, ...]


def find_inlines(text: str, stretch: Span) -> Inlines:
    """Find the markup and the labels of a stretch."""
    pieces: list[Span] = []
    given: list[Given] = []
    for found in _INLINE.finditer(text, stretch.start, stretch.end):
        name = next((name for name in _KEPT if found[name] is not None), None)
        if name is None:
            pieces += (Span(*found.span(gone)) for gone in _GONE if found[gone] is not None)
            continue
        kept = Span(*found.span(name))
        pieces += (Span(found.start(), kept.start), Span(kept.end, found.end()))
        if name == "note":
            given.append(Given(kept, "note"))
        elif _KEPT[name] == "superscript":
            given += (Given(Span(*m.span()), "superscript") for m in _LABEL.finditer(text, kept.start, kept.end))
    return Inlines(tuple(pieces), tuple(given))


def plain(text: str) -> str:
    """Give a stretch without its markup, on one line."""
    return " ".join(cut(text, find_inlines(text, Span(0, len(text))).pieces)[0].split())
