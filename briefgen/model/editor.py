"""An editor's own words for one theme: each names the passages it rests on, and who signs it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OwnWords:
    """One statement that is not the source's."""

    text: str
    support: tuple[str, ...]
    """Ids of the facts it rests on, or places ("2.3"), as the editor wrote them."""
    where: str
    """File and entry, for errors."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Passages of the source that an editor chose for a place in the paper."""

    passages: tuple[str, ...]
    """Ids of facts, or places ("2.3"), as the editor wrote them."""
    where: str
    """File and entry, for errors."""


@dataclass(frozen=True, slots=True)
class Editing:
    """What an editor wrote for one theme."""

    signed: str
    bottom_line: OwnWords | None = None
    headings: tuple[tuple[str, OwnWords], ...] = ()
    """(section name, message) pairs."""
    notes: tuple[OwnWords, ...] = ()
    language: str = ""
    """BCP 47 tag of the words; empty where the file does not say, and then they are printed in every paper."""
    points: Chosen | None = None
    """What are to be the key points, most important first; None leaves that to the rules."""

    def heading(self, section: str) -> OwnWords | None:
        """Find the message of a section."""
        return dict(self.headings).get(section)

    @property
    def statements(self) -> tuple[OwnWords, ...]:
        """All statements, the bottom line first."""
        first = (self.bottom_line,) if self.bottom_line else ()
        return (*first, *(words for _, words in self.headings), *self.notes)

    @property
    def is_empty(self) -> bool:
        """Whether it says and chooses nothing: a file that nobody has filled in yet."""
        return not self.statements and self.points is None
