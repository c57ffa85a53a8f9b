from __future__ import annotations

from dataclasses import replace

from briefgen.assembly.limits import make_limits
from briefgen.model.brief import plain
from briefgen.model.fact import Period, Point, Series
from tests import papers, shops


def said(shop) -> list[str]:
    part = make_limits(shop)
    return [plain(item) for item in part.blocks[0].items] if part else []


def test_passages_without_a_note_and_notes_without_a_text_are_counted():
    assert said(shops.shop()) == [
        "1 of the 5 passages used carries no note in the source.",
        "3 of the 4 notes cited came without their text, so what they cite could not be checked.",
    ]


def test_one_note_and_one_passage_are_no_count():
    assert "The note cited came without its text, so what it cites could not be checked." in said(shops.shop(2))
    assert "The passage used carries no note in the source." in said(shops.shop(3))


def test_where_every_note_lacks_its_text_that_is_said():
    base = papers.base()
    bare = tuple(replace(note, text=None) for note in base.source.notes)
    lines = said(shops.shop(base=replace(base, source=replace(base.source, notes=bare))))
    assert "All 4 notes cited came without their text, so what they cite could not be checked." in lines


def test_a_measure_whose_value_has_no_period_is_named_and_its_figure_not_said_again():
    base = papers.base()
    fact = base.facts[0]
    series = Series("traffic", "Harbour traffic", "tonne", (Point(fact.id, fact.quantities[0]),))
    lines = said(shops.shop(base=replace(base, series=(series,))))
    assert "The source does not state the period of: Harbour traffic." in lines
    assert not any("12.5" in line for line in lines)


def test_the_periods_of_a_series_are_listed():
    base = papers.base()
    points = tuple(
        Point(f.id, replace(f.quantities[0], period=p)) for f, p in ((base.facts[0], "2019"), (base.facts[2], "2008"))
    )
    series = Series("traffic", "Harbour traffic", "tonne", points)
    assert "Harbour traffic: the source gives values for 2008 and 2019 and for no other period." in said(
        shops.shop(base=replace(base, series=(series,)))
    )


def test_what_is_to_be_so_by_a_year_is_no_value_of_one():
    base = papers.base()
    periods = (base.facts[0], "2019"), (base.facts[2], "2008"), (base.facts[1], "../2030")
    quantity = base.facts[0].quantities[0]
    points = tuple(Point(f.id, replace(quantity, period=p)) for f, p in periods)
    series = Series("traffic", "Harbour traffic", "tonne", points)
    told = " ".join(said(shops.shop(base=replace(base, series=(series,)))))
    assert "gives values for 2008 and 2019 and for no other" in told


def test_of_a_source_without_notes_it_is_not_said_again_that_passages_have_none():
    base = papers.base()
    bare = replace(base, facts=tuple(replace(f, marks=()) for f in base.facts), source=replace(base.source, marks=()))
    assert said(shops.shop(base=bare)) == []


def test_words_that_count_from_the_time_of_writing_are_quoted_while_the_source_is_undated():
    base = papers.base()
    third = base.facts[2]
    facts = (*base.facts[:2], replace(third, periods=(Period(papers.quote("nothing else").span, "", relative=True),)))
    undated = replace(base, facts=facts)
    assert any(line.endswith("does not state: “nothing else”.") for line in said(shops.shop(base=undated)))
    card = replace(base.source.card, published="2021")
    dated = replace(undated, source=replace(base.source, card=card))
    assert not any("into dates" in line for line in said(shops.shop(base=dated)))


def test_passages_left_out_are_counted():
    assert "2 further passages on this theme are not printed; the annex says which and why." in said(
        shops.shop(1, 2, 3)
    )


def test_with_nothing_missing_there_is_no_such_part():
    base = papers.base()
    noted = replace(base, facts=(base.facts[3],))
    notes = tuple(replace(n, text="A book.") for n in base.source.notes)
    assert make_limits(shops.shop(base=replace(noted, source=replace(base.source, notes=notes)))) is None


def test_a_one_page_paper_says_every_limit_in_one_paragraph():
    long, short = (make_limits(shops.shop(1, 2, 3, length=length)) for length in ("standard", "one-page"))
    (bullets,), (paragraph,) = long.blocks, short.blocks
    text = plain(paragraph.inlines)
    assert (short.title, text[:8]) == ("", "Limits. ")
    items = [plain(item) for item in bullets.items]
    assert [item for item in items if item not in text] == []


def test_a_paper_whose_annex_does_not_list_what_is_left_out_sends_the_reader_to_a_longer_one():
    shop = replace(shops.shop(1, 2, 3), apparatus=("used",))
    (bullets,) = make_limits(shop).blocks
    assert plain(bullets.items[-1]).endswith("not printed here.")


def test_words_that_count_from_the_writing_are_quoted_once():
    base = papers.base()
    told = {"harbour-1": papers.quote("THE").span, "harbour-3": papers.quote("nothing").span,
            "harbour-5": papers.quote("The").span}  # fmt: skip
    facts = [replace(f, periods=(Period(told[f.id], "", True),)) if f.id in told else f for f in base.facts]
    (line,) = [t for t in said(shops.shop(base=replace(base, facts=tuple(facts)))) if "time of writing" in t]
    assert line.endswith(": “THE”; “nothing”.")
