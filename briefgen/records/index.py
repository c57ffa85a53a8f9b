"""Many rows in one SQLite file → those that hold some words, at once. Derived, by content hash, safe to delete.

A word of Chinese has no blanks around it: every Han character is a word of its own, so that a name is found
though it is glued to its neighbour. What is stored beside the words is given back as it came.
"""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

VERSION = 2
_TICK = 2_000_000_000
"""Nanoseconds; the coarsest clock of a file system in use."""
_LONE = r"\u3400-\u9fff\uf900-\ufaff\u3040-\u30ff\uac00-\ud7af"
_TOKEN = re.compile(rf"[{_LONE}]|[^\W_{_LONE}]+")
_SCHEMA = f"""
pragma user_version = {VERSION};
create table source(id integer primary key, key text unique not null, name text not null, live integer not null,
  remarks text not null, first integer not null, last integer not null);
create table fact(id integer primary key, entry text not null);
create virtual table words using fts5(said, themes, content='', tokenize='unicode61 remove_diacritics 0', detail=full);
create table digest(path text primary key, size integer, changed integer, sha256 text);
"""
_MATCHING = "from words where words match ? and rowid between ? and ?"


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found, and how much there is of it."""

    numbers: tuple[int, ...]
    """Of facts, source by source."""
    count: int
    """Of all, also of those beyond the limit."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One fact to be found."""

    text: str
    themes: tuple[str, ...]
    row: str
    """Given back when it is found."""


def segmented(text: str) -> str:
    """Write a text as words parted by single blanks, folded; every Han character is one."""
    return " ".join(_TOKEN.findall(text.casefold()))


def holds(text: str, words: str) -> bool:
    """Tell whether a text holds these words in this order; the last may go on ("sanction" finds "sanctions")."""
    return f" {segmented(words)}" in f" {segmented(text)}"


def _token(theme: str) -> str:
    """Write the name of a theme as one word of letters and digits."""
    return f"x{theme.encode().hex()}"


class Archive:
    """An open index."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def keys(self) -> frozenset[str]:
        """List the sources that are indexed, by the hash of all they were made of."""
        return frozenset(key for (key,) in self._connection.execute("select key from source where live"))

    def add(self, key: str, name: str, entries: Iterable[Entry], remarks: str = "") -> None:
        """Index a source, instead of what was indexed under its name before.

        Args:
            remarks: kept beside it.
        """
        with self._connection as at:
            at.execute("begin immediate")
            if key in self.keys():
                return
            at.execute("update source set live = 0, key = key || '-' || id where name = ? or key = ?", (name, key))
            before = at.execute("select coalesce(max(id), 0) from fact").fetchone()[0]
            last = before
            for last, entry in enumerate(entries, before + 1):
                at.execute("insert into fact(id, entry) values(?, ?)", (last, entry.row))
                said = (last, segmented(entry.text), " ".join(map(_token, entry.themes)))
                at.execute("insert into words(rowid, said, themes) values(?, ?, ?)", said)
            made = "insert into source(key, name, live, remarks, first, last) values(?, ?, 1, ?, ?, ?)"
            at.execute(made, (key, name, remarks, before + 1, last))

    def find(self, keys: Sequence[str], themes: Sequence[str], words: str, limit: int = 0) -> Hits:
        """Find the facts that hold some words.

        Args:
            keys: of the sources looked through, in the order wanted.
            themes: any of which a fact is on; empty for every fact.
            limit: of the numbers given; 0 for all. Counting costs a tenth of giving them.
        """
        wanted = f'said : "{segmented(words)}" *'
        if themes:
            wanted += f" AND themes : ({' OR '.join(map(_token, themes))})"
        numbers: list[int] = []
        count = 0
        for first, last in self._stretches(keys):
            room = limit - len(numbers) if limit else -1
            found = self._numbers(f"select rowid {_MATCHING} order by rowid limit ?", (wanted, first, last, room))
            numbers += found
            cut = len(found) == room
            count += self._numbers(f"select count(*) {_MATCHING}", (wanted, first, last))[0] if cut else len(found)
        return Hits(tuple(numbers), count)

    def _numbers(self, asked: str, values: tuple[str | int, ...]) -> list[int]:
        return [number for (number,) in self._connection.execute(asked, values)]

    def _stretches(self, keys: Sequence[str]) -> list[tuple[int, int]]:
        """Say where the facts of some sources lie, those together that lie one behind the other."""
        rows = self._connection.execute("select key, first, last from source where live and first <= last")
        places = {key: (first, last) for key, first, last in rows}
        joined: list[tuple[int, int]] = []
        for first, last in (places[key] for key in keys if key in places):
            if joined and joined[-1][1] + 1 == first:
                joined[-1] = (joined[-1][0], last)
            else:
                joined.append((first, last))
        return joined

    def rows(self, numbers: Iterable[int]) -> Iterator[str]:
        """Give what was stored beside facts, one after the other: there may be more than memory holds."""
        for number in numbers:
            yield self._connection.execute("select entry from fact where id = ?", (number,)).fetchone()[0]

    def remarks(self, keys: Sequence[str]) -> tuple[str, ...]:
        """Give what was kept beside sources."""
        kept = dict(self._connection.execute("select key, remarks from source where live"))
        return tuple(kept[key] for key in keys if kept.get(key))

    def digest(self, path: Path) -> str | None:
        """Give the hash of a file as last noted; None where it has changed since."""
        found = self._noted.get(str(path))
        return found[1] if found and found[0] == _stamp(path) else None

    @cached_property
    def _noted(self) -> dict[str, tuple[tuple[int, int], str]]:
        """All hashes noted, read at once: a search asks for those of every source."""
        rows = self._connection.execute("select path, size, changed, sha256 from digest")
        return {path: ((size, changed), digest) for path, size, changed, digest in rows}

    def note(self, path: Path, digest: str) -> None:
        """Note the hash of a file; not of one so new that it may change again within the tick of its clock."""
        size, changed = _stamp(path)
        if time.time_ns() - changed > _TICK:
            with self._connection as at:
                at.execute("insert or replace into digest values(?, ?, ?, ?)", (str(path), size, changed, digest))
            self._noted[str(path)] = ((size, changed), digest)

    @property
    def is_wasteful(self) -> bool:
        """Tell whether more of it is dead than live."""
        count = "select coalesce(sum(1 - 2 * live), 0) from source"
        return bool(self._connection.execute(count).fetchone()[0] > 0)


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """Open an index, new where there is none or it is no index of ours.

    Raises:
        sqlite3.Error: it cannot be read or written.
        OSError: its folder cannot be made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and not _is_ours(path):
        path.unlink()
    with closing(sqlite3.connect(path, timeout=60, isolation_level=None)) as connection:
        connection.execute("pragma cache_size = -32000")
        connection.execute("pragma synchronous = off")
        if not connection.execute("pragma user_version").fetchone()[0]:
            connection.executescript(f"begin immediate; {_SCHEMA} commit;")
        yield Archive(connection)


def _is_ours(path: Path) -> bool:
    with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(path)) as connection:
        if connection.execute("pragma user_version").fetchone()[0] != VERSION:
            return False
        return not Archive(connection).is_wasteful
    return False


def _stamp(path: Path) -> tuple[int, int]:
    stat = path.stat()
    return stat.st_size, stat.st_mtime_ns
