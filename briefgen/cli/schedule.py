"""``briefgen schedule``: the tick that a timer calls, and what a person asks of the schedules."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Any

import click

from briefgen.cli.scheduled import (
    coming_row,
    delivery_line,
    delivery_row,
    retried_line,
    slot_line,
    slot_row,
    standing_lines,
    standing_row,
)
from briefgen.cli.session import Session, json_option, with_session
from briefgen.cli.terminal import complain, say, say_json
from briefgen.errors import CheckFailed, UsageError
from briefgen.schedule import alarm, daemon, office, upkeep
from briefgen.schedule.ledger import LOST, UNSURE, Slot
from briefgen.schedule.office import Office, Round, now_utc


@click.group("schedule", epilog="Example: briefgen schedule next")
def command() -> None:
    """Build papers on time: the tick that a timer calls, and what a person asks of the schedules."""


def _office(session: Session) -> AbstractContextManager[Office]:
    return office.open_office(session.schedules)


@command.command("run", epilog="Example: briefgen schedule run --now weekly")
@click.option("--loop", is_flag=True, help="Go on until interrupted, a round a minute.")
@click.option("--now", "asked", metavar="NAME", help="Also give this schedule a slot for now.")
@json_option
@with_session
def run(session: Session, loop: bool, asked: str | None, as_json: bool) -> int:
    """Enter the slots that are due, build their papers, deliver them. Run twice, nothing happens twice.

    With -q only what went wrong is said, and each fault of a schedule once: cron mails what is said.
    """
    if loop:
        if asked or as_json:
            raise click.UsageError("--loop stands alone")
        daemon.run_loop(session.folder, lambda done: _tell(session, replace(done, faults=done.fresh)), session.tell)
    project = alarm.open_watched(session.folder)
    with office.open_office(project) as opened:
        done = office.make_round(opened, asked)
        outcome = office.judge(opened, done, asked)
    if as_json:
        say_json({"slots": [slot_row(s) for s in done.slots], "deliveries": [delivery_row(d) for d in done.deliveries],
                  "faults": [str(fault) for fault in done.faults]})  # fmt: skip
    _tell(session, done, results=not as_json)
    if project.spoilt and asked is None:
        return UsageError.exit_code
    return 0 if outcome else 1


def _tell(session: Session, done: Round, results: bool = True) -> None:
    for line in dict.fromkeys(map(str, done.fresh if session.quiet else done.faults)):
        complain(line)
    for slot in done.slots if results else ():
        if not session.quiet or slot.state in LOST:
            say(slot_line(slot))
    for delivery in done.deliveries if results else ():
        if not session.quiet or delivery.state in UNSURE:
            say(delivery_line(delivery))


@command.command("list", epilog="Example: briefgen schedule list")
@json_option
@with_session
def list_(session: Session, as_json: bool) -> int:
    """List the schedules, each with its cron line in words."""
    from briefgen.schedule.plans import read_plans

    plans, faulty = read_plans(session.schedules)
    if as_json:
        say_json([{"name": p.name, "cron": p.timing.cron, "timezone": p.timing.zone.key, "words": p.timing.words,
                   "deliver": [place.shown for place in p.deliver]} for p in plans])  # fmt: skip
    for plan in plans if not as_json else ():
        places = ", ".join(place.shown for place in plan.deliver) or "nowhere but out/"
        say(f"{plan.name}: {plan.timing.words}, {plan.timing.zone.key}; to {places}")
    session.remark((*(f.remark for f in faulty), *(r for p in plans for r in p.remarks)))
    return 1 if faulty else 0


@command.command("next", epilog="Example: briefgen schedule next weekly")
@click.argument("name", required=False)
@json_option
@with_session
def next_(session: Session, name: str | None, as_json: bool) -> int:
    """Show the next five slots in local time and UTC, and what the clocks do to them."""
    with _office(session) as opened:
        plans = (opened.plan(name),) if name is not None else opened.plans
    now = now_utc()
    if as_json:
        say_json([{"name": plan.name, "words": plan.timing.words, "next": [coming_row(c) for c in coming]}
                  for plan in plans for coming in (upkeep.foresee(plan, now),)])  # fmt: skip
        return 0
    for plan in plans:
        say(f"{plan.name}: {plan.timing.words}, {plan.timing.zone.key}")
        for coming in upkeep.foresee(plan, now):
            remark = f"  {coming.remark}" if coming.remark else ""
            say(f"  {coming.local:%a %Y-%m-%d %H:%M %Z} = {coming.due:%Y-%m-%d %H:%M} UTC{remark}")
    return 0


@command.command("status", epilog="Example: briefgen schedule status")
@json_option
@with_session
def status(session: Session, as_json: bool) -> int:
    """Say how every schedule stands; exit code 1 where somebody has to do something."""
    with _office(session) as opened:
        rows, faulty = upkeep.stand(opened, now_utc()), opened.faulty
    if as_json:
        say_json([standing_row(row) for row in rows])
    else:
        for row in rows:
            for line in standing_lines(row):
                say(line)
    session.remark((*(f.remark for f in faulty), *(r for row in rows for r in row.plan.remarks)))
    return 0 if all(row.in_order for row in rows) and not faulty else 1


@command.command("history", epilog="Example: briefgen schedule history weekly --json")
@click.argument("name", required=False)
@click.option("--limit", type=click.IntRange(1), default=50, metavar="N", help="Slots shown; the newest.")
@json_option
@with_session
def history(session: Session, name: str | None, limit: int, as_json: bool) -> int:
    """List past slots, the newest first, each with its end and its deliveries."""
    with _office(session) as opened:
        if name is not None and name not in {s.schedule for s in opened.ledger.slots()}:
            opened.plan(name)
        where, values = ("schedule=?", (name,)) if name is not None else ("1", ())
        slots = opened.ledger.slots(where, *values, newest=True, limit=limit)
        rows = [(slot, _sent(opened, slot)) for slot in slots]
    if as_json:
        say_json([slot_row(slot) | {"deliveries": [delivery_row(d) for d in sent]} for slot, sent in rows])
        return 0
    for slot, sent in rows:
        say(slot_line(slot))
        for delivery in sent:
            say(f"  {delivery_line(delivery)}")
    if not rows:
        session.tell("no slot was due yet; `briefgen schedule next` shows when one will be")
    return 0


def _sent(opened: Office, slot: Slot) -> tuple[Any, ...]:
    from briefgen.schedule.ledger import stamp

    return opened.ledger.deliveries("schedule=? and due=?", slot.schedule, stamp(slot.due))


@command.command("retry", epilog="Example: briefgen schedule retry weekly")
@click.argument("name", required=False)
@with_session
def retry(session: Session, name: str | None) -> int:
    """Try the last slot again where it failed or was missed, and send at once what did not surely arrive."""
    with _office(session) as opened:
        slots, deliveries = upkeep.retry(opened, name, now_utc())
    for slot in slots:
        say(f"{slot.schedule} {slot.due:%Y-%m-%d %H:%M} UTC: is tried at the next tick")
    for delivery in deliveries:
        say(retried_line(delivery))
    if not slots and not deliveries:
        session.tell("nothing failed, so nothing is tried again")
    return 0


@command.command("resume", epilog="Example: briefgen schedule resume weekly")
@click.argument("name")
@with_session
def resume(session: Session, name: str) -> int:
    """Let a schedule go on that was paused after five failures in a row."""
    with _office(session) as opened:
        now = f"goes on with its next slot; `briefgen schedule run --now {name}` builds what is due at once"
        session.tell(f"{name}: {now if upkeep.resume(opened, name) else 'was not paused'}")
    return 0


@command.command("test", epilog="Example: briefgen schedule test weekly")
@click.argument("name")
@with_session
def test(session: Session, name: str) -> int:
    """Try every place of a schedule: log in, write and remove a file, mail only those of on_failure."""
    from briefgen.schedule.rehearsal import try_places

    with _office(session) as opened:
        plan, known = opened.plan(name), opened.ledger.folders()
    failed = 0
    for tried in try_places(session.schedules, plan, now_utc(), known):
        say(f"{tried.what}: {tried.fault or 'yes'}")
        failed += bool(tried.fault)
    if failed:
        raise CheckFailed(plan.where, f"{failed} of its places cannot be reached", "mend what the lines above name")
    return 0


@command.command("show", epilog="Example: briefgen schedule show --as systemd")
@click.option("--as", "kind", type=click.Choice(["cron", "systemd", "windows", "k8s"]), required=True, help="Timer.")
@with_session
def show(session: Session, kind: str) -> int:
    """Print the text of a timer that calls the tick, how to install it and how the secret gets there."""
    from briefgen.schedule.timers import program_here, write_timer

    for line in write_timer(session.schedules, kind, program_here(sys.argv[0], sys.executable)).splitlines():
        say(line)
    return 0
