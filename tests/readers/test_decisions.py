from __future__ import annotations

import dataclasses

import pytest

from briefgen.errors import EditorialError
from briefgen.model.source import File, Mark, Span
from briefgen.readers.decisions import Decision, locate, propose, read_decisions
from briefgen.records import dump_csv

TEXT = "The first bridge.1 The second bridge.2 It cost 3.2 million."


def mark(text, at, label):
    return Mark(label, int(label), "1", 0, Span(at, at + len(label)), 0.5)


def test_a_proposal_is_undecided_until_the_user_says():
    proposed = propose(TEXT, [(37, mark(TEXT, 37, "2"))])
    assert proposed == (Decision("2", 37, "dge.1 The second bridge.", " It cost 3.2 million."),)
    table = read_decisions(File("marks.csv", dump_csv(proposed, Decision)))
    assert locate(table, TEXT) == ({}, ())


def decided(text_then, at, label, keep):
    (row,) = propose(text_then, [(at, mark(text_then, at, label))])
    return read_decisions(File("marks.csv", dump_csv([dataclasses.replace(row, keep=keep)], Decision)))


@pytest.mark.parametrize("keep", [True, False])
def test_a_decision_stands_where_it_was_made(keep):
    at = TEXT.index(".2 It") + 1
    assert locate(decided(TEXT, at, "2", keep), TEXT) == ({at: keep}, ())


def test_a_decision_is_found_again_when_text_comes_before_it_and_lines_break_otherwise():
    at = TEXT.index(".2 It") + 1
    now = "A preface of some length.\n" + TEXT.replace(" It", "\nIt").replace("second ", "second\r\n")
    assert locate(decided(TEXT, at, "2", False), now) == ({now.index(".2\nIt") + 1: False}, ())


def test_of_equal_contexts_the_nearest_is_taken():
    text = "x.1 y " * 9
    at = text.index(".1", 30) + 1
    short = read_decisions(File("marks.csv", f"label,start,before,after,keep\n1,{at},x.,,no\n".encode()))
    assert locate(short, text)[0] == {at: False}


def test_a_lost_decision_is_said_by_line():
    places, remarks = locate(decided(TEXT, TEXT.index(".2 It") + 1, "2", True), "Another text.")
    assert places == {}
    assert str(remarks[0]).startswith("marks.csv:2: “2” stands nowhere in this context any more")


def test_a_faulty_table_is_named():
    with pytest.raises(EditorialError, match=r"marks\.csv:2: “keep” is the text “perhaps”, not true or false"):
        read_decisions(File("marks.csv", b"label,start,keep\n1,3,perhaps\n"))
