from __future__ import annotations

import pytest

from briefgen.facts.codes import code_of


@pytest.mark.parametrize(
    "piece", ["ship_open", "open()", "Ship::open", "--all", "-k18", "/ports/north", "$PORT", "x:1:"]
)
def test_what_no_prose_holds_is_code(piece):
    assert code_of(f"The ship {piece} sails.") == [piece]


@pytest.mark.parametrize(
    "words",
    [
        "Ships cost $600,000,000 (n = 12) -- or more -- on 12/31/1999 at 10:30:00.",
        "See https://ships.example/ports/north/ or write to keeper@ships.example.",
        "It is 50% and/or #1 of the well-known A-B ships.",
    ],
)
def test_money_dates_addresses_and_dashes_are_none(words):
    assert code_of(words) == []
