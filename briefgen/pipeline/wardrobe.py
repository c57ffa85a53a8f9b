"""A user's Word template: begun as a copy of a shipped one, checked, marked up, tried on sample content."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefgen.errors import EditorialError, OutputError, Remark, UnknownName
from briefgen.model.source import File
from briefgen.pipeline.fulfilment import Manner, Result, fulfil
from briefgen.project import Order, Project, gather
from briefgen.project.files import read_file, reason, shown
from briefgen.project.settings import choose_date

_SAMPLE = "templates/sample"
_SAMPLE_THEME, _SAMPLE_MARKING = "economic", "SAMPLE"


def begin_template(project: Project, like: str, target: Path) -> None:
    """Copy a template to begin from.

    Raises:
        UnknownName: no template is called so.
        OutputError: the file is there already, or cannot be written.
    """
    if like not in project.templates:
        raise UnknownName.among("--from", "template", like, project.templates)
    file = read_file(project.templates[like], like, EditorialError)
    _write(target, file.content)


def check_template(path: Path) -> tuple[Remark, ...]:
    """Find everything wrong with a template.

    Raises:
        EditorialError: it is missing, or cannot be opened at all.
    """
    from briefgen.word.review import inspect_template

    return tuple(found.remark for found in inspect_template(_opened(path)))


def mark_template(path: Path, target: Path) -> None:
    """Write a copy of a template with everything wrong in it as a comment where it stands.

    Raises:
        EditorialError: it is missing, or cannot be opened at all.
        OutputError: the copy is there already, or cannot be written.
    """
    from briefgen.word.annotation import annotate

    _write(target, annotate(_opened(path), choose_date(None)[0]))


def preview_template(project: Project, path: Path, out: Path, language: str | None) -> Iterator[Result]:
    """Build a paper of sample content in a template.

    Raises:
        EditorialError: it is missing, or faulty.
    """
    order = Order(
        names=(_SAMPLE_THEME,), source=str(project.default / _SAMPLE), template=str(path.absolute()), date="2025-01-01",
        marking=_SAMPLE_MARKING, language=language, name=f"{path.stem}-preview",
    )  # fmt: skip
    yield from fulfil(gather(project, order), out, Manner(force=True))


def _opened(path: Path) -> File:
    return read_file(path, path.name, EditorialError, "`briefgen template new FILE` makes one")


def _write(target: Path, content: bytes) -> None:
    """Write a new file; what is there is never overwritten."""
    try:
        with target.open("xb") as file:
            file.write(content)
    except FileExistsError as fault:
        raise OutputError(shown(target), "is there already", "choose another name") from fault
    except OSError as fault:
        raise OutputError(shown(target), f"cannot be written: {reason(fault)}", "choose another place") from fault
