"""What a sentence leans on: pointing openings, pronouns, "the strategy", lists, quotations left open."""

import pytest

from briefgen.facts.needs import lean


def on(*sentences: str, before: tuple[str, ...] = ()) -> list[tuple[int, ...]]:
    return [leaning.on for leaning in lean(sentences, before)]


@pytest.mark.parametrize(
    "text",
    [
        "That same day, the minister left.",
        "This in turn gave both sides depth.",
        "Nor does it recognise the islands.",
        "However, the level remains low.",
        "They met again.",
        "During that 24 hour period, no one may vote.",
        "If this is the case, the vote is void.",
        "In 2019, for example, they met twice.",
        "Troops have since returned each year.",
        "Norland has not opposed these sales.",
        "Two of them have oil.",
        "Norland similarly steers clear of the conflict.",
        "The ambassador spoke the day after the announcement.",
    ],
)
def test_a_sentence_that_points_back_leans_on_the_one_before(text):
    alone, leaning = lean(["Norland and Sudland signed a pact.", text])
    assert (alone.on, alone.why) == ((), None)
    assert leaning.on == (0,)
    assert leaning.why is not None
    assert all(0 <= span.start < span.end <= len(text) for span in leaning.why.spans)


@pytest.mark.parametrize(
    "text",
    [
        "The close relationship has delivered benefits.",
        "Norland sent ships, which it later withdrew.",
        "The report of the committee was published in 2019.",
        "Such as it is, the pact holds.",
        "In addition to ships, Norland sent planes.",
        "It’s time to act.",
        "On the coast of those with harbours, trade grew.",
    ],
)
def test_a_sentence_that_explains_itself_stands_alone(text):
    assert on("Norland and Sudland signed a pact.", text)[1] == ()


def test_the_strategy_leans_on_the_sentence_that_brings_it_in():
    assert on("The Coast Strategy was published.", "Ships came.", "The strategy said little.")[2] == (0,)


def test_an_instance_leans_on_the_sentence_that_announces_it():
    assert on("There are also issues on which they differ.", "Norland claims the island.")[1] == (0,)


def test_a_paragraph_reaches_back_over_its_start_for_a_pronoun_and_not_for_however():
    before = ("The relationship is close.", "Ships came in 2019.")
    assert on("Officially, it is a partnership.", before=before) == [(-2,)]
    assert on("Such ties last.", before=before) == [(-1,)]
    assert on("However, ships left.", before=before) == [()]
    assert on("Such ties last.") == [()]


def test_a_quotation_left_open_ties_its_sentences_together():
    assert on("He said: “Ships came.", "Ships left.", "All is well.”", "Trade grew.") == [(), (0,), (1,), ()]


def test_an_example_that_opens_a_paragraph_leans_on_the_one_before():
    assert on("For example, Norland sent ships.", before=("Some had fleets.",)) == [(-1,)]
    assert on("However, Norland sent ships.", before=("Some had fleets.",)) == [()]
