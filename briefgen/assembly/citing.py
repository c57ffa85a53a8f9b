"""Fact → inlines: the source's words with its marks where they stand, and the few permitted edits (DESIGN §5.1)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefgen.model.brief import Edit, Flat, Inlines, NoteRef, Quote
from briefgen.model.scripts import lost_blanks, tongues
from briefgen.model.source import Mark, Source, Span

_BREAK = re.compile(r"[ \t]*[\r\n]+\s*|[ \t]{2,}|\t")
_COMPOUND = re.compile(r"[^\W\d_]{2,}(?:[–—‐-][^\W\d_]{2,})*")
_WORD = re.compile(r"[^\W\d_]{2,}")


def cite(source: Source, span: Span, marks: Iterable[Mark] | None = None) -> Inlines:
    """Quote a stretch of a source with every note mark in it.

    Args:
        source: what is quoted.
        span: the stretch; surrounding white space is not quoted.
        marks: those to print; all that stand in the stretch when None.
    """
    if marks is None:
        marks = marks_within(source, span)
    edits = tuple(_edits(source, span))
    inlines: list[Flat] = []
    start = span.start
    for mark in marks:
        inlines += _pieces(source, Span(start, mark.at), edits)
        inlines.append(NoteRef(mark.label, mark.run, mark.at))
        start = mark.at
    inlines += _pieces(source, Span(start, span.end), edits)
    return tuple(inlines)


def marks_within(source: Source, span: Span) -> tuple[Mark, ...]:
    """List the marks that stand in a stretch: behind its first character, up to behind its last."""
    return tuple(m for m in source.marks if span.start < m.at <= span.end)


def _pieces(source: Source, span: Span, edits: tuple[Edit, ...]) -> Iterator[Quote]:
    at = span.start
    for part, lang in tongues(span.of(source.text), source.card.language):
        run = Span(at, at + len(part))
        at = run.end
        inside = tuple(e for e in edits if run.covers(e.span) and e.span.start < run.end)
        yield Quote(run, edited(source.text, run, inside), inside, lang)


def edited(text: str, span: Span, edits: tuple[Edit, ...]) -> str:
    """Cut a slice and make its edits."""
    out, at = "", span.start
    for edit in edits:
        out += text[at : edit.span.start] + edit.to
        at = edit.span.end
    return out + text[at : span.end]


def _edits(source: Source, span: Span) -> Iterator[Edit]:
    found = [*_opening(source, span), *_rejoined(source, span), *_spaced(source, span)]
    yield from sorted(found, key=lambda edit: edit.span)


def _rejoined(source: Source, span: Span) -> Iterator[Edit]:
    for match in _BREAK.finditer(source.text, span.start, span.end):
        yield Edit(Span(*match.span()), " ", "line rejoined")


def _spaced(source: Source, span: Span) -> Iterator[Edit]:
    """Part Latin letters from the Han before them: the source's own line lost the space."""
    for at in lost_blanks(source.text, span.start, span.end):
        yield Edit(Span(at, at), " ", "space before Latin")


def _opening(source: Source, span: Span) -> Iterator[Edit]:
    """Set an opening of two or more words in capitals ("THE BEIJING") as the rest of the source writes them.

    A word that the source mostly writes in capitals elsewhere is an abbreviation and stays.
    """
    if not any(p.span.start == span.start for p in source.passages):
        return
    words: list[re.Match[str]] = []
    at = span.start
    while (match := _COMPOUND.match(source.text, at, span.end)) and match[0].isupper():
        words += _WORD.finditer(source.text, *match.span())
        at = match.end() + 1
    if len(words) < 2:
        return
    rest = source.text[: span.start] + source.text[at:]
    for word in words:
        to = _as_elsewhere(word[0], rest, first=word.start() == span.start)
        if to != word[0]:
            yield Edit(Span(*word.span()), to, "display opening")


def _as_elsewhere(word: str, rest: str, *, first: bool) -> str:
    forms = {form: len(re.findall(rf"\b{re.escape(form)}\b", rest)) for form in (word, word.title(), word.lower())}
    best = max(forms, key=lambda form: forms[form])
    if forms[best] == 0 or best == word:
        return word
    return word.title() if first else best
