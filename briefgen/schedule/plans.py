"""``[schedule.NAME]`` → Plan, each on its own: a faulty one never stops the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from briefgen.errors import BriefgenError, EditorialError, Remark, UsageError
from briefgen.project import Order, Project, check_names
from briefgen.project.config import NAME, Schedule
from briefgen.project.files import read_file
from briefgen.project.naming import check_stem
from briefgen.records import Spoilt, load_csv
from briefgen.schedule.places import Place, read_place
from briefgen.schedule.slots import Timing, read_timing

_LENGTH = re.compile(r"(\d{1,5})\s*(m|min|h|d)")
_UNITS = {"m": "minutes", "min": "minutes", "h": "hours", "d": "days"}


@dataclass(frozen=True, slots=True)
class Plan:
    """One schedule that can run."""

    name: str
    said: Schedule
    timing: Timing
    lead: timedelta
    grace: timedelta | None
    """None where the file does not say: until the next slot, or for ever where all are caught up."""
    skipped: frozenset[date]
    deliver: tuple[Place, ...]
    quiet: tuple[Place, ...]
    """Told when nothing changed."""
    alarms: tuple[Place, ...]
    """Told when something went wrong."""
    remarks: tuple[Remark, ...] = ()
    """What is wrong with it although it runs."""

    @property
    def where(self) -> str:
        """Its place in the project file."""
        return place_of(self.name)

    def folders(self) -> tuple[Place, ...]:
        """List the folders it delivers to."""
        return tuple(place for place in self.deliver if place.kind == "folder")


@dataclass(frozen=True, slots=True)
class Faulty:
    """One schedule that cannot run, and whom to tell."""

    name: str
    remark: Remark
    alarms: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Holiday:
    """A row of a file of days without a slot."""

    date: date
    name: str = ""


def place_of(name: str) -> str:
    """Say where a schedule stands in the project file."""
    return f"{NAME} [schedule.{name}]"


def read_plans(project: Project) -> tuple[tuple[Plan, ...], tuple[Faulty, ...]]:
    """Read every schedule of a project."""
    plans: list[Plan] = []
    faulty = [Faulty(table.name, table.remark, _alarms(table)) for table in project.spoilt]
    for name, said in project.config.schedule.items():
        try:
            check_stem(name, place_of(name))
            _check_twin(name, plans)
            plans.append(_plan(project, name, said))
        except BriefgenError as error:
            faulty.append(Faulty(name, error.remark, _places(said.on_failure, place_of(name))[0]))
    return tuple(plans), tuple(faulty)


def name_papers(said: Schedule) -> Iterator[Order]:
    """Give what a schedule orders by name: every brief by itself, the themes one paper each."""
    yield from (Order(names=(name,)) for name in said.briefs)
    if said.themes:
        yield Order(names=said.themes, each=True)


def place_remark(remark: Remark, where: str) -> Remark:
    """Give a remark on what was typed its place in the project file: nobody typed anything here."""
    typed = remark.where == "the command line" or remark.where.startswith("-")
    return replace(remark, where=where) if typed else remark


def read_span(text: str, where: str) -> timedelta:
    """Read a length of time: "30m", "12h", "2d".

    Raises:
        UsageError: it is none.
    """
    match = _LENGTH.fullmatch(text.strip())
    if not match:
        raise UsageError(where, f"“{text}” is no length of time", "write it as 30m, 12h or 2d")
    return timedelta(**{_UNITS[match[2]]: int(match[1])})


def _alarms(spoilt: Spoilt) -> tuple[Place, ...]:
    """Find out whom to tell of a table that could not be read."""
    table = spoilt.table if isinstance(spoilt.table, dict) else {}
    said = table.get("on_failure")
    texts = [text for text in said if isinstance(text, str)] if isinstance(said, list) else []
    return _places(texts, place_of(spoilt.name))[0]


def _check_twin(name: str, plans: Iterable[Plan]) -> None:
    """Refuse a name that some systems take for another's: both would share a folder."""
    for plan in plans:
        if plan.name.casefold() == name.casefold():
            raise UsageError(place_of(name), f"is “{plan.name}” but for capitals", "call it otherwise")


def _plan(project: Project, name: str, said: Schedule) -> Plan:
    where = place_of(name)
    timing = read_timing(said.cron, said.timezone, where)
    lead = read_span(said.lead, f"{where} lead") if said.lead else timedelta()
    grace = read_span(said.grace, f"{where} grace") if said.grace else None
    deliver, faults = _places(said.deliver, f"{where} deliver")
    quiet, more = _places(said.on_unchanged, f"{where} on_unchanged")
    alarms, last = _places(said.on_failure, f"{where} on_failure")
    unsendable = _unsendable(project, where, (*deliver, *quiet, *alarms))
    remarks = (*faults, *more, *last, *unsendable, *_unknown(project, said, where))
    skipped = _holidays(project, said, where)
    return Plan(name, said, timing, lead, grace, skipped, deliver, quiet, alarms, remarks)


def _places(texts: Iterable[str], where: str) -> tuple[tuple[Place, ...], tuple[Remark, ...]]:
    """Read the places that can be used, and say why the others cannot."""
    found: list[Place] = []
    faults: list[Remark] = []
    for text in dict.fromkeys(texts):
        try:
            found.append(read_place(text, where))
        except UsageError as error:
            faults.append(error.remark)
    return tuple(found), tuple(faults)


def _unsendable(project: Project, where: str, places: Iterable[Place]) -> Iterable[Remark]:
    server = project.config.mail
    if not any(place.kind == "mail" for place in places):
        return
    if server is None:
        yield Remark(where, "wants mail, and the project has no [mail]", "add host and from under [mail]")
        return
    try:
        read_place(f"mail:{server.from_}", f"{NAME} [mail] from")
    except UsageError as error:
        yield error.remark


def _unknown(project: Project, said: Schedule, where: str) -> Iterator[Remark]:
    """Name papers that cannot be ordered any more, before a slot finds that out."""
    for order in name_papers(said):
        try:
            check_names(project, order)
        except UsageError as error:
            yield place_remark(error.remark, where)


def _holidays(project: Project, said: Schedule, where: str) -> frozenset[date]:
    if not said.skip_dates:
        return frozenset()
    path = project.root / said.skip_dates
    file = read_file(path, project.name_of(path), EditorialError, f"{where} names it")
    return frozenset(record.value.date for record in load_csv(file, Holiday, EditorialError))


def folder_of(project: Project, place: Place) -> Path:
    """Give the folder a place names; a relative one counts from the project."""
    return project.out.parent / Path(place.target).expanduser()
