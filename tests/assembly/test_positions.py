from __future__ import annotations

from dataclasses import replace

from briefgen.assembly.positions import make_positions
from briefgen.model.brief import Bullets, Table, plain
from briefgen.model.dossier import Dossier, Position
from tests import papers, shops

ROWS = (
    ("Traffic", "Aldmere", "harbour-1", "handled 12.5 million tonnes in 2019."),
    ("Traffic", "Sons", "harbour-2", "It grew “steadily”\nafter that."),
    ("Rest", "Aldmere", "harbour-3", "nothing else is known."),
    ("Treaty", "Aldmere", "harbour-4", "signed a treaty on 3 May 2020."),
    ("Treaty", "Lin", "harbour-4", "signed a treaty on 3 May 2020."),
    ("Treaty", "Pavel", "harbour-4", "signed a treaty on 3 May 2020."),
    ("Notes", "Aldmere", "harbour-5", "The notes say so again."),
)
SONS = ("Treaty", "Sons", "harbour-4", "signed a treaty on 3 May 2020.")


def held(*rows):
    return tuple(Position("positions.csv:2", i, a, fact, papers.quote(words).span) for i, a, fact, words in rows)


def shop(*printed, rows=ROWS, **change):
    base = replace(papers.base(), dossier=Dossier(positions=held(*rows)))
    return shops.shop(*printed, base=base, drawn=False, **change)


def grid(part) -> list[list[str]]:
    (table,) = [b for b in part.blocks if isinstance(b, Table)]
    return [[plain(cell) for cell in row] for row in (table.head, *table.rows)]


def test_actors_with_several_issues_have_a_column_and_every_cell_quotes_its_sentence_with_its_note():
    assert grid(make_positions(shop())) == [
        ["Issue", "Aldmere"],
        ["Traffic", "“handled 12.5 million tonnes in 2019.” (note 1, note 2)"],
        ["Rest", "“nothing else is known.” (para. 1)"],
        ["Treaty", "“signed a treaty on 3 May 2020.” (note 22)"],
        ["Notes", "“The notes say so again.” (note 1)"],
    ]


def test_who_holds_something_on_one_issue_only_stands_under_the_table_with_those_who_hold_the_same():
    assert listed(make_positions(shop())) == [
        "Traffic – Sons: “It grew “steadily” after that.” (note 8)",
        "Treaty – Lin, Pavel: “signed a treaty on 3 May 2020.” (note 22)",
    ]
    assert listed(make_positions(shop(rows=(ROWS[1], ROWS[4])))) == [
        "Traffic – Sons: “It grew “steadily” after that.” (note 8)",
        "Treaty – Lin: “signed a treaty on 3 May 2020.” (note 22)",
    ]


def listed(part) -> list[str]:
    (bullets,) = [b for b in part.blocks if isinstance(b, Bullets)]
    return [plain(item) for item in bullets.items]


def test_a_cell_without_a_position_says_so_and_what_that_means():
    part = make_positions(shop(rows=(*ROWS, SONS)))
    assert [row[2] for row in grid(part)[1:]][1::2] == ["none listed", "none listed"]
    assert "does not say that there is none" in plain(part.blocks[0].source)


def test_few_issues_stand_in_a_list():
    assert listed(make_positions(shop(rows=(*ROWS[:2], ROWS[3])))) == [
        "Traffic – Aldmere: “handled 12.5 million tonnes in 2019.” (note 1, note 2); Sons: “It grew “steadily” after "
        "that.” (note 8)",
        "Treaty – Aldmere: “signed a treaty on 3 May 2020.” (note 22)",
    ]


def test_only_positions_in_printed_passages_count_and_one_issue_alone_makes_no_table():
    assert make_positions(shop(1, 2)) is None
    assert make_positions(shop(1, 2, 3)) is not None
    assert make_positions(shops.shop()) is None


def test_a_one_page_paper_has_no_such_table():
    assert make_positions(shop(length="one-page")) is None
