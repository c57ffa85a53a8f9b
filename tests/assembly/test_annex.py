from __future__ import annotations

from dataclasses import replace

from briefgen.assembly.annex import make_annex, opening
from briefgen.model.brief import Table, plain
from briefgen.model.chart import Evidence, Panel, Phrase
from tests import papers, shops


def test_the_values_of_a_chart_stand_in_a_table_with_their_evidence():
    part = make_annex(shops.shop())
    table = next(b for b in part.blocks if isinstance(b, Table))
    rows = [[plain(cell) for cell in row] for row in table.rows]
    assert rows == [
        ["Traffic grew", "four million tonnes", "2008", "para. 1, no note in the source"],
        ["Traffic grew", "12.5 million tonnes", "2019", "note 1, note 2"],
    ]


def test_every_passage_used_is_listed_with_place_kind_and_notes():
    part = make_annex(shops.shop(drawn=False))
    (table,) = [b for b in part.blocks if isinstance(b, Table)]
    first = [plain(cell) for cell in table.rows[0]]
    assert first == ["1.1", "statement", "note 1, note 2", "The HARBOUR of Aldmere & Sons handled 12.5 …"]
    assert plain(table.rows[2][2]) == "none"


def test_what_is_left_out_is_listed_with_the_reason():
    part = make_annex(shops.shop(1, drawn=False))
    table = [b for b in part.blocks if isinstance(b, Table)][-1]
    assert [plain(row[0]) for row in table.rows] == ["1.2", "1.3", "2.1", "2.2"]
    assert plain(table.rows[0][2]) == "off the theme"


def test_a_one_page_paper_has_no_annex():
    assert make_annex(shops.shop(length="one-page")) is None


def test_a_short_passage_opens_whole():
    shop = shops.shop()
    assert plain(opening(shop, papers.base().facts[4])) == "The notes say so again."


def test_phrases_of_an_exchange_stand_in_a_table_with_from_whom_they_go():
    shop = shops.shop()
    said = papers.quote("treaty").span
    panel = Panel("From Lin to Pavel", phrases=(Phrase("treaty", said, Evidence("harbour-4", "2.1", ("22",))),))
    plate = papers.plate()
    chart = replace(plate.chart, kind="exchange", panels=(panel,))
    strand = replace(shop.strands[0], plates=(replace(plate, chart=chart),))
    table = make_annex(replace(shop, strands=(strand,))).blocks[0]
    assert [plain(cell) for cell in table.rows[0]] == ["From Lin to Pavel", "treaty", "note 22"]
