"""TOML text → the line on which each key stands. tomllib tells no lines, and an error without one is a search."""

from __future__ import annotations

import re
import tomllib

from briefgen.records.shape import Path

_KEY = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_DOTTED = rf"{_KEY}(?:\s*\.\s*{_KEY})*"
_HEAD = re.compile(rf"\s*(\[\[?)\s*({_DOTTED})\s*\]")
_PAIR = re.compile(rf"\s*({_DOTTED})\s*=")
_STRING = re.compile(r'"{3}(?:[^\\]|\\.)*?"{3}|\'{3}.*?\'{3}', re.S)


def lines_of(text: str) -> dict[Path, int]:
    """Find the line, from 1, of every table head and key of a valid document; keys of inline tables are not found."""
    lines: dict[Path, int] = {}
    table: Path = ()
    for number, line in enumerate(_flattened(text).split("\n"), 1):
        if head := _HEAD.match(line):
            table = _steps(head[2], lines)
            if head[1] == "[[":
                table = (*table, _count(table, lines))
            lines.setdefault(table, number)
        elif pair := _PAIR.match(line):
            lines.setdefault((*table, *_keys(pair[1])), number)
    return lines


def line_of(path: Path, lines: dict[Path, int]) -> int | None:
    """Give the line of a path, or of the nearest thing that holds it; None where nothing does."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path)


def _flattened(text: str) -> str:
    """Empty the strings that run over lines, so that no line of theirs looks like a key."""
    return _STRING.sub(lambda string: '""' + "\n" * string[0].count("\n"), text)


def _keys(written: str) -> Path:
    return tuple(next(iter(tomllib.loads(f"{key} = 0"))) for key in re.findall(_KEY, written))


def _steps(written: str, lines: dict[Path, int]) -> Path:
    """Write the head of a table as a path: under an array of tables it belongs to the last one."""
    path: Path = ()
    keys = _keys(written)
    for i, key in enumerate(keys):
        path = (*path, key)
        if i < len(keys) - 1 and (count := _count(path, lines)):
            path = (*path, count - 1)
    return path


def _count(path: Path, lines: dict[Path, int]) -> int:
    count = 0
    while (*path, count) in lines:
        count += 1
    return count
