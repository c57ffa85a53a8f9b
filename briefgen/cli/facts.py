"""``briefgen facts``: what a source says, sentence by sentence; of several sources, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.cli.session import Session, json_option, no_overrides_option, with_session
from briefgen.cli.terminal import complain, say, say_json, say_json_rows
from briefgen.errors import UnknownName, UsageError
from briefgen.pipeline.rows import Row, coverage, fact_rows, fact_table, place_of, series_rows
from briefgen.project.files import shown
from briefgen.project.narrowing import narrowed
from briefgen.project.sources import several

if TYPE_CHECKING:
    from briefgen.model.fact import Factbase
    from briefgen.pipeline.archive import Extracted


PAGE = 100
"""Facts that a search prints unless told otherwise."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Which facts are asked for."""

    sources: tuple[str | None, ...]
    themes: tuple[str, ...]
    """Any of which a fact is on; empty for every fact."""
    search: str | None
    overrides: bool
    limit: int
    """0 for all."""


@click.command("facts", epilog="Example: briefgen facts economic --search trade")
@click.argument("theme", required=False)
@click.option(
    "--source", metavar="NAME|FILE[,...]", help="Source or several: names in data/ (* for any), or documents."
)
@click.option("--search", metavar="TEXT", help="Only sentences with these words in a row; the last may go on.")
@click.option(
    "--limit", metavar="N", type=click.IntRange(0), help=f"Show N at most, 0 for all; a search on screen: {PAGE}."
)
@click.option("--csv", "table", metavar="FILE", help="Write them as a table for a spreadsheet.")
@click.option("--measures", is_flag=True, help="Show the values of each measure instead.")
@click.option("--audit", is_flag=True, help="Show the numbers that no rule explains instead.")
@no_overrides_option
@json_option
@with_session
def command(
    session: Session, theme: str | None, source: str | None, search: str | None, limit: int | None, table: str | None,
    measures: bool, audit: bool, overrides: bool, as_json: bool,
) -> int:  # fmt: skip
    """Show the facts of a source, all or those of one theme."""
    if measures + audit + (table is not None) > 1:
        raise click.UsageError("--measures, --audit and --csv exclude one another; choose one")
    brief = session.project.config.brief.get(theme or "")
    sources = several(session.project, source or (brief.source if brief and brief.source else None))
    if audit:
        return _print_audit(_bases(session, sources, overrides), as_json)
    if measures:
        return _print_measures(session, _bases(session, sources, overrides), as_json)
    themes = _themes(session, brief.themes if brief else (theme,) if theme else ())
    if limit is None:
        # What a program reads is never cut down unasked; what a person reads is, or a common word fills the screen.
        limit = 0 if search is None or as_json or table else PAGE
    rows, count = _rows(session, _Wanted(sources, themes, search, overrides, limit))
    if table is not None:
        _write_table(rows, table)
    elif as_json:
        say_json_rows(rows)
    else:
        for row in rows:
            _print(row)
    if limit and count > limit:
        complain(f"{limit:,} of {count:,} facts; all: --limit 0")
    return 0


def _themes(session: Session, names: tuple[str, ...]) -> tuple[str, ...]:
    for theme in names:
        if theme not in session.project.themes:
            raise UnknownName.among("the command line", "theme", theme, session.project.themes)
    return narrowed(session.project, names)


def _bases(session: Session, sources: Sequence[str | None], overrides: bool) -> list[Factbase]:
    from briefgen.cli.study import facts_of

    return [facts_of(session, source, overrides) for source in sources]


def _rows(session: Session, wanted: _Wanted) -> tuple[Iterable[Row], int]:
    """Find the rows wanted, and count those that there are beyond the limit too."""
    if wanted.search is not None:
        return _found(session, wanted, wanted.search)
    rows = [row for base in _bases(session, wanted.sources, wanted.overrides) for row in fact_rows(base, base.facts)]
    rows = [row for row in rows if not wanted.themes or set(wanted.themes) & set(row["themes"])]
    return rows[: wanted.limit or None], len(rows)


def _found(session: Session, wanted: _Wanted, words: str) -> tuple[Iterable[Row], int]:
    from briefgen.pipeline.archive import Query, search

    if not any(character.isalnum() for character in words):
        raise UsageError("--search", f"“{words}” holds no word", "give the words a sentence has in a row")
    query = Query(words, wanted.themes, wanted.overrides, wanted.limit)
    found = search(session.project, wanted.sources, query, lambda source: _extracted(session, source, wanted.overrides))
    session.remark(found.remarks)
    return found.rows, found.count


def _extracted(session: Session, source: str | None, overrides: bool) -> Extracted:
    from briefgen.pipeline.archive import Extracted
    from briefgen.pipeline.study import find_facts
    from briefgen.project import inquire

    base = find_facts(inquire(session.project, source, overrides))
    return Extracted(fact_rows(base, base.facts), (*base.source.remarks, *base.remarks))


def _write_table(rows: Iterable[Row], name: str) -> None:
    from briefgen.project.saving import write_whole

    path = Path(name).absolute()
    write_whole(path, fact_table(rows))
    say(shown(path))


def _print(row: Row) -> None:
    notes = f"  [notes {', '.join(map(str, row['notes']))}]" if row["notes"] else ""
    themes = ", ".join(row["themes"]) or "background"
    say(f"{place_of(row)}  {row['id']}  {row['kind']}  {themes}{notes}")
    say(f"    {row['text']}")


def _print_measures(session: Session, bases: Sequence[Factbase], as_json: bool) -> int:
    """Show the values of each measure, those of several sources together, and say which do not agree."""
    from briefgen.pipeline.study import compare_figures

    session.remark(compare_figures(bases))
    rows = [(base.source.name if len(bases) > 1 else "", row) for base in bases for row in series_rows(base)]
    order = {measure: n for n, measure in enumerate(dict.fromkeys(row["measure"] for _, row in rows))}
    rows.sort(key=lambda pair: order[pair[1]["measure"]])
    if as_json:
        say_json([row for _, row in rows])
        return 0
    for measure, group in groupby(rows, key=lambda pair: str(pair[1]["measure"])):
        values = list(group)
        say(f"{measure}  {coverage(row for _, row in values)}")
        for source, row in values:
            label = f" ({row['label']})" if row["label"] else ""
            place = f"{source} {row['place']}".strip()
            say(f"    {place}  {row['period'] or 'no period stated'}  {row['text']}{label}")
    return 0


def _print_audit(bases: Sequence[Factbase], as_json: bool) -> int:
    from briefgen.pipeline.study import audit_numbers

    found = [(base.source.name, finding) for base in bases for finding in audit_numbers(base)]
    findings = [replace(f, where=f"{name} {f.where}") if len(bases) > 1 else f for name, f in found]
    if as_json:
        say_json([asdict(finding) for finding in findings])
    else:
        for finding in findings:
            say(str(finding))
    return 0
