"""Factbase and the tables beside its source → Factbase with its dossier: names, positions, events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefgen.editorial import entities, events, positions
from briefgen.model.dossier import Dossier, Entity
from briefgen.model.fact import Fact, Factbase
from briefgen.model.source import File

TABLES = ("entities", "positions", "events")
"""Their roles; the files are called so, with .csv."""


def attach(base: Factbase, files: Mapping[str, File]) -> Factbase:
    """Read what was confirmed of a source; what a newer text says no more is a remark.

    Args:
        files: by role.

    Raises:
        EditorialError: a table is torn, names something twice, or says what the source does not.
    """
    if not any(role in files for role in TABLES):
        return base
    named, lost = entities.load(files["entities"], base) if "entities" in files else ((), ())
    held, unheld = positions.load(files["positions"], base, named) if "positions" in files else ((), ())
    happened, undated = events.load(files["events"], base) if "events" in files else ((), ())
    remarks = (*base.remarks, *lost, *unheld, *undated)
    facts = tuple(_named(fact, named) for fact in base.facts) if named else base.facts
    return replace(base, facts=facts, dossier=Dossier(named, held, happened), remarks=remarks)


def _named(fact: Fact, entities: Sequence[Entity]) -> Fact:
    """Call who is named in a fact by the names confirmed: two names of one count as one."""
    called = {name: entity.name for entity in entities for name in entity.names}
    return replace(fact, entities=tuple(dict.fromkeys(called.get(name, name) for name in fact.entities)))
