"""``briefgen build``: themes → papers. The paths go to stdout, everything else to stderr."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from briefgen.cli.progress import shown_progress
from briefgen.cli.session import Session, json_option, no_overrides_option, source_option, with_session
from briefgen.cli.terminal import complain, say, say_json
from briefgen.errors import BriefgenError
from briefgen.pipeline.fulfilment import Manner, Result, foresee, fulfil
from briefgen.project import FORMATS, LENGTHS, Order, gather
from briefgen.project.files import shown
from briefgen.project.settings import PASSWORD

_ENCRYPTED = (
    "--encrypt: an encrypted PDF is no PDF/A, and no two runs give the same bytes; "
    "the trace and other formats beside it are not encrypted"
)


def _commas(ctx: click.Context, _: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Split "docx,pdf", given once or several times."""
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())


@click.command("build", epilog="Example: briefgen build economic --length one-page -f pdf")
@click.argument("themes", metavar="[THEME...]", nargs=-1)
@click.option("--all", "every", is_flag=True, help="One paper for every theme.")
@source_option
@click.option("--template", metavar="NAME|FILE", help="Word template; the PDF and the charts follow it too.")
@click.option("-f", "--format", "formats", multiple=True, callback=_commas, metavar=",".join(FORMATS), help="Formats.")
@click.option("-o", "--out", metavar="DIR", help="Folder of the papers; else out/ in the project.")
@click.option("--length", "lengths", multiple=True, callback=_commas, metavar="|".join(LENGTHS), help="Most it prints.")
@click.option("--language", metavar="LANG", help="Language of our own words.")
@click.option("--date", metavar="YYYY-MM-DD", help="Date of the paper; else SOURCE_DATE_EPOCH, else today.")
@click.option("--marking", metavar="TEXT", help="Handling marking.")
@click.option("--name", metavar="NAME", help="Name of the paper, instead of its themes.")
@click.option("--since", metavar="TRACE.json", help="Trace of a former issue: page 1 says what changed since.")
@click.option("--workers", type=click.IntRange(1, 64), default=1, metavar="N", help="Processes that build at a time.")
@no_overrides_option
@click.option("--no-editor", "editor", is_flag=True, flag_value=False, default=True, help="Leave editors’ words out.")
@click.option("--review", is_flag=True, help="Add the checking sheet: what is printed beside its source paragraph.")
@click.option("--attach-data", is_flag=True, help="Let facts, chart data and manifest travel in the PDF (PDF/A-3a).")
@click.option("--encrypt", is_flag=True, help=f"Let the PDF open with the password in {PASSWORD} only.")
@click.option("--force", is_flag=True, help="Build even what is unchanged.")
@click.option("--strict", is_flag=True, help="Write no paper that has remarks, notes on charts apart.")
@click.option("--dry-run", is_flag=True, help="Say what would be built.")
@json_option
@with_session
def command(
    session: Session, themes: tuple[str, ...], every: bool, out: str | None, dry_run: bool, as_json: bool, **rest: Any
) -> int:
    """Build papers in Word and PDF.

    Several themes make one paper of several parts. Without a theme the themes are listed.
    """
    if every and themes:
        raise click.UsageError("--all builds every theme; name none beside it")
    manner = Manner(rest.pop("force"), rest.pop("strict"), rest.pop("workers"))
    if not every and not themes:
        return _list_themes(session, rest["source"], as_json)
    order = Order(_every(session) if every else themes, each=every, **rest)
    commissions = gather(session.project, order)
    if order.encrypt:
        session.tell(_ENCRYPTED)
    folder = Path(out).absolute() if out is not None else session.project.out
    if dry_run:
        return _report(session, foresee(commissions, folder, manner), as_json)
    with shown_progress(session.quiet or as_json) as progress:
        return _report(session, fulfil(commissions, folder, manner, progress), as_json)


def _every(session: Session) -> tuple[str, ...]:
    from briefgen.pipeline.offers import distinct_themes

    return distinct_themes(session.project)


def _list_themes(session: Session, source: str | None, as_json: bool) -> int:
    from briefgen.cli.list import print_themes

    return print_themes(session, source, as_json)


def _report(session: Session, results: Iterable[Result], as_json: bool) -> int:
    """Say what became of each paper as it is done, and give the exit code of all."""
    failures: list[BriefgenError] = []
    rows = []
    for result in results:
        session.remark(result.remarks)
        rows.append(_row(result))
        if result.error:
            failures.append(result.error)
            complain(str(result.error))
        elif not as_json:
            _print(session, result)
    if as_json:
        say_json({"papers": rows})
    return _exit_code(failures, len(rows))


def _print(session: Session, result: Result) -> None:
    for role, name, digest in result.commission.inputs:
        session.detail(f"{result.commission.name}: {role} {name} {digest[:12]}")
    if result.state in ("unchanged", "due"):
        session.tell(f"{result.commission.name}: {'unchanged' if result.state == 'unchanged' else 'would be built'}")
    for path in result.paths:
        say(shown(path))


def _row(result: Result) -> dict[str, object]:
    error = {**asdict(result.error.remark), "exit_code": result.error.exit_code} if result.error else None
    return {
        "name": result.commission.name,
        "themes": result.commission.themes,
        "state": result.state,
        "files": [shown(path) for path in result.paths],
        "remarks": [asdict(remark) for remark in result.remarks],
        "error": error,
    }


def _exit_code(failures: list[BriefgenError], papers: int) -> int:
    """Give the failure's own code where all failed of one kind, 1 where some papers failed."""
    codes = {error.exit_code for error in failures}
    if len(failures) == papers and len(codes) == 1:
        return codes.pop()
    return 1 if failures else 0
