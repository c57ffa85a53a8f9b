"""Confirmed people whom the paper's passages name → a table of names and roles, each as the source states it."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.assembly.citing import cite
from briefgen.assembly.workshop import Workshop
from briefgen.editorial.passages import stretches
from briefgen.model.brief import Inlines, Part, Table
from briefgen.model.dossier import Entity
from briefgen.model.source import Span

_FEWEST = 2
"""People of a table: what is said of one alone, the body says beside the name."""


def make_people(shop: Workshop) -> Part | None:
    """Make the table; None where fewer than two are told of, and in a one-page paper, which has no table."""
    told = people_in(shop)
    if len(told) < _FEWEST or shop.brisk:
        return None
    say = shop.wording.say
    head = tuple((say(f"people.{name}"),) for name in ("name", "role", "place"))
    rows = tuple(_row(shop, person) for person in told)
    table = Table(0, (say("people.title"),), head, rows, widths=(4, 5, 2))
    return Part("people", shop.wording.text("titles.people"), (table,))


def people_in(shop: Workshop) -> tuple[Entity, ...]:
    """List the confirmed people named in printed passages whose role the source says."""
    text = shop.source.text
    printed = [fact.span.of(text) for fact in shop.facts]
    known = (e for e in shop.base.dossier.entities if e.sort == "person" and e.role)
    named = [e for e in known if any(stretches(name, said) for said in printed for name in e.names)]
    return tuple(sorted(named, key=lambda e: e.span))


def _row(shop: Workshop, person: Entity) -> tuple[Inlines, ...]:
    fact, say = shop.base.by_id[person.fact], shop.wording.say
    native = tuple(i for _, name in person.native for i in (say("people.then"), *_said(shop, person, name)))
    role = _said(shop, person, person.role)
    place = say("body.place", (fact.id,), n=fact.paragraph, page=fact.page)
    return (*cite(shop.source, person.span, ()), *native), role, (place,)


def _said(shop: Workshop, person: Entity, words: str) -> Inlines:
    """Quote words of the sentence that a person was confirmed from, those nearest to the name."""
    return cite(shop.source, min(_found(shop, person, words), key=lambda s: abs(s.start - person.span.start)), ())


def _found(shop: Workshop, person: Entity, words: str) -> Iterator[Span]:
    fact = shop.base.by_id[person.fact]
    return (span.moved(fact.span.start) for span in stretches(words, fact.span.of(shop.source.text)))
