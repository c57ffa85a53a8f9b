"""The checking sheet: what a paper prints beside the paragraphs it is from, own words beside their passages, workings.

It is for whoever checks a paper before it goes out, so it stands behind everything but the notes and changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from briefgen.assembly.citing import cite, marks_within
from briefgen.assembly.editing import own
from briefgen.assembly.evidence import name_ground
from briefgen.assembly.workshop import Workshop
from briefgen.editorial.words import supporting
from briefgen.model.brief import Emphasis, Inline, Inlines, NoteRef, Paragraph, Part, Table
from briefgen.model.chart import Datum, Plate
from briefgen.model.fact import Fact
from briefgen.model.source import Span


def make_review(shop: Workshop) -> Part:
    """Make the checking sheet.

    Raises:
        EditorialError: the passages of an editor's statement do not bear it.
    """
    intro = Paragraph((shop.wording.say("review.intro"),), "ours")
    tables = (*_passages(shop), *_own_words(shop), *_workings(shop))
    return Part("review", shop.wording.text("titles.review"), (intro, *tables))


def _table(shop: Workshop, name: str, rows: tuple[tuple[Inlines, ...], ...], widths: tuple[float, ...]) -> Table:
    heads = tuple((shop.wording.say(f"review.{name}-{n}"),) for n in range(1, len(widths) + 1))
    return Table(0, (shop.wording.say(f"review.{name}"),), heads, rows, widths=widths)


def _passages(shop: Workshop) -> Iterator[Table]:
    """Set the printed passages of each paragraph beside it, where they stand bold."""
    rows = []
    for around, group in groupby(shop.facts, key=lambda fact: _around(shop, fact)):
        facts = tuple(group)
        rows.append((_listed(shop, facts), _marked(shop, around, facts)))
    if rows:
        yield _table(shop, "passages", tuple(rows), (1, 1))


def _around(shop: Workshop, fact: Fact) -> Span:
    """Find the paragraph a fact stands in."""
    spans = (p.span for p in shop.source.passages if p.span.covers(fact.span))
    return next(spans, fact.span)


def _listed(shop: Workshop, facts: tuple[Fact, ...]) -> Inlines:
    inlines: list[Inline] = []
    for fact in facts:
        if inlines:
            inlines.append(shop.wording.say("review.then"))
        inlines += [shop.wording.say("review.place", place=fact.place), *_quoted(shop, fact.span)]
    return tuple(inlines)


def _marked(shop: Workshop, around: Span, facts: tuple[Fact, ...]) -> Inlines:
    inlines: list[Inline] = []
    at = around.start
    for fact in facts:
        inlines += _quoted(shop, Span(at, fact.span.start))
        inlines.append(Emphasis(_quoted(shop, fact.span)))
        at = fact.span.end
    return (*inlines, *_quoted(shop, Span(at, around.end)))


def _quoted(shop: Workshop, span: Span) -> Inlines:
    """Quote with marks; one of a note that the paper does not list is told in brackets."""
    listed = {(m.run, m.label) for m in shop.marks}
    inlines: list[Inline] = []
    at = span.start
    for mark in marks_within(shop.source, span):
        inlines += cite(shop.source, Span(at, mark.at), ()) if mark.at > at else ()
        known = (mark.run, mark.label) in listed
        told = shop.wording.say("review.mark", label=mark.label)
        inlines.append(NoteRef(mark.label, mark.run, mark.at) if known else told)
        at = mark.at
    return (*inlines, *(cite(shop.source, Span(at, span.end), ()) if at < span.end else ()))


def _own_words(shop: Workshop) -> Iterator[Table]:
    rows = []
    for strand in shop.strands:
        for said in strand.editing.statements if strand.editing else ():
            facts = sorted(supporting(said, shop.base), key=lambda fact: fact.span)
            rows.append(((own(shop, said),), _listed(shop, tuple(facts))))
    if rows:
        yield _table(shop, "own", tuple(rows), (2, 3))


def _workings(shop: Workshop) -> Iterator[Table]:
    plates = (plate for strand in shop.strands for plate in strand.plates)
    rows = tuple(_working(shop, datum) for plate in plates for datum in _derived(plate))
    if rows:
        yield _table(shop, "workings", rows, (2, 2, 2, 3))


def _derived(plate: Plate) -> Iterator[Datum]:
    yield from (datum for panel in plate.chart.panels for datum in panel.data if datum.derived)


def _working(shop: Workshop, datum: Datum) -> tuple[Inlines, ...]:
    fact = shop.base.by_id[datum.evidence.fact]
    said = (datum.printed, shop.wording.period(datum.period), datum.derived)
    cells = tuple((shop.wording.plain(text, (fact.id,)),) for text in said)
    return (*cells, name_ground((fact, fact.marks), shop.wording))
