"""``schedule test``: every place of a plan is tried without delivering a paper; only ``on_failure`` gets a mail."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from hashlib import sha256

from briefgen.project import Project
from briefgen.project.config import Mail
from briefgen.schedule.delivery.folder import try_folder
from briefgen.schedule.delivery.mail import send_mail, try_server
from briefgen.schedule.delivery.parcels import Parcel, Refused, Uncertain
from briefgen.schedule.delivery.webhook import open_link
from briefgen.schedule.places import Place
from briefgen.schedule.plans import Plan, folder_of


@dataclass(frozen=True, slots=True)
class Tried:
    """One thing tried."""

    what: str
    fault: str = ""
    """Empty where it went well."""


def try_places(project: Project, plan: Plan, now: datetime, known: frozenset[str]) -> Iterator[Tried]:
    """Try the mail server, every folder and webhook, and send the people of ``on_failure`` a test.

    Args:
        known: folders that were delivered to before.
    """
    server = project.config.mail
    places = tuple(dict.fromkeys((*plan.deliver, *plan.quiet, *plan.alarms)))
    if server and any(place.kind == "mail" for place in places):
        yield _tried(f"logged in to {server.host}", partial(try_server, server))
    for place in places:
        if place.kind == "folder":
            folder = folder_of(project, place)
            work = partial(try_folder, folder, known=str(place) in known)
            yield _tried(f"wrote and removed a file in {folder}", work)
        elif place.kind == "webhook":
            yield _tried(f"reached {place.shown}", partial(_reach, place.target))
    for place in plan.alarms:
        if place.kind == "mail" and server:
            yield _tried(f"mailed {place.target}", partial(_mail, plan, place, server, now))


def _reach(address: str) -> None:
    open_link(address).close()


def _tried(what: str, work: Callable[[], None]) -> Tried:
    try:
        work()
    except (Refused, Uncertain) as fault:
        return Tried(what, str(fault))
    return Tried(what)


def _mail(plan: Plan, place: Place, server: Mail, now: datetime) -> None:
    name = sha256(f"{plan.name}{place}{now}".encode()).hexdigest()[:32]
    text = f"This is a test of the schedule {plan.name}: notices about it come to this address.\n"
    message_id = f"<briefgen.test.{name}@{server.from_.rpartition('@')[2]}>"
    send_mail(Parcel(plan.name, "", "notice", now, message_id, f"{plan.name}: test", text), place.target, server)
