"""briefgen.toml → Config. It is part of what the user types, so everything wrong in it is a UsageError."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from briefgen.errors import UsageError
from briefgen.model.source import File
from briefgen.records import Spoilt, load_sparing

NAME = "briefgen.toml"


@dataclass(frozen=True, slots=True)
class Defaults:
    """``[project]``: what is used where neither an option nor the environment says otherwise."""

    source: str = ""
    """Name of a folder in data/; empty takes the only one there is."""
    template: str = "brief"
    language: str = ""
    """Of our own words; empty for that of the template."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """``[paper]``: what is printed on every paper."""

    marking: str = ""
    contact: str = ""
    organisation: str = ""
    embed_fonts: bool = True
    """Whether the fonts travel in the Word file."""
    endnotes: Literal["everywhere", "word"] = "everywhere"
    """How marks are written: so that LibreOffice too shows each once, or as Word itself writes them."""


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
class Schedule:
    """``[schedule.NAME]``: papers that are built by the clock."""

    cron: str
    """When a slot is due, in the zone's own time: "0 6 * * mon"."""
    timezone: str
    """IANA name: "Europe/London"; compulsory, so that no machine's setting decides."""
    briefs: tuple[str, ...] = ()
    """Names of ``[brief.NAME]`` tables; each makes a paper."""
    themes: tuple[str, ...] = ()
    """Each makes a paper."""
    source: str = ""
    template: str = ""
    formats: tuple[str, ...] = ()
    length: str = ""
    lead: str = ""
    """How long before its slot a paper is built ("30m"); it is delivered on the slot."""
    catch_up: Literal["latest", "all"] = "latest"
    """Which of several slots that passed while nothing ran are built."""
    grace: str = ""
    """How late a slot may still be built ("12h"); empty: until the next slot ("latest"), or for ever ("all")."""
    tries: int = 4
    only_if_changed: bool = True
    skip_dates: str = ""
    """CSV file in the project with a column "date"."""
    keep: int = 0
    """Run folders kept; 0 keeps all."""
    deliver: tuple[str, ...] = ()
    """"folder:PATH", "mail:ADDRESS", "webhook:URL"."""
    on_unchanged: tuple[str, ...] = ()
    """Who is told when nothing changed."""
    on_failure: tuple[str, ...] = ()
    """Who is told when a slot fails or is missed."""

    def __post_init__(self) -> None:
        if not self.briefs and not self.themes:
            raise ValueError("a schedule wants “briefs” or “themes”")
        if self.tries < 1 or self.keep < 0:
            raise ValueError("“tries” counts from 1, “keep” from 0")


@dataclass(frozen=True, slots=True)
class Mail:
    """``[mail]``: the server that sends. Its password stands in an environment variable, never here."""

    host: str
    from_: str
    port: int = 587
    security: Literal["starttls", "tls", "none"] = "starttls"
    user: str = ""
    password_env: str = ""
    timeout: int = 30
    """Seconds."""


@dataclass(frozen=True, slots=True)
class Config:
    """What the file says."""

    format: Literal[1]
    project: Defaults = Defaults()
    paper: Furniture = Furniture()
    brief: dict[str, Standing] = field(default_factory=dict)
    schedule: dict[str, Schedule] = field(default_factory=dict)
    mail: Mail | None = None


def load_config(file: File) -> tuple[Config, tuple[Spoilt, ...]]:
    """Read a project file; of its schedules those that do not fit are given apart.

    Raises:
        UsageError: it is no TOML, or holds elsewhere an unknown key or a wrong value.
    """
    return load_sparing(file, Config, UsageError, "schedule")
