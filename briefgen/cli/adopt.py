"""``briefgen adopt``: own words that were typed into a finished Word paper go back into the editor's file."""

from __future__ import annotations

from pathlib import Path

import click

from briefgen.cli.session import Session, with_session
from briefgen.cli.terminal import say


@click.command("adopt", epilog="Example: briefgen adopt out/economic.docx --signed 'Economic desk'")
@click.argument("paper", metavar="FILE.docx", type=click.Path(path_type=Path))
@click.option("--signed", metavar="NAME", default="", help="Who signs the words; else as before.")
@with_session
def command(session: Session, paper: Path, signed: str) -> int:
    """Take bottom line, headings and notes that were typed in Word into the theme's editor file.

    The trace beside the paper says what it is. Words that no passage bears are refused.
    """
    from briefgen.editorial import words
    from briefgen.errors import SourceError
    from briefgen.pipeline.adoption import adopt, editor_path, rebuilt
    from briefgen.pipeline.study import find_facts
    from briefgen.project.files import read_file, shown
    from briefgen.project.saving import traces_of, write_whole

    file = read_file(paper, paper.name, SourceError, "check the path")
    beside = next(iter(traces_of(paper)), paper.with_suffix(".trace.json"))
    trace = read_file(beside, beside.name, SourceError, "keep it by the paper")
    commission = rebuilt(session.project, trace)
    adopted = adopt(commission, trace, file, signed)
    session.remark(adopted.remarks)
    path = editor_path(session.project, commission)
    if not adopted.changed:
        session.tell(f"{paper.name}: no words of the editor’s were changed")
        return 0
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, words.render(adopted.editing, find_facts(commission)))
    say(shown(path))
    return 0
