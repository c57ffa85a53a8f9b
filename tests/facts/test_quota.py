"""An overview speaks of topics, and of no more of them than it has room for."""

from __future__ import annotations

from briefgen.facts.selection import select
from tests.facts import made

OVERVIEW = made.theme({}, quota=True)
LONG = "and the harbour of the town by the sea on the coast of the land"


def document(topics: int, *between: str) -> list[str]:
    lines = []
    for n in range(topics):
        lines += [f"# Isle {n}", f"Isle {n} has {n + 12} ships {LONG}.", *between]
    return lines


def test_what_stands_under_a_rubric_that_returns_is_taken_together():
    lines = document(3)
    for n in (2, 1, 0):
        lines[2 * n + 2 : 2 * n + 2] = ["# Summary", f"Isle {n} mends {n + 40} ships {LONG}."]
    sections = select(made.base(OVERVIEW, *lines), OVERVIEW).sections
    assert [s.title for s in sections] == ["Isle 0", "Summary", "Isle 1", "Isle 2"]
    assert len(sections[1].facts) == 3


def test_a_bare_number_is_no_topic_unless_there_is_nothing_else():
    base = made.base(OVERVIEW, "# The isles", "# II", f"The isles have ships {LONG}.")
    assert [s.title for s in select(base, OVERVIEW).sections] == ["The isles"]
    base = made.base(OVERVIEW, "# I", f"The isles have ships {LONG}.", "# II", f"The isles have 20 ships {LONG}.")
    assert [s.title for s in select(base, OVERVIEW).sections] == ["I", "II"]


def test_where_there_are_too_many_topics_the_weightiest_have_the_room_and_it_is_said():
    chosen = select(made.base(OVERVIEW, *document(40)), OVERVIEW, "one-page")
    assert 3 <= len(chosen.sections) <= 5
    assert any("of the 40 headings" in remark.what for remark in chosen.remarks)


def test_a_few_topics_all_have_their_share_and_nothing_is_remarked():
    chosen = select(made.base(OVERVIEW, *document(4)), OVERVIEW)
    assert (len(chosen.sections), chosen.remarks) == (4, ())


def test_a_manual_of_code_has_an_overview_and_it_is_said_that_it_is_none():
    lines = [f"The get_ship_{n}() call returns the ship of isle {n + 12} {LONG}." for n in range(8)]
    remarks = select(made.base(OVERVIEW, *lines, f"Every ship has a keeper {LONG}."), OVERVIEW).remarks
    assert [remark.what for remark in remarks] == [
        "8 of the 9 passages printed name code: the report is a manual to look up in"
    ]


def test_of_a_few_lines_it_is_not_said_what_kind_of_document_they_are():
    assert select(made.base(OVERVIEW, "What is trade?", "Who exports steel?"), OVERVIEW).remarks == ()


def test_of_a_document_of_rows_it_is_said_that_it_is_one():
    remarks = select(made.base(OVERVIEW, *(f"Ships of isle {n}: {n + 12}" for n in range(8))), OVERVIEW).remarks
    assert [remark.what.partition(":")[0] for remark in remarks] == [
        "most of the source is rows and items, not sentences"
    ]


def test_fragments_that_return_are_not_listed_as_saying_the_same():
    lines = [line for n in range(4) for line in (f"Isle {n} has {n + 12} ships {LONG}.", "Ships of the isle:")]
    left = select(made.base(OVERVIEW, *lines), OVERVIEW).left_out
    assert not any(omission.fact.paragraph % 2 == 0 for omission in left)
