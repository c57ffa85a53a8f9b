"""Name or path of a source → its files by role."""

from __future__ import annotations

import fnmatch
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefgen.errors import EditorialError, SourceError, UnknownName
from briefgen.model.source import Card, File
from briefgen.project.files import legible, read_file, shown
from briefgen.project.folder import CARD, Project
from briefgen.project.naming import slug
from briefgen.project.settings import Setting, settle
from briefgen.records import load_toml

BESIDE = {
    "notes": "notes.csv",
    "marks": "marks.csv",
    "overrides": "overrides.csv",
    "entities": "entities.csv",
    "positions": "positions.csv",
    "events": "events.csv",
}
"""Files by role that may lie beside a card."""


@dataclass(frozen=True, slots=True)
class Supply:
    """A source as it lies on disk."""

    name: str
    files: tuple[tuple[str, File], ...]
    marking: str = ""
    """Of the source, as its card says."""


def supply(project: Project, chosen: Setting) -> Supply:
    """Gather a source by its name in data/, by its folder, or by its document.

    Raises:
        UnknownName: no folder of data/ is called so.
        SourceError: the document is missing, or the project has none.
        EditorialError: its card is faulty.
    """
    if not chosen.value:
        return _only(project)
    if chosen.value in project.sources:
        return _carded(project, project.sources[chosen.value])
    base = Path.cwd() if chosen.typed else project.root
    path = base / chosen.value
    if (path / CARD).is_file():
        return _carded(project, path.resolve())
    if not path.is_file() and Path(chosen.value).name == chosen.value and not path.suffix:
        raise UnknownName.among(chosen.where, "source", chosen.value, project.sources)
    return _document(project, path)


def several(project: Project, typed: str | None) -> tuple[str | None, ...]:
    """Part sources typed in one word: by commas, “*” standing for any letters of names in data/.

    Raises:
        UnknownName: no folder of data/ fits a pattern.
    """
    if typed is None or Path(typed).exists() or typed in project.sources:
        return (typed,)
    names: list[str] = []
    for part in filter(None, (part.strip() for part in typed.split(","))):
        fitting = fnmatch.filter(project.sources, part) if "*" in part else [part]
        if not fitting:
            raise UnknownName.among("--source", "source", part, project.sources)
        names += fitting
    return tuple(dict.fromkeys(names)) or (typed,)


def places(project: Project, typed: str | None) -> tuple[Path, ...]:
    """List the files that a source may be made of, without opening one.

    Raises:
        OSError: there is no such source.
    """
    chosen = settle("source", typed, (project.config.project.source, ""))
    name = chosen.value or default_source(project)
    folder = project.sources.get(name)
    if folder is None:
        path = (Path.cwd() if chosen.typed else project.root) / name
        if path.is_file() and not (path.parent / CARD).is_file():
            return (path,)
        folder = path if path.is_dir() else path.parent
    with os.scandir(folder) as found:
        return tuple(Path(entry.path) for entry in sorted(found, key=lambda entry: entry.name) if entry.is_file())


def default_source(project: Project) -> str:
    """Name the source that papers need not name; empty where the project has no such."""
    names = list(project.sources)
    return project.config.project.source or (names[0] if len(names) == 1 else "")


def _only(project: Project) -> Supply:
    if name := default_source(project):
        return _carded(project, project.sources[name])
    data = shown(project.root / "data")
    if not project.sources:
        raise SourceError(
            data, "there is no source", f"put one into {data}/NAME/ with a {CARD}, or name it: --source FILE"
        )
    which = ", ".join(project.sources)
    raise SourceError(data, f"there are several sources: {which}", "choose one: --source NAME")


def _document(project: Project, path: Path) -> Supply:
    """Take a document; if it is the one of a card beside it, the card belongs to it."""
    card = path.parent / CARD
    if card.is_file() and path.is_file():
        carded = _carded(project, card.parent.resolve())
        if dict(carded.files)["source"].name == project.name_of(path.resolve()):
            return carded
    file = read_file(path, legible(path.name), SourceError, "check the path")
    return Supply(slug(legible(path.stem)), (("source", file),))


def _carded(project: Project, folder: Path) -> Supply:
    path = folder / CARD
    card = read_file(path, project.name_of(path), EditorialError)
    said = load_toml(card, Card, EditorialError)
    document = _find(folder, said, card.name)
    files = [
        ("source", read_file(document, project.name_of(document), SourceError, f"{card.name} names it")),
        ("card", card),
        *beside(project, folder),
    ]
    for path in sorted((folder / "editor").glob("*.toml")):
        files.append((f"editor:{path.stem}", read_file(path, project.name_of(path), EditorialError)))
    return Supply(legible(folder.name), tuple(files), said.marking)


def beside(project: Project, folder: Path) -> Iterator[tuple[str, File]]:
    """Read what lies beside a card, by role.

    Raises:
        EditorialError: a file cannot be read.
    """
    for role, name in BESIDE.items():
        if (folder / name).is_file():
            yield role, read_file(folder / name, project.name_of(folder / name), EditorialError)


def document_of(folder: Path, card: File) -> Path:
    """Find the document that a card is of.

    Raises:
        SourceError: it is not there.
        EditorialError: the card is faulty.
    """
    return _find(folder, load_toml(card, Card, EditorialError), card.name)


def _find(folder: Path, card: Card, name: str) -> Path:
    if card.file:
        if Path(card.file).name != card.file:
            raise EditorialError(
                name, f"“file” is “{card.file}”, which lies elsewhere", "put the document beside the card"
            )
        return folder / card.file
    found = sorted(p for p in folder.glob("source.*") if p.name != CARD)
    if len(found) != 1:
        what = (
            f"{len(found)} documents called source.* lie beside the card"
            if found
            else "no document lies beside the card"
        )
        raise SourceError(shown(folder), what, f'name it in {CARD}: file = "…"')
    return found[0]
