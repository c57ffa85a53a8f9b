"""One tree of errors, each carrying one remark. A BriefgenError is the user's to mend; anything else is our bug."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Remark:
    """One line for a person: where it is, what is so, what mends it (may be empty)."""

    where: str
    what: str
    mend: str = ""
    note: bool = field(default=False, kw_only=True)
    """Whether it only tells what was done as it is meant to be: nothing is to be mended, and ``--strict`` passes it."""

    def __str__(self) -> str:
        line = f"{self.where}: {self.what}"
        return f"{line}; {self.mend}" if self.mend else line


class BriefgenError(Exception):
    """Root of the tree. ``exit_code`` is what the process ends with."""

    exit_code: ClassVar[int] = 1

    def __init__(self, where: str, what: str, mend: str = "") -> None:
        self.remark = Remark(where, what, mend)
        super().__init__(str(self.remark))

    def __reduce__(self) -> tuple[type[BriefgenError], tuple[str, str, str]]:
        """Let it travel from a worker process: the default would call ``__init__`` with one line."""
        return type(self), (self.remark.where, self.remark.what, self.remark.mend)


class CheckFailed(BriefgenError):
    """A check found something wrong, or ``--strict`` met remarks."""


class UsageError(BriefgenError):
    """Wrong words on the command line, or a faulty ``briefgen.toml``."""

    exit_code = 2


class UnknownName(UsageError):
    """A name of a theme, brief, source, template, format or schedule that nobody provides."""

    @classmethod
    def among(cls, where: str, kind: str, name: str, known: Iterable[str]) -> UnknownName:
        """Name what is unknown, the nearest known name and all there are.

        Args:
            where: what was being read, say "the command line" or a file with its line.
            kind: the kind of thing, in the singular: "theme".
        """
        names = sorted(known)
        return cls(where, f"no {kind} “{name}”", nearest(name, names))


class SourceError(BriefgenError):
    """A source file is missing, or refused."""

    exit_code = 3


class EditorialError(BriefgenError):
    """A theme, data, editorial or template file is missing, faulty or refused, or a marking lowered."""

    exit_code = 4


class TraceError(BriefgenError):
    """The brief says something its source does not: nothing is written."""

    exit_code = 5

    def __init__(
        self, where: str, what: str, mend: str = "nothing was written; please report this with the source"
    ) -> None:
        super().__init__(where, what, mend)


class OutputError(BriefgenError):
    """An output cannot be written, or a character is in no font."""

    exit_code = 6


class BusyError(BriefgenError):
    """Another process holds what we need."""

    exit_code = 7


def nearest(name: str, known: Iterable[str]) -> str:
    """Say what a mistyped name may have meant: "did you mean “x”? There are: x, y"."""
    names = sorted(known)
    near = get_close_matches(name, names, n=1, cutoff=0.6)
    there = f"there are: {', '.join(names)}" if names else "there is none"
    return f"did you mean “{near[0]}”? T{there[1:]}" if near else there
