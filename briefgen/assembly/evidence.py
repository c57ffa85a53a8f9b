"""Where a value comes from, in words with links: "note 1", or "para. 2, no note in the source"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefgen.editorial.wording import Wording
from briefgen.model.brief import Inline, Inlines, Reference, Words
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
    return _name((fact,), marks, wording)


def _name(facts: Sequence[Fact], marks: Sequence[Mark], wording: Wording) -> Inlines:
    if not marks:
        return (_say_place("body.no-note", facts, wording),)
    inlines: list[Inline] = []
    for mark in marks:
        if inlines:
            inlines.append(wording.say("body.notes-then"))
        inlines.append(Reference(f"note-{mark.run}-{mark.label}", wording.text("body.note", n=mark.label)))
    return tuple(inlines)


def name_grounds(found: Iterable[Ground], wording: Wording, called: str) -> Inlines:
    """Write the line under a chart or table, each place once: "Source: the article, para. 2, note 1; …"."""
    places: dict[tuple[int, int | None, tuple[Mark, ...]], list[Fact]] = {}
    for fact, marks in found:
        places.setdefault((fact.paragraph, fact.page, marks), []).append(fact)
    inlines: list[Inline] = [wording.say("body.evidence", called=called)]
    for number, ((_, _, marks), facts) in enumerate(places.items()):
        if number:
            inlines.append(wording.say("body.place-then"))
        if marks:
            inlines += (_say_place("body.place", facts, wording), wording.say("body.notes-then"))
        inlines += _name(facts, marks, wording)
    return tuple(inlines)


def _say_place(name: str, facts: Sequence[Fact], wording: Wording) -> Words:
    return wording.say(name, tuple(fact.id for fact in facts), n=facts[0].paragraph, page=facts[0].page)
