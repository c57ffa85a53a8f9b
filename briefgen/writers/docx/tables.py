"""Table, KeyFigures → plain grids: one heading row, no merged and no empty cell."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefgen.fonts import find, width_of
from briefgen.model.brief import Inlines, KeyFigures, Table, Tile, plain
from briefgen.model.columns import is_tall, share_out
from briefgen.model.look import STYLE_OF
from briefgen.word.defaults import FIGURES, TABLE
from briefgen.word.elements import Node, element
from briefgen.writers.docx.captions import set_caption
from briefgen.writers.docx.galley import Galley, loose_paragraph
from briefgen.writers.docx.inlines import set_inlines

_TOGETHER = 2
"""Rows at either end of a table that a page break must not part."""
SMALL = 5
"""Rows of a table that no page break parts at all."""
_EASE, _OTHER = 1.03, 1.25
"""What a line takes in Word over its letters in our faces; what a word takes where Word has to find another face."""
_ABREAST = 3
"""Key figures side by side at most."""


def set_table(galley: Galley, table: Table) -> None:
    """Set a table with its caption above and its source below."""
    set_caption(galley, "table", table.number, table.anchor, table.title)
    widths = _columns(galley, table)
    caption, heads = plain(table.title), "; ".join(plain(cell) for cell in table.head)
    grid = galley.place(_grid(galley.named(TABLE), widths, caption, heads))
    grid.append(_row(galley, table.head, widths, ["table-head"] * len(widths), keep=True, header=True))
    for column in table.numeric:
        grid[-1][column + 1][-1][0].append(element("jc", val="right"))
    roles = ["table-number" if i in table.numeric else "table-text" for i in range(len(widths))]
    for index, row in enumerate(table.rows):
        left = len(table.rows) - 1 - index
        opens, closes = index + 1 < _TOGETHER and not is_tall(row), left < _TOGETHER and not is_tall(table.rows[-1])
        together = len(table.rows) <= SMALL or opens or closes
        kept = together if left else bool(table.source)
        grid.append(_row(galley, row, widths, roles, keep=kept))
    galley.tight = not table.source
    if table.source:
        set_inlines(galley, galley.paragraph("source-line"), table.source)


def set_key_figures(galley: Galley, figures: KeyFigures) -> None:
    """Set key figures side by side, each whole in one cell, so that a figure is read with its period and evidence."""
    rows = -(-len(figures.tiles) // _ABREAST)
    for index in range(rows):
        if index:
            galley.place(loose_paragraph(galley.style("figure-label")))
        tiles = figures.tiles[index * len(figures.tiles) // rows : (index + 1) * len(figures.tiles) // rows]
        _set_tiles(galley, tiles)
    galley.tight = True


def _set_tiles(galley: Galley, tiles: Sequence[Tile]) -> None:
    widths = _widths(galley, (1.0,) * len(tiles))
    said = "; ".join(plain(tile.label) for tile in tiles)
    grid = galley.place(_grid(galley.named(FIGURES), widths, said, said))
    cells = []
    for tile, width in zip(tiles, widths, strict=True):
        cell = _cell(width)
        for role, inlines in _lines(tile):
            paragraph = loose_paragraph(galley.style(role))
            set_inlines(galley, paragraph, inlines)
            cell.append(paragraph)
        cells.append(cell)
    grid.append(element("tr", _row_properties(header=True), *cells))


def _lines(tile: Tile) -> list[tuple[str, Inlines]]:
    lines = [("figure-value", tile.value), ("figure-label", tile.label), ("figure-label", tile.period)]
    return [line for line in [*lines, ("source-line", tile.evidence)] if line[1]]


def _grid(style_id: str, widths: Sequence[int], caption: str, description: str) -> Node:
    properties = element(
        "tblPr",
        element("tblStyle", val=style_id),
        element("tblW", w=sum(widths), type="dxa"),
        element("tblLayout", type="fixed"),
        # Rows in turn are drawn where the template's table style says how: ours does not.
        element("tblLook", val="0420", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=0, noVBand=1),
        element("tblCaption", val=caption),
        element("tblDescription", val=description),
    )
    return element("tbl", properties, element("tblGrid", *(element("gridCol", w=w) for w in widths)))


def _row(
    galley: Galley, cells: Sequence[Inlines], widths: Sequence[int], roles: Sequence[str],
    *, keep: bool, header: bool = False,
) -> Node:  # fmt: skip
    made = element("tr", _row_properties(header=header))
    for inlines, width, role in zip(cells, widths, roles, strict=True):
        paragraph = loose_paragraph(galley.style(role), keep=keep)
        set_inlines(galley, paragraph, inlines)
        cell = _cell(width)
        cell.append(paragraph)
        made.append(cell)
    return made


def _row_properties(*, header: bool) -> Node:
    made = element("trPr", element("cantSplit"))
    if header:
        made.append(element("tblHeader"))
    return made


def _cell(width: int) -> Node:
    return element("tc", element("tcPr", element("tcW", w=width, type="dxa")))


def _columns(galley: Galley, table: Table) -> list[int]:
    """Give each column the width of its lines as far as there is room, and of its longest word before all."""
    head, text = (galley.look.style(STYLE_OF[role]) for role in ("table-head", "table-text"))
    bold, face = (find(style.face, bold=style.bold, own=galley.look.fonts) for style in (head, text))
    wanted, floors = [], []
    for top, *cells in zip(table.head, *table.rows, strict=True):
        lines = [(plain(top), bold, head.size), *((plain(cell), face, text.size) for cell in cells)]
        words = [(word, font, size) for line, font, size in lines for word in line.split()]
        sides = 2 * galley.look.table.padding
        floors.append(sides + _OTHER * max((width_of(*word) for word in words), default=0.0))
        wanted.append(max(floors[-1], sides + _EASE * max(width_of(*line) for line in lines)))
    shared = share_out(table.widths or (1.0,) * len(table.head), wanted, galley.look.page.measure)
    return _widths(galley, _fitted(shared, floors))


def _widths(galley: Galley, shares: Sequence[float]) -> list[int]:
    """Share the measure out in twentieths of a point, to the last one."""
    measure, total = round(galley.look.page.measure * 20), sum(shares)
    edges = [round(measure * sum(shares[:i]) / total) for i in range(len(shares) + 1)]
    return [right - left for left, right in pairwise(edges)]


def _fitted(widths: Sequence[float], floors: Sequence[float]) -> Sequence[float]:
    """Widen columns that would part a word, at the cost of those with room to spare."""
    spare = [max(0.0, width - floor) for width, floor in zip(widths, floors, strict=True)]
    lack = sum(max(0.0, floor - width) for width, floor in zip(widths, floors, strict=True))
    if not lack or lack > sum(spare):
        return widths
    return [max(w, f) - lack * s / sum(spare) for w, f, s in zip(widths, floors, spare, strict=True)]
