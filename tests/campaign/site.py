"""A project of its own with one schedule, and what must hold in it at any moment and after the next tick."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from briefgen.project import open_project
from briefgen.schedule.ledger import ENDS, Ledger
from briefgen.schedule.manifests import verified
from briefgen.schedule.office import Round, make_round, open_office
from briefgen.schedule.opening import NAME
from briefgen.schedule.publishing import LATEST, runs

TEXT = (
    "Aldmere harbour handled goods worth US${} billion in 2019.1 In 2020 it handled goods worth US$5 billion.2\n"
    "The council judged that the quay would last.3 It signed a defence treaty on 4 March 2021.4\n"
)
CARD = 'subject = "Aldmere harbour"\ncalled = "the report"\nlanguage = "en"\nnotes_expected = 4\n'
CONFIG = """format = 1
[schedule.w]
themes = ["economic"]
formats = ["docx"]
cron = "0 6 * * *"
timezone = "Europe/Berlin"
deliver = ["folder:delivered"]
keep = 12
{more}
"""
START = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Site:
    """A project folder; its clock is set from outside."""

    root: Path

    @classmethod
    def make(cls, root: Path, more: str = "") -> Site:
        """Make a project in a folder."""
        source = root / "data" / "harbour"
        source.mkdir(parents=True, exist_ok=True)
        (root / "briefgen.toml").write_text(CONFIG.format(more=more), encoding="utf-8")
        (source / "source.toml").write_text(CARD, encoding="utf-8")
        site = cls(root)
        site.change(1)
        return site

    @property
    def home(self) -> Path:
        """Where the runs are published."""
        return self.root / "out" / "w"

    def change(self, n: int) -> None:
        """Let the source say another figure, as an editor that saves whole would."""
        path = self.root / "data" / "harbour" / "source.txt"
        new = path.with_suffix(".new")
        new.write_text(TEXT.format(n), encoding="utf-8")
        new.replace(path)

    def tick(self, minute: int, asked: bool = True) -> Round:
        """Make one round at a minute of the site's own time."""
        clock = START + timedelta(minutes=minute)
        with open_office(open_project(self.root)) as office:
            return make_round(office, "w" if asked else None, lambda: clock)

    def faults_at_once(self) -> Iterator[str]:
        """Say what is broken although it must hold at any moment, a process just killed included."""
        homes = [path for path in self.home.iterdir() if not path.name.startswith(".")] if self.home.exists() else []
        for path in homes:
            if path.name == LATEST:
                if verified(path.resolve()) is None:
                    yield f"latest points to {path.readlink()}, which is not whole"
            elif verified(path) is None and path.exists() and verified(path) is None:
                # Looked at twice: another process may prune it between two files.
                yield f"{path.name} is published and not whole"
        yield from self._torn_deliveries()

    def _torn_deliveries(self) -> Iterator[str]:
        """A file under a stable name is always one that was published."""
        published = {digest for _, manifest in runs(self.home) for _, digest in manifest.files}
        for path in (self.root / "delivered").glob("*.docx"):
            if sha256(path.read_bytes()).hexdigest() not in published:
                yield f"{path.name} is delivered and nothing that was published"

    def faults_after_recovery(self) -> Iterator[str]:
        """Say what is broken once further ticks have run undisturbed."""
        yield from self.faults_at_once()
        ledger = Ledger(self.root / ".briefgen" / NAME)
        slots, deliveries = ledger.slots(), ledger.deliveries()
        ledger.close()
        with sqlite3.connect(self.root / ".briefgen" / NAME) as connection:
            if connection.execute("pragma integrity_check").fetchone() != ("ok",):
                yield "the ledger is damaged"
        connection.close()
        known = {slot.folder for slot in slots if slot.state == "done"}
        there = {path.name for path in self.home.iterdir() if path.name != LATEST} if self.home.exists() else set()
        yield from (f"{name} is in out/ and in no row" for name in sorted(there - known))
        oldest = min((name for name in there if not name.startswith(".")), default="")
        lost = [name for name in sorted(known - there) if oldest and name > oldest]
        yield from (f"{name} is in a row and not in out/" for name in lost)
        yield from (f"{slot.due} has no end: {slot.state}" for slot in slots if slot.state not in ENDS)
        yield from (f"{d.what} of {d.due} is {d.state}: {d.why}" for d in deliveries if d.state != "sent")
        left = list((self.root / "delivered").rglob(".*.tmp"))
        yield from (f"{path} was left behind" for path in left)
        yield from self._behind()

    def _behind(self) -> Iterator[str]:
        newest = [manifest for _, manifest in runs(self.home)]
        if not newest:
            return
        if (self.home / LATEST).resolve().name != newest[-1].slot:
            yield f"latest is not {newest[-1].slot}"
        paper = self.root / "delivered" / "economic.docx"
        if sha256(paper.read_bytes()).hexdigest() != dict(newest[-1].files)["economic.docx"]:
            yield "the folder has not the newest paper"
        trace = json.loads((self.home / LATEST / "economic.trace.json").read_bytes())
        if trace["brief"]["name"] != "economic":
            yield "the trace is another's"
