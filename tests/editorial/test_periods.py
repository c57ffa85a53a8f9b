import pytest

from briefgen.editorial.periods import Moment, Window, parse, say
from tests.charts.factbases import WORDS


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2020", "2020"),
        ("2021-03", "March 2021"),
        ("2022-02-04", "4 February 2022"),
        ("2021-01/2021-08", "January–August 2021"),
        ("2021-01/2021-12", "2021"),
        ("2008/2018", "2008–2018"),
        ("2020-11/2021-02", "November 2020 to February 2021"),
        ("2012/..", "since 2012"),
        ("../2012", "until 2012"),
    ],
)
def test_a_window_is_said_in_words(edtf: str, said: str) -> None:
    assert [say(window, WORDS) for window in parse(edtf)] == [said]


def test_a_set_gives_a_window_for_each_member() -> None:
    assert parse("{2019,2020}") == (Window(Moment(2019), Moment(2019)), Window(Moment(2020), Moment(2020)))


@pytest.mark.parametrize(
    "edtf", ["", "194X", "1992~", "2021-13", "2021-02-30", "2020/2019", "../..", "soon", "2021-21"]
)
def test_what_is_vague_or_malformed_is_no_window(edtf: str) -> None:
    assert parse(edtf) == ()


def test_moments_lie_on_a_scale_of_years() -> None:
    assert Moment(2020).opening == 2020.0
    assert Moment(2020).closing == 2021.0
    assert Moment(2020, 12, 31).closing == pytest.approx(2021.0)
    assert Moment(2021, 7).opening == pytest.approx(2021 + 181 / 365)
