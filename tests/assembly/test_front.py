from __future__ import annotations

from dataclasses import replace

from briefgen.assembly.front import make_bottom_line, make_front, make_key_points
from briefgen.model.brief import Bullets, NoteRef, Paragraph, plain
from tests import papers, shops


def lines(part) -> list[str]:
    return [plain(b.inlines) for b in part.blocks if isinstance(b, Paragraph)]


def test_the_front_says_the_date_the_age_of_the_evidence_and_whose_words_stand_there():
    dates, words = lines(make_front(shops.shop()))
    assert dates.startswith("Prepared 1 December 2025 · The source is undated. One source")
    assert dates.endswith("Newest dated evidence in this paper and in the source: 2020.")
    assert words.startswith("Whose words:")


def test_older_evidence_is_set_beside_the_source_s_newest():
    assert "in this paper: 2008; in the source: 2020." in lines(make_front(shops.shop(3)))[0]


def test_evidence_without_a_date_is_said_to_have_none():
    assert "carries no date of its own" in lines(make_front(shops.shop(5)))[0]


def test_a_marking_stands_as_a_paragraph_on_page_one():
    first = make_front(shops.shop(marking="OFFICIAL")).blocks[0]
    assert isinstance(first, Paragraph)
    assert (first.role, plain(first.inlines)) == ("marking", "OFFICIAL")


def test_rights_are_printed_as_the_card_has_them():
    base = papers.base()
    card = replace(base.source.card, rights="All rights with the port.")
    said = lines(make_front(shops.shop(base=replace(base, source=replace(base.source, card=card)))))
    assert said[-1].endswith(f"brackets are ours. {card.rights}")


def test_the_bottom_line_is_one_whole_sentence_of_the_source_with_its_mark():
    part = make_bottom_line(shops.shop())
    (paragraph,) = part.blocks
    assert plain(paragraph.inlines) == "The source states: “The notes say so again.”"
    assert [(i.label, i.real) for i in paragraph.inlines if isinstance(i, NoteRef)] == [("1", False)]


def test_a_judgement_is_said_to_be_one():
    base = papers.base()
    facts = (*base.facts[:-1], replace(base.facts[-1], kind="forecast"))
    (paragraph,) = make_bottom_line(shops.shop(base=replace(base, facts=facts))).blocks
    assert plain(paragraph.inlines).startswith("The source judges: “")


def test_without_a_sentence_that_can_stand_alone_there_is_no_bottom_line():
    shop = shops.shop()
    strand = shop.strands[0]
    bare = replace(shop, strands=(replace(strand, selection=replace(strand.selection, lead=None)),))
    assert make_bottom_line(bare) is None
    assert make_key_points(bare) is None


def test_key_points_are_quoted_with_their_marks():
    shop = shops.shop()
    strand = shop.strands[0]
    points = replace(strand.selection, points=strand.selection.facts[:2])
    part = make_key_points(replace(shop, strands=(replace(strand, selection=points),)))
    (bullets,) = part.blocks
    assert isinstance(bullets, Bullets)
    assert len(bullets.items) == 2


def test_a_key_point_that_the_source_judges_or_expects_says_so():
    shop = shops.shop()
    strand, facts = shop.strands[0], shop.facts
    points = (replace(facts[0], kind="judgement"), replace(facts[1], kind="forecast"), facts[2])
    made = replace(shop, strands=(replace(strand, selection=replace(strand.selection, points=points)),))
    said = [plain(item) for item in make_key_points(made).blocks[0].items]
    assert [text.partition("]")[0] for text in said[:2]] == ["[The source judges:", "[The source expects:"]
    assert not said[2].startswith("[")


def test_where_the_body_is_one_sentence_the_bottom_line_does_not_say_it_too():
    assert make_bottom_line(shops.shop(5, drawn=False)) is None
