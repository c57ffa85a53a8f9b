from __future__ import annotations

from dataclasses import replace

from briefgen.assembly import assemble
from briefgen.assembly.review import make_review
from briefgen.model.brief import Emphasis, NoteRef, Quote, Table, flat, plain
from briefgen.model.editor import Editing, OwnWords
from briefgen.provenance import verify
from tests import papers, shops
from tests.assembly.test_assembly import ORDER


def tables(shop) -> dict[str, Table]:
    return {plain(b.title): b for b in make_review(shop).blocks if isinstance(b, Table)}


def edited(shop):
    words = OwnWords("It took 12.5 million tonnes.", ("1.1", "2.2"), "here")
    strand = replace(shop.strands[0], editing=Editing("us", words))
    return replace(shop, strands=(strand,))


def test_a_passage_stands_beside_its_whole_paragraph_in_bold():
    first = tables(shops.shop(2, 4))["Passages as printed, and as they stand"]
    assert len(first.rows) == 2
    left, right = first.rows[0]
    assert plain(left) == "1.2 It grew “steadily” after that."
    paragraph = papers.source().passages[0].span
    words = " ".join(paragraph.of(papers.source().text).split()).replace("THE HARBOUR", "The HARBOUR")
    assert plain(right).replace(" [note 1] [note 2]", "").split() == words.split()
    (bold,) = [i for i in right if isinstance(i, Emphasis)]
    assert plain(bold.inlines).strip() == "It grew “steadily” after that."


def test_a_mark_of_a_note_the_paper_lists_is_a_mark_another_is_told_in_brackets():
    left, right = tables(shops.shop(2))["Passages as printed, and as they stand"].rows[0]
    assert [i.label for i in flat(left) if isinstance(i, NoteRef)] == ["8"]
    assert [i.label for i in flat(right) if isinstance(i, NoteRef)] == ["8"]
    assert "in 2019. [note 1] [note 2]" in plain(right)


def test_two_passages_of_one_paragraph_share_its_row():
    first = tables(shops.shop(1, 3))["Passages as printed, and as they stand"]
    assert len(first.rows) == 1
    assert sum(isinstance(i, Emphasis) for i in first.rows[0][1]) == 2
    assert plain(first.rows[0][0]).startswith("1.1 The HARBOUR")
    assert " · 1.3 " in plain(first.rows[0][0])


def test_own_words_stand_beside_the_passages_they_rest_on():
    table = tables(edited(shops.shop()))["Words that are not the source’s, and what they rest on"]
    (row,) = table.rows
    assert plain(row[0]) == "It took 12.5 million tonnes."
    assert plain(row[1]).startswith("1.1 The HARBOUR")
    assert any(isinstance(i, Quote) and "say so again" in i.text for i in row[1])


def test_a_derived_figure_stands_with_its_working():
    shop = shops.shop()
    plate = papers.plate()
    (panel,) = plate.chart.panels
    derived = replace(panel.data[1], printed="about 12 million tonnes", derived="12.5 ÷ 1")
    chart = replace(plate.chart, panels=(replace(panel, data=(derived,)),))
    strand = replace(shop.strands[0], plates=(replace(plate, chart=chart),))
    (row,) = tables(replace(shop, strands=(strand,)))["Derived figures"].rows
    assert [plain(cell) for cell in row] == ["about 12 million tonnes", "2019", "12.5 ÷ 1", "note 1, note 2"]


def test_without_own_words_and_derived_figures_there_are_no_tables_for_them():
    assert list(tables(shops.shop())) == ["Passages as printed, and as they stand"]


def test_it_stands_behind_everything_but_the_notes_and_can_be_verified():
    shop = edited(shops.shop(2, 4, review=True))
    brief = assemble(shop.commission, shop.base, shop.strands, ORDER, shop.wording)
    assert [p.name for p in brief.parts][-2:] == ["review", "notes"]
    verify(brief, papers.base())


def test_without_being_asked_for_it_is_not_there_and_asked_for_it_is_another_paper():
    shop = shops.shop()
    assert assemble(shop.commission, shop.base, shop.strands, ORDER, shop.wording).part("review") is None
    assert shops.commission(review=True).key != shops.commission().key
