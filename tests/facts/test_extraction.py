"""What a fact takes over from those before it: a topic it does not name, and the speaker of an open quotation."""

from tests.facts import made

SHIPS = made.theme({"ship*": 3})


def test_a_sentence_that_names_no_topic_is_on_that_of_what_it_leans_on():
    first, second, third = made.base(SHIPS, "Norland sent ships. That same day, Sudland did too. The king slept.").facts
    assert (first.theme_names, second.theme_names, third.theme_names) == (("topic",), ("topic",), ())
    assert second.themes[0].score < first.themes[0].score


def test_a_sentence_within_a_quotation_is_its_speakers():
    open_ended = "Minister Ann Reed said: “The ships left. They will come back in May. The sea is wide."
    facts = made.base(SHIPS, open_ended, "The king slept.").facts
    assert [fact.kind for fact in facts] == ["reported", "reported", "reported", "fact"]
    assert [fact.attribution.speaker if fact.attribution else "" for fact in facts] == ["Minister Ann Reed"] * 3 + [""]
    assert facts[1].why_kind.what == "stands in a quotation opened before"


def test_names_are_listed_as_they_stand():
    (fact,) = made.base(SHIPS, "In May, Minister Ann Reed left the Port Authority of Norland.").facts
    assert fact.entities == ("Minister Ann Reed", "Port Authority of Norland")
