import pytest

from briefgen.charts.values import bare, base_value, number_of, printed, scale_of, unit_of
from briefgen.model.fact import Quantity
from briefgen.model.source import Span
from tests.charts.factbases import WORDS


def quantity(words: str, value: float, **more: object) -> Quantity:
    fields = {"upper": None, "unit": None, "currency": None, "period": "", "base_period": "", "direction": "level"}
    return Quantity(Span(0, len(words)), value, hedge=str(more.pop("hedge", "")), **{**fields, **more})


@pytest.mark.parametrize(
    ("words", "value", "more", "said"),
    [
        ("US$107.7\nbillion", 107.7e9, {"currency": "USD"}, "US$107.7 billion"),
        ("eight times", 8, {"direction": "count"}, "8"),
        ("Eighty percent", 80, {"unit": "percent", "direction": "share"}, "80 percent"),
        ("two thirds", 66.7, {"unit": "percent", "direction": "share"}, "two thirds"),
        ("4,000 ships", 4000, {"direction": "count"}, "4,000"),
        ("US$2 billion", 2e9, {"currency": "USD", "hedge": "nearly"}, "nearly US$2 billion"),
        ("over 300 ships", 300, {"direction": "count", "hedge": "over"}, "over 300"),
    ],
)
def test_values_are_printed_as_the_source_has_them(words: str, value: float, more: dict[str, str], said: str) -> None:
    assert printed(quantity(words, value, **more), words) == said


def test_unit_number_and_scale_are_read_off_the_printed_value() -> None:
    assert unit_of("US$107.7 billion") == "US$ billion"
    assert unit_of("about US$97 million") == "US$ million"
    assert unit_of("more than RMB 52 billion") == "RMB billion"
    assert number_of("US$1,107.7 billion") == 1107.7
    assert scale_of(107.7e9, "US$107.7 billion") == 1e9
    assert scale_of(66.7, "two thirds") is None
    assert scale_of(5, "3 dozen") is None


def test_close_columns_lose_the_unit_they_share() -> None:
    assert bare(["US$5.85 billion", "about US$69 billion (derived)"]) == ("5.85", "about 69 (derived)")
    assert bare(["US$5 million", "US$2 billion"]) == ("5 million", "2 billion")


@pytest.mark.parametrize(
    ("level", "value", "change", "percent", "direction", "derived"),
    [
        ("US$89 billion", 89e9, "29.5 percent", 29.5, "change+", (69e9, "about US$69 billion", "89 ÷ 1.295")),
        ("US$89.0 billion", 89e9, "29.5 percent", 29.5, "change+", (68.7e9, "about US$68.7 billion", "89 ÷ 1.295")),
        ("US$90 billion", 90e9, "10 percent", 10, "change-", (100e9, "about US$100 billion", "90 ÷ 0.9")),
        ("1,200 ships", 1200, "25 percent", 25, "change+", (960, "about 960 ships", "1200 ÷ 1.25")),
    ],
)
def test_a_derived_value_has_no_more_figures_than_its_poorest_input(
    level: str, value: float, change: str, percent: float, direction: str, derived: tuple[float, str, str]
) -> None:
    text = f"{level} {change}"
    first = quantity(level, value)
    second = Quantity(Span(len(level) + 1, len(text)), percent, None, "percent", None, "", "", direction, "")
    found = base_value(first, second, text, WORDS)
    assert found is not None
    assert found[0] == pytest.approx(derived[0])
    assert found[1:] == derived[1:]
