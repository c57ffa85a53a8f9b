"""Ledger → what a person asks of it: what comes next, how things stand, try again, go on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice, pairwise

from briefgen.schedule.ledger import ENDS, LOST, Delivery, Ledger, Slot
from briefgen.schedule.office import Office
from briefgen.schedule.plans import Plan
from briefgen.schedule.slots import turns
from briefgen.schedule.tick import RETRIED

OVERDUE = timedelta(minutes=15)
"""After its moment a slot may be without an end for so long: the timer's step and a build."""


@dataclass(frozen=True, slots=True)
class Coming:
    """One slot to come."""

    due: datetime
    local: datetime
    remark: str
    """What the clocks do to it; empty as a rule."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How one schedule stands."""

    plan: Plan
    last: Slot | None
    """The newest slot that ended."""
    following: datetime
    overdue: tuple[datetime, ...]
    """Slots without an end whose time is over."""
    paused: str
    pending: tuple[Slot, ...]
    """Slots that were tried and are tried again."""
    troubled: tuple[Delivery, ...]
    """Deliveries that failed or may have arrived."""
    waiting: tuple[Delivery, ...]

    @property
    def in_order(self) -> bool:
        """Whether nobody has to do anything."""
        bad = self.last is not None and self.last.state in LOST
        return not (self.overdue or self.paused or self.troubled or self.plan.remarks or bad)


def foresee(plan: Plan, now: datetime, count: int = 5) -> tuple[Coming, ...]:
    """List the next slots of a plan, with a remark where the clocks are set."""
    dues = list(islice(plan.timing.after(now), count))
    days = (dues[-1] - now).days + 2 if dues else 0
    changed = {turn.day: turn.what for turn in turns(plan.timing, now, min(days, 800))}
    rows = []
    for before, due in pairwise([now, *dues]):
        local = plan.timing.local(due)
        remark = changed.get(local.date(), "")
        if local.date() in plan.skipped:
            remark = f"skipped: a day of {plan.said.skip_dates}"
        rows.append(Coming(due, local, remark or _set(plan, before, due)))
    return tuple(rows)


def _set(plan: Plan, before: datetime, due: datetime) -> str:
    """Say that the clocks have been set since the slot before."""
    moved = plan.timing.local(before).utcoffset() != plan.timing.local(due).utcoffset()
    return "the clocks have been set" if moved else ""


def stand(office: Office, now: datetime) -> tuple[Standing, ...]:
    """Say how every schedule stands."""
    return tuple(_standing(office.ledger, plan, now) for plan in office.plans)


def _standing(ledger: Ledger, plan: Plan, now: datetime) -> Standing:
    progress = ledger.progress(plan.name)
    return Standing(
        plan,
        ledger.last(plan.name, *ENDS),
        next(plan.timing.after(now)),
        tuple(_overdue(ledger, plan, now)),
        progress.paused if progress else "",
        tuple(slot for slot in ledger.pending(plan.name) if slot.tries),
        ledger.deliveries("schedule=? and state in ('failed','unknown')", plan.name),
        ledger.deliveries("schedule=? and state in ('waiting','sending')", plan.name),
    )


def _overdue(ledger: Ledger, plan: Plan, now: datetime) -> Iterator[datetime]:
    """List slots that nobody entered, and those entered that nobody ended and that do not wait for another try."""
    progress = ledger.progress(plan.name)
    if progress:
        yield from islice(plan.timing.between(progress.upto, now - OVERDUE), 100)
    for slot in ledger.pending(plan.name):
        if max(slot.due, slot.next_try) < now - OVERDUE:
            yield slot.due


def retry(office: Office, name: str | None, now: datetime) -> tuple[tuple[Slot, ...], tuple[Delivery, ...]]:
    """Open the newest slot again where it failed or was missed, and send again what did not surely arrive.

    What waits for another try of its own waits no longer.

    Raises:
        UnknownName: no schedule is called so.
    """
    slots, deliveries = [], []
    with office.ledger.transaction():
        for plan in (office.plan(name),) if name is not None else office.plans:
            last = office.ledger.last(plan.name, *ENDS)
            if last and last.state in LOST:
                office.ledger.set_slot(last, "open", now, tries=0, next_try=now, kind=RETRIED)
                slots.append(last)
            unsure = "schedule=? and (state in ('failed','unknown') or state='waiting' and tries>0)"
            for delivery in office.ledger.deliveries(unsure, plan.name):
                office.ledger.set_delivery(delivery, "waiting", now, tries=0, next_try=now)
                deliveries.append(delivery)
    return tuple(slots), tuple(deliveries)


def resume(office: Office, name: str) -> bool:
    """Let a paused schedule go on; whether it was paused.

    Raises:
        UnknownName: no schedule is called so.
    """
    plan = office.plan(name)
    with office.ledger.transaction():
        progress = office.ledger.progress(plan.name)
        office.ledger.set_failures(plan.name, 0, "")
    return bool(progress and progress.paused)
