"""Tables of positions and people against what was confirmed: each cell is who and what those tables say."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.errors import TraceError
from briefgen.model.brief import Brief, Bullets, Inlines, Quote, Table, Words, flat, plain
from briefgen.model.dossier import Dossier, Entity
from briefgen.model.fact import Factbase
from briefgen.model.scripts import on_one_line


def check_dossier(brief: Brief, base: Factbase) -> None:
    """Check every row of both tables.

    Raises:
        TraceError: words stand under an issue or an actor, or beside a person, that nobody confirmed them of.
    """
    for row, head in _rows(brief, "positions"):
        for at, cell in enumerate(row[1:], 1):
            _check_cell(brief, base.dossier, plain(row[0]), [plain(head[at])], cell)
    for item in _items(brief, "positions"):
        _check_cell(brief, base.dossier, plain(item[:1]), [], item[1:])
    for row, _ in _rows(brief, "people"):
        _check_person(brief, base, row)


def _rows(brief: Brief, name: str) -> Iterable[tuple[tuple[Inlines, ...], tuple[Inlines, ...]]]:
    part = brief.part(name)
    tables = [b for b in part.blocks if isinstance(b, Table)] if part else []
    return ((row, table.head) for table in tables for row in table.rows)


def _items(brief: Brief, name: str) -> Iterable[Inlines]:
    part = brief.part(name)
    return (item for b in (part.blocks if part else ()) if isinstance(b, Bullets) for item in b.items)


def _check_cell(brief: Brief, dossier: Dossier, issue: str, named: list[str], cell: Inlines) -> None:
    """Check that each quote is a position on the issue, of the actor above it or of those named before it."""
    actors, waiting = {p.actor for p in dossier.positions}, False
    for inline in flat(cell):
        if isinstance(inline, Words) and inline.text in actors:
            named, waiting = [*(named if waiting else ()), inline.text], True
        if isinstance(inline, Quote):
            waiting = False
            held = {p.actor for p in dossier.positions if p.issue == issue and p.span.covers(inline.span)}
            if not named or set(named) - held:
                who = ", ".join(a for a in named if a not in held) or "anybody"
                raise TraceError(brief.name, f"nobody confirmed that {who} holds ‘{inline.text[:60]}’ on {issue}")


def _check_person(brief: Brief, base: Factbase, row: tuple[Inlines, ...]) -> None:
    """Check that all quoted in a row was confirmed of one person."""
    quotes = [i for cell in row for i in flat(cell) if isinstance(i, Quote)]
    told = (e for e in base.dossier.entities if e.sort == "person")
    if not quotes or not any(all(_is_of(e, base, quote) for quote in quotes) for e in told):
        said = " ".join(quote.text for quote in quotes)
        raise TraceError(brief.name, f"nobody confirmed ‘{said[:80]}’ of one person")


def _is_of(entity: Entity, base: Factbase, quote: Quote) -> bool:
    """Tell whether words of the person's sentence are its name, its role, or its name in its own script."""
    said = on_one_line(quote.text)
    known = (entity.name, entity.role, *(name for _, name in entity.native))
    return base.by_id[entity.fact].span.covers(quote.span) and any(said in on_one_line(words) for words in known)
