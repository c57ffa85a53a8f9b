"""Papers → ``out/NAME/SLOT/``, whole or not at all, never changed afterwards; ``latest`` points to the newest.

Stage beside the place, fsync everything, rename. A folder that is there is complete: a kill leaves a stage folder
behind at most, and the next holder of the schedule's lock takes that away.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from briefgen.errors import OutputError
from briefgen.project.files import reason, shown
from briefgen.schedule.manifests import NAME, Manifest, dump_manifest, read_manifest, verified

LATEST = "latest"
_STAGE = ".stage-"
_GONE = ".gone-"
_POINTER = ".latest-"


def publish(home: Path, manifest: Manifest, files: Mapping[str, bytes]) -> Path:
    """Make a run folder and point to it. The caller holds the schedule's lock.

    Args:
        home: ``out/NAME``.

    Raises:
        OutputError: the disk refuses, or the slot's folder is there and is not ours; what was there stays.
    """
    target, stage = home / manifest.slot, home / f"{_STAGE}{manifest.slot}"
    try:
        home.mkdir(parents=True, exist_ok=True)
        sweep(home)
        if target.exists():
            raise OutputError(shown(target), "is there already and is damaged", "move it away")
        stage.mkdir()
        for name, content in {**files, NAME: dump_manifest(manifest)}.items():
            write_synced(stage / name, content)
        sync_folder(stage)
        stage.rename(target)
        sync_folder(home)
        point(home)
    except OSError as fault:
        raise OutputError(shown(home), f"cannot be written: {reason(fault)}", "free the disk, or mend it") from fault
    finally:
        with suppress(OSError):
            _remove(stage)
    return target


def runs(home: Path) -> Iterator[tuple[Path, Manifest]]:
    """List the run folders, oldest first; whether they are whole is not looked at."""
    found = []
    with suppress(OSError):
        folders = [path for path in home.iterdir() if not path.name.startswith(".") and not path.is_symlink()]
        found = [(path, manifest) for path in folders if (manifest := read_manifest(path))]
    yield from sorted(found, key=lambda run: (run[1].due, run[0].name))


def find_latest(home: Path) -> tuple[Path, Manifest] | None:
    """Find the newest run folder that is whole."""
    for folder, _ in reversed(list(runs(home))):
        if manifest := verified(folder):
            return folder, manifest
    return None


def pointed(home: Path) -> str:
    """Give the slot that ``latest`` points to; empty where it points nowhere."""
    try:
        link = home / LATEST
        return link.readlink().name if link.is_symlink() else (home / f"{LATEST}.txt").read_text("utf-8").strip()
    except OSError:
        return ""


def point(home: Path) -> None:
    """Let ``latest`` point to the newest run folder.

    Raises:
        OSError: the pointer cannot be written; the former one stays.
    """
    newest = find_latest(home)
    if newest is None or pointed(home) == newest[0].name:
        return
    temporary = home / f"{_POINTER}{newest[0].name}"
    temporary.unlink(missing_ok=True)
    if os.name == "posix":
        temporary.symlink_to(newest[0].name)
        temporary.replace(home / LATEST)
    else:
        write_synced(temporary, newest[0].name.encode())
        temporary.replace(home / f"{LATEST}.txt")
    sync_folder(home)


def sweep(home: Path) -> None:
    """Take away what killed processes left. The caller holds the lock: nobody works in them."""
    for path in list(home.iterdir()):
        if path.name.startswith((_STAGE, _GONE)):
            _remove(path)
        elif path.name.startswith(_POINTER):
            path.unlink()


def prune(home: Path, keep: int, needed: frozenset[str]) -> None:
    """Take away run folders beyond the newest ``keep``, by looking at folders only.

    Args:
        keep: 0 keeps all.
        needed: slots that stay in any case.
    """
    old = list(runs(home))[:-keep] if keep else []
    with suppress(OSError):
        for folder, manifest in old:
            if manifest.slot not in needed and folder.name != pointed(home):
                # Renamed first: a half-deleted folder must not look like a damaged run.
                gone = home / f"{_GONE}{folder.name}"
                folder.rename(gone)
                _remove(gone)


def write_synced(path: Path, content: bytes) -> None:
    """Write a new file so that it is on the disk before anything points to it.

    Raises:
        OSError: it is there already, or cannot be written.
    """
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make names last through a power cut; Windows has no such call for folders."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _remove(folder: Path) -> None:
    with suppress(FileNotFoundError):
        shutil.rmtree(folder)
