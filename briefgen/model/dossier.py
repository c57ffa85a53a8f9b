"""What a person confirmed of a source: who is named in it, who holds which position, what happened when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefgen.model.source import Span

Sort = Literal["person", "organisation", "place", "document", "event", "thing", ""]


@dataclass(frozen=True, slots=True)
class Entity:
    """A name, with what the source says of it where it says it."""

    where: str
    """File and line: "entities.csv:12"."""
    name: str
    fact: str
    span: Span
    """Of the name, in the source's text."""
    sort: Sort = ""
    aliases: tuple[str, ...] = ()
    """What else the source calls it."""
    native: tuple[tuple[str, str], ...] = ()
    """(BCP 47 tag, the name in its own script)."""
    role: str = ""
    """As the source states it, in its words."""

    @property
    def names(self) -> tuple[str, ...]:
        """Everything it is called in the paper's own script."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Position:
    """What an actor holds on an issue, in the source's words."""

    where: str
    issue: str
    actor: str
    fact: str
    span: Span


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Something that happened, dated by the source."""

    where: str
    date: str
    """EDTF, as found in its sentence."""
    fact: str
    span: Span


@dataclass(frozen=True, slots=True)
class Dossier:
    """All of it for one source; empty where nothing was confirmed."""

    entities: tuple[Entity, ...] = ()
    positions: tuple[Position, ...] = ()
    events: tuple[Occurrence, ...] = ()
