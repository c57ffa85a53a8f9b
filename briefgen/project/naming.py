"""Stem of an output → checked: it is a name on every system, and no two papers of one command bear it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefgen.errors import UsageError

LONGEST = 120

_NAME = re.compile(r"[^\W_](?:[\w +.-]*[\w+-])?")
# Microsoft, Naming Files, Paths, and Namespaces: reserved with any extension.
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.I)


def check_stem(stem: str, where: str) -> str:
    """Give the name back if every system takes it.

    Raises:
        UsageError: it does not.
    """
    if not _NAME.fullmatch(stem) or _RESERVED.match(stem) or len(stem) > LONGEST:
        mend = f"use letters, digits, -, _ and + (at most {LONGEST})"
        raise UsageError(where, f"“{stem}” cannot be the name of a file", mend)
    return stem


def check_apart(stems: Iterable[str]) -> None:
    """Make sure that no paper would overwrite another of the same command.

    Raises:
        UsageError: two have one name, or names that some systems take for one.
    """
    seen: dict[str, str] = {}
    for stem in stems:
        if stem.casefold() in seen:
            raise UsageError("the command line", f"two papers would be called “{stem}”", "order them apart")
        seen[stem.casefold()] = stem


def name_from(text: str) -> str:
    """Turn a file's stem into a name that every system takes."""
    name = slug(text)[: LONGEST // 2].rstrip("-")
    return f"source-{name}" if _RESERVED.match(name) else name


def slug(text: str) -> str:
    """Turn a file's stem into a name that can begin an output's."""
    return "-".join(re.findall(r"[^\W_]+", text)).lower() or "source"
