from __future__ import annotations

import pytest

from briefgen.readers.attributes import count_of


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("3", 3),
        (" 3 ", 3),
        (None, 1),
        ("", 1),
        ("x", 1),
        ("²", 1),
        ("٣", 1),
        ("-2", 1),
        ("0", 1),
        ("9999", 1000),
    ],
)
def test_anything_is_a_count_within_bounds(text, count):
    assert count_of(text) == count
