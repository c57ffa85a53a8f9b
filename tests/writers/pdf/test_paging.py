from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, cast

import pytest

from briefgen.fonts import SERIF
from briefgen.writers.pdf.boxes import Box, Cell, Frame, Ground, PictureBox, RowBox, TextBox
from briefgen.writers.pdf.breaking import Line
from briefgen.writers.pdf.paging import Placed, draw, lay_out
from briefgen.writers.pdf.pieces import Ink, Piece
from briefgen.writers.pdf.structure import Element
from briefgen.writers.pdf.typefaces import typeface

INK = Ink(typeface(SERIF), 10.0, "000000")


def text(name: str, count: int, **frame: object) -> TextBox:
    lines = tuple(Line((Piece(f"{name}{n}", INK, None),), 20) for n in range(count))
    return TextBox(lines, 0, 100, 0, 8, 10, "left", Frame(**frame))


def names(pages: list[list[Placed]]) -> list[str]:
    return [" ".join(said(placed.box) for placed in page) for page in pages]


def said(box: Box) -> str:
    match box:
        case TextBox():
            return "+".join(line.pieces[0].text for line in box.lines)
        case RowBox():
            return "|".join(said(cell.boxes[0]) for cell in box.cells if cell.boxes)
        case PictureBox():
            return box.name
    return "?"


def test_boxes_fill_a_page_and_go_on_to_the_next() -> None:
    assert names(lay_out([text("a", 3), text("b", 3), text("c", 3)], 60)) == ["a0+a1+a2 b0+b1+b2", "c0+c1+c2"]


def test_a_heading_is_never_last_on_a_page() -> None:
    boxes = [text("a", 3), text("h", 1, glued=True), text("b", 6)]
    assert names(lay_out(boxes, 50)) == ["a0+a1+a2", "h0 b0+b1+b2+b3", "b4+b5"]


def test_no_line_of_a_paragraph_stands_alone() -> None:
    pages = names(lay_out([text("a", 3), text("b", 6)], 80))
    assert pages == ["a0+a1+a2 b0+b1+b2+b3", "b4+b5"]
    assert names(lay_out([text("a", 4), text("b", 5)], 50)) == ["a0+a1+a2+a3", "b0+b1+b2+b3+b4"]


def test_white_before_a_box_is_dropped_at_the_top_of_a_page() -> None:
    pages = lay_out([text("a", 3), text("b", 3, before=8)], 30)
    assert pages[1][0].top == 0


def row(name: str, **frame: object) -> RowBox:
    return RowBox((Cell(0, (text(name, 1),)),), 100, 0, Frame(**frame))


def test_the_heading_row_comes_again_on_every_page() -> None:
    head = row("h", glued=True)
    rows = [row(str(n), again=head.silent()) for n in range(5)]
    assert names(lay_out([head, *rows], 30)) == ["h0 00 10", "h0 20 30", "h0 40"]


def test_a_row_higher_than_a_page_is_parted() -> None:
    head = row("h", glued=True)
    high = RowBox((Cell(0, (text("x", 7),)), Cell(50, (text("y", 1),))), 100, 0, Frame(again=head.silent()))
    pages = names(lay_out([head, high], 40))
    assert pages == ["h0 x0+x1+x2|y0", "h0 x3+x4", "h0 x5+x6"]


def figure(name: str, height: float = 30) -> list[Box]:
    picture = PictureBox(name, Element("Figure"), 50, height, 1, Frame(glued=True))
    return [text("title", 1, glued=True, floats=True), picture, text("source", 1)]


def test_text_goes_before_a_figure_that_does_not_fit() -> None:
    boxes = [text("a", 3), *figure("F"), text("b", 2), text("c", 4)]
    assert names(lay_out(boxes, 60)) == ["a0+a1+a2 b0+b1", "title0 F source0", "c0+c1+c2+c3"]


def test_text_goes_before_two_figures_of_which_the_first_does_not_fit() -> None:
    boxes = [text("a", 3), *figure("F"), *figure("G", 10), text("b", 2), text("c", 4)]
    assert names(lay_out(boxes, 60))[:2] == ["a0+a1+a2 b0+b1", "title0 F source0"]


def test_a_sentence_that_leads_to_a_figure_goes_with_it() -> None:
    boxes = [text("a", 3), text("lead", 1, glued=True, floats=True), *figure("F"), text("b", 2), text("c", 4)]
    assert names(lay_out(boxes, 60)) == ["a0+a1+a2 b0+b1", "lead0 title0 F source0", "c0+c1+c2+c3"]


def test_a_part_is_never_set_before_a_figure_which_goes_before_text_instead() -> None:
    boxes = [text("a", 3), text("b", 2), *figure("F"), text("part", 1, glued=True, opens=True), text("c", 2)]
    assert names(lay_out(boxes, 80)) == ["a0+a1+a2 title0 F source0", "b0+b1 part0 c0+c1"]


def test_a_figure_goes_before_no_heading() -> None:
    boxes = [
        text("h", 1, glued=True),
        text("b", 3),
        *figure("F"),
        text("part", 1, glued=True, opens=True),
        text("c", 2),
    ]
    assert names(lay_out(boxes, 60)) == ["h0 b0+b1+b2", "title0 F source0", "part0 c0+c1"]


def test_neighbours_on_one_ground_are_set_close_and_others_keep_their_distance() -> None:
    ground = Ground("EEEEEE", "", 0, 100)
    pages = lay_out([text("a", 2, ground=ground), text("b", 2, ground=ground), text("c", 2)], 100)
    assert [placed.top for placed in pages[0]] == [0, 20, 44]


def test_a_rule_is_drawn_above_what_has_one_and_no_ground_behind_it() -> None:
    filled: list[tuple[float, ...]] = []

    class Seen:
        def fill(self, *box: object) -> None:
            filled.append(box)

        def __getattr__(self, name: str) -> Callable[..., None]:
            return lambda *_, **__: None

    (page,) = lay_out([text("a", 2, ground=Ground("", "", 0, 100, "123456"))], 100)
    draw(cast(Any, Seen()), page, 50, 700)
    assert [box for box in filled if "123456" in box] == [(50, 704, 100, 1.0, "123456")]


@dataclass
class Stuck:
    """A box that is too high for any page and cannot be parted."""

    frame: Frame = field(default_factory=Frame)
    height: float = 500.0
    least: float = 500.0

    def cut(self, room: float, forced: bool) -> None:
        return None


@pytest.mark.parametrize("first", [True, False])
def test_what_fits_no_page_is_placed_all_the_same(first: bool) -> None:
    boxes = [cast(Box, Stuck()), text("a", 1)] if first else [text("a", 1), cast(Box, Stuck())]
    assert len(lay_out(boxes, 100)) == 2


def test_a_chain_longer_than_a_page_is_laid_out() -> None:
    assert len(lay_out([replace(text("h", 1), frame=Frame(glued=True)) for _ in range(30)], 100)) == 3


def test_a_page_runs_over_by_half_a_line_rather_than_stay_white() -> None:
    boxes = [text("a", 5), text("h", 1, glued=True), text("b", 3)]
    assert names(lay_out(boxes, 84)) == ["a0+a1+a2+a3+a4 h0 b0+b1+b2"]
    assert names(lay_out(boxes, 82)) == ["a0+a1+a2+a3+a4", "h0 b0+b1+b2"]


def test_a_page_that_is_nearly_full_does_not() -> None:
    boxes = [text("a", 8), text("b", 1), text("c", 3)]
    assert names(lay_out(boxes, 84)) == ["a0+a1+a2+a3+a4+a5+a6+a7", "b0 c0+c1+c2"]


def test_the_gaps_of_a_page_left_white_grow_by_six_tenths_at_the_most() -> None:
    below = [text("h", 2, glued=True), text("c", 3)]
    first, _ = lay_out([text("a", 3, after=20), text("b", 3), *below], 100)
    assert [round(placed.top, 1) for placed in first] == [0, 55.7]
    first, _ = lay_out([text("a", 3, after=20), text("b", 3), *below], 109)
    assert [placed.top for placed in first] == [0, 50]


def test_the_last_lines_of_a_paper_are_pulled_up_where_setting_all_closer_makes_room() -> None:
    boxes = [text("a", 4, after=20), text("b", 4, after=20), text("c", 1)]
    (page,) = lay_out(boxes, 118)
    assert [placed.top for placed in page] == [0, 55, 110]
    assert len(lay_out(boxes, 112)) == 2
    assert len(lay_out(boxes, 118, closer=False)) == 2


def test_white_shrinks_by_a_quarter_before_a_page_runs_over() -> None:
    (page,) = lay_out([text("a", 4, after=20), text("b", 4, after=20), text("c", 1)], 122)
    assert [placed.top for placed in page] == [0, 56, 112]
    (page,) = lay_out([text("a", 4, after=20), text("b", 4, after=20), text("c", 1)], 114)
    assert [placed.top for placed in page] == [0, 55, 110]


def test_a_last_page_with_next_to_nothing_on_it_gets_more_from_the_page_before() -> None:
    boxes = [text(str(n), 2) for n in range(12)] + [text("end", 1)]
    assert names(lay_out(boxes, 232))[-1] == "110+111 end0"
    assert names(lay_out(boxes[:-1], 232))[-1] == "110+111"


def test_nothing_is_moved_to_a_last_page_that_begins_by_itself() -> None:
    boxes = [*(text(str(n), 2) for n in range(10)), text("end", 1, starts=True)]
    assert names(lay_out(boxes, 232))[-1] == "end0"


def test_what_is_softly_kept_together_is_parted_rather_than_leave_much_white() -> None:
    rows = [row(str(n), glued=n == 0, soft=n == 0) for n in range(3)]
    assert names(lay_out([text("a", 5), row("h", glued=True), *rows], 72)) == ["a0+a1+a2+a3+a4 h0 00", "10 20"]
    assert names(lay_out([text("a", 6), row("h", glued=True), *rows], 72)) == ["a0+a1+a2+a3+a4+a5", "h0 00 10 20"]


def test_all_is_set_closer_rather_than_part_what_is_softly_kept_together() -> None:
    rows = [row(str(n), glued=n < 2, soft=n < 2) for n in range(3)]
    boxes = [text("a", 3, after=40), row("h", glued=True), *rows, text("b", 3), text("c", 6)]
    assert names(lay_out(boxes, 100)) == ["a0+a1+a2 h0 00 10 20", "b0+b1+b2 c0+c1+c2+c3+c4+c5"]
    assert [placed.top for placed in lay_out(boxes, 100)[0]] == [0, 60, 70, 80, 90]


def test_the_title_of_a_box_may_come_behind_a_figure_with_all_that_follows_it() -> None:
    boxes = [text("a", 2), text("t", 1, glued=True, boxed=True), text("b", 2), *figure("F"), text("p", 1, opens=True)]
    assert names(lay_out(boxes, 70)) == ["a0+a1 title0 F source0", "t0 b0+b1 p0"]


def test_a_table_stands_whole_where_setting_the_page_before_further_apart_fills_it() -> None:
    above = [text(name, 2, after=24) for name in "abcd"]
    table = [row("r", glued=True), row("s", glued=True, soft=True), row("t", glued=True), row("u")]
    first, second = lay_out([*above, *table, text("z", 2)], 196)
    assert names([first, second]) == ["a0+a1 b0+b1 c0+c1 d0+d1", "r0 s0 t0 u0 z0+z1"]
    assert [placed.top for placed in first] == pytest.approx([0, 49.3, 98.7, 148], abs=0.1)


def test_a_figure_stands_at_the_head_of_a_page_that_its_text_would_leave_mostly_white() -> None:
    boxes = [text("a", 10), text("b", 3), *figure("F", 70), text("part", 1, glued=True, opens=True), text("c", 2)]
    pages = names(lay_out(boxes, 100))
    assert pages == ["a0+a1+a2+a3+a4+a5+a6+a7+a8+a9", "title0 F source0", "b0+b1+b2 part0 c0+c1"]
