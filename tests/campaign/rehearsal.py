"""Simulated time: many zones, power cut now and then, processes killed between any two steps, work that fails."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from briefgen.errors import OutputError
from briefgen.project.config import Schedule
from briefgen.schedule.ledger import ENDS, Ledger, Slot
from briefgen.schedule.places import Place
from briefgen.schedule.plans import Plan
from briefgen.schedule.slots import Timing
from briefgen.schedule.tick import Desk, Ending, run_due

ZONES = (
    "Europe/Berlin", "America/New_York", "Australia/Sydney", "Asia/Shanghai", "Europe/London", "America/Sao_Paulo",
    "Africa/Cairo", "America/Santiago", "Asia/Beirut", "Australia/Lord_Howe", "Africa/Casablanca", "US/Pacific",
    "Pacific/Chatham", "Asia/Kathmandu", "America/St_Johns", "Pacific/Apia",
)  # fmt: skip
TIMES = ((0, 0), (2, 30), (7, 0))


class Killed(BaseException):
    """The process dies here."""


@dataclass
class World:
    """A clock, chance, and what was really made."""

    chance: random.Random
    now: datetime
    kill: float
    fail: float
    published: Counter[tuple[str, datetime]] = field(default_factory=Counter)
    kills: int = 0
    offs: int = 0
    setbacks: int = 0

    def may_die(self) -> None:
        if self.chance.random() < self.kill:
            self.kills += 1
            raise Killed

    def work(self, plan: Plan, slot: Slot) -> Ending:
        self.may_die()
        if self.chance.random() < self.fail:
            raise OutputError("out", "no space", "free the disk")
        self.published[plan.name, slot.due] += 1
        self.may_die()
        return Ending("done", "changed", plan.timing.name(slot.due))

    def adopt(self, plan: Plan, slot: Slot) -> Ending | None:
        made = self.published[plan.name, slot.due]
        return Ending("done", "changed", plan.timing.name(slot.due)) if made else None


class Mortal(Ledger):
    """A ledger whose process may die before and behind every transaction."""

    world: World | None = None

    @contextmanager
    def transaction(self) -> Iterator[None]:
        if self.world:
            self.world.may_die()
        with super().transaction():
            yield
            if self.world:
                self.world.may_die()
        if self.world:
            self.world.may_die()


def plans(zones: tuple[str, ...], **said: object) -> tuple[Plan, ...]:
    """Make a daily plan for every zone and time of the day."""
    alarms = (Place("mail", "ops@example.org"),)
    made = []
    for zone in zones:
        for hour, minute in TIMES:
            schedule = Schedule(f"{minute} {hour} * * *", zone, themes=("x",), **said)
            timing, name = Timing(schedule.cron, ZoneInfo(zone)), f"{zone.replace('/', '-')}-{hour:02}{minute:02}"
            grace = timedelta(hours=12)
            deliver = (Place("mail", "reader@example.org"),)
            made.append(Plan(name, schedule, timing, timedelta(), grace, frozenset(), deliver, (), alarms))
    return tuple(made)


def rehearse(folder: Path, zones: tuple[str, ...], days: int, *, seed: int, step: int = 60,
             kill: float = 0.002, fail: float = 0.03) -> dict[str, object]:  # fmt: skip
    """Live through a stretch of time and count what is wrong at its end; every figure of ``wrong`` must be 0."""
    start = datetime(2026, 1, 1, 0, 30, tzinfo=UTC)
    world, all_plans = World(random.Random(seed), start, kill, fail), plans(zones)
    ledger, ticks = _opened(folder, world), 0
    while world.now < start + timedelta(days=days):
        _trouble(world)
        try:
            list(run_due(Desk(ledger, all_plans, lambda: world.now, world.work, folder / "locks", world.adopt)))
            ticks += 1
        except Killed:
            ledger.close()
            ledger = _opened(folder, world)
        world.now += timedelta(minutes=step)
    ledger.world = None
    world.fail = world.kill = 0
    for _ in range(3):
        list(run_due(Desk(ledger, all_plans, lambda: world.now, world.work, folder / "locks", world.adopt)))
        world.now += timedelta(minutes=30)
    figures = {"ticks": ticks, "kills": world.kills, "power-offs": world.offs, "clock set back": world.setbacks}
    found = figures | _judged(ledger, all_plans, world)
    ledger.close()
    return found


def _opened(folder: Path, world: World) -> Mortal:
    ledger = Mortal(folder / "ledger.sqlite", synchronous="off")
    ledger.world = world
    return ledger


def _trouble(world: World) -> None:
    if world.chance.random() < 0.001:
        world.now += timedelta(hours=world.chance.choice([1, 6, 20, 60]))
        world.offs += 1
    if world.chance.random() < 0.0005:
        world.now -= timedelta(hours=2)
        world.setbacks += 1


def _judged(ledger: Ledger, all_plans: tuple[Plan, ...], world: World) -> dict[str, object]:
    slots, states = ledger.slots(), Counter(s.state for s in ledger.slots())
    days: dict[str, Counter[date]] = {plan.name: Counter() for plan in all_plans}
    for plan in all_plans:
        for slot in slots:
            if slot.schedule == plan.name:
                days[plan.name][plan.timing.local(slot.due).date()] += 1
    checked = wrong_days = 0
    for counted in days.values():
        first, last = min(counted), max(counted)
        every = [first + timedelta(days=n) for n in range((last - first).days + 1)]
        checked += len(every)
        wrong_days += sum(counted[day] != 1 for day in every)
    mailed = {(d.schedule, d.due) for d in ledger.deliveries("what='report'")}
    told = {(d.schedule, d.due) for d in ledger.deliveries("what='notice'")}

    def key(s: Slot) -> tuple[str, str]:
        return s.schedule, s.due.strftime("%Y-%m-%dT%H:%M:%SZ")

    wrong = {
        "local days without exactly one slot": wrong_days,
        "slots without an end": sum(s.state not in ENDS for s in slots),
        "published and not done": sum(
            (found := ledger.slot(*made)) is None or found.state != "done" for made in world.published
        ),
        "done but never published": sum(s.state == "done" and not world.published[s.schedule, s.due] for s in slots),
        "done but not posted": sum(s.state == "done" and key(s) not in mailed for s in slots),
        "posted twice": len(ledger.deliveries("what='report'")) - len(mailed),
        "missed or failed and nobody told": sum(s.state in ("missed", "failed") and key(s) not in told for s in slots),
    }
    rebuilt = sum(n > 1 for n in world.published.values())
    return {"local days": checked, "rebuilt after a kill": rebuilt, **states, "wrong": wrong}
