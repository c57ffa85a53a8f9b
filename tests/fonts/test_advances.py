"""A line is as wide as its letters; what a face lacks is taken for a Chinese letter."""

from __future__ import annotations

import pytest

from briefgen.fonts import SANS, find, width_of


def test_a_line_is_as_wide_as_its_letters_and_grows_with_the_type() -> None:
    face = find(SANS)
    assert width_of("", face, 10) == 0
    assert width_of("ab", face, 10) == pytest.approx(width_of("a", face, 10) + width_of("b", face, 10))
    assert width_of("ab", face, 20) == pytest.approx(2 * width_of("ab", face, 10))
    assert width_of("i", face, 10) < width_of("m", face, 10) < 10


def test_bold_letters_and_such_as_the_face_lacks_are_wider() -> None:
    assert width_of("trade", find(SANS, bold=True), 10) > width_of("trade", find(SANS), 10)
    assert width_of("海", find(SANS), 10) == 10
