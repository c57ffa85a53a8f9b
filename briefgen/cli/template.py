"""``briefgen template``: begin a Word template, check it, try it, and see what it may name."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from briefgen.cli.session import Session, json_option, with_session
from briefgen.cli.terminal import complain, say, say_json
from briefgen.errors import CheckFailed
from briefgen.project.files import shown


@click.group("template", epilog="Example: briefgen template new my.docx")
def command() -> None:
    """Make a Word template your own: its look, its parts and their order, its words."""


@command.command("new", epilog="Example: briefgen template new my.docx --letter")
@click.argument("file", metavar="FILE")
@click.option("--letter", is_flag=True, help="US Letter paper instead of A4.")
@click.option("--from", "like", metavar="NAME", help="Begin from another template than “brief”.")
@with_session
def new(session: Session, file: str, letter: bool, like: str | None) -> int:
    """Begin a template as a copy of one that ships."""
    from briefgen.pipeline.wardrobe import begin_template

    if letter and like:
        raise click.UsageError("--letter begins from “brief-letter”; name no other beside it")
    target = Path(file).absolute()
    begin_template(session.project, like or ("brief-letter" if letter else "brief"), target)
    say(shown(target))
    session.tell(f"change it in Word, then: briefgen template check {file}; briefgen build economic --template {file}")
    return 0


@command.command("check", epilog="Example: briefgen template check my.docx --marked marked.docx")
@click.argument("file", metavar="FILE")
@click.option("--marked", metavar="COPY", help="Write a copy with each finding as a Word comment.")
@json_option
@with_session
def check(session: Session, file: str, marked: str | None, as_json: bool) -> int:
    """List everything wrong with a template, and what the PDF will not follow."""
    from briefgen.pipeline.wardrobe import check_template, mark_template

    path = Path(file).absolute()
    findings = check_template(path)
    if marked is not None:
        mark_template(path, Path(marked).absolute())
        session.tell(f"{marked} has the findings as comments")
    if as_json:
        say_json([asdict(finding) for finding in findings])
    for finding in () if as_json else findings:
        say(str(finding))
    if findings:
        count = f"{len(findings)} finding{'s' if len(findings) > 1 else ''}"
        raise CheckFailed(file, count, "mend what the lines above name")
    if not as_json:
        say(f"{file}: in order")
    return 0


@command.command("preview", epilog="Example: briefgen template preview my.docx")
@click.argument("file", metavar="FILE")
@click.option("-o", "--out", metavar="DIR", help="Folder of the previews; else out/ in the project.")
@click.option("--language", metavar="LANG", help="Language of our own words.")
@with_session
def preview(session: Session, file: str, out: str | None, language: str | None) -> int:
    """Make both outputs from sample content."""
    from briefgen.pipeline.wardrobe import preview_template

    folder = Path(out).absolute() if out is not None else session.project.out
    code = 0
    for result in preview_template(session.project, Path(file), folder, language):
        session.remark(result.remarks)
        if result.error:
            complain(str(result.error))
            code = result.error.exit_code
        for path in () if result.error else result.paths:
            say(shown(path))
    return code


@command.command("names", epilog="Example: briefgen template names")
@json_option
@with_session
def names(session: Session, as_json: bool) -> int:
    """List the parts and the values that a template may name."""
    from briefgen.word.names import PART_OF_TAG, PARTS, VALUES

    tags = {part: tag for tag, part in PART_OF_TAG.items()}
    rows = [{"part": shown, "tag": tags.get(name, name), "is": said} for name, (shown, said) in PARTS.items()]
    if as_json:
        say_json({"parts": rows, "values": VALUES})
        return 0
    say("Parts: content controls with these titles, or these tags alone in a paragraph")
    for row in rows:
        say(f"  {row['part']:<18}{'{{ ' + row['tag'] + ' }}':<26}{row['is']}")
    say("Values: tags anywhere, or content controls with these titles")
    for name, said in VALUES.items():
        say(f"  {'{{ ' + name + ' }}':<26}{said}")
    say("Loops and conditions: {% for section in sections %} … {{ section.title }} … {{ section.body }} … {% endfor %}")
    say("  {% if marking %} … {% else %} … {% endif %}; within loops: loop.index, loop.first, loop.last, loop.length")
    return 0
