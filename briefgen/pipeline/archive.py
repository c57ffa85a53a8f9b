"""Sources, words → the rows of their facts that hold the words; above 50,000 facts out of an index in .briefgen/cache.

The index is only a faster way to the same answer: where it cannot be kept, the facts are gone through one by one.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from briefgen.errors import OutputError, Remark
from briefgen.project import Project
from briefgen.project.files import shown
from briefgen.project.sources import places
from briefgen.records.index import Archive, Entry, Hits, holds, opened

LARGE = 50_000
"""Facts above which an index is kept."""
CACHE = Path(".briefgen", "cache", "facts.db")
_CODE = ("pipeline/rows.py", "editorial", "facts", "marks", "model", "notes", "readers", "records")
"""Of us, what decides a row."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for."""

    words: str
    themes: tuple[str, ...] = ()
    """Any of which a fact is on; empty for every fact."""
    overrides: bool = True
    """Whether the editor's decisions are applied."""
    limit: int = 0
    """Facts that are given; 0 for all."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """All facts of a source as rows, with what was met on the way."""

    rows: Sequence[Row]
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """The rows that were looked for, to be gone through once, with what was met on the way."""

    rows: Iterable[Row]
    count: int
    """Of all that were found, also those beyond the limit."""
    remarks: tuple[Remark, ...] = ()


Extract = Callable[[str | None], Extracted]
"""A source, as named on the command line (None for the project's own) → its facts."""


def search(project: Project, sources: Sequence[str | None], query: Query, extract: Extract) -> Found:
    """Find the facts of some sources that hold some words.

    Raises:
        UnknownName: a source is unknown.
        SourceError: one is missing, or refused.
        EditorialError: a theme, or what lies beside a source, is faulty.
    """
    path = project.out.parent / CACHE
    held: dict[str | None, Extracted] = {}
    if not path.exists():
        for source in sources:
            held[source] = extract(source)
            if sum(len(extracted.rows) for extracted in held.values()) > LARGE:
                break
        else:
            return _joined([_sifted(extracted, query) for extracted in held.values()], query.limit)
    try:
        with opened(path) as archive:
            hits, said = _looked_up(project, sources, query, _held_first(held, extract), archive)
        return Found(_streamed(path, hits.numbers), hits.count, said)
    except (sqlite3.Error, OSError) as fault:
        remark = Remark(shown(path), f"no index can be kept there: {fault}", "searching goes on without, slower")
        found = _joined([_sifted(_held_first(held, extract)(source), query) for source in sources], query.limit)
        return replace(found, remarks=(*found.remarks, remark))


def _looked_up(
    project: Project, sources: Sequence[str | None], query: Query, extract: Extract, archive: Archive
) -> tuple[Hits, tuple[Remark, ...]]:
    """Index what is not indexed yet, one source at a time, and find."""
    common = tuple(project.themes.values()) + _code()
    stem = sha256(json.dumps([_digest(path, archive) for path in common]).encode()).hexdigest()
    keys = [_key(project, source, query, stem, archive) for source in sources]
    known = archive.keys()
    for source, key in zip(sources, keys, strict=True):
        if key not in known:
            extracted = extract(source)
            entries = (_entry(row) for row in extracted.rows)
            name = f"{source or ''}{'' if query.overrides else ' as ruled'}"
            archive.add(key, name, entries, json.dumps([asdict(remark) for remark in extracted.remarks]))
    said = (Remark(**remark) for kept in archive.remarks(keys) for remark in json.loads(kept))
    return archive.find(keys, query.themes, query.words, query.limit), tuple(said)


def _streamed(path: Path, numbers: Sequence[int]) -> Iterator[Row]:
    """Give rows one by one: a common word in a million facts is in more of them than memory holds.

    Raises:
        OutputError: the index was spoilt or taken away meanwhile.
    """
    try:
        with opened(path) as archive:
            yield from map(json.loads, archive.rows(numbers))
    except (sqlite3.Error, OSError, TypeError) as fault:
        raise OutputError(shown(path), f"cannot be read any more: {fault}", "delete it and search again") from fault


def _held_first(held: dict[str | None, Extracted], extract: Extract) -> Extract:
    """Give what is held already, once, and extract the rest."""

    def take(source: str | None) -> Extracted:
        return held.pop(source) if source in held else extract(source)

    return take


def _entry(row: Row) -> Entry:
    return Entry(row["text"], tuple(row["themes"]), json.dumps(row, ensure_ascii=False))


def _sifted(extracted: Extracted, query: Query) -> Extracted:
    wanted = set(query.themes)
    rows = [row for row in extracted.rows if holds(row["text"], query.words)]
    return Extracted([row for row in rows if not wanted or wanted & set(row["themes"])], extracted.remarks)


def _joined(parts: Sequence[Extracted], limit: int) -> Found:
    rows = [row for part in parts for row in part.rows]
    return Found(rows[: limit or None], len(rows), tuple(r for part in parts for r in part.remarks))


def _key(project: Project, source: str | None, query: Query, stem: str, archive: Archive) -> str:
    """Hash all that decides the facts of a source: its files, the themes, and our own code."""
    files = [(path.name, _digest(path, archive)) for path in places(project, source)]
    said = json.dumps([source, query.overrides, stem, files], ensure_ascii=False)
    return sha256(said.encode()).hexdigest()


def _digest(path: Path, archive: Archive) -> str:
    """Hash a file, unless it is as it was when it was last hashed."""
    noted = archive.digest(path)
    if noted is None:
        noted = sha256(path.read_bytes()).hexdigest()
        archive.note(path, noted)
    return noted


def _code() -> tuple[Path, ...]:
    package = Path(__file__).resolve().parent.parent
    return tuple(sorted(path for part in _CODE for path in _modules(package / part)))


def _modules(path: Path) -> Iterator[Path]:
    return path.rglob("*.py") if path.is_dir() else iter((path,))
