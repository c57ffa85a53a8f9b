from __future__ import annotations

import pytest

from briefgen.charts.flows import find_flows
from briefgen.model.source import Span

NAMES = " Later Norland and Sudland, the Netherlands and Old Harbour met."


def flows(sentence: str) -> list[tuple[str, str, list[str]]]:
    text = sentence + NAMES
    found = find_flows(text, Span(0, len(sentence)))
    return [(flow.giver, flow.taker, [span.of(text) for span in flow.items]) for flow in found]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Norland provides Sudland with ships, iron ore, and grain.",
         [("Norland", "Sudland", ["ships", "iron ore", "grain"])]),
        ("Norland mainly exports timber and paper to Sudland, while importing wine, oil, and other goods.",
         [("Norland", "Sudland", ["timber and paper"]), ("Sudland", "Norland", ["wine", "oil", "other goods"])]),
        ("Norland buys machines from Sudland.", [("Sudland", "Norland", ["machines"])]),
        ("Half of Norland’s grain imports, however, come from Sudland, including rye, as well as wheat.",
         [("Sudland", "Norland", ["rye", "wheat"])]),
        ("The Netherlands supplies Old Harbour with gas.", [("Netherlands", "Old Harbour", ["gas"])]),
        ("Norland provides Sudland with engines that it can no longer buy, and fuel.",
         [("Norland", "Sudland", ["engines that it can no longer buy", "fuel"])]),
        ("Norland sells parts (pumps, valves) to Sudland.", []),
    ],
)  # fmt: skip
def test_plain_statements_are_read(sentence, wanted):
    assert flows(sentence) == wanted


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland does not provide Sudland with ships.",
        "Norland could sell ships to Sudland.",
        "If it must, Norland sells ships to Sudland.",
        "Norland never sold ships to Sudland.",
        "Norland provides Sudland with ships, which are old, and grain.",
        "Norland provides Sudland with ships, making it strong.",
        "Factories provide Sudland with meals.",
        "Norland provides help with ships.",
        "Norland is a supplier of ships to Sudland and a friend.",
        "Norland’s imports from Sudland doubled.",
    ],
)
def test_what_is_denied_conditional_or_unclear_is_not(sentence):
    assert flows(sentence) == []


def test_a_broken_line_is_read_and_the_phrase_is_still_a_slice():
    ((_, _, items),) = flows("Norland provides Sudland with ships, iron\nore, and grain.")
    assert items == ["ships", "iron\nore", "grain"]
