import pytest

from briefgen.charts.scales import say_mark, ticks


@pytest.mark.parametrize("largest", [0.003, 1, 3, 8, 15, 38, 74, 100, 107.7, 999, 1e7])
def test_an_axis_begins_at_zero_and_has_few_round_marks(largest: float) -> None:
    marks = ticks(largest)
    assert marks[0] == 0
    assert 2 <= len(marks) <= 7
    assert marks[-1] >= largest * 0.7


def test_counts_are_never_marked_between_whole_numbers() -> None:
    assert all(mark == int(mark) for mark in ticks(3))


def test_a_mark_longer_than_the_values_is_not_written() -> None:
    assert [say_mark(mark) for mark in (0.0, 2.5, 25000.0, 3e9)] == ["0", "2.5", "25,000", ""]
