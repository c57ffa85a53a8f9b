"""Factbase and the tables beside its source → Factbase with its dossier: names, positions, events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from briefgen.editorial import entities, events, positions
from briefgen.model.dossier import Dossier
from briefgen.model.fact import Factbase
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
    return replace(base, dossier=Dossier(named, held, happened), remarks=remarks)
