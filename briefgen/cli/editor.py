"""``briefgen editor``: a file to write one's own words in, with the passages that may support them."""

from __future__ import annotations

import click

from briefgen.cli.session import Session, source_option, with_session
from briefgen.cli.terminal import say
from briefgen.errors import UsageError


@click.command("editor", epilog="Example: briefgen editor economic")
@click.argument("theme")
@source_option
@with_session
def command(session: Session, theme: str, source: str | None) -> int:
    """Write a starter file of your own words for a theme, and print where it is."""
    from briefgen.pipeline.adoption import editor_path, starter
    from briefgen.project import Order, gather
    from briefgen.project.files import shown
    from briefgen.project.saving import write_whole

    (commission,) = gather(session.project, Order(names=(theme,), source=source))
    path = editor_path(session.project, commission)
    if path.exists():
        raise UsageError(shown(path), "is there already", "edit it; it is never overwritten")
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, starter(commission))
    say(shown(path))
    return 0
