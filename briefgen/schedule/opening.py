"""Project → its ledger. Lost or broken, it is made again from the run folders, and nothing is taken for delivered.

Deliveries that no manifest proves are unknown and not sent again. Slots since the newest run folder enter anew: what
has not changed since then ends as unchanged, what has was not delivered.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from itertools import count
from pathlib import Path

from briefgen.errors import OutputError
from briefgen.project import Project, locked
from briefgen.project.files import reason, shown
from briefgen.schedule.ledger import Ledger, What, stamp
from briefgen.schedule.manifests import Manifest
from briefgen.schedule.plans import Plan
from briefgen.schedule.publishing import runs

NAME = "ledger.sqlite"


def state_of(project: Project) -> Path:
    """Give the folder of what is safe to delete."""
    return project.out.parent / ".briefgen"


def locks_of(project: Project) -> Path:
    """Give the folder of the locks."""
    return state_of(project) / "locks"


def open_ledger(project: Project, plans: Sequence[Plan], now: datetime) -> Ledger:
    """Open the ledger of a project.

    Raises:
        OutputError: its folder cannot be written.
        BusyError: another process is making it just now.
    """
    path = state_of(project) / NAME
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            return _made(project, path, plans, now)
        ledger = _opened(path)
        if ledger is None:
            _set_aside(path)
            return _made(project, path, plans, now)
    except OSError as fault:
        raise OutputError(
            shown(path), f"cannot be written: {reason(fault)}", "mend the folder’s permissions"
        ) from fault
    return ledger


def peek(project: Project) -> Ledger | None:
    """Open the ledger only if there is one and it is in order: looking makes nothing."""
    path = state_of(project) / NAME
    return _opened(path) if path.exists() else None


def _opened(path: Path) -> Ledger | None:
    try:
        ledger = Ledger(path)
        if ledger.healthy():
            return ledger
        ledger.close()
    except sqlite3.DatabaseError as fault:
        if isinstance(fault, sqlite3.OperationalError):
            raise OutputError(shown(path), f"cannot be opened: {fault}", "free the disk, or mend it") from fault
    return None


def _set_aside(path: Path) -> None:
    """Keep a broken ledger for whoever wants to look into it, with its journal, which fits no other."""
    kept = next(p for n in count(1) if not (p := path.with_name(f"{path.name}.broken-{n}")).exists())
    path.replace(kept)
    journal = path.with_name(f"{path.name}-journal")
    if journal.exists():
        journal.replace(kept.with_name(f"{kept.name}-journal"))


def _made(project: Project, path: Path, plans: Sequence[Plan], now: datetime) -> Ledger:
    """Make a ledger from what was published, under another name until it is whole."""
    with locked(locks_of(project), "ledger"):
        if path.exists():
            return Ledger(path)
        fresh = path.with_name(f"{path.name}.new")
        fresh.unlink(missing_ok=True)
        ledger = Ledger(fresh)
        with ledger.transaction():
            for plan in plans:
                for _, manifest in runs(project.out / plan.name):
                    _enter(ledger, plan, manifest, now)
        ledger.close()
        fresh.replace(path)
        return Ledger(path)


def _enter(ledger: Ledger, plan: Plan, manifest: Manifest, now: datetime) -> None:
    ledger.enter(plan.name, [(manifest.due, "open", "")], now)
    slot = ledger.slot(plan.name, manifest.due)
    assert slot is not None
    why = "from its run folder: the ledger was lost"
    ledger.set_slot(slot, "done", now, kind=manifest.kind, folder=manifest.slot, why=why)
    ledger.set_upto(plan.name, min(manifest.due, now))
    for place in plan.deliver:
        what: What = "folder" if place.kind == "folder" else "report"
        if place.kind != "folder" and manifest.kind == "appearance":
            continue
        ledger.post(plan.name, stamp(manifest.due), what, str(place), now, state="unknown")
