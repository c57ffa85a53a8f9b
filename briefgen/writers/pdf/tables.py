"""Table and KeyFigures → rows, drawn as the template's table styles say; the heading row comes again on every page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from briefgen.model.brief import Inline, Inlines, KeyFigures, Table, Tile, Words, plain
from briefgen.model.columns import is_tall, share_out
from briefgen.model.look import Style
from briefgen.model.ornament import UNDRAWN, Edge, Grid
from briefgen.writers.pdf.boxes import Box, Cell, Frame, RowBox, TextBox
from briefgen.writers.pdf.compositor import Compositor
from briefgen.writers.pdf.paragraphs import set_paragraph
from briefgen.writers.pdf.structure import Element

_GUTTER, _WIDE = 8.0, 20.0
"""White that there is at least between the columns of a table, and between key figures."""
_APART = 8.0
"""White that there is besides between numbers, which end at one edge, and the text that begins behind them."""
_PAD, _TILE_PAD = 3.0, 5.0
"""White above and below the text of a row."""
_SMALLEST = 0.7
"""Share of its size that a key figure may shrink to."""
_FEW, _LOW = 3, 64.0
"""A table of so few rows stays whole, and if they are no higher than that in points, whatever white it leaves."""


def set_table(table: Table, compositor: Compositor, parent: Element) -> Iterator[Box]:
    """Set a table: title, rows, source line."""
    element = parent.add("Table")
    yield caption(compositor, element, "table", table.number, table.title, table.anchor)
    grid, columns = compositor.look.table, _columns(table, compositor)
    uprights = _uprights(grid, columns, compositor.look.page.measure)
    head, body = element.add("THead").add("TR"), element.add("TBody")
    top = _row(compositor, table, head, table.head, columns, head=True)
    top = replace(top, above=grid.top, below=_first(grid.under_head, grid.between_rows), ground=grid.head_ground,
                  uprights=uprights, frame=Frame(before=3, glued=True))  # fmt: skip
    yield top
    rows = [_row(compositor, table, body.add("TR"), cells, columns, head=False) for cells in table.rows]
    frames = _frames(rows, [is_tall(row) for row in table.rows], top.silent(), bool(table.source))
    for number, (row, frame) in enumerate(zip(rows, frames, strict=True), start=1):
        below = grid.bottom if number == len(rows) else grid.between_rows
        ground = grid.odd_ground if number % 2 else grid.even_ground
        yield replace(row, below=below, ground=ground, uprights=uprights, frame=frame)
    if table.source:
        yield source_line(compositor, parent, table.source)


def _frames(rows: list[RowBox], tall: list[bool], again: RowBox, sourced: bool) -> Iterator[Frame]:
    """Say how each row stands: a small table stays whole, of another two rows at least, or a tall one, at either end.

    Args:
        rows: of the table, the head aside.
        tall: of each row, whether it may stand alone.
        again: its head, for the pages it goes on to.
        sourced: whether a source line follows.
    """
    few = len(rows) <= _FEW
    low = few and sum(row.height for row in rows) <= _LOW
    for left in range(len(rows) - 1, -1, -1):
        last, first = left == 0, left == len(rows) - 1
        ends = (first and not tall[0]) or (left == 1 and not tall[-1])
        glued = sourced if last else few or ends
        yield Frame(glued=glued, soft=not low and (few or first), again=again, after=0 if sourced or not last else 10)


def caption(
    compositor: Compositor,
    parent: Element,
    label: str,
    number: int,
    title: Inlines,
    anchor: str,
    *,
    floats: bool = False,
) -> TextBox:
    """Set the title of a table or figure."""
    element = parent.add("Caption")
    lead = f"{compositor.brief.label(label)} {number}. "
    pieces = (
        compositor.words(lead, compositor.style("caption"), element, anchor),
        *compositor.pieces(title, "caption", element),
    )
    style, measure = compositor.style("caption"), compositor.look.page.measure
    return set_paragraph(pieces, style, measure, glued=True, floats=floats, even=True)


def source_line(compositor: Compositor, parent: Element, inlines: Inlines) -> TextBox:
    """Set the line of evidence under a table or figure."""
    pieces = compositor.pieces(inlines, "source-line", parent.add("P"))
    return set_paragraph(pieces, compositor.style("source-line"), compositor.look.page.measure)


def _columns(table: Table, compositor: Compositor) -> list[tuple[float, float]]:
    """Give left edge and width of each column."""
    shares = table.widths or (1.0,) * len(table.head)
    padding, gutter = compositor.look.table.padding, _gutter(compositor.look.table, _GUTTER)
    room = compositor.look.page.measure - gutter * (len(shares) - 1) - 2 * padding
    widths = share_out(shares, [_natural(table, compositor, number) for number in range(len(shares))], room)
    return [(padding + sum(widths[:n]) + gutter * n, width) for n, width in enumerate(widths)]


def _gutter(grid: Grid, least: float) -> float:
    """Give the white between two columns."""
    return max(2 * grid.padding, least)


def _uprights(grid: Grid, columns: list[tuple[float, float]], measure: float) -> tuple[tuple[float, Edge], ...]:
    """Place the lines at the sides and between the columns."""
    between = [((x + width + after) / 2, grid.between_columns) for (x, width), (after, _) in pairwise(columns)]
    return ((0.0, grid.left), *between, (measure, grid.right))


def _first(edge: Edge, other: Edge) -> Edge:
    """Give a line, or another where it is none."""
    return edge if edge.width else other


def _natural(table: Table, compositor: Compositor, column: int) -> float:
    """Measure what a column needs to hold every cell on one line."""
    head, text = (compositor.style(role) for role in ("table-head", "table-text"))
    widths = [compositor.ink(head).face.width(plain(table.head[column]), head.size)]
    widths += [compositor.ink(text).face.width(plain(row[column]), text.size) for row in table.rows]
    return max(widths) + 1 + _inset(table, column)


def _inset(table: Table, column: int) -> float:
    """Give the white that numbers keep before the next column."""
    return _APART if column in table.numeric and column + 1 < len(table.head) else 0.0


def _row(
    compositor: Compositor, table: Table, element: Element, cells: tuple[Inlines, ...],
    columns: list[tuple[float, float]],
    *, head: bool,
) -> RowBox:  # fmt: skip
    made = []
    for number, (inlines, (x, width)) in enumerate(zip(cells, columns, strict=True)):
        numeric = number in table.numeric
        role = "table-head" if head else "table-number" if numeric else "table-text"
        if head:
            own = element.add("TH", scope="Column")
        elif number == 0 and not numeric:
            own = element.add("TH", scope="Row")
        else:
            own = element.add("TD")
        style = _inked(compositor.style(role), compositor.look.table if head else UNDRAWN)
        room = width - _inset(table, number)
        box = set_paragraph(compositor.set_pieces(inlines, style, own), style, room, x, tight=True)
        made.append(Cell(x, (replace(box, x=box.x - x, align="right" if numeric else box.align),)))
    return RowBox(tuple(made), compositor.look.page.measure, _PAD)


def _inked(style: Style, grid: Grid) -> Style:
    """Give a style in the ink that a grid has for its heading row."""
    return replace(style, colour=grid.head_ink) if grid.head_ink else style


def set_key_figures(figures: KeyFigures, compositor: Compositor, parent: Element) -> Iterator[Box]:
    """Set key figures as a list that is read "US$5 billion, Trade, 2020, note 1", up to three side by side."""
    element = parent.add("L", numbering="None")
    across = 2 if len(figures.tiles) in (2, 4) else min(3, len(figures.tiles))
    measure, grid = compositor.look.page.measure, compositor.look.tiles
    gutter = _gutter(grid, _WIDE)
    width = (measure - 2 * grid.padding - gutter * (across - 1)) / across
    columns = [(grid.padding + (width + gutter) * number, width) for number in range(across)]
    style = _inked(_shrunk(figures, compositor, width), grid)
    for start in range(0, len(figures.tiles), across):
        cells = []
        for (x, _), tile in zip(columns, figures.tiles[start : start + across], strict=False):
            cells.append(Cell(x, _tile(compositor, tile, element.add("LI").add("LBody"), width, style)))
        # All are in one row, which is the table's first and its last.
        yield RowBox(tuple(cells), measure, _TILE_PAD, Frame(before=4, after=8), grid.top,
                     _first(grid.under_head, grid.bottom), _uprights(grid, columns, measure),
                     grid.head_ground)  # fmt: skip


def _tile(compositor: Compositor, tile: Tile, element: Element, width: float, style: Style) -> tuple[TextBox, ...]:
    pieces = compositor.set_pieces(tile.value, style, element.add("P"))
    value = set_paragraph(pieces, style, width, tight=True)
    said: list[Inline] = []
    for inlines in filter(None, (tile.label, tile.period, tile.evidence)):
        said += [Words(", "), *inlines] if said else inlines
    pieces = compositor.pieces(tuple(said), "figure-label", element.add("P"))
    return value, set_paragraph(pieces, compositor.style("figure-label"), width, tight=True)


def _shrunk(figures: KeyFigures, compositor: Compositor, width: float) -> Style:
    """Give the style of the values, a little smaller where one would need two lines."""
    style = compositor.style("figure-value")
    face = compositor.ink(style).face
    widest = max((face.width(plain(tile.value), style.size) for tile in figures.tiles), default=0.0)
    share = min(1.0, max(_SMALLEST, width / widest)) if widest else 1.0
    return replace(style, size=style.size * share, leading=style.leading * share)
