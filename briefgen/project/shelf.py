"""Files of a source taken in → data/NAME/, whole or not at all; what lies there already is read first."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from briefgen.errors import BusyError, EditorialError, OutputError, SourceError
from briefgen.model.source import File
from briefgen.project.files import legible, read_file, reason, shown
from briefgen.project.folder import CARD, Project
from briefgen.project.locks import locked
from briefgen.project.naming import check_stem, name_from
from briefgen.project.saving import write_whole
from briefgen.project.sources import beside, document_of

MEND = "check the folder and its permissions"


@dataclass(frozen=True, slots=True)
class Shelf:
    """The place of one source in data/."""

    name: str
    folder: Path
    former: tuple[tuple[str, File], ...] = ()
    """(role, file) of what lay there when it was looked at; empty for a new source."""


def find_shelf(project: Project, document: Path, name: str | None) -> Shelf:
    """Find the place of a document: where it lies already, or under its name.

    Args:
        name: as the user typed it; None takes the document's own.

    Raises:
        UsageError: the name cannot be that of a folder.
        EditorialError: a file of the folder cannot be read.
    """
    home = document.resolve().parent
    inside = next((called for called, folder in project.sources.items() if folder.resolve() == home), None)
    called = inside or name_from(legible(document.stem)) if name is None else check_stem(legible(name), "--name")
    folder = project.data / called
    return Shelf(called, folder, tuple(_former(project, folder)) if (folder / CARD).is_file() else ())


def _former(project: Project, folder: Path) -> Iterable[tuple[str, File]]:
    card = read_file(folder / CARD, project.name_of(folder / CARD), EditorialError)
    yield "card", card
    try:
        path = document_of(folder, card)
        yield "source", read_file(path, project.name_of(path), SourceError)
    except SourceError:
        # The former document is gone; the new one takes its place.
        pass
    yield from beside(project, folder)


def put(shelf: Shelf, files: Iterable[File]) -> None:
    """Write the files of a source; others that lie in its folder are left alone.

    Raises:
        BusyError: somebody else is writing them, or wrote them since they were read.
        EditorialError: something that is no source lies in the folder.
        OutputError: the folder cannot be written.
    """
    contents = sorted(files, key=_rank)
    try:
        with locked(shelf.folder.parent, shelf.name):
            _sweep(shelf)
            if shelf.former:
                _renew(shelf, contents)
            else:
                _start(shelf, contents)
    except OSError as fault:
        raise OutputError(shown(shelf.folder), f"cannot be written: {reason(fault)}", MEND) from fault
    except OutputError as fault:
        raise OutputError(fault.remark.where, fault.remark.what, MEND) from fault


def _rank(file: File) -> int:
    """Put the document behind what belongs to it and the card last: a folder half-written can still be read again."""
    return 2 if file.name == CARD else 0 if file.name.endswith(".csv") else 1


def _start(shelf: Shelf, files: Iterable[File]) -> None:
    if (shelf.folder / CARD).exists():
        raise BusyError(shown(shelf.folder), "was made while the document was read", "read it again")
    if shelf.folder.exists() and (not shelf.folder.is_dir() or any(shelf.folder.iterdir())):
        mend = "choose another with --name, or move it away"
        raise EditorialError(shown(shelf.folder), f"is there already and holds no {CARD}", mend)
    scratch = Path(tempfile.mkdtemp(dir=shelf.folder.parent, prefix=f".{shelf.name}.", suffix=".new"))
    try:
        for file in files:
            (scratch / file.name).write_bytes(file.content)
        scratch.chmod(0o755)
        if shelf.folder.exists():
            shelf.folder.rmdir()
        scratch.rename(shelf.folder)
    except BaseException:
        shutil.rmtree(scratch, ignore_errors=True)
        raise


def _renew(shelf: Shelf, files: Iterable[File]) -> None:
    for _, file in shelf.former:
        path = shelf.folder / Path(file.name).name
        if not path.is_file() or path.read_bytes() != file.content:
            raise BusyError(shown(path), "was changed while the document was read", "read it again")
    written = {file.name: file.content for file in files}
    for name, content in written.items():
        write_whole(shelf.folder / name, content)
    document = dict(shelf.former).get("source")
    if document and Path(document.name).name not in written:
        (shelf.folder / Path(document.name).name).unlink()


def _sweep(shelf: Shelf) -> None:
    """Take away what a run left that was killed while it made the folder."""
    for left in shelf.folder.parent.glob(f".{shelf.name}.*.new"):
        shutil.rmtree(left, ignore_errors=True)
