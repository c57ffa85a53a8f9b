"""One writer per paper: a kernel lock beside the output, so that it frees itself when a process dies."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from briefgen.errors import BusyError, OutputError
from briefgen.project.files import reason, shown


@contextmanager
def locked(out: Path, name: str) -> Iterator[None]:
    """Hold the right to write one paper; the folder is made where it is missing.

    Raises:
        BusyError: another process is building the same paper.
        OutputError: the folder cannot be made or written.
    """
    from filelock import FileLock, Timeout

    path = out / f".{name}.lock"
    # A drive without kernel locks is refused: a lock that outlives its process would block every later build.
    lock = FileLock(path, timeout=0, fallback_to_soft=False)
    try:
        out.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout as fault:
        raise BusyError(
            shown(out / name), "is being built by another process", "wait for it, then try again"
        ) from fault
    except OSError as fault:
        raise unwritable(out, fault) from fault
    try:
        yield
    finally:
        # Whoever waits on the unlinked file sees that it has no name any more and starts over (filelock does).
        if os.name == "posix":
            with suppress(OSError):
                path.unlink()
        # The kernel frees it with the process at the latest: a disk that fails now must not hide what was done.
        with suppress(OSError):
            lock.release()


def unwritable(out: Path, fault: OSError) -> OutputError:
    """Say that nothing can be written into a folder."""
    return OutputError(shown(out), f"cannot be written: {reason(fault)}", "choose another folder with -o DIR")
