"""Facts go under the sections whose terms they hold, and stay with their neighbours where these say little."""

from dataclasses import replace

from briefgen.facts.sectioning import divide, part
from briefgen.model.theme import Theme
from tests.facts import made

SEA = made.theme({"ship*": 3}, {"north": {"north": 3}, "south": {"south": 3}})


def divided(*paragraphs: str, theme: Theme = SEA) -> list[tuple[str, list[str]]]:
    base = made.base(theme, *paragraphs)
    return [(s.name, [f.place for f in s.facts]) for s in divide(base, theme, base.facts)[0]]


def test_sections_come_in_the_order_their_facts_stand_and_an_empty_one_vanishes():
    assert divided("Ships sail south.", "Ships sail north.") == [("south", ["1.1"]), ("north", ["2.1"])]
    assert divided("Ships sail south.") == [("south", ["1.1"])]


def test_a_fact_without_a_sections_term_stays_with_its_neighbour():
    assert divided("Ships sail north.", "Ships sail.", "Ships sail south.")[0] == ("north", ["1.1", "2.1"])


def test_one_weak_term_does_not_take_a_fact_away_from_its_neighbours():
    stray = [*["Ships sail north."] * 4, "Ships sail south.", *["Ships sail north."] * 4]
    weak = made.theme({"ship*": 3}, {"north": {"north": 3}, "south": {"south": 2}})
    assert len(divided(*stray, theme=weak)) == 1
    assert divided(*stray)[1] == ("south", ["5.1"])


def test_of_two_sections_that_fit_as_well_a_fact_stays_in_the_one_before():
    both = ["Ships sail north.", "Ships sail north and south.", "Ships sail south."]
    assert divided(*both) == [("north", ["1.1", "2.1"]), ("south", ["3.1"])]


def test_judgements_stand_apart_but_for_what_a_statement_hangs_on_and_what_hangs_on_that():
    base = made.base(SEA, "Ships sail. This is a triumph. However, the triumph is small.", "It is a shame.")
    first, second, third, last = base.facts
    stated, apart = part(
        [
            replace(first, kind="fact", needs=()),
            replace(second, kind="judgement", needs=(first.id,)),
            replace(third, kind="judgement", needs=(second.id,)),
            replace(last, kind="judgement", needs=()),
        ]
    )
    assert [f.place for f in stated] == ["1.1", "1.2", "1.3"]
    assert [f.place for f in apart] == ["2.1"]


def test_a_source_that_mixes_its_topics_is_sorted_by_topic():
    mixed = ["Ships sail north.", "Ships sail south."] * 4
    assert divided(*mixed) == [("north", ["1.1", "3.1", "5.1", "7.1"]), ("south", ["2.1", "4.1", "6.1", "8.1"])]


def test_what_leans_on_a_sentence_stays_behind_it():
    lines = ["Ships sail north. This in turn helped the south.", "Ships sail south."]
    assert divided(*lines)[0][1][:2] == ["1.1", "1.2"]
