"""Schedules → what will go wrong with them, or be otherwise than they read, before a slot meets it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime

from briefgen.errors import BriefgenError, Remark
from briefgen.pipeline.inspection import Inspected
from briefgen.project import Project
from briefgen.project.config import NAME
from briefgen.schedule.opening import peek
from briefgen.schedule.orders import order_papers
from briefgen.schedule.plans import Plan, folder_of, read_plans
from briefgen.schedule.slots import turns


def inspect_schedules(project: Project, now: datetime) -> tuple[Inspected, ...]:
    """Look at every schedule of a project, and touch nothing."""
    plans, faulty = read_plans(project)
    rows = [Inspected(f"schedule {f.name}", (f.remark,)) for f in faulty]
    taken: dict[tuple[str, str], str] = {}
    for plan in plans:
        findings = (*plan.remarks, *_folders(project, plan), *_papers(project, plan, now, taken))
        # A name that is not there is found twice: by itself, and when all inputs are read.
        findings = tuple(dict.fromkeys(findings))
        rows.append(Inspected(f"schedule {plan.name}", findings, (*_turns(plan, now), *_password(project, plan))))
    return tuple(rows)


def _turns(plan: Plan, now: datetime) -> Iterator[Remark]:
    for turn in turns(plan.timing, now):
        if turn.missing:
            mend = "it runs once, right after the gap; choose another time to be rid of this"
            yield Remark(plan.where, turn.what, mend)


def _password(project: Project, plan: Plan) -> Iterator[Remark]:
    server = project.config.mail
    mailed = any(place.kind == "mail" for place in (*plan.deliver, *plan.quiet, *plan.alarms))
    if mailed and server and server.password_env and server.password_env not in os.environ:
        what = f"{server.password_env} is not set here"
        yield Remark(f"{NAME} [mail]", what, "the timer must set it: `briefgen schedule show --as cron` shows how")


def _folders(project: Project, plan: Plan) -> Iterator[Remark]:
    """Name folders that vanished since they were delivered to, and those that cannot be made."""
    ledger = peek(project)
    sent = ledger.folders() if ledger else frozenset()
    if ledger:
        ledger.close()
    for place in plan.folders():
        folder = folder_of(project, place)
        if not folder.is_dir() and (str(place) in sent or not folder.parent.is_dir()):
            what = "has vanished" if str(place) in sent else "cannot be made: the folder it lies in is not there"
            yield Remark(plan.where, f"{place} {what}", "bring it back, or name another")


def _papers(project: Project, plan: Plan, now: datetime, taken: dict[tuple[str, str], str]) -> Iterator[Remark]:
    """Gather the papers of a plan, and name those that two schedules would deliver under one name."""
    try:
        commissions = order_papers(project, plan, plan.timing.local(now).date())
    except BriefgenError as error:
        yield error.remark
        return
    for place in plan.folders():
        for commission in commissions:
            key = str(folder_of(project, place)), commission.name.casefold()
            other = taken.setdefault(key, plan.name)
            if other != plan.name:
                what = f"delivers “{commission.name}” to {place}, and so does “{other}”"
                yield Remark(plan.where, what, "name another folder")
