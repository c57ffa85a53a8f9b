"""``briefgen facts``: what a source says, sentence by sentence."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.cli.rows import fact_rows, fact_table, numbers_of, series_rows
from briefgen.cli.session import Session, json_option, no_overrides_option, source_option, with_session
from briefgen.cli.study import facts_of
from briefgen.cli.terminal import say, say_json
from briefgen.errors import UnknownName
from briefgen.project.files import shown
from briefgen.project.saving import write_whole

if TYPE_CHECKING:
    from briefgen.model.fact import Fact, Factbase


@click.command("facts", epilog="Example: briefgen facts economic --search trade")
@click.argument("theme", required=False)
@source_option
@click.option("--search", metavar="TEXT", help="Only sentences with these words, in any case.")
@click.option("--csv", "table", metavar="FILE", help="Write them as a table for a spreadsheet.")
@click.option("--measures", is_flag=True, help="Show the values of each measure instead.")
@click.option("--audit", is_flag=True, help="Show the numbers that no rule explains instead.")
@no_overrides_option
@json_option
@with_session
def command(
    session: Session, theme: str | None, source: str | None, search: str | None, table: str | None, measures: bool,
    audit: bool, overrides: bool, as_json: bool,
) -> int:  # fmt: skip
    """Show the facts of a source, all or those of one theme."""
    if measures + audit + (table is not None) > 1:
        raise click.UsageError("--measures, --audit and --csv exclude one another; choose one")
    brief = session.project.config.brief.get(theme or "")
    base = facts_of(session, source or (brief.source if brief and brief.source else None), overrides)
    if audit:
        return _print_audit(base, as_json)
    if measures:
        return _print_measures(base, as_json)
    facts = [f for f in _of_themes(session, base, brief.themes if brief else theme) if _holds(base, f, search)]
    if table is not None:
        return _write_table(base, facts, table)
    if as_json:
        say_json(fact_rows(base, facts))
    else:
        for fact in facts:
            _print(base, fact)
    return 0


def _of_themes(session: Session, base: Factbase, wanted: tuple[str, ...] | str | None) -> tuple[Fact, ...]:
    if wanted is None:
        return base.facts
    from briefgen.pipeline.offers import facts_on

    themes = (wanted,) if isinstance(wanted, str) else wanted
    for theme in themes:
        if theme not in session.project.themes:
            raise UnknownName.among("the command line", "theme", theme, session.project.themes)
    return facts_on(session.project, base, themes)


def _holds(base: Factbase, fact: Fact, search: str | None) -> bool:
    return not search or " ".join(search.split()).casefold() in base.words(fact).casefold()


def _write_table(base: Factbase, facts: list[Fact], name: str) -> int:
    path = Path(name).absolute()
    write_whole(path, fact_table(base, facts))
    say(shown(path))
    return 0


def _print(base: Factbase, fact: Fact) -> None:
    notes = f"  [notes {', '.join(map(str, numbers_of(fact)))}]" if fact.marks else ""
    themes = ", ".join(fact.theme_names) or "background"
    say(f"{fact.place}  {fact.id}  {fact.kind}  {themes}{notes}")
    say(f"    {base.words(fact)}")


def _print_measures(base: Factbase, as_json: bool) -> int:
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
