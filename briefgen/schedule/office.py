"""Project → one round of its schedules: what the commands ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from briefgen.errors import BusyError, Remark, UnknownName
from briefgen.project import Project
from briefgen.project.config import NAME
from briefgen.schedule.dispatch import Post, deliver_due
from briefgen.schedule.issue import adopt_issue, make_issue
from briefgen.schedule.ledger import ENDS, LOST, UNSURE, Delivery, Ledger, Slot, moment_of
from briefgen.schedule.opening import locks_of, open_ledger
from briefgen.schedule.plans import Faulty, Plan, read_plans
from briefgen.schedule.tick import Desk, Ending, enter_now, run_due, tell_faults


@dataclass(frozen=True)
class Office:
    """A project's schedules with their ledger open."""

    project: Project
    plans: tuple[Plan, ...]
    faulty: tuple[Faulty, ...]
    ledger: Ledger

    def plan(self, name: str) -> Plan:
        """Find a plan.

        Raises:
            UnknownName: no schedule is called so.
            UsageError: it is faulty.
        """
        for plan in self.plans:
            if plan.name == name:
                return plan
        for faulty in self.faulty:
            if faulty.name == name:
                raise UnknownName(faulty.remark.where, faulty.remark.what, faulty.remark.mend)
        raise UnknownName.among(NAME, "schedule", name, self.project.config.schedule)


@dataclass(frozen=True, slots=True)
class Round:
    """What one round did."""

    slots: tuple[Slot, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    faults: tuple[Remark, ...] = ()
    """What is wrong with schedules."""
    fresh: tuple[Remark, ...] = ()
    """Those of them that no round said before."""


def now_utc() -> datetime:
    """Read the clock, in whole seconds."""
    return datetime.now(UTC).replace(microsecond=0)


@contextmanager
def open_office(project: Project) -> Iterator[Office]:
    """Open a project's schedules.

    Raises:
        OutputError: the ledger cannot be written.
        BusyError: another process is making it just now.
    """
    plans, faulty = read_plans(project)
    ledger = open_ledger(project, plans, now_utc())
    try:
        yield Office(project, plans, faulty, ledger)
    finally:
        ledger.close()


def make_round(office: Office, asked: str | None = None, clock: Callable[[], datetime] = now_utc) -> Round:
    """Enter what is due, build it, then deliver what is ready. Done twice, nothing happens twice.

    Args:
        asked: a schedule that gets a slot for this very second.

    Raises:
        UnknownName: no schedule is called so.
        OutputError: the ledger cannot be written.
    """
    built = build_due(office, asked, clock)
    return replace(built, deliveries=tuple(deliver_due(post_of(office, clock))))


def judge(office: Office, done: Round, asked: str | None = None) -> bool:
    """Tell whether a round went well.

    Args:
        asked: the schedule that got a slot for now. Then it alone counts, of its slots the newest, and nothing of it
            may be left to another try: who asked waits for the paper, and no timer may come.

    Raises:
        BusyError: another process builds what was asked for.
    """
    if asked is None:
        slots, deliveries, faults = done.slots, done.deliveries, done.faults
    else:
        slots = office.ledger.slots("schedule=?", asked, newest=True, limit=1)
        deliveries = tuple(delivery for delivery in done.deliveries if delivery.schedule == asked)
        faults = office.plan(asked).remarks
        if slots[0].state not in ENDS and all(slot.schedule != asked for slot in done.slots):
            raise BusyError(asked, "is being built by another process", "wait for it, then try again")
    late = asked is not None and (slots[0].state not in ENDS or any(d.state == "waiting" for d in deliveries))
    lost = any(slot.state in LOST for slot in slots)
    return not (late or lost or faults or any(delivery.state in UNSURE for delivery in deliveries))


def build_due(office: Office, asked: str | None = None, clock: Callable[[], datetime] = now_utc) -> Round:
    """Do the first half of a round: everything but the deliveries."""
    if asked is not None:
        enter_now(office.ledger, office.plan(asked), clock())
    fresh = tell_faults(office.ledger, office.plans, office.faulty, clock())
    names = frozenset((*office.project.config.schedule, *(table.name for table in office.project.spoilt)))

    def adopt(plan: Plan, slot: Slot) -> Ending | None:
        return adopt_issue(office.project, plan, slot)

    desk = Desk(office.ledger, office.plans, clock, _work(office), locks_of(office.project), adopt, names)
    faults = (*(f.remark for f in office.faulty), *(r for plan in office.plans for r in plan.remarks))
    return Round(tuple(run_due(desk)), (), faults, fresh)


def _work(office: Office) -> Callable[[Plan, Slot], Ending]:
    def work(plan: Plan, slot: Slot) -> Ending:
        open_ = office.ledger.deliveries("schedule=? and state not in ('sent','dropped')", plan.name)
        dues = {delivery.due for delivery in open_ if delivery.due[:1].isdigit()}
        return make_issue(office.project, plan, slot, frozenset(plan.timing.name(moment_of(due)) for due in dues))

    return work


def post_of(office: Office, clock: Callable[[], datetime]) -> Post:
    """Give what deliveries are made with."""
    return Post(office.project, office.ledger, office.plans, office.faulty, clock, locks_of(office.project))
