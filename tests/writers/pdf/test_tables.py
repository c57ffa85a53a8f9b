from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from PIL import Image

from briefgen.model.brief import Brief, KeyFigures, Part, Table, Tile, Words
from briefgen.model.look import Template
from briefgen.model.ornament import Edge, Grid
from briefgen.writers.pdf import write
from briefgen.writers.pdf.boxes import RowBox
from briefgen.writers.pdf.compositor import Compositor
from briefgen.writers.pdf.structure import Element
from briefgen.writers.pdf.tables import set_key_figures, set_table


def table(*rows: tuple[str, ...], numeric: tuple[int, ...] = ()) -> Table:
    cells = tuple(tuple((Words(text),) for text in row) for row in rows)
    return Table(1, (Words("Title"),), cells[0], cells[1:], numeric)


def rows_of(made: Table, brief: Brief, template: Template) -> list[RowBox]:
    compositor = Compositor(brief, template.look, frozenset())
    return [box for box in set_table(made, compositor, Element("Document")) if isinstance(box, RowBox)]


def test_a_narrow_column_lends_its_room_to_one_that_needs_it(sample: Brief, template: Template) -> None:
    long = "A cell with so many words in it that half of the measure is not enough for one line."
    head, row = rows_of(table(("A", "B"), ("1", long)), sample, template)
    assert len(row.cells[1].boxes[0].lines) == 1
    assert head.cells[1].x == row.cells[1].x < template.look.page.measure / 4


def test_columns_keep_their_shares_where_everything_fits(sample: Brief, template: Template) -> None:
    head, _ = rows_of(table(("A", "B"), ("1", "2")), sample, template)
    assert abs(head.cells[1].x - template.look.page.measure / 2) < 10


def test_numbers_end_at_one_edge_and_so_does_their_heading(sample: Brief, template: Template) -> None:
    for row in rows_of(table(("Year", "Tonnes"), ("2019", "12,500,000"), numeric=(1,)), sample, template):
        assert row.cells[1].boxes[0].align == "right"


def test_first_cells_name_their_rows_and_heads_their_columns(sample: Brief, template: Template) -> None:
    rows = rows_of(table(("Year", "Tonnes"), ("2019", "5"), ("2020", "6")), sample, template)
    scopes = [[cell.boxes[0].lines[0].pieces[0].element.scope for cell in row.cells] for row in rows]
    assert scopes == [["Column", "Column"], ["Row", ""], ["Row", ""]]


def test_neither_the_first_nor_the_last_row_stands_alone(sample: Brief, template: Template) -> None:
    rows = rows_of(table(*((str(n), "x") for n in range(6))), sample, template)
    assert [row.frame.glued for row in rows] == [True, True, False, False, True, False]


def test_a_tall_row_may_stand_alone_at_either_end(sample: Brief, template: Template) -> None:
    tall = ("many words " * 40, "x")
    rows = rows_of(table(("Head", "x"), tall, *((str(n), "x") for n in range(4)), tall), sample, template)
    assert [row.frame.glued for row in rows] == [True, False, False, False, False, False, False]


def test_a_small_table_stays_whole_and_a_high_one_where_it_can(sample: Brief, template: Template) -> None:
    frames = [row.frame for row in rows_of(table(*((str(n), "x") for n in range(4))), sample, template)]
    assert [(f.glued, f.soft) for f in frames] == [(True, False), (True, False), (True, False), (False, False)]
    high = rows_of(table(*((str(n), "many words " * 30) for n in range(4))), sample, template)
    assert [(r.frame.glued, r.frame.soft) for r in high[1:]] == [(True, True), (True, True), (False, True)]


def test_numbers_keep_their_distance_from_the_text_behind_them(sample: Brief, template: Template) -> None:
    made = table(("Value", "Period"), ("12,500,000", "2019"), numeric=(0,))
    for row in rows_of(made, sample, template):
        number, text = row.cells
        assert text.x - number.x - number.boxes[0].width >= 16


def test_key_figures_shrink_together_rather_than_break(sample: Brief, template: Template) -> None:
    short = Tile((Words("5"),), (Words("x"),), (Words("2020"),), (Words("note 1"),))
    long = Tile((Words("US$107.7 billion and more"),), (Words("x"),), (Words("2020"),), (Words("note 1"),))
    compositor = Compositor(sample, template.look, frozenset())
    (row,) = set_key_figures(KeyFigures((short, long, short)), compositor, Element("Document"))
    assert isinstance(row, RowBox)
    assert len({cell.boxes[0].size for cell in row.cells}) == 1
    assert all(len(cell.boxes[0].lines) == 1 for cell in row.cells)


def test_a_table_is_seen_as_the_template_draws_it(
    sample: Brief, template: Template, tmp_path: Path, pixels: Callable[..., Image.Image]
) -> None:
    grid = Grid(
        bottom=Edge(3.0, "0000FF"), left=Edge(2.0, "FF00FF"), between_columns=Edge(2.0, "00FFFF"),
        head_ground="2B5A41", head_ink="FFFF00", odd_ground="E0FFE0", even_ground="FFE0E0", padding=10.0,
    )  # fmt: skip
    made = table(("Year", "Tonnes"), ("2019", "5"), ("2020", "6"), ("2021", "7"))
    look = replace(template.look, table=grid)
    path = tmp_path / "table.pdf"
    parts = (Part("sections", "", (made,)),)
    path.write_bytes(write(replace(sample, parts=parts, notes=()), replace(template, look=look)))
    seen, page = pixels(path), look.page
    column = [seen.getpixel((round(page.left + 6), y)) for y in range(seen.height)]
    wanted = [(43, 90, 65), (224, 255, 224), (255, 224, 224), (224, 255, 224), (0, 0, 255)]
    assert [colour for colour, _ in groupby(column) if colour in wanted] == wanted
    middle = column.index((255, 224, 224)) + 5
    across = {seen.getpixel((x, middle)) for x in range(seen.width)}
    assert {(255, 0, 255), (0, 255, 255)} <= across
    head = column.index((43, 90, 65))
    letters = seen.crop((round(page.left) + 10, head, seen.width - round(page.right), head + 15))
    assert any(red > 200 and green > 200 and blue < 90 for _, (red, green, blue) in letters.getcolors(99999))


def test_key_figures_have_the_grounds_and_rules_of_their_table_style(sample: Brief, template: Template) -> None:
    tiles = tuple(Tile((Words(str(n)),), (Words("x"),), (Words("2020"),), (Words("note 1"),)) for n in range(3))
    grid = Grid(Edge(1.5, "FF0000"), Edge(0.5, "00FF00"), head_ground="EEEEEE", head_ink="112233", padding=6.0)
    look = replace(template.look, tiles=grid)
    (row,) = set_key_figures(KeyFigures(tiles), Compositor(sample, look, frozenset()), Element("Document"))
    assert isinstance(row, RowBox)
    assert (row.above, row.below, row.ground) == (grid.top, grid.bottom, "EEEEEE")
    assert row.cells[0].x == 6.0
    assert row.cells[0].boxes[0].lines[0].pieces[0].ink.colour == "112233"
