"""How a paper looks, read from a Word template: the PDF and the charts follow it too. Lengths in points."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from briefgen.errors import Remark
from briefgen.model.ornament import BARE, UNDRAWN, Band, Furniture, Grid, Picture
from briefgen.model.source import File

STYLE_OF = {
    "title": "Title",
    "subtitle": "Subtitle",
    "heading-1": "Heading 1",
    "heading-2": "Heading 2",
    "heading-3": "Heading 3",
    "body": "Body Text",
    "bottom-line": "Bottom Line",
    "front": "Front Block",
    "marking": "Marking",
    "ours": "Our Words",
    "rights": "Rights",
    "imprint": "Rights",
    "source-line": "Source Line",
    "bullet": "List Bullet",
    "key-point": "Key Point",
    "callout-title": "Callout Title",
    "figure-value": "Key Figure",
    "figure-label": "Key Figure Label",
    "caption": "Caption",
    "figure-subtitle": "Figure Subtitle",
    "picture": "Picture",
    "table-head": "Table Head",
    "table-text": "Table Text",
    "table-number": "Table Number",
    "note": "endnote text",
    "header": "Header",
    "footer": "Footer",
    "static": "Body Text",
}
"""Paragraph style of the template for each role a block has; names as Word shows them."""

CHARACTER_STYLE_OF = {
    "mark": "endnote reference",
    "locator": "Locator",
    "ours": "Our Insertion",
    "lead": "Strong",
    "link": "Hyperlink",
}
"""Character style for each role an inline has."""


@dataclass(frozen=True, slots=True)
class Style:
    """One paragraph style, inheritance resolved."""

    name: str
    face: str
    """Font family."""
    size: float
    bold: bool = False
    italic: bool = False
    colour: str = "000000"
    """Hex RGB."""
    before: float = 0.0
    after: float = 0.0
    leading: float = 0.0
    """Distance of base lines."""
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    """First-line indent; negative hangs."""
    align: Literal["left", "right", "center", "justify"] = "left"
    keep_next: bool = False
    shade: str = ""
    """Hex RGB of the ground behind the paragraph, empty for none."""
    rule: str = ""
    """Hex RGB of a rule at the left edge, empty for none."""
    over: str = ""
    """Hex RGB of a rule above it where it has none at the left, empty for none."""
    numbered: bool = False
    """Whether a list in it has numbers, not bullets."""
    page_before: bool = False
    """Whether it begins a page."""
    pictures: tuple[Picture, ...] = field(default=(), repr=False)
    """Pictures that stand in the template's own paragraph which is set in this style; it may have no text."""


@dataclass(frozen=True, slots=True)
class Page:
    """Paper size and margins."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    header: float
    """From the paper's edge to the header."""
    footer: float

    @property
    def measure(self) -> float:
        """Width of the text."""
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True)
class Cover:
    """The first section of a template that has several: pages before the paper's own."""

    furniture: Furniture = BARE
    """What stands round its text, the bands of its body too."""
    parts: int = 0
    """How many of the brief's parts, the first ones, stand on it; known once the brief is furnished."""


@dataclass(frozen=True, slots=True)
class Look:
    """Everything a writer or a chart wants to know of a template's appearance."""

    page: Page
    styles: tuple[Style, ...]
    accent: str
    """Hex RGB of the one accent colour."""
    header: tuple[str, ...] = ()
    """Paragraphs of the running head, fields as {page}, {pages}, {title}, {marking}."""
    footer: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = field(default=(), repr=False)
    """Those of header and footer, such as a logo."""
    bands: tuple[Band, ...] = ()
    """Those of header and footer."""
    first: Furniture | None = None
    """What stands round the first page where the template wants that different."""
    cover: Cover | None = None
    table: Grid = UNDRAWN
    tiles: Grid = UNDRAWN
    """Key figures side by side."""
    fonts: tuple[File, ...] = field(default=(), repr=False)
    """Font files that the project brings, and those within the template that a paper may bring along."""

    @property
    def on_cover(self) -> int:
        """How many of the brief's parts stand on the cover."""
        return self.cover.parts if self.cover else 0

    @property
    def around(self) -> Furniture:
        """What stands round the text of every page but a first one that is different."""
        return Furniture(self.header, self.footer, self.pictures, self.bands)

    @property
    def ornaments(self) -> tuple[Picture, ...]:
        """Every picture of the template that the outputs beside Word have to draw."""
        own = tuple(picture for style in self.styles for picture in style.pictures)
        around = (self.around, self.first or BARE, self.cover.furniture if self.cover else BARE)
        return tuple(dict.fromkeys((*(picture for one in around for picture in one.pictures), *own)))

    def style(self, name: str) -> Style:
        """Find a style by its name, case-blind.

        Raises:
            KeyError: the template has no such style; templates are checked when opened.
        """
        for style in self.styles:
            if style.name.lower() == name.lower():
                return style
        raise KeyError(name)


@dataclass(frozen=True, slots=True)
class Template:
    """A Word template, opened and checked."""

    file: File = field(repr=False)
    look: Look
    order: tuple[str, ...]
    """Names of the parts in the order the paper has them."""
    remarks: tuple[Remark, ...] = ()
    furnished: bool = False
    """Whether its body holds parts or tags, and so its own text too; else it lends its styles only."""
    embed_fonts: bool = True
    """Whether its fonts shall travel in the papers."""
    word_only: bool = False
    """Whether note marks are written as Word itself writes them, whatever LibreOffice makes of that."""
