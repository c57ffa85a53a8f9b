"""Plan → Commissions, and what each is to the former run folder: first, changed, another appearance, or the same."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from briefgen.errors import BriefgenError
from briefgen.model.commission import Commission
from briefgen.project import Order, Project, gather
from briefgen.project.naming import check_apart
from briefgen.schedule.manifests import Kind, Printed
from briefgen.schedule.plans import Plan, name_papers, place_remark

DRESS = frozenset({"template"})
"""Roles of files that change how a paper looks, never what it says."""


def order_papers(project: Project, plan: Plan, day: date) -> tuple[Commission, ...]:
    """Commission the papers of a plan, all inputs read. The date is the slot's, never the clock's.

    Raises:
        BriefgenError: of the kind ``gather`` raises, with the schedule as the place.
    """
    try:
        found = [commission for order in _orders(project, plan) for commission in gather(project, order)]
        check_apart(commission.name for commission in found)
    except BriefgenError as error:
        remark = place_remark(error.remark, plan.where)
        raise type(error)(remark.where, remark.what, remark.mend) from error
    return tuple(replace(commission, date=day, date_given=False) for commission in found)


def _orders(project: Project, plan: Plan) -> Iterator[Order]:
    said = plan.said
    shared = Order(
        source=_path(project, said.source, project.sources), template=_path(project, said.template, project.templates),
        formats=said.formats, lengths=(said.length,) if said.length else (),
    )  # fmt: skip
    for order in name_papers(said):
        yield replace(shared, names=order.names, each=order.each)


def _path(project: Project, said: str, known: Iterable[str]) -> str | None:
    """Let a path in the project file count from the project, wherever the timer starts us."""
    if not said or said in known or Path(said).name == said:
        return said or None
    return str(project.root / said)


def content_of(commission: Commission) -> str:
    """Hash everything a paper's words come from."""
    inputs = [row for row in commission.inputs if row[0] not in DRESS]
    said = [commission.source, commission.themes, inputs, commission.overrides]
    return sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def judge(commission: Commission, former: Printed | None) -> Kind:
    """Say what a paper is to the former one of its name."""
    if former is None or (former.source, former.themes) != (commission.source, commission.themes):
        return "first"
    if former.content != content_of(commission):
        return "changed"
    return "appearance" if former.key != commission.key else "carried"
