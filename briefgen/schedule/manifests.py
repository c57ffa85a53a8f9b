"""manifest.json ↔ Manifest: what a run folder holds, from what, and why it was made. It proves the folder whole."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

from briefgen.schedule.ledger import moment_of, stamp

NAME = "manifest.json"
FORMAT = 1

Kind = Literal["first", "changed", "appearance", "again", "carried"]
"""Why a paper lies in a run folder; "carried" ones are the former folder's, byte for byte."""


@dataclass(frozen=True, slots=True)
class Printed:
    """One paper of a run folder."""

    name: str
    title: str
    themes: tuple[str, ...]
    source: str
    kind: Kind
    content: str
    """Hash of everything its words come from."""
    key: str
    """Hash of everything its bytes come from, but for date and former trace."""
    since: str
    """Slot at which its content last changed."""
    day: date
    """Local day of that slot."""
    files: tuple[str, ...]
    """Its outputs; the trace is not among them."""
    summary: tuple[tuple[str, int], ...] = ()
    """What changed, in counts."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """A run folder."""

    schedule: str
    slot: str
    due: datetime
    zone: str
    kind: str
    former: str
    """Slot of the run folder before it; empty for the first."""
    papers: tuple[Printed, ...]
    files: tuple[tuple[str, str], ...]
    """(name, SHA-256) of everything beside the manifest."""
    places: tuple[str, ...] = ()
    """Where it was to be delivered; webhooks without their address."""

    def paper(self, name: str) -> Printed | None:
        """Find a paper by its name."""
        return next((paper for paper in self.papers if paper.name == name), None)


def dump_manifest(manifest: Manifest) -> bytes:
    """Write a manifest."""
    document = {"format": FORMAT, **asdict(manifest), "due": stamp(manifest.due), "files": dict(manifest.files)}
    for paper in document["papers"]:
        paper |= {"day": paper["day"].isoformat(), "summary": dict(paper["summary"])}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def read_manifest(folder: Path) -> Manifest | None:
    """Read the manifest of a run folder; None where there is none of ours."""
    try:
        data = json.loads((folder / NAME).read_bytes())
        if data.pop("format") != FORMAT:
            return None
        data |= {
            "due": moment_of(data["due"]),
            "papers": tuple(_printed(row) for row in data["papers"]),
            "files": tuple((str(name), str(digest)) for name, digest in data["files"].items()),
            "places": tuple(data["places"]),
        }
        return Manifest(**data)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None


def verified(folder: Path) -> Manifest | None:
    """Read a manifest and hash everything it names; None where anything is missing or otherwise."""
    manifest = read_manifest(folder)
    if manifest is None:
        return None
    try:
        whole = all(sha256((folder / name).read_bytes()).hexdigest() == digest for name, digest in manifest.files)
    except OSError:
        return None
    return manifest if whole else None


def _printed(row: dict[str, Any]) -> Printed:
    plain = {"themes": tuple(row["themes"]), "files": tuple(row["files"]), "day": date.fromisoformat(row["day"])}
    return Printed(**{**row, **plain, "summary": tuple(row["summary"].items())})
