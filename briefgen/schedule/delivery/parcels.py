"""What is handed to a place, and the two ways in which that can fail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from briefgen.schedule.manifests import Manifest


class Refused(Exception):
    """It did not arrive; ``final`` where trying again is of no use."""

    def __init__(self, why: str, final: bool = False) -> None:
        super().__init__(why)
        self.final = final


class Uncertain(Exception):
    """Nobody can know whether it arrived: the other side fell silent after it was handed over."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """One delivery with everything it needs."""

    schedule: str
    slot: str
    """Name of the slot; empty for a notice that belongs to none."""
    what: str
    """"report", "quiet", "notice" or "folder"."""
    when: datetime
    message_id: str
    subject: str
    text: str
    run: Path | None = None
    """Run folder of the papers; None where none goes along."""
    manifest: Manifest | None = None

    def fresh(self) -> tuple[str, ...]:
        """Name the files of the papers that are new in this run."""
        papers = self.manifest.papers if self.manifest else ()
        return tuple(name for paper in papers if paper.kind != "carried" for name in paper.files)
