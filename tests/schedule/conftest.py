"""A project with schedules, a clock that is set by hand, and real servers on loopback."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from briefgen.project import Project, open_project
from briefgen.schedule.ledger import Delivery, Slot
from briefgen.schedule.office import Office, Round, make_round, open_office

WEEKLY = """
[schedule.weekly]
themes = ["economic", "military"]
formats = ["docx"]
cron = "0 6 * * mon"
timezone = "Europe/London"
"""


@dataclass
class Shop:
    """A project folder and its clock."""

    root: Path
    now: datetime = datetime(2025, 11, 3, 5, 55, tzinfo=UTC)
    said: str = ""
    rounds: list[Round] = field(default_factory=list)

    def say(self, text: str) -> None:
        """Write the project file."""
        self.said = text
        (self.root / "briefgen.toml").write_text("format = 1\n" + text, encoding="utf-8")

    @property
    def project(self) -> Project:
        return open_project(self.root, sparing=True)

    def round(self, asked: str | None = None, **later: float) -> Round:
        """Make a round, after some time."""
        self.now += timedelta(**later)
        with open_office(self.project) as office:
            done = make_round(office, asked, lambda: self.now)
        self.rounds.append(done)
        return done

    def at(self, text: str, **more: Any) -> Round:
        """Make a round at a moment."""
        self.now = datetime.fromisoformat(text).replace(tzinfo=UTC)
        return self.round(**more)

    def look(self, question: Callable[[Office], Any]) -> Any:
        """Ask the open office something."""
        with open_office(self.project) as office:
            return question(office)

    @property
    def slots(self) -> tuple[Slot, ...]:
        return self.look(lambda office: office.ledger.slots())

    @property
    def deliveries(self) -> tuple[Delivery, ...]:
        return self.look(lambda office: office.ledger.deliveries())

    def source(self, old: str, new: str) -> None:
        """Change the source's words."""
        path = self.root / "data" / "harbour" / "source.txt"
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def shop(folder: Path) -> Shop:
    """A weekly schedule whose first tick was just before Monday 3 November 2025, six o'clock."""
    made = Shop(folder)
    made.say(WEEKLY)
    made.round()
    return made


@dataclass
class Hook:
    """What a web server on loopback was told, and what it answers."""

    url: str
    bodies: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    status: int = 204
    wait: float = 0.0


@pytest.fixture
def hook() -> Iterator[Hook]:
    """A real web server."""
    import json
    import time

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            told.bodies.append(json.loads(body))
            told.keys.append(self.headers["Idempotency-Key"])
            time.sleep(told.wait)
            self.send_response(told.status)
            self.end_headers()

        def log_message(self, *words: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    told = Hook(f"http://127.0.0.1:{server.server_port}/secret-path")
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield told
    server.shutdown()
    server.server_close()
    thread.join()
