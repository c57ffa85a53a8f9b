"""Run folder → a folder of people's: stable names, an archive, STATUS.txt. Doing it twice changes nothing.

What somebody changed there is kept beside ours; what somebody holds open is delivered beside, and both are said.
"""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from glob import escape
from hashlib import sha256
from itertools import count
from pathlib import Path

from briefgen.errors import OutputError
from briefgen.project.saving import STAGED, write_whole
from briefgen.schedule.delivery.parcels import Parcel, Refused
from briefgen.schedule.publishing import sync_folder, write_synced

STATUS = "STATUS.txt"
ARCHIVE = "archive"
Ours = dict[str, tuple[str, ...]]
"""Name of a file in a folder → hashes that are ours under it."""
TRIES, PAUSE = 5, 0.2
"""How often, and after how many seconds, a file that is open elsewhere is tried again."""


def send_to_folder(parcel: Parcel, folder: Path, status: str, *, known: bool) -> str:
    """Bring a folder up to date; what a person should know of it.

    Args:
        status: one line for STATUS.txt.
        known: whether it was delivered to before; then a missing folder has vanished and is not made anew.

    Raises:
        Refused: the folder is not there or cannot be written.
    """
    notes: list[str] = []
    try:
        if not folder.is_dir():
            if known or not folder.parent.is_dir():
                raise Refused(f"{folder} is not there")
            folder.mkdir()
        _drop_leftovers(parcel, folder)
        if parcel.run and parcel.manifest:
            notes = list(_place_papers(parcel, folder, parcel.run))
            _archive(parcel, folder)
        _write_status(folder, parcel.schedule, "; ".join([status, *notes]))
    except (OSError, OutputError) as fault:
        raise Refused(f"{folder} cannot be written: {fault}") from fault
    return "; ".join(notes)


def try_folder(folder: Path, *, known: bool) -> None:
    """Write a file and take it away again; a folder that the first delivery would make too.

    Args:
        known: as for ``send_to_folder``.

    Raises:
        Refused: that cannot be done.
    """
    probe = folder / ".briefgen-test"
    made = not known and not folder.exists()
    try:
        if made:
            folder.mkdir()
        probe.write_bytes(b"briefgen schedule test\n")
        probe.unlink()
        if made:
            folder.rmdir()
    except OSError as fault:
        raise Refused(f"{folder} cannot be written: {fault.strerror or fault}") from fault


def _place_papers(parcel: Parcel, folder: Path, run: Path) -> Iterator[str]:
    """Write the papers under their stable names; yield what is otherwise than the names say."""
    record = folder / _record(parcel)
    ours = _recorded(record)
    digests = dict(parcel.manifest.files) if parcel.manifest else {}
    written: dict[str, tuple[str, ...]] = {}
    # Before a file is written the record says that it may be ours: else a kill in between makes it somebody's.
    to_come = {n: (*ours.get(n, ()), digest) for name, digest in digests.items() for n in (name, _beside(name))}
    write_whole(record, _dumped({**ours, **to_come}))
    for paper in parcel.manifest.papers if parcel.manifest else ():
        for name in paper.files:
            content = (run / name).read_bytes()
            if sha256(content).hexdigest() != digests[name]:
                raise Refused(f"{run / name} is not as it was published")
            placed, note = _place(folder, name, content, ours, parcel.slot)
            written[placed] = (digests[name],)
            if note:
                yield note
    write_whole(record, _dumped(written))


def _place(folder: Path, name: str, content: bytes, ours: Ours, slot: str) -> tuple[str, str]:
    """Write one file; the name it has now, and a note where that is another or somebody's is kept."""
    path, note = folder / name, ""
    stem, _, kind = name.rpartition(".")
    beside = _beside(name)
    there = _content(path)
    if there != content:
        if there is not None and sha256(there).hexdigest() not in ours.get(name, ()):
            kept = next(k for k in _names(f"{stem} (changed by somebody, {slot}", kind) if not (folder / k).exists())
            path.replace(folder / kept)
            note = f"{name} had been changed by somebody and is kept as “{kept}”"
        if not _written(path, content):
            write_whole(folder / beside, content)
            return beside, f"{name} is open elsewhere, so the new one lies beside it as “{beside}”"
    left = _content(folder / beside)
    if left is not None and sha256(left).hexdigest() in ours.get(beside, ()):
        (folder / beside).unlink()
    return name, note


def _beside(name: str) -> str:
    stem, dot, kind = name.rpartition(".")
    return f"{stem} (new){dot}{kind}"


def _names(stem: str, kind: str) -> Iterator[str]:
    yield f"{stem}).{kind}"
    yield from (f"{stem}, {n}).{kind}" for n in count(2))


def _written(path: Path, content: bytes) -> bool:
    for turn in range(TRIES):
        with suppress(OutputError):
            write_whole(path, content)
            return True
        # A full or vanished disk is no file held open: writing beside would fail the same way, and says so.
        time.sleep(PAUSE if turn < TRIES - 1 else 0)
    return False


def keep_in_archive(parcel: Parcel, folder: Path) -> None:
    """Keep a copy of the run in the archive of a folder, and touch nothing else.

    Raises:
        Refused: the folder is not there or cannot be written.
    """
    try:
        _archive(parcel, folder)
    except OSError as fault:
        raise Refused(f"{folder} cannot be written: {fault}") from fault


def _archive(parcel: Parcel, folder: Path) -> None:
    """Keep a copy of the run under its slot, whole or not at all."""
    if parcel.manifest is None or parcel.run is None:
        return
    archive = folder / ARCHIVE
    target = archive / parcel.manifest.slot
    if target.exists():
        return
    archive.mkdir(exist_ok=True)
    stage = archive / f".{parcel.schedule}-{parcel.manifest.slot}.tmp"
    stage.mkdir()
    # Synced first: half a copy with a good name, left by a power cut, would never be looked at again.
    for paper in parcel.manifest.papers:
        for name in paper.files:
            write_synced(stage / name, (parcel.run / name).read_bytes())
    sync_folder(stage)
    stage.rename(target)
    sync_folder(archive)


def _drop_leftovers(parcel: Parcel, folder: Path) -> None:
    """Take away what killed processes left; the lock on the folder says that none is alive."""
    papers = parcel.manifest.papers if parcel.manifest else ()
    for name in (STATUS, _record(parcel).name, *(name for paper in papers for name in paper.files)):
        for left in folder.glob(f".{escape(name)}.*{STAGED}"):
            left.unlink()
    for stage in (folder / ARCHIVE).glob(".*.tmp"):
        shutil.rmtree(stage)


def _write_status(folder: Path, schedule: str, line: str) -> None:
    """Rewrite this schedule's line, and leave those of others that deliver here."""
    path, mark = folder / STATUS, f"{schedule}: "
    with suppress(OSError, ValueError):
        others = [row for row in path.read_text("utf-8").splitlines() if row and not row.startswith(mark)]
        write_whole(path, "".join(f"{row}\n" for row in sorted([*others, mark + line])).encode())
        return
    write_whole(path, f"{mark}{line}\n".encode())


def _record(parcel: Parcel) -> Path:
    """Name the file that says which files in a folder are as we wrote them."""
    return Path(f".briefgen-{parcel.schedule}.json")


def _recorded(record: Path) -> Ours:
    try:
        return {str(name): tuple(map(str, digests)) for name, digests in json.loads(record.read_bytes()).items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def _dumped(ours: Ours) -> bytes:
    return json.dumps(ours, ensure_ascii=False, indent=1).encode()


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError:
        return b""
