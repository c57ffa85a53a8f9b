"""A quantity in the making: where its number stands and what it is, before direction, hedge and period are read off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Sort = Literal["money", "percent", "measure", "duration", "count", "fraction", "factor", "vague", "bare"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A number with its unit, offsets within the sentence."""

    start: int
    end: int
    value: float | None
    sort: Sort
    upper: float | None = None
    unit: str | None = None
    currency: str | None = None
    hedge: str = ""

    def meets(self, start: int, end: int) -> bool:
        """Tell whether it shares a character with a stretch."""
        return self.start < end and start < self.end

    @property
    def kind_of_unit(self) -> tuple[str, str | None]:
        """What must agree for two quantities to be of one kind."""
        return self.sort, self.currency or self.unit
