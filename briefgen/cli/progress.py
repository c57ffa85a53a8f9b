"""What is being done → a line that moves, on a terminal only, and only once the work takes more than a second."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock, Timer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.status import Status

PATIENCE = 1.0
"""Seconds that pass in silence."""


@contextmanager
def shown_progress(quiet: bool) -> Iterator[Callable[[str], None]]:
    """Give a function that is told what is being done."""
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    line = _Line()
    # One long step tells nothing while it lasts: the clock shows the line.
    clock = Timer(PATIENCE, line.show)
    clock.daemon = True
    clock.start()
    try:
        yield line.tell
    finally:
        clock.cancel()
        line.close()


class _Line:
    """The line, shown or not yet."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._said = ""
        self._status: Status | None = None
        self._closed = False

    def tell(self, what: str) -> None:
        """Say what is being done from now on."""
        from rich.markup import escape

        with self._lock:
            self._said = escape(what)
            if self._status:
                self._status.update(self._said)

    def show(self) -> None:
        """Begin to show it."""
        from rich.console import Console

        with self._lock:
            if not self._closed:
                self._status = Console(stderr=True).status(self._said)
                self._status.start()

    def close(self) -> None:
        """Take it away for good."""
        with self._lock:
            self._closed = True
            if self._status:
                self._status.stop()
