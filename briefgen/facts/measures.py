"""Facts, measure rules → series. A quantity joins a measure by its unit, its direction and the words around it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefgen.facts import clauses
from briefgen.facts.lexemes import Index, words_of
from briefgen.model.fact import Fact, Point, Quantity, Series
from briefgen.model.source import Source, Span
from briefgen.model.theme import MeasureRule

OMITTED = " … "
"""Stands in a label where words of the source are left out."""


def join(facts: Sequence[Fact], rules: Iterable[MeasureRule], source: Source) -> tuple[Series, ...]:
    """Join the quantities of a source to measures; a measure without a value gives no series.

    Of rules with one name the first holds.
    """
    known = list({rule.name: rule for rule in reversed(list(rules))}.values())[::-1]
    finder = _Finder(known)
    points: list[list[Point]] = [[] for _ in known]
    for fact in facts:
        wanted = {(q.currency or q.unit) for q in fact.quantities}
        chosen = [n for n, rule in enumerate(known) if rule.unit in wanted]
        if chosen:
            terms = finder.find(fact.span.of(source.text), fact.span.start)
            for n in chosen:
                points[n] += _points(fact, known[n], terms, source.text)
    return tuple(
        Series(rule.name, rule.title, rule.unit, tuple(_told_apart(found)))
        for rule, found in zip(known, points, strict=True)
        if found
    )


Places = dict[str, list[Span]]
"""Where each term stands, in the source's text."""


def choices(term: str) -> list[str]:
    """Part the alternatives of a term; those in brackets are the term's own."""
    return [term] if "(" in term else term.split("|")


class _Finder:
    """All terms of all rules, found in one pass over a sentence."""

    def __init__(self, rules: Sequence[MeasureRule]) -> None:
        given = [
            choice for rule in rules for term in (*rule.terms, *rule.excludes, *rule.near) for choice in choices(term)
        ]
        self._terms = list(dict.fromkeys(given))
        self._index = Index(self._terms)

    def find(self, text: str, offset: int) -> Places:
        words = words_of(text)
        places: Places = {}
        for hit in self._index.find(words):
            span = Span(words[hit.at[0]].start + offset, words[hit.at[-1]].end + offset)
            places.setdefault(self._terms[hit.key], []).append(span)
        return places


def _points(fact: Fact, rule: MeasureRule, places: Places, text: str) -> Iterator[Point]:
    if not all(_standing((term,), places) for term in rule.terms) or _standing(rule.excludes, places):
        return
    verbs, near = _standing(rule.terms, places), _standing(rule.near, places)
    subject: Span | None = None
    before: tuple[Span, ...] = ()
    mine = [q for q in fact.quantities if rule.unit == (q.currency or q.unit)]
    for place, quantity in enumerate(mine):
        clause = clauses.of(text, fact.span, quantity, mine[max(0, place - 1) : place + 2])
        joined = not (rule.direction and quantity.direction not in rule.direction)
        joined = joined and (not rule.near or _first_in(near, clause) is not None)
        spans = clauses.label(
            text, clause, quantity, _last_before(verbs, quantity.span.start) if joined else None, subject
        )
        if _points_back(text, quantity):
            spans = before or spans
        subject, before = (spans[0] if spans else subject), spans
        if joined:
            yield Point(fact.id, quantity, OMITTED.join(_line(text, s) for s in spans), spans)


def _standing(terms: Iterable[str], places: Places) -> list[Span]:
    """List where any of some terms stands, in order."""
    return sorted(span for term in terms for choice in choices(term) for span in places.get(choice, ()))


def _first_in(spans: Sequence[Span], clause: Span) -> Span | None:
    place = bisect_left(spans, clause.start, key=lambda s: s.start)
    return spans[place] if place < len(spans) and clause.covers(spans[place]) else None


def _last_before(spans: Sequence[Span], end: int) -> Span | None:
    place = bisect_right(spans, end, key=lambda s: s.end)
    return spans[place - 1] if place else None


def _points_back(text: str, quantity: Quantity) -> bool:
    """Tell "seven of those": it is of what the number before is of."""
    behind = text[quantity.span.end : quantity.span.end + 10].lower()
    return quantity.direction == "count" and behind.startswith((" of those", " of them", " of these", " of which"))


def _told_apart(points: Sequence[Point]) -> list[Point]:
    """Keep the labels only where time and direction do not tell the values apart."""
    keys = [(p.quantity.period, p.quantity.base_period, p.quantity.direction) for p in points]
    if len(set(keys)) == len(keys):
        return [replace(p, label="", label_spans=()) for p in points]
    return list(points)


def _line(text: str, span: Span) -> str:
    return " ".join(span.of(text).split())
