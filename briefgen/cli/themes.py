"""``briefgen themes``: what may make a theme better."""

from __future__ import annotations

from dataclasses import asdict, replace
from itertools import groupby
from typing import TYPE_CHECKING

import click

from briefgen.cli.session import Session, json_option, source_option, with_session
from briefgen.cli.terminal import say, say_json
from briefgen.errors import UnknownName
from briefgen.project import inquire

if TYPE_CHECKING:
    from briefgen.pipeline.proposals import Suggestion


@click.group("themes", epilog="Example: briefgen themes suggest us-policy")
def command() -> None:
    """Make themes better."""


@command.command("suggest", epilog="Example: briefgen themes suggest us-policy")
@click.argument("theme", required=False)
@source_option
@json_option
@with_session
def suggest(session: Session, theme: str | None, source: str | None, as_json: bool) -> int:
    """Suggest terms that tell the sentences an editor put on a theme from the others, as lines to paste."""
    from briefgen.pipeline.proposals import suggest_terms

    project = session.project
    if theme is not None and theme not in project.themes:
        raise UnknownName.among("the command line", "theme", theme, project.themes)
    commission = replace(inquire(project, source), themes=(theme,) if theme else ())
    found, decided = suggest_terms(commission)
    if as_json:
        say_json([asdict(suggestion) for suggestion in found])
        return 0
    for name, suggestions in groupby(found, key=lambda suggestion: suggestion.theme):
        say(f"# {project.name_of(project.themes[name])}, under [terms]")
        for suggestion in suggestions:
            say(_line(suggestion))
    if not found:
        why = "too few to learn from" if decided else "nothing is decided: see overrides.csv"
        session.tell(f"no term suggests itself; {decided} sentences are decided on, {why}")
    return 0


def _line(suggestion: Suggestion) -> str:
    missed = f"; in {suggestion.missed} of them nothing else is found" if suggestion.missed else ""
    counts = f"{suggestion.inside} sentences on it, {suggestion.outside} others{missed}"
    return f'"{suggestion.term}" = {suggestion.weight}  # {counts}'
