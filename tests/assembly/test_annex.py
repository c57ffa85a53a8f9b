from __future__ import annotations

from briefgen.assembly.annex import make_annex, opening
from briefgen.model.brief import Table, plain
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
