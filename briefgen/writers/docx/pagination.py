"""Parts, Look → the same parts, a figure behind text that fills the page it does not fit on.

Word alone breaks pages; this only guesses where, so that no figure leaves a third of a page white.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from unicodedata import east_asian_width

from briefgen.model.brief import (
    Block,
    Brief,
    Bullets,
    Callout,
    Figure,
    Heading,
    Inlines,
    KeyFigures,
    Paragraph,
    Part,
    Table,
    flat,
)
from briefgen.model.look import STYLE_OF, Look
from briefgen.writers.docx.tables import SMALL

_LETTER = 0.45
"""Mean width of a letter over the size of type, in running text."""
_WHITE = 1 / 6
"""Share of a page that may be left white above a figure."""
_LINES = 2
"""Lines of a paragraph that must stand below its heading."""
_HIGHEST = 0.6
"""Share of the text's height that a picture may take."""
_CELL = 9.0
"""Points of a table's cell that hold no text, from side to side."""


def settle_figures(brief: Brief, look: Look) -> tuple[Part, ...]:
    """Let text go before a figure that would not fit on its page; figures keep their order and their part."""
    sheet = Sheet(look)
    sheet.put(sheet.paragraph(len(brief.title), "title"), whole=True)
    return tuple(replace(part, blocks=tuple(_settled(part, sheet))) for part in brief.parts)


def _settled(part: Part, sheet: Sheet) -> list[Block]:
    done: list[Block] = []
    waiting: list[Block] = []

    def let_go() -> None:
        for figure in waiting:
            sheet.put(sheet.height(figure), whole=True)
        done.extend(waiting)
        waiting.clear()

    if part.title:
        sheet.put(sheet.paragraph(len(part.title), "heading-1"), whole=True)
    for index, block in enumerate(part.blocks):
        floating = _floating(part.blocks[index:])
        if floating and (waiting or sheet.leaves_white(sum(map(sheet.height, floating)))):
            waiting.append(block)
            continue
        if not isinstance(block, Heading | Paragraph | Bullets) or not sheet.begins(part.blocks[index:]):
            let_go()
        page = sheet.number
        small = isinstance(block, Table) and len(block.rows) <= SMALL
        sheet.put(sheet.height(block), whole=small or not isinstance(block, Paragraph | Bullets | Table | Callout))
        done.append(block)
        if sheet.number > page and not isinstance(block, Heading):
            let_go()
    let_go()
    return done


def _floating(blocks: Sequence[Block]) -> Sequence[Block]:
    """Give the figure that these blocks begin with, and the sentence that leads to it; nothing where there is none."""
    led = isinstance(blocks[0], Paragraph) and blocks[0].leads
    return blocks[: 1 + led] if isinstance(blocks[min(led, len(blocks) - 1)], Figure) else ()


@dataclass
class Sheet:
    """The page being filled, by guess."""

    look: Look
    used: float = 0.0
    number: int = 1

    @property
    def page_height(self) -> float:
        """Height of the text on a page, in points."""
        page = self.look.page
        return page.height - page.top - page.bottom

    def put(self, height: float, *, whole: bool) -> None:
        """Put a block on the page, or where the next begins.

        Args:
            height: of the block, in points.
            whole: whether it must not be parted.
        """
        if self.used + height <= self.page_height:
            self.used += height
            return
        over = height if whole else self.used + height - self.page_height
        self.number += 1
        self.used = over % self.page_height

    def leaves_white(self, height: float) -> bool:
        """Tell whether what is this high does not fit, and would leave much of the page white."""
        room = self.page_height - self.used
        return height > room > self.page_height * _WHITE

    def begins(self, blocks: Sequence[Block]) -> bool:
        """Tell whether the first of these blocks, a heading with what follows it, begins on this page."""
        need = 0.0
        for block in blocks:
            if not isinstance(block, Heading):
                break
            need += self.height(block)
        return self.used + need + _LINES * self.look.style(STYLE_OF["body"]).leading <= self.page_height

    def height(self, block: Block) -> float:
        """Guess the height of a block, in points."""
        match block:
            case Heading(inlines, level):
                return self.paragraph(_letters(inlines), f"heading-{min(level, 3)}")
            case Paragraph(inlines, role):
                return self.paragraph(_letters(inlines), role)
            case Bullets(items, role):
                return sum(self.paragraph(_letters(item), role) for item in items)
            case KeyFigures(tiles):
                rows = ceil(len(tiles) / 3)
                line = self.paragraph(1, "figure-label")
                return rows * (self.paragraph(1, "figure-value") + 2 * line + self.paragraph(1, "source-line"))
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)
            case Callout(title, blocks):
                return self.paragraph(_letters(title), "callout-title") + sum(self.height(b) for b in blocks)

    def paragraph(self, letters: int, role: str, share: float = 1.0) -> float:
        """Guess the height of a paragraph, in points.

        Args:
            letters: how many it has.
            role: of ``STYLE_OF``.
            share: of the measure that it may take.
        """
        style = self.look.style(STYLE_OF[role])
        width = max(style.size, self.look.page.measure * share - style.left - style.right)
        lines = max(1, ceil(letters * style.size * _LETTER / width))
        return style.before + lines * style.leading + style.after

    def _table(self, table: Table) -> float:
        widths = table.widths or (1.0,) * len(table.head)
        shares = [width / sum(widths) - _CELL / self.look.page.measure for width in widths]
        rows = (
            max(self.paragraph(_letters(cell), "table-text", share) for cell, share in zip(row, shares, strict=True))
            for row in (table.head, *table.rows)
        )
        return self.paragraph(_letters(table.title), "caption") + sum(rows) + self._source(table.source)

    def _figure(self, figure: Figure) -> float:
        picture, around = figure.plate.picture, self.look.style(STYLE_OF["picture"])
        drawn = picture.height * picture_scale(picture.width, picture.height, self.look)
        lines = self.paragraph(_letters(figure.title), "caption") + self._source(figure.source)
        if figure.subtitle:
            lines += self.paragraph(_letters(figure.subtitle), "figure-subtitle")
        return lines + around.before + drawn + around.after

    def _source(self, inlines: Inlines) -> float:
        return self.paragraph(_letters(inlines), "source-line") if inlines else 0.0


def picture_scale(width: float, height: float, look: Look) -> float:
    """Give how much a picture shrinks to fit the measure and leave room for its lines; 1 where it fits."""
    page = look.page
    return min(1.0, page.measure / width, _HIGHEST * (page.height - page.top - page.bottom) / height)


def _letters(inlines: Inlines) -> int:
    """Count letters; a Chinese one takes the room of two."""
    text = "".join(getattr(inline, "text", "00") for inline in flat(inlines))
    return len(text) + sum(east_asian_width(c) in "WF" for c in text)
