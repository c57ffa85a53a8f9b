"""What the commands that only read share: a source's facts, and a passage found by its id or its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.cli.session import Session
from briefgen.errors import UnknownName
from briefgen.project import inquire

if TYPE_CHECKING:
    from briefgen.model.fact import Fact, Factbase

_PLACE = re.compile(r"\d+\.\d+")


def facts_of(session: Session, source: str | None, overrides: bool = True) -> Factbase:
    """Find the facts of a source, and say what was met on the way."""
    from briefgen.pipeline.study import find_facts

    base = find_facts(inquire(session.project, source, overrides))
    session.remark((*base.source.remarks, *base.remarks))
    return base


def fact_at(base: Factbase, name: str) -> Fact:
    """Find a fact by its id, by an id's beginning that no other shares, or by its place.

    Raises:
        UnknownName: there is none.
    """
    if name in base.by_id:
        return base.by_id[name]
    found = [fact for fact in base.facts if name == fact.place or (name and fact.id.startswith(name))]
    if len(found) == 1:
        return found[0]
    if _PLACE.fullmatch(name):
        paragraphs = max((fact.paragraph for fact in base.facts), default=0)
        mend = f"it has {paragraphs} paragraphs and {len(base.facts)} sentences; `briefgen facts` lists them"
        raise UnknownName(base.source.name, f"no sentence “{name}”", mend)
    what = f"{len(found)} facts begin with “{name}”" if found else f"no fact “{name}”"
    raise UnknownName(base.source.name, what, "`briefgen facts` lists them")
