"""Rounds without end, for where no timer is: the papers in one thread, what is slow to deliver in another."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from briefgen.errors import BriefgenError
from briefgen.project import Project
from briefgen.schedule.alarm import open_watched
from briefgen.schedule.dispatch import deliver_due
from briefgen.schedule.office import Round, build_due, now_utc, open_office, post_of

EVERY = 60.0
"""Seconds between two rounds of the daemon."""
PATIENCE = 20.0
"""Seconds that the daemon, told to stop, waits for a delivery to end."""
COURIER = "briefgen courier"


def run_loop(folder: str | None, tell: Callable[[Round], None], complain: Callable[[str], None]) -> None:
    """Make rounds until interrupted; the project file is read anew for each. A slow mail server delays no paper."""
    try:
        _make_rounds(folder, tell, complain)
    finally:
        # A mail half-sent would be unknown until somebody asks: it may end first.
        for courier in _couriers():
            courier.join(PATIENCE)


def _make_rounds(folder: str | None, tell: Callable[[Round], None], complain: Callable[[str], None]) -> None:
    while True:
        begun = time.monotonic()
        try:
            project = open_watched(folder)
            with open_office(project) as office:
                built = build_due(office)
            tell(built)
            if not _couriers():
                threading.Thread(target=_carry, args=(project, tell, complain), name=COURIER, daemon=True).start()
        except BriefgenError as error:
            complain(str(error))
        time.sleep(max(1.0, EVERY - (time.monotonic() - begun)))


def _couriers() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == COURIER]


def _carry(project: Project, tell: Callable[[Round], None], complain: Callable[[str], None]) -> None:
    """Deliver in a thread of its own, with a ledger of its own."""
    try:
        with open_office(project) as office:
            tell(Round(deliveries=tuple(deliver_due(post_of(office, now_utc)))))
    except BriefgenError as error:
        complain(str(error))
