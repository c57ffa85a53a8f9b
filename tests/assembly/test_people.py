from __future__ import annotations

from dataclasses import replace

from briefgen.assembly.people import make_people
from briefgen.model.brief import Quote, Table, flat, plain
from briefgen.model.dossier import Dossier, Entity
from tests import papers, shops

LIN = Entity("entities.csv:2", "Lin", "harbour-4", papers.quote("Lin").span, "person", (), (("zh", "林海"),), "Mayor")
PAVEL = Entity("entities.csv:3", "Pavel", "harbour-4", papers.quote("Pavel").span, "person")
SIGNER = replace(PAVEL, role="signed a treaty")
PLACE = Entity("entities.csv:4", "Aldmere", "harbour-1", papers.quote("Aldmere").span, "place")


def made(*printed, named=(LIN, SIGNER, PLACE), **change):
    base = replace(papers.base(), dossier=Dossier(named))
    return make_people(shops.shop(*printed, base=base, drawn=False, **change))


def rows(part):
    (table,) = [b for b in part.blocks if isinstance(b, Table)]
    return [[plain(cell) for cell in row] for row in table.rows]


def test_people_stand_with_the_role_and_the_native_name_of_their_sentence_and_nobody_else_does():
    assert rows(made()) == [["Lin 林海", "Mayor", "para. 2"], ["Pavel", "signed a treaty", "para. 2"]]


def test_name_and_role_are_the_source_s_words_and_a_native_name_is_in_its_language():
    (table,) = made().blocks
    assert [i.lang for i in flat(table.rows[0][0]) if isinstance(i, Quote)] == ["", "zh-Hans"]
    assert all(isinstance(i, Quote) for i in flat(table.rows[0][1]))


def test_nobody_is_listed_whom_no_printed_passage_names_or_whose_role_is_not_said():
    assert made(1, 2) is None
    assert made(named=(LIN, PAVEL)) is None
    assert made(named=(LIN,)) is None
    assert made(length="one-page") is None
