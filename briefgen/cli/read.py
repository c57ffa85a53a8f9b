"""``briefgen read``: a document of one's own becomes a source of the project."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.cli.progress import shown_progress
from briefgen.cli.session import Session, with_session
from briefgen.cli.terminal import say
from briefgen.project.files import shown

if TYPE_CHECKING:
    from briefgen.pipeline.findings import Findings
    from briefgen.pipeline.intake import Received

SHOWN = 20
"""Numbers to confirm that are printed; marks.csv has them all."""
NUMBERINGS = 8
"""Numberings that are printed."""
LONGEST = 200
"""Characters of a list of numbers that are printed."""


@click.command("read", epilog="Example: briefgen read report.docx --name report")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--name", metavar="NAME", help="Its name in data/; else the file's own.")
@click.option("--notes", metavar="FILE", type=click.Path(path_type=Path), help="Note texts: .csv, .json (CSL) or .bib.")
@click.option("--numbering", metavar="1|2", type=click.IntRange(1, 9), help="Which of two numberings is of the notes.")
@with_session
def command(session: Session, file: Path, name: str | None, notes: Path | None, numbering: int | None) -> int:
    """Take a document in as data/NAME/ and say what was found in it.

    Read again after it changed, it keeps every decision, and what changed is said.
    """
    from briefgen.pipeline.findings import count_findings
    from briefgen.pipeline.intake import keep, receive

    with shown_progress(session.quiet) as progress:
        progress(f"reading {file.name}")
        received = receive(session.project, file, name=name, notes=notes, numbering=numbering)
    keep(received)
    session.remark(received.remarks)
    for line in _report(received, count_findings(received.base)):
        say(line)
    return 0


def _report(received: Received, found: Findings) -> Iterator[str]:
    folder = shown(received.shelf.folder)
    yield folder
    for change in received.intake.changes:
        yield f"  {change.what}; {change.mend}" if change.mend else f"  {change.what}"
    yield (
        f"  {_count(found.paragraphs, 'paragraph')}, {_count(found.sentences, 'sentence')}, "
        f"{_count(found.headings, 'heading')}, {_count(found.cells, 'table cell')}"
        + (", whose words are no evidence for a paper" if found.cells else "")
    )
    yield from _marks(found)
    yield from _confirm(received, folder)
    yield "  passages by theme: " + ", ".join(f"{offer.name} {offer.passages}" for offer in received.offers)
    yield f"  language {received.intake.source.card.language}; what else is known goes into {folder}/source.toml"
    if received.next_theme:
        yield f"Next: briefgen build {received.next_theme} --source {received.shelf.name}"


def _marks(found: Findings) -> Iterator[str]:
    from briefgen.notes import in_ranges

    if not found.numberings:
        yield "  no note marks"
        return
    for each in found.numberings[:NUMBERINGS]:
        run = f" (numbering {each.run})" if len(found.numberings) > 1 else ""
        skipped = ", ".join(each.gaps)
        said = skipped if len(skipped) <= LONGEST else f"{len(each.gaps)} stretches of numbers between"
        gaps = f"no mark for {said}" if each.gaps else "no gaps"
        marks = f"{_count(each.marks, 'note mark')} of {_count(each.notes, 'note')}"
        reach = each.first if each.first == each.last else f"{each.first} to {each.last}"
        yield f"  {marks}{run}, {reach}, {gaps}"
    if len(found.numberings) > NUMBERINGS:
        yield f"  and {len(found.numberings) - NUMBERINGS:,} numberings more"
    labels = in_ranges(found.without_text)
    without = f": {labels}" if labels and len(labels) <= LONGEST else ""
    yield f"  notes with text {found.with_text:,}, without {len(found.without_text):,}{without}"


def _confirm(received: Received, folder: str) -> Iterator[str]:
    confirm = received.intake.confirm
    if not confirm:
        yield "  no numbers to confirm"
        return
    yield f"  {_count(len(confirm), 'number')} to confirm: write yes or no under “keep” in {folder}/marks.csv"
    for each in confirm[:SHOWN]:
        yield f"    {each.label}: …{_flat(each.before)}⟦{each.label}⟧{_flat(each.after)}…"
    if len(confirm) > SHOWN:
        yield f"    and {len(confirm) - SHOWN} more"


def _flat(text: str) -> str:
    """Set a stretch on one line, blanks at its ends kept."""
    return "".join(" " if c.isspace() else c for c in text)


def _count(n: int, noun: str) -> str:
    return f"{n:,} {noun}{'' if n == 1 else 's'}"
