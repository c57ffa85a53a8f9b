"""A project file that cannot be read → the people of its schedules are told: those that the last readable one named."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

from briefgen.errors import BriefgenError, Remark, UsageError
from briefgen.project import Project, find_root, open_project
from briefgen.project.config import NAME
from briefgen.project.saving import write_whole
from briefgen.schedule.dispatch import Post, deliver_due
from briefgen.schedule.office import now_utc, open_office
from briefgen.schedule.opening import locks_of, state_of
from briefgen.schedule.plans import Faulty
from briefgen.schedule.tick import tell_faults

COPY = "last-readable.toml"


def open_watched(folder: str | None) -> Project:
    """Open a project for its tick; a file that cannot be read stops every schedule, so everybody is told.

    Raises:
        UsageError: there is no project, or its file cannot be read.
    """
    try:
        project = open_project(folder, sparing=True)
    except UsageError as fault:
        # That nobody can be told must not hide what is wrong.
        with suppress(BriefgenError, OSError):
            _tell(folder, fault.remark)
        raise
    with suppress(BriefgenError, OSError):
        _remember(project)
    return project


def _remember(project: Project) -> None:
    """Keep the file as it could be read, for the day on which it cannot."""
    own, copy = project.root / NAME, state_of(project) / COPY
    if project.root == project.default or (copy.is_file() and copy.read_bytes() == own.read_bytes()):
        return
    copy.parent.mkdir(exist_ok=True)
    write_whole(copy, own.read_bytes())
    # A webhook's address is as good as a password: who may not read the one may not read the other.
    shutil.copymode(own, copy)


def _tell(folder: str | None, remark: Remark) -> None:
    """Tell the people of all schedules, once."""
    root = find_root(folder, Path.cwd())
    if root is None or not (root / ".briefgen" / COPY).is_file():
        return
    former = open_project(root, sparing=True, copy=root / ".briefgen" / COPY)
    mend = "; ".join(filter(None, (remark.mend, "no schedule runs until then")))
    with open_office(former) as office:
        told = [*((plan.name, plan.alarms) for plan in office.plans), *((f.name, f.alarms) for f in office.faulty)]
        faulty = [Faulty(name, Remark(remark.where, remark.what, mend), alarms) for name, alarms in told]
        tell_faults(office.ledger, (), faulty, now_utc())
        list(deliver_due(Post(former, office.ledger, (), faulty, now_utc, locks_of(former))))
