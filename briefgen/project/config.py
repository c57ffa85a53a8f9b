"""briefgen.toml → Config. It is part of what the user types, so everything wrong in it is a UsageError."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from briefgen.errors import UsageError
from briefgen.model.source import File
from briefgen.records import load_toml

NAME = "briefgen.toml"


@dataclass(frozen=True, slots=True)
class Defaults:
    """``[project]``: what is used where neither an option nor the environment says otherwise."""

    source: str = ""
    """Name of a folder in data/; empty takes the only one there is."""
    template: str = "brief"
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Furniture:
    """``[paper]``: what is printed on every paper."""

    marking: str = ""
    contact: str = ""
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """``[brief.NAME]``: a paper that is ordered by its name."""

    themes: tuple[str, ...]
    source: str = ""
    template: str = ""
    length: str = ""
    formats: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.themes:
            raise ValueError("a brief wants at least one theme")


@dataclass(frozen=True, slots=True)
class Config:
    """What the file says."""

    format: Literal[1]
    project: Defaults = Defaults()
    paper: Furniture = Furniture()
    brief: dict[str, Standing] = field(default_factory=dict)


def load_config(file: File) -> Config:
    """Read a project file.

    Raises:
        UsageError: it is no TOML, or holds an unknown key or a wrong value.
    """
    return load_toml(file, Config, UsageError)
