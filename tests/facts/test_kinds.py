"""Whose a sentence is, and whether it weighs, foretells or records."""

import pytest

from briefgen.facts.kinds import judge, rules


@pytest.mark.parametrize(
    ("text", "kind", "decided"),
    [
        ("The port handled 4 million tonnes in 2019.", "fact", None),
        ("Minister Ann Berg said the port would close.", "reported", "said"),
        ("According to the Harbour Office, the port is safe.", "reported", "According to"),
        ("The port is more important than at any time before.", "judgement", "more important than"),
        ("The quay will remain open.", "forecast", "will remain"),
        ("“The quay will remain open,” said Ann Berg.", "reported", "said"),
        ("Observers described the treaty as a mistake.", "reported", "described the treaty as"),
        ("The council expects revenue to reach US$5 million by 2030.", "reported", None),
        ("The ministry intends to close the port in 2030.", "reported", "intends to"),
        ("In May 2018, while the mayor waited, the port closed.", "fact", None),
        ("The town has more than fifty choirs and the port fewer than 12 cranes.", "fact", None),
        ("Norland does not recognise the island’s independence.", "fact", "does not recognise"),
    ],
)
def test_a_sentence_is_judged_by_its_words(text, kind, decided):
    verdict = judge(text)
    assert verdict.kind == kind
    if decided:
        assert decided in [span.of(text) for span in verdict.why.spans]


def test_in_a_document_of_rules_a_demand_is_what_it_says():
    demand = "The harbour master must keep a list of all ships."
    assert judge(demand).kind == "judgement"
    assert judge(demand, ruling=True).kind == "fact"
    assert rules([demand, "The list is public."])
    assert not rules([demand, *["The list is public."] * 19])


def test_a_speech_of_what_we_must_do_lays_down_no_rules():
    assert not rules(["We must build more ships, and it must be soon.", "The list is public."])


def test_a_standard_sets_its_rules_in_capitals():
    assert rules(["A ship MUST carry a light.", *["The list is public."] * 14])


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Former ambassador Joe Miller said on Monday that ships would come.", "Former ambassador Joe Miller"),
        ("In March, Foreign Ministry spokesperson Li Na criticised the pact.", "Foreign Ministry spokesperson Li Na"),
        ("“It is not so,” says Ann Berg, an analyst.", "Ann Berg"),
        ("A 2021 report by the Institute found that trade grew.", "A 2021 report by the Institute"),
        ("The two leaders have said that ties are close.", "The two leaders"),
    ],
)
def test_a_reported_sentence_names_its_speaker(text, speaker):
    attribution = judge(text).attribution
    assert attribution is not None
    assert attribution.speaker == speaker
    assert attribution.span.of(text) == speaker


def test_what_stands_below_while_reports_nothing():
    assert judge("While some said it was over, the pact has grown to 12 members.").kind == "fact"


def test_words_that_take_a_side_are_flagged_unless_they_are_quoted():
    text = "The pact threatens the region."
    assert [span.of(text) for span in judge(text).loaded] == ["threatens"]
    assert judge("He called it ‘a puppet’ in 2019.").loaded == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A list of the ships was filed with the Department of State of Norland.", "fact"),
        ("The state of the ships is poor.", "judgement"),
        ("Tissue was taken from the core needle of each ship.", "fact"),
        ("Ships are at the core of the matter.", "judgement"),
    ],
)
def test_a_name_or_a_thing_is_no_judgement_for_a_word_in_it(text, kind):
    assert judge(text).kind == kind
