"""``python -m tests.campaign schedule [PART...] [--small]``: rehearse, print figures, fail on a violation."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from importlib import import_module
from pathlib import Path

from tests.campaign import faults, rehearsal, watched
from tests.campaign.site import Site

Part = Callable[[Path, bool], dict[str, object]]


def _time(folder: Path, small: bool) -> dict[str, object]:
    if small:
        return rehearsal.rehearse(folder, rehearsal.ZONES[:4], 120, seed=11, kill=0.01)
    return rehearsal.rehearse(folder, rehearsal.ZONES, 731, seed=11, kill=0.01)


def _steps(folder: Path, small: bool) -> dict[str, object]:
    """Small: a kill at every step of a tick, once. Whole: ten times."""
    return asdict(faults.kill_at_steps(Site.make(folder), 100 if small else 1200))


def _random(folder: Path, small: bool) -> dict[str, object]:
    return asdict(faults.kill_at_random(Site.make(folder), 15 if small else 600))


def _crowd(folder: Path, small: bool) -> dict[str, object]:
    return asdict(faults.crowd(Site.make(folder), 12 if small else 600))


def _calls(folder: Path, small: bool) -> dict[str, object]:
    return asdict(faults.break_calls(Site.make(folder), 6 if small else 60))


def _disk(folder: Path, small: bool) -> dict[str, object]:
    with small_disk(folder) as disk:
        return asdict(faults.fill_disk(Site.make(disk / "site"), 12 if small else 150))


def _origin(folder: Path, small: bool) -> dict[str, object]:
    """A minute and a quarter, whole or small: the real ten seconds cannot be had for less."""
    return asdict(watched.watch(Site.make(folder / "site"), folder / "report.txt"))


PARTS: dict[str, Part] = {
    "time": _time, "steps": _steps, "random": _random, "crowd": _crowd, "calls": _calls, "disk": _disk,
    "origin": _origin,
}  # fmt: skip

MEMORY = Path("/dev/shm")
"""What a killed process leaves does not depend on the disk's speed; how long the kills take does."""

ALONE = ("acceptance", "pdf", "word")
"""Campaigns without parts: one module each."""


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """Mount a disk of a few megabytes; wants root."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def main(words: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.campaign", description=__doc__)
    parser.add_argument("room", choices=["schedule", *ALONE])
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--small", action="store_true", help="what every push runs")
    said = parser.parse_args(words)
    if said.room in ALONE:
        return int(import_module(f"tests.campaign.{said.room}").run())
    found: dict[str, object] = {}
    bad = 0
    for name in said.parts or PARTS:
        begun = time.monotonic()
        with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
            figures = PARTS[name](Path(folder), said.small)
        wrong = figures.get("wrong")
        bad += sum(wrong.values()) if isinstance(wrong, dict) else len(figures["violations"])
        found[name] = figures | {"seconds": round(time.monotonic() - begun)}
        print(f"{name}: {found[name]}", file=sys.stderr, flush=True)
    print(json.dumps(found, indent=1))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
