"""What an editor decided about one passage: its themes, its kind, whether it is printed. Applied after every rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

EVERY = "*"
"""Stands for every theme."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One row of overrides.csv."""

    where: str
    """File and line: "overrides.csv:12"."""
    fact: str
    """Id of the passage, or its place."""
    opening: str
    """The words it begins with: by these it is found again when the text has changed."""
    add: tuple[str, ...] = ()
    primary: str = ""
    """The one of ``add`` that goes first; empty where the rules' order stands."""
    drop: tuple[str, ...] = ()
    """Themes taken away; ``EVERY`` takes all that are not added."""
    pin: tuple[str, ...] = ()
    """Themes whose papers print it before anything else; ``EVERY`` where all of its own do."""
    exclude: tuple[str, ...] = ()
    """Themes whose papers do not print it."""
    kind: Literal["fact", "reported", "judgement", "forecast"] | None = None
    why: str = ""

    def pins(self, theme: str) -> bool:
        """Tell whether a theme's papers print the passage first."""
        return theme in self.pin or EVERY in self.pin

    def excludes(self, theme: str) -> bool:
        """Tell whether a theme's papers leave the passage out."""
        return theme in self.exclude or EVERY in self.exclude
