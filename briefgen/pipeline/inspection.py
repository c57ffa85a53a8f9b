"""Project → what is wrong with it and with the installation, before a build meets it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from briefgen.errors import BriefgenError, EditorialError, Remark
from briefgen.model.source import File
from briefgen.project import Project, inquire
from briefgen.project.files import read_file
from briefgen.project.versions import PACKAGES, version_of

Row = tuple[str, tuple[Remark, ...]]


def inspect(project: Project) -> Iterator[Row]:
    """Open everything a build may open; each with what was found wrong, empty where nothing was."""
    from briefgen.editorial import themes, wording
    from briefgen.pipeline.study import read_source
    from briefgen.word import open_template

    for package in PACKAGES:
        yield _installed(package)
    for path in project.themes.values():
        yield _opened(project, path, themes.load)
    for path in project.wordings.values():
        yield _opened(project, path, wording.load)
    for path in project.templates.values():
        yield _opened(project, path, lambda file: open_template(file).remarks)
    for name in project.sources:
        yield f"source {name}", _met(lambda name=name: read_source(inquire(project, name)).remarks)


def _installed(package: str) -> Row:
    found = version_of(package)
    missing = Remark(package, "is not installed", f"install it: pip install {package}")
    return f"{package} {found}".strip(), () if found else (missing,)


def _opened(project: Project, path: Path, opening: Callable[[File], object]) -> Row:
    name = project.name_of(path)
    return name, _met(lambda: opening(read_file(path, name, EditorialError)))


def _met(work: Callable[[], object]) -> tuple[Remark, ...]:
    """Do some work and give the remarks it comes to, or the error it ends with."""
    try:
        said = work()
    except BriefgenError as error:
        return (error.remark,)
    return tuple(r for r in said if isinstance(r, Remark)) if isinstance(said, Iterable) else ()
