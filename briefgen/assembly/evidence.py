"""Where a value comes from, in words with links: "note 1", or "para. 2, no note in the source"."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.editorial.wording import Wording
from briefgen.model.brief import Inline, Inlines, Reference
from briefgen.model.chart import Chart, Evidence
from briefgen.model.fact import Fact, Factbase
from briefgen.model.source import Mark, Span

Ground = tuple[Fact, tuple[Mark, ...]]
"""A fact, and the marks that cover what is taken from it."""


def ground(fact: Fact, span: Span | None = None) -> Ground:
    """Pair a fact with the marks that cover a stretch of it, or with all of its marks."""
    return fact, fact.marks if span is None else fact.marks_for(span)


def grounds_of(chart: Chart, base: Factbase) -> tuple[Ground, ...]:
    """List where the values of a chart stand, in the order drawn, each once."""
    return tuple(dict.fromkeys(_grounded(e, base) for e in chart.evidence))


def _grounded(evidence: Evidence, base: Factbase) -> Ground:
    fact = base.by_id[evidence.fact]
    return fact, tuple(m for m in fact.marks if m.label in evidence.notes)


def name_ground(found: Ground, wording: Wording) -> Inlines:
    """Name the notes of one value, or its paragraph where it has none."""
    fact, marks = found
    if not marks:
        return (wording.say("body.no-note", (fact.id,), n=fact.paragraph, page=fact.page),)
    inlines: list[Inline] = []
    for mark in marks:
        if inlines:
            inlines.append(wording.say("body.notes-then"))
        inlines.append(Reference(f"note-{mark.run}-{mark.label}", wording.text("body.note", n=mark.label)))
    return tuple(inlines)


def name_grounds(found: Iterable[Ground], wording: Wording, called: str) -> Inlines:
    """Write the line under a chart or table: "Source: the article, para. 2, note 1; …"."""
    rows = tuple(found)
    inlines: list[Inline] = [wording.say("body.evidence", called=called)]
    for row in rows:
        if row is not rows[0]:
            inlines.append(wording.say("body.place-then"))
        if row[1]:
            inlines.append(wording.say("body.place", (row[0].id,), n=row[0].paragraph, page=row[0].page))
            inlines.append(wording.say("body.notes-then"))
        inlines += name_ground(row, wording)
    return tuple(inlines)
