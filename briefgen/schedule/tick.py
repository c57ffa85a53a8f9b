"""Plans and a clock → every due slot has a row, and every row gets an end. Run twice, nothing happens twice.

Who calls it (a timer every few minutes, a loop, a person) and when it dies does not matter: what became due since
the last call enters in one transaction, and a slot found half-built with its lock free is taken up again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from briefgen.errors import BriefgenError, BusyError, Remark
from briefgen.project import locked
from briefgen.schedule.ledger import ENDS, LOST, Ledger, Slot, State, stamp
from briefgen.schedule.plans import Faulty, Plan
from briefgen.schedule.sayings import slot_words

RETRIES = (5, 10, 20)
"""Minutes before another try; the last holds for all further ones."""
RETRIED = "retried"
"""Kind of a slot that a person opened again: no hour is too late for it."""
PATIENCE = 5
"""Slots in a row that may fail before a schedule is paused."""
_ASTRAY = timedelta(days=1)
"""A clock that was ahead by more than this was wrong; one that was set back by less is waited for."""


@dataclass(frozen=True, slots=True)
class Ending:
    """How the work for one slot came out."""

    state: State
    kind: str = ""
    folder: str = ""
    why: str = ""
    notice: tuple[Remark, ...] = ()
    """What the people of ``on_failure`` should know although it went well."""


Clock = Callable[[], datetime]
Work = Callable[[Plan, Slot], Ending]


@dataclass(frozen=True)
class Desk:
    """What a tick works with."""

    ledger: Ledger
    plans: Sequence[Plan]
    clock: Clock
    work: Work
    locks: Path
    """Folder of the locks."""
    adopt: Callable[[Plan, Slot], Ending | None] = lambda plan, slot: None
    """Finds what a process that died has published for a slot: that slot is done, however late it is."""
    names: frozenset[str] = frozenset()
    """Every schedule of the project file, the faulty ones too."""


def run_due(desk: Desk) -> Iterator[Slot]:
    """Enter what became due and do it; give each slot as it is left."""
    enter_due(desk)
    for plan in desk.plans:
        if not desk.ledger.pending(plan.name):
            continue
        try:
            with locked(desk.locks, plan.name):
                pending = desk.ledger.pending(plan.name)
                for slot in pending:
                    yield from _attend(desk, plan, slot, pending[-1])
        except BusyError:
            continue


def enter_due(desk: Desk) -> None:
    """Write down everything that became due: nothing can be forgotten from here on."""
    now = desk.clock().replace(microsecond=0)
    with desk.ledger.transaction():
        for plan in desk.plans:
            _enter(desk.ledger, plan, now)
        _close_removed(desk.ledger, desk.names | {plan.name for plan in desk.plans}, now)


def enter_now(ledger: Ledger, plan: Plan, now: datetime) -> None:
    """Make a slot of this very second; one that is there and waits for another try waits no longer."""
    due = now.replace(microsecond=0)
    with ledger.transaction():
        if ledger.progress(plan.name) is None:
            ledger.set_upto(plan.name, now)
        ledger.enter(plan.name, [(due, "open", "asked for")], now)
        slot = ledger.slot(plan.name, due)
        if slot and slot.state == "open":
            ledger.set_slot(slot, "open", now, next_try=now)


def _enter(ledger: Ledger, plan: Plan, now: datetime) -> None:
    progress, horizon = ledger.progress(plan.name), now + plan.lead
    if progress is None or progress.upto > horizon + _ASTRAY:
        if progress:
            ledger.forget_after(plan.name, horizon)
        ledger.set_upto(plan.name, now)
        progress = ledger.progress(plan.name)
    assert progress is not None
    dues = list(plan.timing.between(progress.upto, horizon))
    if not dues:
        return
    found = _sorted_out(plan, progress.paused, dues, now)
    rows = [(due, state, _said(plan, due, why) if state in ENDS else why) for due, state, why in found]
    ledger.enter(plan.name, rows, now)
    ledger.set_upto(plan.name, max(horizon, progress.upto))
    for due, state, _ in rows:
        # Of those skipped only the newest has something to say: the others are older than it.
        entered = ledger.slot(plan.name, due) if state == "missed" or due == dues[-1] else None
        if entered and entered.state in ENDS:
            announce(ledger, plan, entered, now)


def _said(plan: Plan, due: datetime, why: str) -> str:
    """Add to the reason of an end what the clocks did to its slot: such a day must not look like any other."""
    oddity = plan.timing.oddity(due)
    return why if oddity in why else "; ".join(filter(None, (why, oddity)))


def _sorted_out(plan: Plan, paused: str, dues: list[datetime], now: datetime) -> Iterator[tuple[datetime, State, str]]:
    last = next((d for d in reversed(dues) if plan.timing.local(d).date() not in plan.skipped), None)
    for due in dues:
        if plan.timing.local(due).date() in plan.skipped:
            yield due, "skipped", f"a day of {plan.said.skip_dates}"
        elif paused:
            yield due, "skipped", f"paused: {paused}"
        elif plan.said.catch_up == "latest" and due != last:
            yield due, "skipped", "a later slot was due before anything ran"
        elif _too_late(plan, due, now):
            yield due, "missed", _lateness(due, now)
        else:
            yield due, "open", ""


def _too_late(plan: Plan, due: datetime, now: datetime) -> bool:
    return plan.grace is not None and now - due > plan.grace


def _lateness(due: datetime, now: datetime) -> str:
    minutes = int((now - due).total_seconds() // 60)
    return f"nothing ran until {minutes // 60} h {minutes % 60:02} min after it was due"


def _supersede(ledger: Ledger, plan: Plan, slot: Slot, now: datetime) -> None:
    """End a slot that a later one has overtaken; one that was tried has failed, and counts as that."""
    if slot.tries:
        _fail(ledger, plan, slot, f"{slot.why}; the next slot came", now)
    else:
        _end(ledger, plan, slot, Ending("skipped", why="a later slot was due before it was built"), now)


def _attend(desk: Desk, plan: Plan, slot: Slot, newest: Slot) -> Iterator[Slot]:
    """Work at one slot, if it is time; the lock is held, so that a slot being built here has no builder any more."""
    ledger, now = desk.ledger, desk.clock()
    overtaken = plan.said.catch_up == "latest" and slot.due < newest.due
    if slot.state == "open" and slot.next_try > now and not overtaken:
        return
    published = desk.adopt(plan, slot)
    with ledger.transaction():
        if published:
            _end(ledger, plan, slot, published, now)
            ledger.set_failures(plan.name, 0, "")
        elif overtaken:
            _supersede(ledger, plan, slot, now)
        elif slot.kind != RETRIED and _too_late(plan, slot.due, now):
            state: State = "failed" if slot.tries else "missed"
            _end(ledger, plan, slot, Ending(state, why=slot.why or _lateness(slot.due, now)), now)
        elif slot.tries >= plan.said.tries:
            _fail(ledger, plan, slot, slot.why or "the process that built it died each time", now)
        else:
            ledger.set_slot(slot, "building", now, tries=slot.tries + 1)
    begun = ledger.slot(plan.name, slot.due)
    if begun and begun.state == "building":
        _try(desk, plan, begun)
        begun = ledger.slot(plan.name, slot.due)
    if begun:
        yield begun


def _try(desk: Desk, plan: Plan, slot: Slot) -> None:
    try:
        ending = desk.work(plan, slot)
    except BriefgenError as error:
        _retry(desk, plan, slot, str(error))
    except Exception as error:  # One schedule's bug must not stop the others; the row says that it is ours.
        _retry(desk, plan, slot, f"a fault of briefgen's own: {type(error).__name__}: {error}")
    else:
        with desk.ledger.transaction():
            _end(desk.ledger, plan, slot, ending, desk.clock())
            desk.ledger.set_failures(plan.name, 0, "")


def _retry(desk: Desk, plan: Plan, slot: Slot, why: str) -> None:
    now = desk.clock()
    with desk.ledger.transaction():
        if slot.tries >= plan.said.tries:
            _fail(desk.ledger, plan, slot, why, now)
        else:
            wait = timedelta(minutes=RETRIES[min(slot.tries, len(RETRIES)) - 1])
            desk.ledger.set_slot(slot, "open", now, next_try=now + wait, why=why)


def _fail(ledger: Ledger, plan: Plan, slot: Slot, why: str, now: datetime) -> None:
    progress = ledger.progress(plan.name)
    failures = (progress.failures if progress else 0) + 1
    paused = f"{failures} slots in a row failed" if failures >= PATIENCE else ""
    ledger.set_failures(plan.name, failures, paused)
    mend = f"; the schedule is paused until `briefgen schedule resume {plan.name}`" if paused else ""
    _end(ledger, plan, slot, Ending("failed", why=why + mend), now)


def _end(ledger: Ledger, plan: Plan, slot: Slot, ending: Ending, now: datetime) -> None:
    """Give a slot its end, and the outbox what follows from it, in the caller's one transaction."""
    why = _said(plan, slot.due, ending.why)
    ledger.set_slot(slot, ending.state, now, kind=ending.kind, folder=ending.folder, why=why)
    ended = ledger.slot(plan.name, slot.due)
    assert ended is not None
    announce(ledger, plan, ended, now, ending.notice)


def announce(ledger: Ledger, plan: Plan, slot: Slot, now: datetime, notice: tuple[Remark, ...] = ()) -> None:
    """Post what the places of a plan are to get from a slot that ended."""
    due, when = stamp(slot.due), max(now, slot.due)
    for place in plan.folders():
        ledger.post(plan.name, due, "folder", str(place), when)
    mailed = plan.deliver if slot.state == "done" and slot.kind != "appearance" else ()
    for place in mailed:
        if place.kind != "folder":
            ledger.post(plan.name, due, "report", str(place), when)
    if slot.state == "unchanged":
        for place in plan.quiet:
            ledger.post(plan.name, due, "folder" if place.kind == "folder" else "quiet", str(place), when)
    if slot.state in LOST or notice:
        subject, text = said_of(plan, slot, notice)
        for place in plan.alarms:
            ledger.post(plan.name, due, "notice", str(place), now, subject, text)


def said_of(plan: Plan, slot: Slot, notice: tuple[Remark, ...]) -> tuple[str, str]:
    """Word the notice of a slot: subject and text."""
    local = slot_words(plan, slot.due)
    subject = f"{plan.name}: {slot.state}, {local}" if slot.state != "done" else f"{plan.name}: to confirm, {local}"
    lines = [f"Schedule {plan.name}, slot {local} ({plan.timing.zone.key}): {slot.state}."]
    lines += [slot.why] if slot.why else []
    lines += [str(remark) for remark in notice]
    if slot.state == "failed":
        lines.append(f"`briefgen schedule retry {plan.name}` tries it again; `briefgen schedule history` lists all.")
    return subject, "\n".join(lines) + "\n"


def tell_faults(ledger: Ledger, plans: Sequence[Plan], faulty: Sequence[Faulty], now: datetime) -> tuple[Remark, ...]:
    """Tell the people of a faulty plan what is wrong with it: once, and again only when it is something else.

    Returns:
        What was not said before.
    """
    rows = [
        *((f.name, f.alarms, (f.remark,), "cannot run") for f in faulty),
        *((p.name, p.alarms, p.remarks, "wants mending") for p in plans),
    ]
    fresh: list[Remark] = []
    with ledger.transaction():
        for name, alarms, remarks, word in rows:
            fault, progress = "\n".join(map(str, remarks)), ledger.progress(name)
            if fault == (progress.fault if progress else ""):
                continue
            fresh += remarks
            ledger.set_fault(name, fault, now)
            event = f"fault {stamp(now)} {sha256(fault.encode()).hexdigest()[:8]}"
            for place in alarms if fault else ():
                ledger.post(name, event, "notice", str(place), now, f"{name}: {word}", fault + "\n")
    return tuple(fresh)


def _close_removed(ledger: Ledger, known: frozenset[str], now: datetime) -> None:
    for slot in ledger.slots("state in ('open','building')"):
        if slot.schedule not in known:
            ledger.set_slot(slot, "skipped", now, why="the schedule is no longer in the project file")
