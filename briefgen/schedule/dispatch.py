"""Outbox → places. A send is written down before it is tried; one found half-done after a crash is unknown, not resent.

Folders are the exception: delivering to one twice changes nothing, so it is simply done again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from briefgen.errors import BusyError, UsageError
from briefgen.project import Project, locked
from briefgen.schedule.delivery.folder import keep_in_archive, send_to_folder
from briefgen.schedule.delivery.mail import send_mail
from briefgen.schedule.delivery.parcels import Parcel, Refused, Uncertain
from briefgen.schedule.delivery.webhook import post_webhook
from briefgen.schedule.ledger import Delivery, Fate, Ledger, Slot, moment_of, stamp
from briefgen.schedule.manifests import verified
from briefgen.schedule.places import Place, read_place
from briefgen.schedule.plans import Faulty, Plan, folder_of
from briefgen.schedule.publishing import find_latest
from briefgen.schedule.sayings import quiet_text, report_subject, report_text, slot_words, status_line

TRIES = 12
"""Times a delivery is tried: about nine hours."""
_LONGEST = 60
"""Minutes between two tries, at most."""


@dataclass(frozen=True)
class Post:
    """What dispatch works with."""

    project: Project
    ledger: Ledger
    plans: Sequence[Plan]
    faulty: Sequence[Faulty]
    """Their notices go out; whatever else they have waits until they are mended."""
    clock: Callable[[], datetime]
    locks: Path


def deliver_due(post: Post) -> Iterator[Delivery]:
    """Deliver what is due; give each delivery as it is left."""
    waiting = post.ledger.deliveries("state in ('waiting','sending')")
    for schedule in dict.fromkeys(delivery.schedule for delivery in waiting):
        try:
            with locked(post.locks, f"{schedule}+delivery"):
                yield from _dispatch(post, schedule)
        except BusyError:
            continue


def _dispatch(post: Post, schedule: str) -> Iterator[Delivery]:
    """Deliver what one schedule has; the lock is held, so that whatever is being sent here has no sender any more."""
    plan = next((plan for plan in post.plans if plan.name == schedule), None)
    for delivery in post.ledger.deliveries("schedule=? and state in ('waiting','sending')", schedule):
        now = post.clock()
        if plan is None and delivery.what != "notice" and any(faulty.name == schedule for faulty in post.faulty):
            continue
        if delivery.state == "sending" and delivery.what != "folder":
            _close(post, plan, delivery, "unknown", "the process that sent it died; it may have arrived")
        elif delivery.state == "sending" or delivery.next_try <= now:
            _deliver(post, plan, delivery, now)
        else:
            continue
        yield from post.ledger.deliveries("id=?", str(delivery.id))


def _deliver(post: Post, plan: Plan | None, delivery: Delivery, now: datetime) -> None:
    place = _wanted(post, plan, delivery)
    if place is None:
        _close(post, None, delivery, "dropped", "the project file names this place no more")
        return
    name = delivery.message_id or _message_id(post.project, delivery)
    with post.ledger.transaction():
        post.ledger.set_delivery(delivery, "sending", now, tries=delivery.tries + 1, message_id=name)
    try:
        note = _send(post, plan, delivery, place, name)
    except Uncertain as doubt:
        _close(post, plan, delivery, "unknown", str(doubt))
    except Refused as refusal:
        _put_off(post, plan, delivery, refusal)
    except Exception as error:  # One place's bug must not stop the others; the row says that it is ours.
        _put_off(post, plan, delivery, Refused(f"a fault of briefgen's own: {type(error).__name__}: {error}"))
    else:
        _close(post, plan, delivery, "sent", note)


def _wanted(post: Post, plan: Plan | None, delivery: Delivery) -> Place | None:
    """Find the place if the project file still names it."""
    if plan is not None:
        places: tuple[Place, ...] = (*plan.deliver, *plan.quiet, *plan.alarms)
    else:
        places = tuple(place for f in post.faulty if f.name == delivery.schedule for place in f.alarms)
    return next((place for place in places if str(place) == delivery.place), None)


def _put_off(post: Post, plan: Plan | None, delivery: Delivery, refusal: Refused) -> None:
    if refusal.final or delivery.tries + 1 >= TRIES:
        _close(post, plan, delivery, "failed", str(refusal))
        return
    now = post.clock()
    wait = timedelta(minutes=min(_LONGEST, 5 * 2**delivery.tries))
    with post.ledger.transaction():
        post.ledger.set_delivery(delivery, "waiting", now, next_try=now + wait, why=str(refusal))


def _close(post: Post, plan: Plan | None, delivery: Delivery, fate: Fate, why: str) -> None:
    """End a delivery; whoever should know that it did not arrive is told, but never about a notice."""
    now, place = post.clock(), _shown(delivery)
    with post.ledger.transaction():
        post.ledger.set_delivery(delivery, fate, now, why=why)
        if plan is None or fate not in ("unknown", "failed") or delivery.what == "notice":
            return
        subject = f"{plan.name}: delivery {fate}, {place}"
        slot = f" of slot {slot_words(plan, moment_of(delivery.due))}" if delivery.due[:1].isdigit() else ""
        text = f"{delivery.what}{slot} to {place}: {fate}; {why}.\n"
        mend = f"It is not sent again until `briefgen schedule retry {plan.name}`.\n"
        for alarm in plan.alarms:
            if str(alarm) != delivery.place:
                post.ledger.post(plan.name, f"delivery {delivery.id}", "notice", str(alarm), now, subject, text + mend)


def _shown(delivery: Delivery) -> str:
    try:
        return read_place(delivery.place, "").shown
    except UsageError:
        return delivery.place


def _message_id(project: Project, delivery: Delivery) -> str:
    """Name a delivery for ever: the same one has the same name whenever it is tried."""
    said = "\n".join((delivery.schedule, delivery.due, delivery.what, delivery.place))
    server = project.config.mail
    domain = server.from_.rpartition("@")[2] if server else "briefgen.invalid"
    return f"<briefgen.{sha256(said.encode()).hexdigest()[:32]}@{domain or 'briefgen.invalid'}>"


def _send(post: Post, plan: Plan | None, delivery: Delivery, place: Place, name: str) -> str:
    """Hand a delivery over; what a person should know of it."""
    if plan and delivery.what == "folder":
        return _sync_folder(post, plan, delivery, place, name)
    if plan and delivery.what != "notice":
        parcel = _parcel(post, plan, delivery, name)
    else:
        parcel = _notice(post, plan, delivery, name)
    if place.kind == "webhook":
        post_webhook(parcel, place.target)
    elif place.kind == "mail":
        if post.project.config.mail is None:
            raise Refused("the project file has no [mail]")
        send_mail(parcel, place.target, post.project.config.mail)
    else:
        _drop_note(folder_of(post.project, place), parcel)
    return ""


def _notice(post: Post, plan: Plan | None, delivery: Delivery, name: str) -> Parcel:
    slot = plan.timing.name(moment_of(delivery.due)) if plan and delivery.due[:1].isdigit() else ""
    return Parcel(delivery.schedule, slot, "notice", post.clock(), name, delivery.subject, delivery.text)


def _parcel(post: Post, plan: Plan, delivery: Delivery, name: str) -> Parcel:
    now, slot = post.clock(), _slot_of(post, delivery)
    if delivery.what == "quiet":
        latest = find_latest(post.project.out / plan.name)
        subject, text = quiet_text(plan, slot, latest[1] if latest else None)
        return Parcel(plan.name, plan.timing.name(slot.due), "quiet", now, name, subject, text)
    run = post.project.out / plan.name / slot.folder
    manifest = verified(run)
    if manifest is None:
        raise Refused(f"the run folder {run.name} is missing or not as it was published")
    subject, text = report_subject(plan, manifest), report_text(plan, manifest, run)
    return Parcel(plan.name, slot.folder, "report", now, name, subject, text, run, manifest)


def _slot_of(post: Post, delivery: Delivery) -> Slot:
    slot = post.ledger.slot(delivery.schedule, moment_of(delivery.due))
    if slot is None:
        raise Refused("its slot is not in the ledger any more", final=True)
    return slot


def _sync_folder(post: Post, plan: Plan, delivery: Delivery, place: Place, name: str) -> str:
    """Bring a folder to the run of a slot; one that a later slot has been there for gets the archive copy only."""
    slot, folder, home = _slot_of(post, delivery), folder_of(post.project, place), post.project.out / plan.name
    manifest = verified(home / slot.folder) if slot.folder else None
    run = (home / slot.folder, manifest) if manifest else find_latest(home)
    status = status_line(plan, slot, run[1] if run else None, slot.due)
    parcel = Parcel(plan.name, plan.timing.name(slot.due), "folder", post.clock(), name, "", "", *(run or ()))
    sent = post.ledger.deliveries("schedule=? and place=? and what='folder' and state='sent'", plan.name, str(place))
    overtaken = any(other.due > delivery.due for other in sent)
    with locked(post.locks, f"folder-{sha256(str(folder).encode()).hexdigest()[:16]}"):
        if overtaken:
            keep_in_archive(parcel, folder)
            return "a later slot was there before; kept in the archive"
        return send_to_folder(parcel, folder, status, known=bool(sent))


def _drop_note(folder: Path, parcel: Parcel) -> None:
    """Leave a notice in a folder, under a name of its own."""
    name = f"NOTICE {parcel.schedule} {sha256(parcel.message_id.encode()).hexdigest()[:8]}.txt"
    try:
        (folder / name).write_text(f"{stamp(parcel.when)} {parcel.subject}\n{parcel.text}", encoding="utf-8")
    except OSError as fault:
        raise Refused(f"{folder} cannot be written: {fault.strerror or fault}") from fault
