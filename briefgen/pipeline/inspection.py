"""Project → what is wrong with it and with the installation, before a build meets it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from briefgen.errors import BriefgenError, EditorialError, Remark
from briefgen.model.source import File
from briefgen.project import Project, inquire
from briefgen.project.files import read_file
from briefgen.project.versions import PACKAGES, version_of


@dataclass(frozen=True, slots=True)
class Inspected:
    """One thing looked at."""

    name: str
    findings: tuple[Remark, ...] = ()
    """Why it cannot be used; empty where it can."""
    remarks: tuple[Remark, ...] = ()


def inspect(project: Project) -> Iterator[Inspected]:
    """Open everything a build may open."""
    from briefgen.editorial import themes, wording
    from briefgen.word.opening import open_template

    for package in PACKAGES:
        yield _installed(package)
    for path in project.themes.values():
        yield _opened(project, path, themes.load)
    for path in project.wordings.values():
        yield _opened(project, path, wording.load)
    for path in project.templates.values():
        yield _opened(project, path, lambda file: open_template(file).remarks)
    for name in project.sources:
        yield _met(f"source {name}", partial(_remarks_of, project, name))


def _remarks_of(project: Project, source: str) -> tuple[Remark, ...]:
    from briefgen.pipeline.study import find_facts

    base = find_facts(inquire(project, source))
    return (*base.source.remarks, *base.remarks)


def _installed(package: str) -> Inspected:
    if found := version_of(package):
        return Inspected(f"{package} {found}")
    return Inspected(package, (Remark(package, "is not installed", f"install it: pip install {package}"),))


def _opened(project: Project, path: Path, opening: Callable[[File], object]) -> Inspected:
    name = project.name_of(path)
    return _met(name, lambda: opening(read_file(path, name, EditorialError)))


def _met(name: str, work: Callable[[], object]) -> Inspected:
    """Do some work, and keep the remarks it comes to or the error it ends with."""
    try:
        said = work()
    except BriefgenError as error:
        return Inspected(name, (error.remark,))
    remarks = tuple(r for r in said if isinstance(r, Remark)) if isinstance(said, tuple) else ()
    return Inspected(name, remarks=remarks)
