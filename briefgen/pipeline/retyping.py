"""The trace of a paper, the paper typed in since → which of the editor's own words were changed, put in, taken out."""

from __future__ import annotations

import copy
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Literal

from briefgen.model.look import STYLE_OF
from briefgen.model.source import Source
from briefgen.provenance.transcript import Json, expected_lines

Ids = tuple[str, ...]
Kind = Literal["line", "heading", "note"]

_ALIKE = 0.5
"""Likeness from which one paragraph is another, typed in."""
_STYLES = {role: name.casefold() for role, name in STYLE_OF.items()}
"""Word writes "heading 1" into the file and shows "Heading 1"."""
_OURS = frozenset(_STYLES.values())
"""A style of another name is a designer's own, tied to one of these by an alias."""
_HEADINGS = frozenset(_STYLES[f"heading-{level}"] for level in (1, 2, 3))


@dataclass(frozen=True, slots=True)
class Change:
    """One statement of the paper that somebody typed over."""

    kind: Kind
    printed: str
    typed: str
    """Empty where it was taken out."""
    passages: Ids
    """Ids of what is printed under the heading, or quoted as the bottom line."""


@dataclass(frozen=True, slots=True)
class Added:
    """A paragraph in the style of our own words that was not there."""

    text: str
    under: str
    """The heading it stands under; empty where that is no section's."""
    passages: Ids


@dataclass(frozen=True, slots=True)
class Retyped:
    """What a person did to their own words in a paper."""

    changes: tuple[Change, ...]
    added: tuple[Added, ...]
    brief: Json
    """That of the trace with the changes in it: where the paper differs from it still, nothing can be taken."""


@dataclass(eq=False, slots=True)
class _Printed:
    """One paragraph that the paper was built with."""

    holder: Json
    name: str
    """Under which name the holder has its words: inlines, or plain text."""
    style: str
    kind: Kind | None = None
    """What of the editor's stands in it; None where nobody may type."""
    own: slice = field(default_factory=lambda: slice(0, 0))
    """Which of its inlines these words are."""
    heads: bool = False
    """Whether a section begins with it."""
    passages: Ids = ()
    company: list[_Printed] = field(default_factory=list)
    """What is taken out with it: its label, the title of its box."""

    @property
    def text(self) -> str:
        return _text(self.holder[self.name])

    @property
    def parts(self) -> tuple[str, str, str]:
        """What stands before the editor's words, they, and what stands behind them."""
        inlines = self.holder[self.name]
        stretches = (inlines[: self.own.start], inlines[self.own], inlines[self.own.stop :])
        before, own, after = map(_text, stretches)
        return before, own, after

    def put(self, typed: str) -> None:
        """Let the trace say what was typed; nothing, where it was taken out."""
        self.holder[self.name][self.own] = [{"is": "Words", "text": f" {typed} "}] if typed else []
        if not typed and self.kind != "heading":
            self.drop()

    def drop(self) -> None:
        """Let the trace say nothing here."""
        self.holder[self.name] = "" if isinstance(self.holder[self.name], str) else []


@dataclass(frozen=True, slots=True)
class _Typed:
    style: str
    text: str


def compare_own(brief: Json, paper: Source, titles: Collection[str], run_in: str) -> Retyped:
    """Find what a person did to bottom line, headings and notes of a paper.

    Args:
        brief: of its trace.
        paper: the Word file, read.
        titles: of sections, as they may be printed; what else stands as a heading is nobody's to change.
        run_in: what stands behind a heading that its text runs on from.
    """
    known = {line.squeezed for line in expected_lines(brief)}
    brief = copy.deepcopy(brief)
    typed = [_Typed(p.style.casefold(), _squeezed(p.span.of(paper.text))) for p in paper.passages if p.kind != "cell"]
    pairs = _paired(list(_Walk(brief, frozenset(titles), run_in).paragraphs()), [t for t in typed if t.text])
    there = {id(one) for one, other in pairs if one and other}
    changes: list[Change] = []
    added: list[Added] = []
    under: tuple[str, Ids] = ("", ())
    for one, other in pairs:
        if one and one.heads:
            under = (_text(one.holder[one.name][one.own]), one.passages)
        elif other and other.style in _HEADINGS:
            under = ("", ())
        if one is None and other and other.style == _STYLES["ours"] and "".join(other.text.split()) not in known:
            added.append(Added(other.text, *under))
        if one and one.kind and (change := _change(one, other, run_in)):
            changes.append(change)
            one.put(change.typed + (run_in if one.kind == "heading" and any(one.parts[::2]) else ""))
            for fellow in () if change.typed else one.company:
                if id(fellow) not in there:
                    fellow.drop()
    return Retyped(tuple(changes), tuple(added), brief)


def _change(one: _Printed, other: _Typed | None, run_in: str) -> Change | None:
    """Say how the editor's words in a paragraph changed; None where they did not, or something else did."""
    assert one.kind is not None
    before, own, after = map(_squeezed, one.parts)
    if other is None:
        return None if one.kind == "heading" and after else Change(one.kind, own, "", one.passages)
    if not (other.text.startswith(before) and other.text.endswith(after)):
        return None
    end = len(other.text) - len(after)
    typed = other.text[len(before) : max(len(before), end)].strip()
    if one.kind == "heading" and after:
        own, typed = own.removesuffix(run_in.strip()), typed.removesuffix(run_in.strip())
    return Change(one.kind, own, typed, one.passages) if typed != own else None


def _paired(printed: Sequence[_Printed], typed: Sequence[_Typed]) -> list[tuple[_Printed | None, _Typed | None]]:
    """Pair each paragraph as built with itself as it stands now, in the order of the paper."""
    pairs: list[tuple[_Printed | None, _Typed | None]] = []
    built, now = (["".join(p.text.split()) for p in printed], ["".join(p.text.split()) for p in typed])
    for kind, a, b, c, d in SequenceMatcher(None, built, now, autojunk=False).get_opcodes():
        if kind == "equal":
            pairs += zip(printed[a:b], typed[c:d], strict=True)
        else:
            pairs += _matched(printed[a:b], typed[c:d])
    return pairs


def _matched(printed: Sequence[_Printed], typed: Sequence[_Typed]) -> Iterator[tuple[_Printed | None, _Typed | None]]:
    """Pair what is alike, then the editor's words with what stands in their style, or in a designer's, in order."""
    found: dict[int, int] = {}
    for n, one in enumerate(printed):
        free = range(max(found.values(), default=-1) + 1, len(typed))
        alike = [m for m in free if SequenceMatcher(None, one.text, typed[m].text, autojunk=False).ratio() >= _ALIKE]
        dressed = [m for m in free if one.kind and typed[m].style in (one.style, *{typed[m].style} - _OURS)]
        if alike or dressed:
            found[n] = (alike or dressed)[0]
    taken = {m: n for n, m in found.items()}
    done = 0
    for m, other in enumerate(typed):
        if m in taken:
            yield from ((one, None) for one in printed[done : taken[m]])
            done = taken[m] + 1
        yield (printed[taken[m]] if m in taken else None), other
    yield from ((one, None) for one in printed[done:])


@dataclass(frozen=True, slots=True)
class _Walk:
    """The running paragraphs of a paper in their order; captions and tables are nobody's to type in."""

    brief: Json
    titles: frozenset[str]
    run_in: str

    def paragraphs(self) -> Iterator[_Printed]:
        for part in self.brief["parts"]:
            title = _Printed(part, "title", _STYLES["heading-1"])
            yield from (title,) if part["title"] else ()
            if part["name"] == "bottom-line":
                yield from self._bottom_line(part, title)
            elif part["name"] == "sections":
                yield from self._sections(part)
            else:
                yield from (made for block in part["blocks"] for made in self._plain(block))

    def _bottom_line(self, part: Json, title: _Printed) -> Iterator[_Printed]:
        made = [p for block in part["blocks"] for p in self._plain(block)]
        for one in made:
            if one.style == _STYLES["bottom-line"]:
                inlines = one.holder["inlines"]
                start = 1 if inlines[0]["is"] == "Emphasis" and not _quotes(inlines[:1]) else 0
                own = _own(inlines)
                one.kind, one.own = "line", slice(own, own + 1) if own is not None else slice(start, len(inlines))
                one.passages = self._passages([one.holder])
                one.company = [title, *(other for other in made if other is not one)]
        yield from made

    def _sections(self, part: Json) -> Iterator[_Printed]:
        blocks = part["blocks"]
        starts = [n for n, block in enumerate(blocks) if _heading(block)]
        for n, block in enumerate(blocks):
            made = list(self._plain(block))
            if n in starts:
                self._head(made[0], blocks[n : next((s for s in starts if s > n), len(blocks))])
            for one in made[0 if block["is"] == "Paragraph" else 1 :]:
                own = _own(one.holder["inlines"]) if one.style == _STYLES["ours"] else None
                if own is not None:
                    one.kind, one.own = "note", slice(own, own + 1)
                    one.company = made[:1] if len(made) == 2 else []
            yield from made

    def _head(self, one: _Printed, section: list[Json]) -> None:
        """Make a paragraph the beginning of a section, and a title that is known somebody's to change."""
        inlines = one.holder["inlines"]
        one.heads, one.passages = True, self._passages(section)
        one.own = slice(0, len(inlines) if one.holder["is"] == "Heading" else 1)
        if _squeezed(_text(inlines[one.own])).removesuffix(self.run_in.strip()) in self.titles:
            one.kind = "heading"

    def _plain(self, block: Json) -> Iterator[_Printed]:
        match block["is"]:
            case "Heading":
                yield _Printed(block, "inlines", _STYLES[f"heading-{block['level']}"])
            case "Paragraph":
                yield _Printed(block, "inlines", _STYLES[block["role"]])
            case "Bullets":
                yield from (_Printed({"inlines": item}, "inlines", _STYLES[block["role"]]) for item in block["items"])
            case "Callout":
                yield _Printed(block, "title", _STYLES["callout-title"])
                yield from (made for inner in block["blocks"] for made in self._plain(inner))

    def _passages(self, blocks: list[Json]) -> Ids:
        """Find which of the passages that the paper states are quoted in some blocks."""
        said = "".join(_text(_quotes(block.get("inlines", []))) for block in blocks)
        said = "".join(said.split()).casefold()
        return tuple(s["id"] for s in self.brief["stated"] if "".join(s["text"].split()).casefold() in said)


def _heading(block: Json) -> bool:
    """Tell whether a section begins with a block: a heading, or a paragraph that opens with one."""
    if block["is"] == "Heading":
        return True
    opened = block["is"] == "Paragraph" and block["role"] == "body" and block["inlines"][:1]
    return bool(opened and opened[0]["is"] == "Emphasis" and not _quotes(opened))


def _own(inlines: list[Json]) -> int | None:
    """Find the words that rest on passages: an editor's."""
    return next((n for n, inline in enumerate(inlines) if inline["is"] == "Words" and inline["basis"]), None)


def _quotes(inlines: list[Json]) -> list[Json]:
    return [q for i in inlines for q in (_quotes(i["inlines"]) if i["is"] == "Emphasis" else [i]) if q["is"] == "Quote"]


def _text(inlines: list[Json] | str) -> str:
    """Give the words of inlines, note marks left out."""
    if isinstance(inlines, str):
        return inlines
    return "".join(
        _text(inline["inlines"]) if inline["is"] == "Emphasis" else inline["text"]
        for inline in inlines
        if inline["is"] != "NoteRef"
    )


def _squeezed(text: str) -> str:
    return " ".join(text.split())
