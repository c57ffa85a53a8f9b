"""Confirmed positions on what the paper prints → a table of issue by actor, or a list; each a slice of its fact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefgen.assembly.citing import cite
from briefgen.assembly.evidence import ground, name_ground
from briefgen.assembly.workshop import Workshop
from briefgen.model.brief import Block, Bullets, Inline, Inlines, Locator, Part, Table, Words
from briefgen.model.dossier import Position

_FEWEST = 2
"""Issues of a table: what is held on one alone, its sentence says better."""
_TABLED = 4
"""Issues from which a table shows more at a glance than a list does."""
_SHARED = 2
"""Issues on which an actor holds something before it has a column of its own."""
_WIDEST = 3
"""Columns of actors that a page can bear."""


def make_positions(shop: Workshop) -> Part | None:
    """Make the table; None where the passages printed hold too little, and in a one-page paper, which has no table.

    Who holds something on one issue only would leave a column of empty cells: that stands in a list under the table,
    and so does everything where the issues are few.
    """
    held = positions_in(shop)
    if shop.brisk or len({p.issue for p in held}) < _FEWEST:
        return None
    columns = _columns(held) if len({p.issue for p in held}) >= _TABLED else ()
    tabled = tuple(p for p in held if p.actor in columns)
    others = tuple(p for p in held if p.actor not in columns)
    blocks: tuple[Block, ...] = (_grid(shop, tabled, columns),) if tabled else ()
    if others:
        blocks = *blocks, Bullets(tuple(_item(shop, on) for on in _by_issue(others)))
    return Part("positions", shop.wording.text("titles.positions"), blocks)


def _grid(shop: Workshop, tabled: Sequence[Position], columns: Sequence[str]) -> Table:
    say = shop.wording.say
    head = ((say("positions.issue"),), *((_named(shop, actor, tabled),) for actor in columns))
    rows = tuple(
        ((_named(shop, on[0].issue, on),), *(_cell(shop, [p for p in on if p.actor == actor]) for actor in columns))
        for on in _by_issue(tabled)
    )
    gaps = any(not any(p.actor == actor for p in on) for on in _by_issue(tabled) for actor in columns)
    meant = (say("positions.none-means"),) if gaps else ()
    return Table(0, (say("positions.title"),), head, rows, widths=(2.0, *(3.0 for _ in columns)), source=meant)


def _item(shop: Workshop, on: Sequence[Position]) -> Inlines:
    """Say who holds what on an issue, in one line."""
    inlines: list[Inline] = [_named(shop, on[0].issue, on)]
    for span in dict.fromkeys(position.span for position in on):
        alike = [position for position in on if position.span == span]
        for position in alike:
            opens = "by" if span == on[0].span else "then"
            joint = shop.wording.say(f"positions.{opens if position is alike[0] else 'and'}")
            inlines += (joint, _named(shop, position.actor, (position,)))
        inlines += (shop.wording.say("positions.holds"), *_quoted(shop, alike[0]))
    return tuple(inlines)


def _by_issue(held: Sequence[Position]) -> tuple[tuple[Position, ...], ...]:
    issues = dict.fromkeys(p.issue for p in held)
    return tuple(tuple(p for p in held if p.issue == issue) for issue in issues)


def positions_in(shop: Workshop) -> tuple[Position, ...]:
    """List the confirmed positions that stand in printed passages, in the order of the source."""
    printed = {fact.id for fact in shop.facts}
    return tuple(sorted((p for p in shop.base.dossier.positions if p.fact in printed), key=lambda p: p.span))


def _columns(held: Sequence[Position]) -> tuple[str, ...]:
    """Choose the actors with a column: those with something to compare, most issues first."""
    issues: dict[str, set[str]] = {}
    for position in held:
        issues.setdefault(position.actor, set()).add(position.issue)
    shared = [actor for actor in issues if len(issues[actor]) >= _SHARED]
    return tuple(sorted(shared, key=lambda actor: -len(issues[actor]))[:_WIDEST])


def _cell(shop: Workshop, held: Sequence[Position]) -> Inlines:
    """Quote what stands in a cell, each with its evidence."""
    inlines: list[Inline] = []
    for position in held:
        inlines += (shop.wording.say("positions.then"),) if inlines else ()
        inlines += _quoted(shop, position)
    return tuple(inlines) or (shop.wording.say("positions.none"),)


def _quoted(shop: Workshop, position: Position) -> Inlines:
    say = shop.wording.say
    quoted = cite(shop.source, position.span, ())
    return say("positions.open"), *quoted, say("positions.shut"), *_evidence(shop, position)


def _evidence(shop: Workshop, position: Position) -> Inlines:
    """Name the note that covers a position, or where it stands."""
    fact = shop.base.by_id[position.fact]
    found = ground(fact, position.span)
    if not found[1]:
        return (Locator(shop.wording.text("body.paragraph", n=fact.paragraph, page=fact.page)),)
    return shop.wording.say("body.bracket"), *name_ground(found, shop.wording), shop.wording.say("body.figure-close")


def _named(shop: Workshop, name: str, held: Sequence[Position]) -> Words:
    """Print what a person confirmed: an issue or an actor, in the language of the source."""
    words = shop.wording.plain(name, tuple(dict.fromkeys(p.fact for p in held)))
    return replace(words, lang=shop.foreign)
