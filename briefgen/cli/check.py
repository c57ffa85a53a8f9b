"""``briefgen check``: finished papers against their traces, or the project and the installation."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import click

from briefgen.cli.session import Session, json_option, with_session
from briefgen.cli.terminal import say, say_json
from briefgen.errors import CheckFailed, Remark
from briefgen.project.files import shown


@click.command("check", epilog="Example: briefgen check out/economic.docx")
@click.argument("files", metavar="[FILE...]", nargs=-1)
@json_option
@with_session
def command(session: Session, files: tuple[str, ...], as_json: bool) -> int:
    """Check that finished papers are as they were built; without a file, check the project and the installation."""
    rows = _papers(files) if files else _project(session)
    if as_json:
        say_json([{"checked": name, "findings": [asdict(f) for f in findings]} for name, findings in rows])
    else:
        for name, findings in rows:
            for line in map(str, findings):
                say(line)
            if not findings:
                say(f"{name}: in order")
    found = sum(len(findings) for _, findings in rows)
    if found:
        raise CheckFailed("check", f"{found} finding{'s' if found > 1 else ''}", "mend what the lines above name")
    return 0


Rows = list[tuple[str, tuple[Remark, ...]]]


def _papers(files: tuple[str, ...]) -> Rows:
    from briefgen.project.saving import check_paper

    paths = [Path(name).absolute() for name in files]
    return [(shown(path), check_paper(path)) for path in paths]


def _project(session: Session) -> Rows:
    from briefgen.pipeline.inspection import inspect
    from briefgen.schedule.inspection import inspect_schedules

    rows = [*inspect(session.project), *inspect_schedules(session.project, datetime.now(UTC))]
    session.remark(remark for row in rows for remark in row.remarks)
    return [(row.name, row.findings) for row in rows]
