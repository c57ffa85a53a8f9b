"""Names of themes → those that narrow a source down. Without reading their terms: a search is done before they were."""

from __future__ import annotations

from briefgen.errors import EditorialError
from briefgen.project.files import read_file
from briefgen.project.folder import Project
from briefgen.records.toml import load_table


def narrowed(project: Project, names: tuple[str, ...]) -> tuple[str, ...]:
    """Give the themes that narrow a source down to some of its facts; none where one of them takes every fact.

    Raises:
        EditorialError: a theme file is missing, or no TOML.
    """
    files = (read_file(project.themes[name], project.name_of(project.themes[name]), EditorialError) for name in names)
    return () if any(load_table(file, EditorialError).get("quota") for file in files) else names
