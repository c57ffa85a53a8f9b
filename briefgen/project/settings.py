"""Option before environment before file: one value and the place that said it, for the error that may follow."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime

from briefgen.errors import UsageError

PASSWORD = "BRIEFGEN_PDF_PASSWORD"


@dataclass(frozen=True, slots=True)
class Setting:
    """A value and who said it."""

    value: str
    where: str
    typed: bool = False
    """Whether it was an option or an environment variable, so that a path in it counts from the current folder."""


def settle(name: str, option: str | None, *files: tuple[str, str]) -> Setting:
    """Choose the value that counts; empty ones do not.

    Args:
        name: of the option: "source" is ``--source`` and ``BRIEFGEN_SOURCE``.
        files: (value, where) of the project file, most special first.
    """
    variable = f"BRIEFGEN_{name.upper()}"
    if option is not None:
        return Setting(option, f"--{name}", typed=True)
    if said := os.environ.get(variable):
        return Setting(said, variable, typed=True)
    value, where = next(((v, w) for v, w in files if v), ("", "briefgen.toml"))
    return Setting(value, where)


def read_password() -> str:
    """Give the password that PDFs are encrypted with; it comes in no other way, lest it stand in a list of processes.

    Raises:
        UsageError: none is set.
    """
    if not (password := os.environ.get(PASSWORD, "")):
        raise UsageError("--encrypt", "no password is given", f"set {PASSWORD}")
    return password


def choose_date(option: str | None) -> tuple[date, bool]:
    """Give the date of the papers, and whether anything but the clock supplied it.

    Raises:
        UsageError: the option is no date, or SOURCE_DATE_EPOCH no count of seconds.
    """
    if option is not None:
        try:
            return datetime.strptime(option, "%Y-%m-%d").date(), True
        except ValueError as fault:
            raise UsageError("--date", f"“{option}” is no date", "write it as 2026-03-01") from fault
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        try:
            return datetime.fromtimestamp(int(epoch), UTC).date(), True
        except (ValueError, OverflowError, OSError) as fault:
            what = f"“{epoch}” is no count of seconds since 1970"
            raise UsageError("SOURCE_DATE_EPOCH", what, "unset it or give --date") from fault
    return date.fromtimestamp(time.time()), False
