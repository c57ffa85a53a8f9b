"""``briefgen init``: a project folder of one's own."""

from __future__ import annotations

import click

from briefgen.cli.session import Session, with_session
from briefgen.cli.terminal import say
from briefgen.project.starting import start_project


@click.command("init", epilog="Example: briefgen init mine")
@click.argument("folder", metavar="DIR")
@with_session
def command(session: Session, folder: str) -> int:
    """Make a project folder: settings, templates, themes and an example source."""
    start_project(folder)
    say(folder)
    session.tell(f"build a paper there: briefgen --project {folder} build economic")
    return 0
