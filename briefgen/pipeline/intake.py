"""A document on disk → its folder in data/, and what was found in it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from briefgen import readers
from briefgen.editorial import decisions, dossiers
from briefgen.errors import EditorialError, Remark, SourceError, UsageError
from briefgen.model.fact import Factbase
from briefgen.model.source import File
from briefgen.model.theme import Theme
from briefgen.pipeline.offers import Offer, count_passages, themes_of
from briefgen.pipeline.proposals import propose
from briefgen.pipeline.study import find_in
from briefgen.project import Project
from briefgen.project.files import legible, read_file, shown
from briefgen.project.folder import CARD
from briefgen.project.shelf import Shelf, find_shelf, put
from briefgen.project.sources import BESIDE
from briefgen.readers import Intake, note_fit, read_card

ON = 0.25
"""Share of a document's passages from which it is on their theme."""
VARIED, LONG = 15, 100
"""Different terms of a theme in a document of so many sentences, at least: one word of another field may fill it."""
_ROLES = {name: role for role, name in BESIDE.items()} | {CARD: "card"}


@dataclass(frozen=True, slots=True)
class Received:
    """A document taken in, not yet on disk."""

    shelf: Shelf
    intake: Intake
    files: tuple[File, ...]
    """What is to be written."""
    base: Factbase
    offers: tuple[Offer, ...]
    """Its passages by theme."""

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What was met on the way."""
        return (*self.intake.source.remarks, *self.base.remarks)

    @property
    def next_theme(self) -> str:
        """The theme it is on; where it is on none, one that takes any document."""
        total = len(self.base.facts)
        varied = VARIED if total >= LONG else 0
        own = [o for o in self.offers if o.passages >= ON * total and o.terms >= varied and not o.quota]
        any_document = next((offer.name for offer in self.offers if offer.quota), "")
        return max(own, key=lambda offer: offer.passages).name if own else any_document


def receive(
    project: Project, path: Path, *, name: str | None = None, notes: Path | None = None, numbering: int | None = None
) -> Received:
    """Read a document and make everything its folder is to hold.

    Args:
        name: of its folder; None takes the document's own.
        notes: file of note texts.
        numbering: which of several that compete is of its notes.

    Raises:
        UsageError: the name cannot be that of a folder, or the folder holds another document.
        SourceError: the document is missing or refused, or numberings compete and none is chosen.
        EditorialError: the notes, or a file of the folder, is missing or faulty.
    """
    file = read_file(path, legible(path.name), SourceError, "check the path")
    supplied = read_file(notes, legible(notes.name), EditorialError, "check the path") if notes else None
    shelf = find_shelf(project, path, name)
    former, origin = dict(shelf.former), _origin(shelf, path)
    if name is None and origin:
        _refuse_another(shelf, former, origin, file)
    intake = readers.take_in(file, name=shelf.name, origin=origin, notes=supplied, numbering=numbering, former=former)
    known = themes_of(project)
    base = find_in(intake.source, known, former)
    files = (*_fitted(intake.files, base, file), *_proposed(base, former, known))
    return Received(shelf, intake, files, base, count_passages(base, known))


def keep(received: Received) -> None:
    """Write what was received.

    Raises:
        BusyError: somebody else is writing it, or wrote it since it was read.
        EditorialError: something that is no source lies where it belongs.
        OutputError: its folder cannot be written.
    """
    put(received.shelf, received.files)


def _origin(shelf: Shelf, path: Path) -> str:
    """Say where a document comes from; nothing where it is read in its own folder."""
    if path.resolve().parent == shelf.folder.resolve():
        return ""
    # Links stay as they are, they may point elsewhere tomorrow; ".." goes where that names the same file.
    plain = Path(os.path.normpath(path.absolute()))
    same = plain.exists() and plain.samefile(path)
    return legible(str(plain if same else path.absolute()))


def _refuse_another(shelf: Shelf, former: Mapping[str, File], origin: str, file: File) -> None:
    """Hold a document back from the place of another that happens to be called the same.

    Raises:
        UsageError: it is another.
    """
    card = read_card(former["card"]) if "card" in former else None
    if card and card.origin not in ("", origin) and former.get("source", file).sha256 != file.sha256:
        what = f"holds another document, taken in from {card.origin}"
        raise UsageError(shown(shelf.folder), what, f"say which is meant: --name {shelf.name}, or another name")


def _fitted(files: tuple[File, ...], base: Factbase, document: File) -> Iterator[File]:
    """Say in the card that everything fits the document, if it does."""
    for file in files:
        fits = file.name == CARD and not base.remarks
        yield note_fit(file, document.sha256) if fits else file


def _proposed(base: Factbase, former: Mapping[str, File], known: tuple[Theme, ...]) -> Iterator[File]:
    """Give the tables that people fill in: those not there yet, and those nobody has touched since they were made."""
    if "overrides" not in former:
        yield File("overrides.csv", decisions.dump(()))
    untouched = _untouched(former, known, base) if any(role in former for role in dossiers.TABLES) else {}
    for file in propose(base):
        role = _ROLES[file.name]
        if role not in former or untouched.get(role) == former[role].content:
            yield file


def _untouched(former: Mapping[str, File], known: tuple[Theme, ...], base: Factbase) -> dict[str, bytes]:
    """Make again what was proposed of the former document."""
    if "source" not in former or former["source"].sha256 == base.source.sha256:
        return {}
    card = replace(read_card(former["card"]), fitted_sha256="another")  # What was written since may not fit it.
    try:
        old = readers.read(former["source"], name=base.source.name, card=card, marks=former.get("marks"))
    except SourceError:
        return {}
    beside = {role: file for role, file in former.items() if role == "overrides"}
    return {_ROLES[file.name]: file.content for file in propose(find_in(old, known, beside))}
