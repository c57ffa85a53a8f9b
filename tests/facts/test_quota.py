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


def test_a_heading_that_names_a_kind_of_text_is_no_topic():
    base = made.base(OVERVIEW, *document(3, "# Exercises", f"Every isle must mend its ships {LONG}."))
    assert {s.title for s in select(base, OVERVIEW).sections} <= {"Isle 0", "Isle 1", "Isle 2"}


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
