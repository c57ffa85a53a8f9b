"""The editor has the last word; a decision is found again when the text shifts, and is never lost without a word."""

from dataclasses import replace

import pytest

from briefgen.editorial.decisions import Row, dump, load
from briefgen.errors import EditorialError
from briefgen.facts import decide
from briefgen.facts.selection import select
from briefgen.model.fact import Factbase
from briefgen.model.source import File
from tests.facts import article, made

SHIPS = made.theme({"ship*": 3})
ID = "made-0123456789"


def decided(base: Factbase, *rows: Row) -> Factbase:
    return decide(base, load(File("overrides.csv", dump(rows)), ("topic", "other", "third")))


def one(text: str, row: Row):
    return decided(made.base(SHIPS, text), row).facts[0]


def refused(base: Factbase, *rows: Row) -> str:
    with pytest.raises(EditorialError) as caught:
        decided(base, *rows)
    return str(caught.value)


def test_themes_are_taken_away_and_added_and_one_is_put_first():
    fact = one("Norland sent ships.", Row(ID, "Norland", add="other !third"))
    assert fact.theme_names == ("third", "topic", "other")
    assert max(fact.themes, key=lambda t: t.score) is fact.themes[0]
    assert one("Norland sent ships.", Row(ID, "Norland", drop="topic")).themes == ()
    kept = one("Norland sent ships.", Row(ID, "Norland", add="other topic", drop="*"))
    assert kept.theme_names == ("other", "topic")
    assert kept.themes[1].matched, "what the rules found stays to be explained"


def test_a_kind_is_decided_with_its_reason_and_the_decision_is_kept():
    fact = one("Norland sent ships.", Row(ID, "Norland", kind="judgement", why="because"))
    assert (fact.kind, fact.why_kind.what) == ("judgement", "an editor’s decision (overrides.csv:2)")
    assert fact.decision is not None
    assert fact.decision.why == "because"


def test_a_kind_that_the_rules_found_too_keeps_their_words():
    fact = one("The council said that Norland sent ships.", Row(ID, "The council", kind="reported"))
    assert fact.attribution is not None
    assert fact.why_kind.spans


def test_a_decision_finds_its_passage_by_id_wherever_it_stands():
    base = made.base(SHIPS, "The king slept.", "Norland sent ships.")
    moved = decided(base, Row(base.facts[1].id, "", add="other"))
    assert [fact.theme_names for fact in moved.facts] == [(), ("topic", "other")]


@pytest.mark.parametrize("text", ["Norland sent ships, it is said.", "NORLAND  sent ships in 2019."])
def test_a_passage_with_other_words_is_found_by_its_opening(text):
    assert one(text, Row(ID, "Norland sent ships", add="other")).theme_names == ("topic", "other")


def test_a_passage_with_other_figures_is_found_by_its_opening():
    assert one("In 2021, Norland sent 1,400 ships.", Row(ID, "In 2019, Norland sent 12 ships", drop="*")).themes == ()
    base = made.base(SHIPS, "In 2019 ships left.", "In 2020 ships left.")
    assert [f.theme_names for f in decided(base, Row(ID, "In 2020", drop="*")).facts] == [("topic",), ()]


def test_a_decision_that_fits_no_passage_is_refused():
    base = made.base(SHIPS, "Norland sent ships.")
    assert refused(base, Row(ID, "The king")).startswith(f"overrides.csv:2: no passage is “{ID}” or opens with “The k")
    assert refused(base, Row("other-0123456789", "")).startswith("overrides.csv:2: no passage is “other-0123456789”;")
    both = refused(base, Row("", "The king", add="other"), Row("", "The queen", add="other"))
    assert both.startswith("overrides.csv:2: no passage opens with “The king” (nor do these lines fit: 3); mend")


def newer(base: Factbase) -> Factbase:
    """Make it a document that came after its decisions."""
    return replace(base, source=replace(base.source, card=replace(base.source.card, fitted_sha256="another")))


def test_beside_a_newer_document_one_that_does_not_fit_is_told_and_changes_nothing():
    base = newer(made.base(SHIPS, "Norland sent ships.", "Sudland sent ships.", "Sudland sent ships again."))
    rows = Row(ID, "The king", add="other"), Row("", "Sudland", add="other"), Row("", "Norland", pin="other")
    done = decided(base, *rows)
    assert done.facts == base.facts
    first, second, third = map(str, done.remarks)
    kept = "; the line is kept and not used; "
    assert first.startswith(f"overrides.csv:2: no passage is “{ID}” or opens with “The king”{kept}mend")
    assert second.startswith(f"overrides.csv:3: the decision fits 2.1 and 3.1{kept}write more of the opening")
    assert third.startswith(f"overrides.csv:4: 1.1 is pinned for “other” and is not on it{kept}add “other” too")


def test_a_passage_that_its_id_names_is_not_taken_by_another_that_opens_so():
    base = newer(made.base(SHIPS, "Norland sent ships."))
    done = decided(base, Row(ID, "Norland", add="other"), Row(base.facts[0].id, "Norland sent", add="third"))
    assert done.facts[0].theme_names == ("topic", "third")
    assert str(done.remarks[0]).startswith("overrides.csv:2: 1.1 is decided on in overrides.csv:3 already")


def test_a_decision_that_fits_two_passages_is_refused():
    base = made.base(SHIPS, "Norland sent ships.", "Norland sent ships again.")
    assert refused(base, Row(ID, "Norland sent ships")).startswith("overrides.csv:2: the decision fits 1.1 and 2.1")
    swapped = Row(base.facts[0].id, "Norland sent ships again")
    assert refused(base, swapped).startswith("overrides.csv:2: the decision fits 1.1 and 2.1")


def test_two_decisions_on_one_passage_are_refused():
    base = made.base(SHIPS, "Norland sent ships.")
    rows = Row(base.facts[0].id), Row(ID, "Norland")
    assert refused(base, *rows).startswith("overrides.csv:3: 1.1 is decided on in overrides.csv:2 already")


def test_a_place_serves_only_with_the_words_that_stand_there():
    base = made.base(SHIPS, "Norland sent ships.", "Norland sent ships again.")
    assert decided(base, Row("2.1", "Norland sent", drop="*")).facts[1].themes == ()
    assert refused(base, Row("2.1")).startswith("overrides.csv:2: names a place, 2.1, alone")
    assert decided(base, Row("1.1", "Norland sent ships again", drop="*")).facts[1].themes == ()


def test_a_passage_pinned_for_a_theme_it_is_not_on_is_refused():
    base = made.base(SHIPS, "Norland sent ships.")
    assert "1.1 is pinned for “other” and is not on it; add “other” too" in refused(
        base, Row(ID, "Norland", pin="other")
    )
    assert decided(base, Row(ID, "Norland", add="other", pin="other")).facts[0].decision is not None


LONG = "and the harbour of the town by the sea on the coast of the land " * 6


def test_what_is_pinned_finds_room_before_all_else_and_what_does_not_is_told():
    lines = [f"Norland sent ship number {n} {LONG}." for n in range(12)]
    base = decided(made.base(SHIPS, *lines), Row(ID, "Norland sent ship number 11", pin="yes"))
    assert "12.1" in [fact.place for fact in select(base, SHIPS, "one-page").facts]
    rows = [Row(made.base(SHIPS, *lines).facts[n].id, pin="topic") for n in range(12)]
    crowded = select(decided(made.base(SHIPS, *lines), *rows), SHIPS, "one-page")
    assert len(crowded.remarks) == len(crowded.left_out) > 0
    assert "is pinned and not printed on topic: no room for it; unpin others" in str(crowded.remarks[0])


def test_what_is_excluded_is_not_printed_nor_what_cannot_stand_without_it():
    base = made.base(SHIPS, "Norland sent ships. That same day, Sudland sent ships.", "The ship of the king left.")
    selection = select(decided(base, Row(ID, "Norland", exclude="yes")), SHIPS)
    assert [fact.place for fact in selection.facts] == ["2.1"]
    assert [(o.fact.place, o.why) for o in selection.left_out] == [
        ("1.1", "an editor excluded it"),
        ("1.2", "cannot stand without 1.1, which an editor excluded"),
    ]
    elsewhere = select(decided(base, Row(ID, "Norland", exclude="other")), SHIPS)
    assert len(elsewhere.facts) == 3


def test_of_twins_an_excluded_one_takes_nothing_with_it():
    text = "Norland has sent 12 ships to the southern sea in 2019."
    base = made.base(SHIPS, text + "⟦1⟧", text.replace("has ", ""))
    excluded = decided(base, Row(base.facts[0].id, exclude="yes"))
    assert [fact.place for fact in select(excluded, SHIPS).facts] == ["2.1"]


def test_the_article_ships_a_reading_of_every_sentence_signed_by_the_project():
    base = article.base()
    decisions = load(article.file(article.DATA / "overrides.csv"), article.NAMES)
    done = decide(base, decisions)
    assert done.remarks == base.remarks
    assert [fact.decision for fact in done.facts] == list(decisions), "one row a sentence, in the article's order"
    assert all(decision.why.endswith(" – briefgen project") for decision in decisions)
    read = article.labels("labels.csv")
    differ = [
        fact.place
        for fact, row in zip(done.facts, read, strict=True)
        if ";".join(fact.theme_names or ("background",)) != row["themes"] or fact.kind != row["kind"]
    ]
    second = [f.place for f in done.facts if f.decision and f.decision.why.startswith("second reading: ")]
    assert differ == second == ["1.4", "15.5", "19.4"]


def test_the_articles_decisions_give_united_states_policy_its_dated_events():
    done = decide(article.base(), load(article.file(article.DATA / "overrides.csv"), article.NAMES))
    dated = [
        fact.place
        for fact in done.facts
        if fact.theme_names[:1] == ("us-policy",)
        and fact.kind in ("fact", "reported")
        and any(period.edtf and not period.relative for period in fact.periods)
    ]
    assert dated == ["14.1", "14.5", "17.2", "17.3", "18.2"]


def test_the_articles_decisions_hold_when_every_figure_in_it_is_another():
    rows = load(article.file(article.DATA / "overrides.csv"), article.NAMES)
    words = [article.base().words(fact) for fact in article.base().facts]
    shifted = made.base(SHIPS, *(_other_figures(text) for text in words))
    done = decide(shifted, rows)
    assert [fact.decision for fact in done.facts] == list(rows)


def _other_figures(text: str) -> str:
    return text.translate(str.maketrans("0123456789", "8967452301"))
