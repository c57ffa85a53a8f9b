"""Paper → out/, each file whole or not at all, the trace last; what a person changed since is left alone.

The trace beside a paper says what we wrote (name and hash of each output) and from what (the commission's key).
"""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from glob import escape
from hashlib import sha256
from itertools import count
from pathlib import Path

from briefgen.errors import CheckFailed, Remark
from briefgen.model.commission import Commission, Paper
from briefgen.model.source import File
from briefgen.project.files import read_file, shown
from briefgen.project.locks import unwritable

TRACE = ".trace.json"
STAGED = ".tmp"


@dataclass(frozen=True, slots=True)
class Record:
    """What a trace says of the files beside it."""

    key: str = ""
    outputs: tuple[tuple[str, str], ...] = ()
    """(name, SHA-256)."""
    remarks: tuple[Remark, ...] = ()

    def wrote(self, name: str, content: bytes) -> bool:
        """Tell whether these are the bytes we wrote under this name."""
        return (name, sha256(content).hexdigest()) in self.outputs


@dataclass(frozen=True, slots=True)
class Saved:
    """Where a paper lies now."""

    paths: tuple[Path, ...]
    """The outputs and, last, the trace."""
    remarks: tuple[Remark, ...] = ()


def read_record(trace: Path) -> Record:
    """Read what a trace says of the files beside it; nothing where there is no trace of ours."""
    try:
        data = json.loads(trace.read_bytes())
        outputs = tuple((str(name), str(digest)) for name, digest in data["outputs"].items())
        remarks = tuple(
            Remark(row["where"], row["what"], row["mend"], note=row.get("note", False))
            for row in data["brief"]["remarks"]
        )
        return Record(str(data["key"]), outputs, remarks)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return Record()


def standing(out: Path, commission: Commission) -> Saved | None:
    """Find the finished paper of a commission; None where it is missing, of other inputs or not as we wrote it.

    An encrypted one is never found: nothing beside it may tell whether its password is still the same.
    """
    trace = out / f"{commission.name}{TRACE}"
    record = read_record(trace)
    if record.key != commission.key or commission.password:
        return None
    paths = []
    for kind in commission.formats:
        path = _place(out, f"{commission.name}.{kind}", record, None)
        if not path.exists():
            return None
        paths.append(path)
    return Saved((*paths, trace), record.remarks)


def save(paper: Paper, out: Path) -> Saved:
    """Write a paper's files, then its trace. The caller holds the lock.

    Raises:
        OutputError: the folder or a file cannot be written; what was there stays.
    """
    trace = out / paper.trace.name
    record = read_record(trace)
    placed = [(_place(out, file.name, record, file.content), file) for file in paper.files]
    remarks = tuple(
        Remark(shown(out / file.name), "was changed since it was built, so it is left alone", f"ours is “{path.name}”")
        for path, file in placed
        if path.name != file.name
    )
    contents = [(path, file.content) for path, file in placed]
    contents.append((trace, _traced(paper.trace, {path.name: file for path, file in placed}, out, record)))
    _replace(contents, out)
    return Saved(tuple(path for path, _ in contents), remarks)


def write_whole(path: Path, content: bytes) -> None:
    """Write one file whole or not at all.

    Raises:
        OutputError: it cannot be written; what was there stays.
    """
    _replace([(path, content)], path.parent)


def _place(out: Path, name: str, record: Record, content: bytes | None) -> Path:
    """Choose where an output goes: its own name, or the first beside it that nobody else's file bears."""
    stem, dot, kind = name.rpartition(".")
    for turn in count():
        mark = ("", " (new)")[turn] if turn < 2 else f" (new {turn})"
        path = out / f"{stem}{mark}{dot}{kind}"
        there = _content(path)
        # The very bytes we are about to write are ours: an earlier run stopped before it wrote its trace.
        if there is None or there == content or record.wrote(path.name, there):
            return path
    raise AssertionError("a count never ends")


def _content(path: Path) -> bytes | None:
    """Read what lies at a path; None where nothing does, and no bytes of ours where it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError:
        return b""


def _traced(trace: File, written: dict[str, File], out: Path, record: Record) -> bytes:
    """Name the outputs as they lie, and keep what is known of former ones in other formats that still lie there."""
    outputs = {name: file.sha256 for name, file in written.items()}
    for name, digest in record.outputs:
        if name not in written and record.wrote(name, _content(out / name) or b""):
            outputs[name] = digest
    document = json.loads(trace.content)
    if outputs == document["outputs"]:
        return trace.content
    return (json.dumps(document | {"outputs": outputs}, ensure_ascii=False, indent=1) + "\n").encode()


def _replace(contents: list[tuple[Path, bytes]], out: Path) -> None:
    """Put every file on the disk beside its place first, then move them in one after the other."""
    staged: list[tuple[Path, Path]] = []
    try:
        for path, _ in contents:
            _sweep(path)
        for path, content in contents:
            staged.append((_stage(path, content), path))
        for temporary, path in staged:
            temporary.replace(path)
        _sync(out)
    except OSError as fault:
        raise unwritable(Path(fault.filename2 or out), fault) from fault
    finally:
        for temporary, _ in staged:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def _sweep(path: Path) -> None:
    """Take away what a run left that was killed while it staged this file; the lock says that none is alive."""
    for left in path.parent.glob(f".{escape(path.name)}.*{STAGED}"):
        left.unlink(missing_ok=True)


def _stage(path: Path, content: bytes) -> Path:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=STAGED)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o644)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _sync(folder: Path) -> None:
    """Make the new names last through a power cut; Windows has no such call for folders."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def traces_of(path: Path) -> tuple[Path, ...]:
    """Find the traces beside a finished paper that name it."""
    traces = sorted(path.parent.glob(f"*{TRACE}"))
    return tuple(trace for trace in traces if path.name in dict(read_record(trace).outputs))


def check_paper(path: Path) -> tuple[Remark, ...]:
    """Compare a finished paper's bytes with the trace beside it; empty where it is as we wrote it.

    Raises:
        CheckFailed: the file cannot be read.
    """
    content = read_file(path, path.name, CheckFailed, "check the path").content
    named = [read_record(trace) for trace in traces_of(path)]
    if not named:
        return (Remark(shown(path), "no trace beside it names it", "put its .trace.json beside it, or build it again"),)
    if not any(record.wrote(path.name, content) for record in named):
        return (Remark(shown(path), "was changed since it was built", "build it again, or keep it as your own"),)
    return ()
