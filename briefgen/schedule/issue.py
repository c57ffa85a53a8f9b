"""Slot → run folder, or the word that nothing changed. The slot is the papers' date: tried again, the same bytes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from briefgen.errors import BriefgenError, OutputError, Remark
from briefgen.model.commission import Commission, Paper
from briefgen.project import Project
from briefgen.schedule.ledger import Slot
from briefgen.schedule.manifests import Kind, Manifest, Printed, verified
from briefgen.schedule.orders import content_of, judge, order_papers
from briefgen.schedule.origin import origin_of, refresh
from briefgen.schedule.plans import Plan
from briefgen.schedule.publishing import find_latest, point, prune, publish, sweep
from briefgen.schedule.tick import Ending

CHANGES = "changes.json"

Former = tuple[Path, Manifest]


@dataclass(frozen=True, slots=True)
class _Job:
    """One paper of an issue: what is wanted, what it is to the former one, and that one."""

    commission: Commission
    kind: Kind
    former: Printed | None
    folder: Path | None
    """Of the former run, whole; None where there is none."""


def make_issue(project: Project, plan: Plan, slot: Slot, needed: frozenset[str] = frozenset()) -> Ending:
    """Build what must be built for a slot and publish it. The caller holds the schedule's lock.

    Args:
        needed: slots whose run folders are not to be pruned.

    Raises:
        BriefgenError: a paper cannot be built, or the folder cannot be written; nothing of it is published.
    """
    home, name = project.out / plan.name, plan.timing.name(slot.due)
    day = plan.timing.local(slot.due).date()
    commissions = order_papers(project, plan, day)
    renewed, notice = refresh(project, commissions)
    if renewed:
        commissions = order_papers(project, plan, day)
    former = find_latest(home)
    jobs, kind = _plan_jobs(plan, commissions, former)
    if former and kind == "carried":
        _point(home)
        return Ending("unchanged", folder=former[1].slot, notice=notice)
    publish(home, *_issue(plan, slot, jobs, kind, former))
    prune(home, plan.said.keep, needed | {name})
    return Ending("done", kind, name, notice=(*notice, *_doubts(project, jobs)))


def adopt_issue(project: Project, plan: Plan, slot: Slot) -> Ending | None:
    """Find the run folder of a slot that a process published before it died; None where there is none."""
    home, name = project.out / plan.name, plan.timing.name(slot.due)
    there = verified(home / name)
    if there is None:
        return None
    # The pointer is set again at every slot: that it cannot be just now must not hide that the run is there.
    with suppress(OSError):
        sweep(home)
        point(home)
    return Ending("done", there.kind, name)


def _doubts(project: Project, jobs: Sequence[_Job]) -> tuple[Remark, ...]:
    """Name what a person should confirm in a watched source that is new in this issue."""
    from briefgen.pipeline.renewal import doubts

    fresh = {job.commission.source: job.commission for job in jobs if job.kind in ("first", "changed")}
    watched = [commission for commission in fresh.values() if origin_of(project, commission)]
    return tuple(remark for commission in watched for remark in doubts(commission))


def _point(home: Path) -> None:
    """Leave the home of the runs as it should be: nothing half-made in it, and the pointer at the newest."""
    try:
        sweep(home)
        point(home)
    except OSError as fault:
        raise OutputError(str(home), f"cannot be written: {fault.strerror}", "free the disk, or mend it") from fault


def _plan_jobs(plan: Plan, commissions: Sequence[Commission], former: Former | None) -> tuple[tuple[_Job, ...], Kind]:
    """Say what each paper is to the former run, and what the issue is as a whole."""
    jobs = []
    for commission in commissions:
        before = former[1].paper(commission.name) if former else None
        jobs.append(_Job(commission, judge(commission, before), before, former[0] if former else None))
    kinds = {job.kind for job in jobs}
    if former is None:
        return tuple(jobs), "first"
    if kinds & {"first", "changed"}:
        return tuple(jobs), "changed"
    if kinds == {"carried"} and len(jobs) == len(former[1].papers):
        if plan.said.only_if_changed:
            return tuple(jobs), "carried"
        return tuple(replace(job, kind="again") for job in jobs), "again"
    return tuple(jobs), "appearance"


def _issue(
    plan: Plan, slot: Slot, jobs: Sequence[_Job], kind: Kind, former: Former | None
) -> tuple[Manifest, dict[str, bytes]]:
    name, day = plan.timing.name(slot.due), plan.timing.local(slot.due).date()
    files: dict[str, bytes] = {}
    printed, changes = [], {}
    for job, paper in zip(jobs, _built(jobs), strict=True):
        if paper is None:
            files |= _carried(job)
            assert job.former is not None
            printed.append(replace(job.former, kind="carried"))
            continue
        files |= {file.name: file.content for file in (*paper.files, paper.trace)}
        printed.append(_printed(job, paper, name, day))
        changes[paper.commission.name] = asdict(paper.changes) if paper.changes else None
    before = former[1].slot if former else ""
    files[CHANGES] = _dumped({"slot": name, "former": before, "kind": kind, "papers": changes})
    digests = tuple((file, sha256(content).hexdigest()) for file, content in files.items())
    places = tuple(place.shown for place in plan.deliver)
    zone = plan.timing.zone.key
    return Manifest(plan.name, name, slot.due, zone, kind, before, tuple(printed), digests, places), files


def _printed(job: _Job, paper: Paper, slot: str, day: date) -> Printed:
    """Describe a paper; its last change stays the former one where only its appearance is another."""
    same = job.kind in ("appearance", "again") and job.former is not None
    since = (job.former.since, job.former.day) if same and job.former else (slot, day)
    commission = replace(job.commission, previous=None)
    counts = paper.changes.counts if paper.changes else ()
    return Printed(
        commission.name, paper.title, commission.themes, commission.source, job.kind, content_of(commission),
        commission.key, *since, tuple(file.name for file in paper.files), counts,
    )  # fmt: skip


def _built(jobs: Sequence[_Job]) -> list[Paper | None]:
    """Build all papers, or none: a slot is never half delivered. None stands for one that is carried over."""
    from briefgen.pipeline.batch import build_all

    made = iter(list(build_all([_with_former(job) for job in jobs if job.kind != "carried"])))
    papers: list[Paper | None] = []
    for job in jobs:
        paper = None if job.kind == "carried" else next(made)
        if isinstance(paper, BriefgenError):
            raise paper
        papers.append(paper)
    return papers


def _with_former(job: _Job) -> Commission:
    """Give a paper that may tell what changed the trace of the issue before it."""
    if job.kind not in ("changed", "again") or job.folder is None:
        return job.commission
    from briefgen.pipeline.renewal import comparable

    trace = (job.folder / f"{job.commission.name}.trace.json").read_bytes()
    return replace(job.commission, previous=trace if comparable(trace, job.commission) else None)


def _carried(job: _Job) -> dict[str, bytes]:
    """Take a paper over from the former run, byte for byte."""
    assert job.former is not None
    assert job.folder is not None
    names = (*job.former.files, f"{job.former.name}.trace.json")
    return {name: (job.folder / name).read_bytes() for name in names}


def _dumped(document: dict[str, Any]) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=1, default=date.isoformat) + "\n").encode()
