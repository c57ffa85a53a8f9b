"""Slots, deliveries and how schedules stand → lines, and rows of JSON: a contract, others' programs read them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from briefgen.errors import UsageError
from briefgen.schedule.ledger import Delivery, Slot, moment_of, stamp
from briefgen.schedule.places import read_place
from briefgen.schedule.upkeep import Coming, Standing

Row = dict[str, Any]


def slot_row(slot: Slot) -> Row:
    """Give a slot as data."""
    return {
        "schedule": slot.schedule, "due": stamp(slot.due), "state": slot.state, "kind": slot.kind,
        "folder": slot.folder, "tries": slot.tries, "next_try": stamp(slot.next_try) if not slot.ended else None,
        "ended": _stamped(slot.ended), "why": slot.why,
    }  # fmt: skip


def slot_line(slot: Slot) -> str:
    """Give a slot as a line."""
    head = f"{slot.schedule} {slot.due:%Y-%m-%d %H:%M} UTC: {slot.state}"
    kind = f" ({slot.kind})" if slot.state == "done" else ""
    folder = f", {slot.schedule}/{slot.folder}" if slot.folder else ""
    again = f"; tried again {slot.next_try:%H:%M} UTC" if slot.state == "open" and slot.tries else ""
    return head + kind + folder + (f": {slot.why}" if slot.why else "") + again


def delivery_row(delivery: Delivery) -> Row:
    """Give a delivery as data; a webhook without what may be its password."""
    return {
        "schedule": delivery.schedule, "due": delivery.due, "what": delivery.what, "place": _place(delivery),
        "state": delivery.state, "tries": delivery.tries, "message_id": delivery.message_id,
        "ended": _stamped(delivery.ended), "why": delivery.why,
    }  # fmt: skip


def delivery_line(delivery: Delivery, of: str = "") -> str:
    """Give a delivery as a line.

    Args:
        of: its slot, where the lines around do not say it.
    """
    again = f"; tried again {delivery.next_try:%H:%M} UTC" if delivery.state == "waiting" and delivery.tries else ""
    what = "papers" if delivery.what == "folder" else delivery.what
    return f"{what}{of} to {_place(delivery)}: {delivery.state}{f' ({delivery.why})' if delivery.why else ''}{again}"


def coming_row(coming: Coming) -> Row:
    """Give a slot to come as data."""
    return {"due": stamp(coming.due), "local": coming.local.isoformat(), "remark": coming.remark}


def standing_row(standing: Standing) -> Row:
    """Give how a schedule stands as data."""
    return {
        "name": standing.plan.name, "in_order": standing.in_order, "paused": standing.paused,
        "last": slot_row(standing.last) if standing.last else None, "next": stamp(standing.following),
        "overdue": [stamp(due) for due in standing.overdue],
        "pending": [slot_row(slot) for slot in standing.pending],
        "remarks": [str(remark) for remark in standing.plan.remarks],
        "waiting": [delivery_row(d) for d in standing.waiting],
        "troubled": [delivery_row(d) for d in standing.troubled],
    }  # fmt: skip


def standing_lines(standing: Standing) -> Iterator[str]:
    """Give how a schedule stands as lines."""
    timing, name = standing.plan.timing, standing.plan.name
    last = slot_line(standing.last).partition(": ")[2] if standing.last else "nothing was due yet"
    when = f"{timing.local(standing.last.due):%a %Y-%m-%d %H:%M} " if standing.last else ""
    yield f"{name}: {when}{last}; next {timing.local(standing.following):%a %Y-%m-%d %H:%M %Z}"
    for due in standing.overdue:
        mend = "does the timer run? `briefgen schedule run` runs it now"
        yield f"  overdue: {timing.local(due):%a %Y-%m-%d %H:%M}; {mend}"
    for slot in standing.pending:
        yield f"  {timing.local(slot.due):%a %Y-%m-%d %H:%M} {slot_line(slot).partition(': ')[2]}"
    if standing.paused:
        yield f"  paused: {standing.paused}; `briefgen schedule resume {name}` lets it go on"
    for delivery in (*standing.troubled, *standing.waiting):
        whose = f" of {timing.local(moment_of(delivery.due)):%a %Y-%m-%d %H:%M}" if delivery.due[:1].isdigit() else ""
        yield f"  {delivery_line(delivery, whose)}"


def retried_line(delivery: Delivery) -> str:
    """Say that a delivery is tried again."""
    return f"{delivery.schedule}: {delivery.what} to {_place(delivery)} is sent at the next tick"


def _place(delivery: Delivery) -> str:
    try:
        return read_place(delivery.place, "").shown
    except UsageError:
        return delivery.place


def _stamped(moment: datetime | None) -> str | None:
    return stamp(moment) if moment else None
