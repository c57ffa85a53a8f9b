"""What is being done → a line that moves, on a terminal only, and only once the work takes more than a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

PATIENCE = 1.0
"""Seconds that pass in silence."""


@contextmanager
def shown_progress(quiet: bool) -> Iterator[Callable[[str], None]]:
    """Give a function that is told what is being done."""
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    begun = time.monotonic()
    with ExitStack() as stack:
        update: Callable[[str], None] | None = None

        def tell(what: str) -> None:
            nonlocal update
            if update is None and time.monotonic() - begun >= PATIENCE:
                update = stack.enter_context(_line())
            if update:
                update(what)

        yield tell


@contextmanager
def _line() -> Iterator[Callable[[str], None]]:
    from rich.console import Console
    from rich.markup import escape

    with Console(stderr=True).status("") as status:
        yield lambda what: status.update(escape(what))
