"""What a template shows beside its text: pictures, bands of colour, grids, fonts. Lengths in points."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the template's own, such as a logo."""

    content: bytes = field(repr=False)
    kind: str
    """What the bytes are: "png", "jpeg", "gif", "bmp", "tiff", "svg", "emf", "wmf"; empty for anything else."""
    width: float
    height: float
    alt: str = ""
    """Words for those who cannot see it; empty for one that only decorates."""
    align: Literal["left", "center", "right"] = "left"
    """Where it stands on its line, unless ``x`` says it."""
    x: float | None = None
    """From the paper's left edge to it; None where it stands in its line."""
    y: float | None = None
    """From the paper's upper edge to it; None where it stands at its line."""
    place: Literal["header", "footer", "body"] = "body"
    line: int = 0
    """How many lines of its header or footer that say something stand above it."""

    @property
    def is_drawable(self) -> bool:
        """Tell whether its pixels can be drawn elsewhere than in Word."""
        return self.kind in {"png", "jpeg", "gif", "bmp", "tiff"}


@dataclass(frozen=True, slots=True)
class Band:
    """A rectangle of colour behind the text."""

    colour: str
    """Hex RGB."""
    x: float
    y: float
    """From the paper's left and upper edge."""
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands round the text of a page."""

    header: tuple[str, ...] = ()
    """Paragraphs of the running head, fields as {page}, {pages}, {title}, {marking}."""
    footer: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    bands: tuple[Band, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """A line; width 0 for none."""

    width: float = 0.0
    colour: str = "000000"
    """Hex RGB."""


NO_EDGE = Edge()
"""No line."""


@dataclass(frozen=True, slots=True)
class Grid:
    """How a table style of the template draws its tables. Colours are hex RGB, empty for none."""

    top: Edge = NO_EDGE
    bottom: Edge = NO_EDGE
    left: Edge = NO_EDGE
    right: Edge = NO_EDGE
    between_rows: Edge = NO_EDGE
    between_columns: Edge = NO_EDGE
    under_head: Edge = NO_EDGE
    head_ground: str = ""
    head_ink: str = ""
    """Colour of the heading row's text; empty where its paragraph style says it."""
    odd_ground: str = ""
    """Ground of the first, third … row under the heading row."""
    even_ground: str = ""
    padding: float = 5.4
    """Between the sides of a cell and its text."""


BARE = Furniture()
"""Nothing round the text."""
UNDRAWN = Grid()
"""No edges and no grounds."""
