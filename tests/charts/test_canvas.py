import matplotlib
import pytest

from briefgen.charts.canvas import Sheet, render
from tests.papers import look


def paint(sheet: Sheet) -> None:
    sheet.write(10, 10, "US$5 and $7 — 林海 Договор …", 9)
    sheet.bar(10, 20, 50, 10, derived=True)
    sheet.close(60)


def test_drawing_leaves_matplotlib_as_it_was() -> None:
    before = dict(matplotlib.rcParams)
    render(look(), paint)
    assert dict(matplotlib.rcParams) == before


def test_settings_of_the_machine_do_not_show() -> None:
    plain = render(look(), paint)
    with matplotlib.rc_context({"font.size": 30, "text.color": "red", "savefig.bbox": "tight"}):
        assert render(look(), paint) == plain


def test_lines_are_broken_at_blanks_and_between_han_characters() -> None:
    lines: list[list[str]] = []

    def wrap(sheet: Sheet) -> None:
        lines.append(sheet.wrap("one two three", sheet.width_of("one two ", 9), 9))
        lines.append(sheet.wrap("中俄睦邻友好", sheet.width_of("中俄睦", 9) + 0.5, 9))
        sheet.close(10)

    render(look(), wrap)
    assert lines == [["one two", "three"], ["中俄睦", "邻友好"]]


@pytest.mark.parametrize(("accent", "colour"), [("12436D", "#12436D"), ("FFEE99", "#12436d")])
def test_an_accent_too_pale_to_see_is_replaced(accent: str, colour: str) -> None:
    from dataclasses import replace

    assert Sheet(replace(look(), accent=accent)).accent == colour
