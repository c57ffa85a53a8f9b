"""``briefgen facts``: what a source says, sentence by sentence."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from briefgen.cli.session import Session, json_option, source_option, with_session
from briefgen.cli.study import facts_of
from briefgen.cli.terminal import say, say_json
from briefgen.errors import UnknownName

if TYPE_CHECKING:
    from briefgen.model.fact import Fact, Factbase


@click.command("facts", epilog="Example: briefgen facts economic --search trade")
@click.argument("theme", required=False)
@source_option
@click.option("--search", metavar="TEXT", help="Only sentences with these words, in any case.")
@click.option("--measures", is_flag=True, help="Show the values of each measure instead.")
@click.option("--audit", is_flag=True, help="Show the numbers that no rule explains instead.")
@json_option
@with_session
def command(
    session: Session,
    theme: str | None,
    source: str | None,
    search: str | None,
    measures: bool,
    audit: bool,
    as_json: bool,
) -> int:
    """Show the facts of a source, all or those of one theme."""
    if measures and audit:
        raise click.UsageError("--measures and --audit show different things; choose one")
    base = facts_of(session, source)
    if audit:
        return _print_audit(base, as_json)
    if measures:
        return _print_measures(base, as_json)
    facts = [fact for fact in _of_theme(session, base, theme) if _holds(base, fact, search)]
    if as_json:
        from briefgen.cli.rows import fact_rows

        say_json(fact_rows(base, facts))
    else:
        for fact in facts:
            _print(base, fact)
    return 0


def _of_theme(session: Session, base: Factbase, theme: str | None) -> tuple[Fact, ...]:
    if theme is None:
        return base.facts
    themes = session.project.themes
    if theme not in themes:
        raise UnknownName.among("the command line", "theme", theme, themes)
    from briefgen.pipeline.offers import is_on

    return tuple(fact for fact in base.facts if is_on(session.project, fact, theme))


def _holds(base: Factbase, fact: Fact, search: str | None) -> bool:
    return not search or " ".join(search.split()).casefold() in base.words(fact).casefold()


def _print(base: Factbase, fact: Fact) -> None:
    from briefgen.cli.rows import numbers_of

    notes = f"  [notes {', '.join(map(str, numbers_of(fact)))}]" if fact.marks else ""
    themes = ", ".join(fact.theme_names) or "background"
    say(f"{fact.place}  {fact.id}  {fact.kind}  {themes}{notes}")
    say(f"    {base.words(fact)}")


def _print_measures(base: Factbase, as_json: bool) -> int:
    from briefgen.cli.rows import series_rows

    rows = series_rows(base)
    if as_json:
        say_json(rows)
        return 0
    for row in rows:
        label = f" ({row['label']})" if row["label"] else ""
        say(f"{row['measure']}  {row['place']}  {row['period'] or 'no period stated'}  {row['text']}{label}")
    return 0


def _print_audit(base: Factbase, as_json: bool) -> int:
    from briefgen.pipeline.study import audit_numbers

    findings = audit_numbers(base)
    if as_json:
        say_json([asdict(finding) for finding in findings])
    else:
        for finding in findings:
            say(str(finding))
    return 0
