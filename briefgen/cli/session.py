"""Options that every command takes → Session: the project that is worked in, and how much is said."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import click

from briefgen.cli.terminal import complain
from briefgen.errors import Remark
from briefgen.project import Project, open_project


@dataclass(frozen=True)
class Session:
    """One run of one command."""

    folder: str | None
    verbose: bool
    quiet: bool

    @functools.cached_property
    def project(self) -> Project:
        """The project worked in.

        Raises:
            UsageError: there is none where one was named, or its file is faulty.
        """
        return open_project(self.folder)

    @functools.cached_property
    def schedules(self) -> Project:
        """The project worked in, of which one schedule may be said wrongly: that never stops the others.

        Raises:
            UsageError: there is none where one was named, or its file is faulty elsewhere.
        """
        return open_project(self.folder, sparing=True)

    def tell(self, line: str) -> None:
        """Say what the person may want to know."""
        if not self.quiet:
            complain(line)

    def detail(self, line: str) -> None:
        """Say what only ``-v`` wants to know."""
        if self.verbose:
            complain(line)

    def remark(self, remarks: Iterable[Remark]) -> None:
        """Print remarks, each once."""
        for line in dict.fromkeys(map(str, remarks)):
            self.tell(line)


def with_session(function: Callable[..., int | None]) -> Callable[..., int | None]:
    """Let a command take the options of every command, before or behind its own name."""

    @click.option("--project", metavar="DIR", help="Project folder; else the nearest one upward.")
    @click.option("-v", "--verbose", is_flag=True, help="Say more.")
    @click.option("-q", "--quiet", is_flag=True, help="Say errors only.")
    @click.pass_obj
    @functools.wraps(function)
    def wrapped(
        above: dict[str, Any], /, project: str | None, verbose: bool, quiet: bool, **options: Any
    ) -> int | None:
        folder = project if project is not None else above["project"]
        return function(Session(folder, verbose or above["verbose"], quiet or above["quiet"]), **options)

    return wrapped


source_option = click.option("--source", metavar="NAME|FILE", help="Source: its name in data/, or a document.")
json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
no_overrides_option = click.option(
    "--no-overrides", "overrides", flag_value=False, default=True, help="Leave the decisions of overrides.csv away."
)
