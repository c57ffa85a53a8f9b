"""``briefgen list``: what the project and the installation offer by name."""

from __future__ import annotations

import click

from briefgen.cli.session import Session, json_option, source_option, with_session
from briefgen.cli.terminal import say, say_json
from briefgen.pipeline import offers
from briefgen.project import FORMATS

KINDS = ("themes", "charts", "formats", "sources", "templates")


@click.command("list", epilog="Example: briefgen list themes")
@click.argument("kind", type=click.Choice(KINDS))
@source_option
@json_option
@with_session
def command(session: Session, kind: str, source: str | None, as_json: bool) -> int:
    """List themes (with the number of passages found), charts, formats, sources or templates."""
    if kind == "themes":
        return print_themes(session, source, as_json)
    project = session.project
    names = {
        "charts": offers.CHARTS,
        "formats": FORMATS,
        "sources": tuple(project.sources),
        "templates": tuple(project.templates),
    }[kind]
    if as_json:
        say_json(list(names))
    else:
        for name in names:
            say(name)
    return 0


def print_themes(session: Session, source: str | None, as_json: bool) -> int:
    """Print the themes, each with its title and how many passages of the source are on it."""
    offered = offers.themes_offered(session.project, source)
    session.remark(offered.remarks)
    if as_json:
        say_json([{"name": t.name, "title": t.title, "passages": t.passages} for t in offered.themes])
        return 0
    width = max((len(t.name) for t in offered.themes), default=0)
    for theme in offered.themes:
        say(f"{theme.name:{width}}  {theme.passages:4} passages  {theme.title}")
    return 0
