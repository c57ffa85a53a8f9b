"""What a paper prints: closed over needs and caveats, within its length, each omission with its reason."""

import pytest

from briefgen.errors import UnknownName
from briefgen.facts import extract
from briefgen.facts.ranking import CEILINGS
from briefgen.facts.salience import weight
from briefgen.facts.selection import select
from tests.facts import article, made

SHIPS = made.theme({"ship*": 3})
LONG = "and the harbour of the town by the sea on the coast of the land " * 6
OTHER = "to whoever walks under old trees with his dog on Sundays before noon " * 6


def places(selection) -> list[str]:
    return [f.place for f in selection.facts]


def test_a_fact_brings_what_it_leans_on_though_that_is_off_the_theme():
    base = made.base(SHIPS, "Norland signed a pact. That same day, Sudland sent ships.", "The king slept.")
    assert places(select(base, SHIPS)) == ["1.1", "1.2"]


def test_a_caveat_travels_with_what_it_limits():
    base = made.base(SHIPS, "Sudland sent ships in 2019. However, the number remains low. The king slept.")
    assert places(select(base, SHIPS)) == ["1.1", "1.2"]


@pytest.mark.parametrize("length", CEILINGS)
def test_a_length_is_a_ceiling_and_what_finds_no_room_is_named(length):
    base = made.base(SHIPS, *(f"Norland sent ship number {n} {LONG}." for n in range(60)))
    selection = select(base, SHIPS, length)
    words = sum(len(base.words(f).split()) for f in selection.facts)
    assert CEILINGS[length] - 90 < words <= CEILINGS[length]
    assert {o.why for o in selection.left_out} == {"no room for it"}
    assert len(selection.left_out) + len(selection.facts) == 60


def test_of_twins_the_one_with_a_note_is_printed():
    base = made.base(
        SHIPS,
        "Norland has sent 12 ships to the southern sea in 2019.",
        "Norland sent 12 ships to the southern sea in 2019.⟦1⟧",
    )
    selection = select(base, SHIPS)
    assert places(selection) == ["2.1"]
    assert [(o.fact.place, o.why) for o in selection.left_out] == [("1.1", "says the same as 2.1")]


def test_like_sentences_with_other_numbers_or_other_roles_are_no_twins():
    base = made.base(
        SHIPS, "Norland sent 12 ships to the southern sea.", "Norland sent 13 ships to the southern sea.",
        "Norland fears the ships of Sudland.", "Sudland fears the ships of Norland.",
    )  # fmt: skip
    assert select(base, SHIPS).left_out == ()


def test_facts_that_come_first_on_the_theme_go_before_facts_that_touch_it():
    king = made.theme({"king": 3})
    other = type(king)("other", "Other", (("ship*", 3.0), ("king", 1.0)), (), 1.0, 0.3, (), (), ())
    lines = [f"The king has ship number {n} {LONG}." for n in range(9)] + [
        f"The king slept on day {n + 20} {LONG}." for n in range(9)
    ]
    base = extract(made.source(*lines), [king, other])
    printed = places(select(base, king, "one-page"))
    assert printed
    assert all(int(place.split(".")[0]) > 9 for place in printed)


def test_the_bottom_line_can_stand_alone():
    base = made.base(
        SHIPS,
        "They sent ships in 2019. Today Norland has 90 ships. The regime sent ships in 2018.",
        "Norland sent 9 ships in 2017.",
    )
    lead = select(base, SHIPS).lead
    assert lead is not None
    assert lead.place == "2.1"


def test_an_item_of_a_list_is_no_bottom_line():
    base = made.base(
        SHIPS, "(a) Norland sent 90 ships on 3 May 2019.", "2. Norland sent 80 ships in 2018.", "Ships float."
    )
    assert select(base, SHIPS).lead is None


def test_a_sentence_with_a_slip_of_the_source_in_it_is_no_bottom_line():
    base = made.base(SHIPS, "Norland sends several. ships to sea.", "Norland has ships.")
    assert select(base, SHIPS).lead.place == "2.1"
    base = made.base(SHIPS, "Norland sends approx. ten ships to sea.", "Norland has ships.")
    assert select(base, SHIPS).lead.place == "1.1"


def test_a_key_point_that_adds_to_another_waits_for_those_that_do_not():
    lines = [f"In {1900 + n} Norland sent {n} ships {LONG}." for n in range(9, 19)]
    short = "Norland also sent 9 ships in 1907.", "Norland sent 8 ships in 1908.", "Norland sent 7 ships in 1906."
    selection = select(made.base(SHIPS, *short, *lines), SHIPS)
    assert {selection.lead.place, selection.points[0].place} == {"2.1", "3.1"}
    assert selection.points[1].place == "1.1"


def test_of_two_sentences_as_much_on_a_theme_the_document_s_own_leads():
    base = made.base(
        SHIPS, "The harbour of Norland has ships.", "The museum of Sudland has ships.",
        *(f"The harbour of Norland froze in the {n}th winter." for n in range(9)),
    )  # fmt: skip
    lead = select(base, SHIPS).lead
    assert lead is not None
    assert lead.place == "1.1"


def test_there_is_no_bottom_line_where_no_sentence_can_stand_alone():
    base = made.base(SHIPS, f"Norland sent ships {LONG}.", "Today Norland has ships.")
    assert select(base, SHIPS).lead is None


def test_key_points_fill_roles_before_ranks_and_say_which_words_did_it():
    lines = [f"In {1900 + n} Norland sent {n} ships {LONG}." for n in range(9, 19)]
    lines.append("In 1908 Norland sent 8 ships.")
    base = made.base(
        SHIPS, *lines, "The ships grew in number because of the war.", "Norland’s ships are increasingly important.",
        "Norland’s ships refused to leave.",
    )  # fmt: skip
    selection = select(base, SHIPS)
    assert [w.what for w in selection.why_points[:4]] == [
        "dated or measured", "cause or consequence", "weighs, compares or explains", "limit or counter-point",
    ]  # fmt: skip
    words = [[span.of(base.source.text) for span in why.spans] for why in selection.why_points[1:4]]
    assert words == [["because of"], ["increasingly"], ["refused to"]]
    assert len(selection.points) + (selection.lead is not None) == 5


def test_below_six_hundred_words_there_are_no_key_points():
    base = made.base(SHIPS, "Norland sent ships in 2019. Sudland sent ships because of it.")
    assert select(base, SHIPS).points == ()


def test_a_theme_without_facts_gives_an_empty_selection_with_a_remark():
    selection = select(made.base(SHIPS, "The king slept."), SHIPS)
    assert (selection.sections, selection.lead) == ((), None)
    assert "no passage" in selection.remarks[0].what


def test_an_unknown_length_names_the_nearest():
    with pytest.raises(UnknownName, match="did you mean “standard”"):
        select(made.base(SHIPS, "The king slept."), SHIPS, "standart")


def test_a_quota_serves_every_heading_of_any_document():
    overview = made.theme({}, quota=True)
    base = made.base(
        overview,
        "The opening has words.",
        "# Kings",
        *(f"The king {n} slept {LONG}." for n in range(30)),
        "# Ships",
        "Norland sent ships.",
    )
    sections = select(base, overview, "one-page").sections
    assert [s.title for s in sections] == ["Topic", "Kings", "Ships"]
    assert 1 <= len(sections[1].facts) < 4


def test_a_quota_without_headings_takes_from_every_paragraph():
    overview = made.theme({}, quota=True)
    base = made.base(overview, *(f"The king {n} slept. The queen {n} did not." for n in range(9)))
    assert {f.paragraph for f in select(base, overview).facts} == set(range(1, 10))


@pytest.mark.parametrize("length", CEILINGS)
@pytest.mark.parametrize("name", [*article.NAMES, "overview"])
def test_a_paper_of_the_article_strands_no_sentence_and_repeats_none(name, length):
    selection = select(article.base(), article.theme(name), length)
    printed = [f.id for s in selection.sections for f in s.facts]
    assert len(printed) == len(set(printed)) > 0
    for section in selection.sections:
        inside = [f.id for f in section.facts]
        for fact in section.facts:
            assert all(need in inside for need in fact.needs), fact.place
    assert selection.lead is not None


def test_sections_of_the_article_follow_the_source_each_in_itself_and_as_they_begin():
    for name in article.NAMES:
        selection = select(article.base(), article.theme(name))
        spans = [[f.span for f in s.facts] for s in selection.sections]
        assert all(under == sorted(under) for under in spans), name
        assert [under[0] for under in spans] == sorted(under[0] for under in spans), name
        assert 2 <= len(selection.sections) <= 5


def test_the_bottom_line_is_no_key_point_too():
    for name in article.NAMES:
        selection = select(article.base(), article.theme(name))
        assert selection.lead not in selection.points
        assert all(point in selection.facts for point in selection.points)
        assert len(selection.why_points) == len(selection.points)


def test_words_that_take_a_side_cost_a_sentence_the_bottom_line():
    base = made.base(
        SHIPS,
        "Norland’s ships are increasingly a threat that threatens Sudland.",
        "Norland’s ships are increasingly important to Sudland.",
    )
    lead = select(base, SHIPS).lead
    assert lead is not None
    assert lead.place == "2.1"


def test_a_key_point_that_is_no_glance_waits_for_those_that_are():
    long = f"Norland sent 90 ships on 3 May 2019 to the isle {LONG}."
    base = made.base(SHIPS, long, *(f"Norland sent ship {n + 20} to the {n}th isle in 2018." for n in range(90)))
    chosen = select(base, SHIPS)
    assert chosen.points
    assert "1.1" not in [f.place for f in chosen.points]


def test_a_sentence_of_great_length_is_worth_less():
    endless = f"On 3 May 2019 Norland sent 90 ships, {LONG * 3} again."
    base = made.base(SHIPS, endless, f"On 3 May 2019 Norland sent 90 ships {LONG}.")
    long, short = (weight(base, fact, "topic", False) for fact in base.facts)
    assert long < short - 1


def test_judgements_fill_a_standard_paper_half_as_far_as_statements_and_a_full_one_without_end():
    stated = [f"Norland sent ship number {n} {LONG}." for n in range(7)]
    judged = [f"Ship number {n} is a dangerous threat {OTHER}." for n in range(7)]
    base = made.base(SHIPS, *stated, *judged)
    kinds = [f.kind for f in base.facts]
    assert kinds.count("fact") == 7, kinds
    words = {
        length: sum(len(base.words(f).split()) for f in select(base, SHIPS, length).facts if f.kind != "fact")
        for length in ("standard", "full")
    }
    most = sum(len(base.words(f).split()) for f in base.facts if f.kind == "fact") // 2
    assert most - 100 < words["standard"] <= most < words["full"]
    assert {o.why for o in select(base, SHIPS).left_out} == {"no room for it among the judgements"}


def test_a_source_that_only_judges_still_fills_a_paper():
    base = made.base(SHIPS, *(f"Ship number {n} is a dangerous threat {LONG}." for n in range(12)))
    words = sum(len(base.words(f).split()) for f in select(base, SHIPS).facts)
    assert 500 < words <= 600
