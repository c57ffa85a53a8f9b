"""Where a source came from → the copy in data/, renewed when the original is another and nobody is writing it.

The card's ``origin`` is watched where it is an absolute path or begins with ``file:``. Decisions, notes and card stay.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from briefgen.errors import EditorialError, Remark, SourceError
from briefgen.model.commission import Commission
from briefgen.model.source import Card, File
from briefgen.project import Project
from briefgen.project.files import read_file, shown
from briefgen.project.saving import write_whole
from briefgen.records import load_toml

SETTLED = 10.0
"""Seconds a file must have lain still."""
PATIENCE = 30.0
"""Seconds that are waited for that."""


def origin_of(project: Project, commission: Commission) -> Path | None:
    """Find the watched original of a source; None where its card names none."""
    card = commission.file("card")
    if card is None:
        return None
    said = load_toml(card, Card, EditorialError).origin
    path = project.root / Path(said.removeprefix("file:")).expanduser()
    return path if said.startswith("file:") or Path(said).is_absolute() else None


def refresh(project: Project, commissions: Iterable[Commission]) -> tuple[bool, tuple[Remark, ...]]:
    """Renew the copies of watched originals; whether one was, and what the people of the schedule should know.

    Raises:
        SourceError: an original is still being written, is of another kind, or cannot be read as a source.
        OutputError: the copy cannot be written; the former one stays.
    """
    renewed, remarks = False, []
    for commission in {c.source: c for c in commissions}.values():
        original = origin_of(project, commission)
        if original is None:
            continue
        if not original.is_file():
            what = "the original is not there; the copy was used"
            remarks.append(Remark(str(original), what, "bring it back, or mend “origin” in source.toml"))
        elif _renew(project, commission, original):
            renewed = True
    return renewed, tuple(remarks)


def _renew(project: Project, commission: Commission, original: Path) -> bool:
    copy = commission.file("source")
    assert copy is not None
    if read_file(original, str(original), SourceError).sha256 == copy.sha256:
        return False
    content = _settled(original)
    if original.suffix.casefold() != Path(copy.name).suffix.casefold():
        raise SourceError(str(original), f"is no {Path(copy.name).suffix} as {copy.name} is", "take it in anew")
    for file in _read(commission, File(copy.name, content), original):
        write_whole(project.root / file.name, file.content)
    return True


def _settled(original: Path) -> bytes:
    """Read a file that has lain still.

    Raises:
        SourceError: it has not.
    """
    end = time.monotonic() + PATIENCE
    while True:
        stat = original.stat()
        still = time.time() - max(stat.st_mtime, stat.st_ctime)
        if still >= SETTLED or still < -SETTLED:
            content = read_file(original, str(original), SourceError).content
            after = read_file(original, str(original), SourceError).content
            if sha256(content).digest() == sha256(after).digest() and original.stat().st_mtime == stat.st_mtime:
                return content
        if time.monotonic() >= end:
            raise SourceError(str(original), "is being written", "it is tried again soon")
        time.sleep(min(1.0, SETTLED / 4))


def _read(commission: Commission, document: File, original: Path) -> tuple[File, File]:
    """Read the new text before the old copy is given up; its card, to be written first, and itself."""
    from briefgen.pipeline.renewal import doubts, renew_card

    card, former = commission.file("card"), commission.file("source")
    assert card is not None
    assert former is not None
    card = renew_card(card, document, former)
    new = {"source": document, "card": card}
    files = tuple((role, new.get(role, other)) for role, other in commission.files)
    try:
        doubts(replace(commission, files=files))
    except SourceError as error:
        raise SourceError(shown(original), f"cannot be used: {error.remark.what}", error.remark.mend) from error
    return card, document
