"""What a table says of actors and people was confirmed of them, or the build stops."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefgen.assembly.people import make_people
from briefgen.assembly.positions import make_positions
from briefgen.errors import TraceError
from briefgen.model.brief import Bullets, Part, Words
from briefgen.model.dossier import Dossier
from briefgen.provenance.dossier import check_dossier
from tests import papers, shops
from tests.assembly.test_people import LIN, SIGNER
from tests.assembly.test_positions import ROWS, held

BASE = replace(papers.base(), dossier=Dossier((LIN, SIGNER), held(*ROWS)))


def checked(*parts: Part) -> None:
    check_dossier(replace(papers.brief(), parts=parts), BASE)


def tables() -> tuple[Part, Part]:
    shop = shops.shop(base=BASE, drawn=False)
    return make_positions(shop), make_people(shop)


def with_cell(part: Part, row: int, column: int, *inlines) -> Part:
    """Put other words into one cell; row 0 is the head."""
    table, *_ = part.blocks
    rows = [list(cells) for cells in (table.head, *table.rows)]
    rows[row][column] = tuple(inlines)
    head, *below = (tuple(cells) for cells in rows)
    return replace(part, blocks=(replace(table, head=head, rows=tuple(below)),))


def test_tables_as_assembled_are_what_was_confirmed():
    checked(*tables())


@pytest.mark.parametrize(("row", "column"), [(0, 1), (1, 0)], ids=["another actor above it", "another issue before it"])
def test_a_position_under_another_name_stops_the_build(row, column):
    positions, _ = tables()
    with pytest.raises(TraceError, match="nobody confirmed"):
        checked(with_cell(positions, row, column, Words("Pavel" if row == 0 else "Treaty")))


@pytest.mark.parametrize("who", [("Sons", "Lin"), ()], ids=["one of two", "nobody"])
def test_words_in_the_list_that_are_not_those_of_everybody_named_stop_the_build(who):
    positions, _ = tables()
    words = papers.quote("It grew “steadily”\nafter that.")
    item = (Words("Traffic"), *(i for name in who for i in (Words(" – "), Words(name))), Words(": “"), words)
    with pytest.raises(TraceError, match=r"nobody confirmed that (Lin|anybody) holds"):
        checked(replace(positions, blocks=(Bullets((item,)),)))


def test_a_role_of_another_person_stops_the_build():
    _, people = tables()
    with pytest.raises(TraceError, match="nobody confirmed"):
        checked(with_cell(people, 2, 1, papers.quote("Mayor")))
