"""``briefgen notes``: the note marks of a source, each with its note and the sentence it stands in."""

from __future__ import annotations

import click

from briefgen.cli.session import Session, json_option, source_option, with_session
from briefgen.cli.study import facts_of
from briefgen.cli.terminal import say, say_json
from briefgen.pipeline.rows import note_rows


@click.command("notes", epilog="Example: briefgen notes --json")
@source_option
@json_option
@with_session
def command(session: Session, source: str | None, as_json: bool) -> int:
    """Show the note marks of a source, one row a mark."""
    rows = note_rows(facts_of(session, source))
    if as_json:
        say_json(rows)
        return 0
    for row in rows:
        place = f"{row['paragraph']}.{row['sentence']}" if row["paragraph"] else "outside the sentences"
        run = f" (numbering {row['run']})" if row["run"] != "1" else ""
        say(f"{row['label']}{run}  at {place}  {row['text'] or 'text not supplied'}")
    return 0
