"""``briefgen check``: finished papers against their traces, or the project and the installation."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import click

from briefgen.cli.session import Session, json_option, with_session
from briefgen.cli.terminal import say, say_json
from briefgen.errors import CheckFailed, Remark


@click.command("check", epilog="Example: briefgen check out/economic.docx")
@click.argument("files", metavar="[FILE...]", nargs=-1)
@json_option
@with_session
def command(session: Session, files: tuple[str, ...], as_json: bool) -> int:
    """Read finished papers back and compare them with what was built and with their source.

    Without a file, check the project and the installation.
    """
    rows = _papers(session, files) if files else _project(session)
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


def _papers(session: Session, files: tuple[str, ...]) -> Rows:
    from briefgen.pipeline.examination import examine

    rows = [examine(session.project, Path(name).absolute()) for name in files]
    session.remark(remark for row in rows for remark in row.remarks)
    return [(row.name, row.findings) for row in rows]


def _project(session: Session) -> Rows:
    from briefgen.pipeline.inspection import inspect
    from briefgen.schedule.inspection import inspect_schedules

    rows = [*inspect(session.project), *inspect_schedules(session.project, datetime.now(UTC))]
    session.remark(remark for row in rows for remark in row.remarks)
    return [(row.name, row.findings) for row in rows]
