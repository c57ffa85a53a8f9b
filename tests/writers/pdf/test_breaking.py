import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.fonts import SERIF
from briefgen.writers.pdf.breaking import Line, break_lines
from briefgen.writers.pdf.pieces import Ink, Piece
from briefgen.writers.pdf.typefaces import typeface

INK = Ink(typeface(SERIF), 10.0, "000000")
BOLD = Ink(typeface(SERIF, True), 10.0, "000000")


def said(line: Line) -> str:
    return "".join(piece.text for piece in line.pieces)


def lines(text: str, width: float = 200.0) -> list[str]:
    return [said(line) for line in break_lines((Piece(text, INK, None),), width, width)]


def test_lines_put_together_are_the_text_with_the_space_at_each_end() -> None:
    text = "The harbour of Aldmere handled a great many tonnes of grain, timber and coal in that year alone."
    assert "".join(lines(text)) == text
    assert all(line.endswith(" ") for line in lines(text)[:-1])


@settings(max_examples=60, deadline=None)
@given(st.text("ab é-–—中国，。“”（) \u200b\u00a0", max_size=120), st.floats(20, 200))
def test_no_text_is_lost_and_no_line_is_too_long(text: str, width: float) -> None:
    for cut in (0, len(text) // 2):
        made = break_lines((Piece(text[:cut], INK, None), Piece(text[cut:], BOLD, None)), width, width)
        assert "".join(map(said, made)) == text
        assert all(line.width <= width + 0.01 for line in made)


@pytest.mark.parametrize(
    "text", ["they met in Moscow — not here", "about 69 (it is 89 ÷ 1.295)", "signed it on 9 March 2021"]
)
def test_no_line_begins_with_a_dash_or_parts_a_sum_or_a_date(text: str) -> None:
    made = [lines(text, width) for width in range(70, 130)]
    assert not [line for some in made for line in some if re.match("[—÷] |March|1.295", line) or line[-2:] == "÷ "]


def test_a_word_over_two_inks_is_not_parted() -> None:
    pieces = (Piece("one two thr", INK, None), Piece("ee four", BOLD, None))
    made = [said(line) for line in break_lines(pieces, 45, 45)]
    assert any("three" in line for line in made)


def test_lines_share_their_white_space() -> None:
    made = break_lines((Piece("aaa bb cc ddddd", INK, None),), 33, 33)
    assert [said(line).strip() for line in made] == ["aaa", "bb cc", "ddddd"]


def test_chinese_breaks_between_characters_but_never_before_a_comma() -> None:
    made = lines("中国和俄罗斯的关系，发展迅速，关系，发展", 55)
    assert len(made) > 2
    assert not any(line.startswith("，") for line in made)


def test_a_dash_between_letters_parts_only_a_word_that_fits_no_line() -> None:
    assert lines("wide enough for China–Russia relations", 110) == ["wide enough for ", "China–Russia relations"]
    assert "China–" in lines("China–Russia", 40)
    assert lines("2008–2018", 34)[0] != "2008–"


def test_an_unbroken_string_is_parted_so_that_it_fits() -> None:
    made = lines("x" * 500)
    assert "".join(made) == "x" * 500
    assert len(made) > 5


def test_the_first_line_has_its_own_width() -> None:
    made = break_lines((Piece("one two three four five", INK, None),), 40, 200)
    assert said(made[0]) == "one two "


def test_the_lines_of_a_heading_are_about_as_long() -> None:
    pieces = (Piece("Trade has grown; manufactures are exchanged for raw materials", INK, None),)
    plain, even = (break_lines(pieces, 250, 250, even=even) for even in (False, True))
    assert [said(line).strip() for line in plain] == [
        "Trade has grown; manufactures are exchanged for raw",
        "materials",
    ]
    assert len(even) == 2
    assert abs(even[0].width - even[1].width) < 40
    assert break_lines(pieces, 900, 900, even=True) == break_lines(pieces, 900, 900)


def test_a_justified_line_draws_its_blanks_together_rather_than_pull_them_apart() -> None:
    text = "aaa aaa aaa aaa aaa aaaaaaaa aaa aaa"
    width = break_lines((Piece(text[:28], INK, None),), 900, 900)[0].width
    for justified, first in ((False, text[:20]), (True, text[:29])):
        made = break_lines((Piece(text, INK, None),), width - 2, width - 2, justified=justified)
        assert said(made[0]) == first


@settings(max_examples=60, deadline=None)
@given(st.text("ab é-–—中国，。 \u200b\u00a0", max_size=120), st.floats(20, 200))
def test_blanks_of_a_justified_line_lose_no_more_than_a_fifth(text: str, width: float) -> None:
    made = break_lines((Piece(text, INK, None),), width, width, justified=True)
    assert "".join(map(said, made)) == text
    for line in made[:-1]:
        assert line.width - width <= 0.2 * INK.face.width(" ", 10.0) * said(line).strip().count(" ") + 0.01
    assert not made or made[-1].width <= width + 0.01
