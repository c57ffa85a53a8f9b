"""Items go with what announces them; prose after a list does not."""

from __future__ import annotations

import pytest

from briefgen.facts.listing import announced
from tests.facts import made

SHIPS = made.theme({"ship*": 3})
LEAD = "Each report on ships names:"
AFTER = "Norland must send the report in May."


def leaning(*paragraphs: str) -> dict[str, tuple[str, ...]]:
    """Which facts lean on which, by place."""
    base = made.base(SHIPS, *paragraphs)
    return {f.place: tuple(base.by_id[i].place for i in f.needs) for f in base.facts if f.needs}


@pytest.mark.parametrize(
    "items",
    [
        ("• The ships that were sold.", "• The ships that were lost."),
        ("(a) The ships that were sold.", "(b) The ships that were lost."),
        ("the ships that were sold;", "the ships that were lost."),
        ("The number of ships, with their names.", "A list of the ships bought in the year."),
    ],
    ids=["bullets", "letters", "small letters", "no verb"],
)
def test_items_lean_on_what_announces_them(items):
    assert leaning(LEAD, *items, AFTER) == {"2.1": ("1.1",), "3.1": ("1.1",)}


def test_prose_after_an_announcement_stands_alone():
    assert leaning(LEAD, AFTER, "The ships.") == {}


def test_a_title_in_a_list_is_no_item():
    assert leaning(LEAD, "The number of ships, with their names.", "Ships of Sudland", AFTER) == {"2.1": ("1.1",)}


def test_whether_a_sentence_has_a_verb_is_asked_of_english_only():
    said = [(0, "Jeder", ["Jeder Bericht nennt:"]), (0, "Das Sch", ["Das Schiff fährt nach Norden."])]
    assert announced(said, "de") == [None, None]
    assert announced(said, "en") == [None, 0]


def test_a_heading_ends_a_list():
    assert leaning(LEAD, "# Ships", "• The ships that were sold.") == {}


def test_a_list_in_a_list_leans_on_its_own_announcement():
    found = leaning(LEAD, "• The ships that were sold to:", "◦ Sudland and its king.", AFTER)
    assert found == {"3.1": ("2.1",)}
