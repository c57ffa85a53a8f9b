"""What is said → stdout (results only) and stderr. UTF-8 everywhere; what a terminal would obey is written out."""

from __future__ import annotations

import io
import json
import sys
import unicodedata
from collections.abc import Iterable


def prepare_streams() -> None:
    """Make both streams take every character, whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(line: str) -> None:
    """Print one line of a result."""
    print(tame(line))


def say_json(document: object) -> None:
    """Print the one JSON document of ``--json``."""
    print(json.dumps(document, ensure_ascii=False, indent=2))


def say_json_rows(rows: Iterable[object]) -> None:
    """Print the one JSON document, a list, row by row: there may be more rows than memory holds."""
    before = "["
    for row in rows:
        indented = json.dumps(row, ensure_ascii=False, indent=2).replace("\n", "\n  ")
        print(f"{before}\n  {indented}", end="")
        before = ","
    print("[]" if before == "[" else "\n]")


def complain(line: str) -> None:
    """Tell the person something, beside the results."""
    lay_out(f"briefgen: {line}")


def lay_out(line: str) -> None:
    """Print one line to stderr, as it is but for control characters."""
    print(tame(line), file=sys.stderr)


def tame(line: str) -> str:
    """Write control characters out: a file's name or text must neither break the line nor steer the terminal."""
    from briefgen.project.files import legible  # the project's room takes half of the time of --help

    return "".join(repr(c)[1:-1] if unicodedata.category(c) in {"Cc", "Zl", "Zp"} else c for c in legible(line))
