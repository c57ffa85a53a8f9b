"""Facts go under the sections whose terms they hold; the source's order is kept where that costs little."""

from briefgen.facts.sectioning import divide
from tests.facts import made

SEA = made.theme({"ship*": 3}, {"north": {"north": 3}, "south": {"south": 3}})


def divided(*paragraphs: str) -> list[tuple[str, list[str]]]:
    base = made.base(SEA, *paragraphs)
    return [(s.name, [f.place for f in s.facts]) for s in divide(base, SEA, base.facts)]


def test_sections_come_in_the_order_their_facts_stand_and_an_empty_one_vanishes():
    assert divided("Ships sail south.", "Ships sail north.") == [("south", ["1.1"]), ("north", ["2.1"])]
    assert divided("Ships sail south.") == [("south", ["1.1"])]


def test_a_fact_without_a_sections_term_stays_with_its_neighbour():
    assert divided("Ships sail north.", "Ships sail.", "Ships sail south.")[0] == ("north", ["1.1", "2.1"])


def test_one_stray_fact_does_not_break_the_order_of_the_source():
    stray = [*["Ships sail north."] * 4, "Ships sail south.", *["Ships sail north."] * 4]
    assert len(divided(*stray)) == 1


def test_a_source_that_mixes_its_topics_is_sorted_by_topic():
    mixed = ["Ships sail north.", "Ships sail south."] * 4
    assert divided(*mixed) == [("north", ["1.1", "3.1", "5.1", "7.1"]), ("south", ["2.1", "4.1", "6.1", "8.1"])]


def test_what_leans_on_a_sentence_stays_behind_it():
    lines = ["Ships sail north. This in turn helped the south.", "Ships sail south."]
    assert divided(*lines)[0][1][:2] == ["1.1", "1.2"]
