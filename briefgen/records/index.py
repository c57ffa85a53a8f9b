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

VERSION = 1
_TICK = 2_000_000_000
"""Nanoseconds; the coarsest clock of a file system in use."""
_LONE = r"\u3400-\u9fff\uf900-\ufaff\u3040-\u30ff\uac00-\ud7af"
_TOKEN = re.compile(rf"[{_LONE}]|[^\W_{_LONE}]+")
_SCHEMA = f"""
pragma user_version = {VERSION};
create table source(id integer primary key, key text unique not null, name text not null, live integer not null,
  remarks text not null);
create table fact(id integer primary key, source integer not null, themes text not null, entry text not null);
create virtual table words using fts5(said, content='', tokenize='unicode61 remove_diacritics 0', detail=full);
create table digest(path text primary key, size integer, changed integer, sha256 text);
"""
_FIND = """
select fact.id, fact.source, fact.themes from words join fact on fact.id = words.rowid
where words match ? order by fact.id
"""


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


class Archive:
    """An open index."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def keys(self) -> frozenset[str]:
        """List the sources that are indexed, by the hash of all they were made of."""
        return frozenset(key for _, key in self._live())

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
            made = "insert into source(key, name, live, remarks) values(?, ?, 1, ?)"
            source = at.execute(made, (key, name, remarks)).lastrowid
            for entry in entries:
                themes = f" {' '.join(entry.themes)} "
                row = at.execute("insert into fact(source, themes, entry) values(?, ?, ?)", (source, themes, entry.row))
                at.execute("insert into words(rowid, said) values(?, ?)", (row.lastrowid, segmented(entry.text)))

    def find(self, keys: Sequence[str], themes: Sequence[str], words: str) -> list[int]:
        """Give the numbers of the facts that hold some words, source by source.

        Args:
            keys: of the sources looked through, in the order wanted.
            themes: any of which a fact is on; empty for every fact.
        """
        places = {key: place for place, key in enumerate(keys)}
        order = {number: places[key] for number, key in self._live() if key in places}
        wanted = [f" {theme} " for theme in themes]
        hits = self._connection.execute(_FIND, (f'"{segmented(words)}" *',))
        found = [(order[s], n) for n, s, on in hits if s in order and (not wanted or any(w in on for w in wanted))]
        return [number for _, number in sorted(found)]

    def rows(self, numbers: Iterable[int]) -> Iterator[str]:
        """Give what was stored beside facts, one after the other: there may be more than memory holds."""
        for number in numbers:
            yield self._connection.execute("select entry from fact where id = ?", (number,)).fetchone()[0]

    def remarks(self, keys: Sequence[str]) -> tuple[str, ...]:
        """Give what was kept beside sources."""
        kept = dict(self._connection.execute("select key, remarks from source where live"))
        return tuple(kept[key] for key in keys if kept.get(key))

    def _live(self) -> list[tuple[int, str]]:
        return self._connection.execute("select id, key from source where live").fetchall()

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
