"""What one paper says of its source, and how that differs from what a former issue of it said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure as a passage prints it."""

    text: str
    """As the source prints it: "US$12.5 billion"."""
    kind: str
    """Currency or unit, and direction: only amounts of one kind are compared."""
    period: str
    """EDTF; empty where not stated."""


@dataclass(frozen=True, slots=True)
class Stated:
    """One passage a paper prints."""

    id: str
    place: str
    """2.3 is the third sentence of the second paragraph."""
    text: str
    """The source's words on one line, marks left out."""
    marks: tuple[str, ...]
    """Labels of the notes standing in it, in order."""
    amounts: tuple[Amount, ...]
    at: tuple[int, ...] = ()
    """Characters of the text before each mark; empty in the trace of a version that did not write it down."""


@dataclass(frozen=True, slots=True)
class Shift:
    """One figure that is another now."""

    before: Amount
    after: Amount


@dataclass(frozen=True, slots=True)
class Pair:
    """A passage before and after."""

    before: Stated
    after: Stated
    shifts: tuple[Shift, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What changed since a former issue."""

    since: date
    """Date of the former issue."""
    added: tuple[Stated, ...] = ()
    gone: tuple[Stated, ...] = ()
    reworded: tuple[Pair, ...] = ()
    """Same passage in other words, with the figures that are others."""
    marked: tuple[Pair, ...] = ()
    """Same words with other note marks, or with them elsewhere."""
    files: tuple[str, ...] = ()
    """Roles of the inputs that are others: "source", "theme:economic"."""

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """How much of each there is."""
        return (("added", len(self.added)), ("gone", len(self.gone)), ("reworded", len(self.reworded)),
                ("marked", len(self.marked)))  # fmt: skip

    @property
    def is_empty(self) -> bool:
        """Whether the paper says what the former one said."""
        return not any(n for _, n in self.counts)
