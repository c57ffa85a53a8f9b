"""SQLite file ↔ rows: every slot with its end, every delivery with its fate. An index: the run manifests are the truth.

Rollback journal, not WAL: SQLite before 3.51.3 can lose a WAL, and network drives cannot keep one. Every write is
BEGIN IMMEDIATE, so that no transaction finds out at its end that another was first.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from briefgen.errors import OutputError

State = Literal["open", "building", "done", "unchanged", "skipped", "missed", "failed"]
Fate = Literal["waiting", "sending", "sent", "unknown", "failed", "dropped"]
What = Literal["report", "quiet", "notice", "folder"]

ENDS: tuple[State, ...] = ("done", "unchanged", "skipped", "missed", "failed")
LOST: tuple[State, ...] = ("missed", "failed")
"""Ends of a slot that somebody must know of."""
UNSURE: tuple[Fate, ...] = ("unknown", "failed")
"""Fates of a delivery that somebody must know of."""

_SCHEMA = """
create table if not exists slot(
  schedule text not null, due text not null,
  state text not null check(state in ('open','building','done','unchanged','skipped','missed','failed')),
  tries integer not null default 0, next_try text not null, ended text not null default '',
  kind text not null default '', folder text not null default '', why text not null default '',
  primary key(schedule, due)) without rowid;
create index if not exists pending on slot(next_try) where state in ('open','building');
create table if not exists progress(
  schedule text primary key, upto text not null, failures integer not null default 0,
  paused text not null default '', fault text not null default '') without rowid;
create table if not exists outbox(
  id integer primary key, schedule text not null, due text not null, what text not null, place text not null,
  state text not null check(state in ('waiting','sending','sent','unknown','failed','dropped')),
  tries integer not null default 0, next_try text not null, message_id text not null default '',
  ended text not null default '', why text not null default '', subject text not null default '',
  text text not null default '', unique(schedule, due, what, place));
create index if not exists undelivered on outbox(schedule) where state in ('waiting','sending');
"""


@dataclass(frozen=True, slots=True)
class Slot:
    """One due moment of a schedule and what became of it."""

    schedule: str
    due: datetime
    state: State
    tries: int
    next_try: datetime
    ended: datetime | None
    kind: str
    """What a paper was: "first", "changed", "appearance", "again"; empty where none was published."""
    folder: str
    """Name of the run folder; empty where none was published."""
    why: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a schedule has come."""

    upto: datetime
    """Slots due until then are in the ledger."""
    failures: int
    """Slots in a row that failed."""
    paused: str
    """Why it is paused; empty while it runs."""
    fault: str
    """What was wrong with its plan when that was last told."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One thing that goes, or went, to one place."""

    id: int
    schedule: str
    due: str
    """Slot as ISO time; anything else for a notice that belongs to none."""
    what: What
    place: str
    state: Fate
    tries: int
    next_try: datetime
    message_id: str
    ended: datetime | None
    why: str
    subject: str
    text: str


def stamp(moment: datetime) -> str:
    """Write a moment so that text sorts as time."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def moment_of(text: str) -> datetime:
    """Read what ``stamp`` wrote."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


class Ledger:
    """An open ledger. Use it in one thread; close it when done."""

    def __init__(self, path: Path, *, synchronous: str = "extra") -> None:
        self.path = path
        self._connection = sqlite3.connect(path, isolation_level=None, timeout=30)
        self._connection.execute(f"pragma synchronous={synchronous}")
        with self.transaction():
            for statement in _SCHEMA.strip().split(";\n"):
                self._connection.execute(statement)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write everything inside, or nothing of it.

        Raises:
            OutputError: the disk refuses; what was there stays.
        """
        try:
            self._connection.execute("begin immediate")
            try:
                yield
                self._connection.execute("commit")
            except BaseException:
                # After "disk full" SQLite has rolled back already, and would hide that by another error.
                if self._connection.in_transaction:
                    with suppress(sqlite3.Error):
                        self._connection.execute("rollback")
                raise
        except sqlite3.OperationalError as fault:
            raise OutputError(str(self.path), f"cannot be written: {fault}", "free the disk, then try again") from fault

    def healthy(self) -> bool:
        """Tell whether SQLite finds the file in order."""
        return bool(self._one("pragma quick_check") == ("ok",))

    def progress(self, schedule: str) -> Progress | None:
        """Give how far a schedule has come; None for one never seen."""
        row = self._one("select upto, failures, paused, fault from progress where schedule=?", schedule)
        return Progress(moment_of(row[0]), int(row[1]), row[2], row[3]) if row else None

    def set_upto(self, schedule: str, moment: datetime) -> None:
        """Note that all slots until a moment are in the ledger."""
        self._run("insert into progress(schedule, upto) values(?, ?) on conflict(schedule) do update set "
                  "upto=excluded.upto", schedule, stamp(moment))  # fmt: skip

    def set_failures(self, schedule: str, failures: int, paused: str) -> None:
        """Note how many slots failed in a row, and whether that paused the schedule."""
        self._run("update progress set failures=?, paused=? where schedule=?", failures, paused, schedule)

    def set_fault(self, schedule: str, fault: str, now: datetime) -> None:
        """Note which fault of a plan was told."""
        if self.progress(schedule) is None:
            self.set_upto(schedule, now)
        self._run("update progress set fault=? where schedule=?", fault, schedule)

    def enter(self, schedule: str, dues: Iterable[tuple[datetime, State, str]], now: datetime) -> None:
        """Write slots that became due, each (due, state, why); those there already stay as they are."""
        ended = {True: stamp(now), False: ""}
        self._connection.executemany(
            "insert or ignore into slot(schedule, due, state, next_try, ended, why) values(?,?,?,?,?,?)",
            ((schedule, stamp(due), state, stamp(now), ended[state in ENDS], why) for due, state, why in dues),
        )

    def set_slot(self, slot: Slot, state: State, now: datetime, **change: str | int | datetime) -> None:
        """Change a slot's state, and the columns given."""
        values = {key: stamp(v) if isinstance(v, datetime) else v for key, v in change.items()}
        values |= {"state": state, "ended": stamp(now) if state in ENDS else ""}
        names = ", ".join(f"{name}=?" for name in values)
        self._run(f"update slot set {names} where schedule=? and due=?",
                  *values.values(), slot.schedule, stamp(slot.due))  # fmt: skip

    def forget_after(self, schedule: str, moment: datetime) -> None:
        """Strike slots of a future that a wrong clock showed; papers that were made stay."""
        self._run("delete from slot where schedule=? and due>? and state not in ('done','building')",
                  schedule, stamp(moment))  # fmt: skip

    def slots(self, where: str = "1", *values: str, newest: bool = False, limit: int = -1) -> tuple[Slot, ...]:
        """List slots, oldest first unless asked otherwise."""
        order = "due desc" if newest else "due"
        rows = self._connection.execute(
            f"select schedule, due, state, tries, next_try, ended, kind, folder, why from slot where {where} "
            f"order by {order}, schedule limit ?", (*values, limit),
        )  # fmt: skip
        return tuple(
            Slot(s, moment_of(d), state, n, moment_of(t), moment_of(e) if e else None, kind, folder, why)
            for s, d, state, n, t, e, kind, folder, why in rows
        )

    def slot(self, schedule: str, due: datetime) -> Slot | None:
        """Find one slot."""
        return next(iter(self.slots("schedule=? and due=?", schedule, stamp(due))), None)

    def pending(self, schedule: str) -> tuple[Slot, ...]:
        """List the slots of a schedule that have no end yet."""
        return self.slots("schedule=? and state in ('open','building')", schedule)

    def last(self, schedule: str, *states: State) -> Slot | None:
        """Find the newest slot in one of the states."""
        marks = ",".join("?" * len(states))
        found = self.slots(f"schedule=? and state in ({marks})", schedule, *states, newest=True, limit=1)
        return found[0] if found else None

    def post(self, schedule: str, due: str, what: What, place: str, when: datetime, subject: str = "",
             text: str = "", state: Fate = "waiting") -> None:  # fmt: skip
        """Put something into the outbox, once."""
        self._run("insert or ignore into outbox(schedule, due, what, place, state, next_try, subject, text) "
                  "values(?,?,?,?,?,?,?,?)", schedule, due, what, place, state, stamp(when), subject, text)  # fmt: skip

    def set_delivery(self, delivery: Delivery, state: Fate, now: datetime, **change: str | int | datetime) -> None:
        """Change what became of a delivery, and the columns given."""
        values = {key: stamp(v) if isinstance(v, datetime) else v for key, v in change.items()}
        values |= {"state": state, "ended": "" if state in ("waiting", "sending") else stamp(now)}
        names = ", ".join(f"{name}=?" for name in values)
        self._run(f"update outbox set {names} where id=?", *values.values(), delivery.id)

    def deliveries(self, where: str = "1", *values: str) -> tuple[Delivery, ...]:
        """List deliveries in the order they were posted."""
        rows = self._connection.execute(
            "select id, schedule, due, what, place, state, tries, next_try, message_id, ended, why, subject, text "
            f"from outbox where {where} order by id", values,
        )  # fmt: skip
        return tuple(
            Delivery(i, s, d, what, place, state, n, moment_of(t), m, moment_of(e) if e else None, why, subject, text)
            for i, s, d, what, place, state, n, t, m, e, why, subject, text in rows
        )

    def folders(self) -> frozenset[str]:
        """List the folders that papers were delivered to."""
        return frozenset(delivery.place for delivery in self.deliveries("what='folder' and state='sent'"))

    def _run(self, statement: str, *values: object) -> None:
        self._connection.execute(statement, values)

    def _one(self, statement: str, *values: object) -> tuple[str, ...] | tuple[()]:
        row: tuple[str, ...] | None = self._connection.execute(statement, values).fetchone()
        return row or ()
