"""What does not depend on the room: who is wanted, who goes with whom, and who has no place on one page."""

from __future__ import annotations

from briefgen.facts.ranking import rank
from briefgen.facts.selection import choose, select
from tests.facts import made

SHIPS = made.theme({"ship*": 3})


def test_a_ranking_serves_papers_of_every_number_of_words():
    base = made.base(SHIPS, *(f"In {1900 + n} Norland sent {n} ships." for n in range(10, 30)))
    ranking = rank(base, SHIPS, "standard")
    sizes = [len(choose(base, SHIPS, ranking, "standard", most).facts) for most in (0, 12, 60, 1500)]
    assert sizes == [0, 2, 10, 20]
    assert choose(base, SHIPS, ranking, "standard", 1500) == select(base, SHIPS)


def test_a_sentence_that_takes_a_side_has_no_room_on_one_page_unless_an_editor_rests_on_it():
    base = made.base(SHIPS, "Norland has ships.", "The regime sent ships in 2018.")
    taken = base.facts[1]
    assert taken.loaded
    assert [f.place for f in select(base, SHIPS, "one-page").facts] == ["1.1"]
    assert [o.why for o in select(base, SHIPS, "one-page").left_out] == [
        "takes a side, and one page has no room for another"
    ]
    assert len(select(base, SHIPS).facts) == 2
    assert len(select(base, SHIPS, "one-page", first=(taken.id,)).facts) == 2


def test_what_denies_something_of_a_sentence_travels_with_it():
    base = made.base(SHIPS, "Norland sells ships to Sudland. Norland has not sold these ships to others.")
    first, second = base.facts
    assert second.needs == (first.id,)
    few = len(base.words(first).split())
    assert choose(base, SHIPS, rank(base, SHIPS, "one-page"), "one-page", few).facts == ()
