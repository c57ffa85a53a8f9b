"""``briefgen marks``: where a document's note marks stand, in the file as it was supplied."""

from __future__ import annotations

import click

from briefgen.cli.session import Session, json_option, with_session
from briefgen.cli.terminal import say, say_json
from briefgen.pipeline.rows import mark_rows
from briefgen.project import inquire


@click.command("marks", epilog="Example: briefgen marks report.txt --json")
@click.argument("file")
@json_option
@with_session
def command(session: Session, file: str, as_json: bool) -> int:
    """Find the note marks of a document: label, and its first and last character in the file."""
    from briefgen.pipeline.study import read_source

    source = read_source(inquire(session.project, file))
    session.remark(source.remarks)
    rows = mark_rows(source)
    if as_json:
        say_json(rows)
        return 0
    for row in rows:
        say(f"{row['label']}  {row['start']}–{row['end']}")
    return 0
