from briefgen.charts.alt import describe
from briefgen.model.chart import Chart, Datum, Evidence, Panel
from tests.charts.factbases import WORDS


def chart(count: int, title: str = "Ships came in") -> Chart:
    data = tuple(Datum(f"Ships of the port number {n}", n, f"{n} ships", "2020", Evidence("a", "1.1", ()))
                 for n in range(count))  # fmt: skip
    return Chart("bar", "ships", title, "Ships, number, 2020", (Panel("", data),))


def test_kind_title_subtitle_and_values_are_told() -> None:
    assert describe(chart(2), WORDS) == (
        "Bar chart: Ships came in. Ships, number, 2020. Ships of the port number 0: 0 ships; "
        "Ships of the port number 1: 1 ships."
    )


def test_what_does_not_fit_is_said_to_stand_in_the_table() -> None:
    for count in (5, 12, 40):
        said = describe(chart(count, "Ships " * 15), WORDS)
        assert 30 <= len(said) <= 250
        assert "the rest is in the table" in said
