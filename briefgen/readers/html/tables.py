"""A page's table → its cells by column. A table that only lays text out is no grid."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.readers.attributes import count_of
from briefgen.readers.html.nodes import HEADINGS, Node, roles


def is_grid(table: Node) -> bool:
    """Tell whether a table holds data: more than one row and column, and nothing in it but cells."""
    if roles(table) & {"presentation", "none"} or any(n.tag in (*HEADINGS, "table") for n in table.iterdescendants()):
        return False
    rows = [list(row) for row in grid_of(table)]
    return len(rows) > 1 and any(len(row) > 1 for row in rows)


def grid_of(table: Node) -> Iterator[list[tuple[int, Node]]]:
    """Go through the rows: each cell with the column it begins in, cells from above counted."""
    below: dict[int, int] = {}
    for row in table.iter("tr"):
        cells: list[tuple[int, Node]] = []
        column = 0
        left = {c: n - 1 for c, n in below.items() if n > 1}
        for cell in row.iterchildren("td", "th"):
            while below.get(column, 0) > 0:
                column += 1
            cells.append((column, cell))
            for _ in range(count_of(cell.get("colspan"))):
                left[column] = count_of(cell.get("rowspan")) - 1
                column += 1
        below = {c: n for c, n in left.items() if n > 0}
        yield cells
