from __future__ import annotations

import pytest

from briefgen.model.source import Mark, Span
from briefgen.notes import NoteText, assign_runs


def marks(*drawn: str) -> list[Mark]:
    """Make marks of ("1:2", …): number 1 of numbering 2, each ten characters on."""
    pairs = [each.split(":") for each in drawn]
    return [Mark(n, int(n), run, 10 * i, Span(10 * i, 10 * i + 1), 9.0) for i, (n, run) in enumerate(pairs, 1)]


def listed(*drawn: str) -> list[NoteText]:
    """Make texts of ("1@25", …): note 1, standing at 25."""
    return [NoteText(label, "x", "a", stands=int(at)) for label, at in (each.split("@") for each in drawn)]


TWO = marks("1:1", "2:1", "1:2", "2:2")


@pytest.mark.parametrize(
    ("texts", "runs"),
    [
        (["1@25", "2@26", "1@45", "2@46"], ["1", "1", "2", "2"]),
        (["1@50", "2@51", "1@60", "2@61"], ["1", "1", "2", "2"]),
        (["1@45", "2@46"], [""] * 2),
        (["1@50", "1@60", "1@70"], [""] * 3),
        (["1@25", "1@45", "1@48"], ["1", "2", ""]),
        ([], []),
    ],
    ids=["after each chapter", "all at the end", "one list for two", "three lists for two", "one too many", "none"],
)
def test_a_list_is_of_the_numbering_before_it_or_of_none(texts, runs):
    assert [text.run for text in assign_runs(listed(*texts), TWO)] == runs


def test_a_chapter_without_a_list_moves_no_other_list():
    three = marks("1:1", "1:2", "1:3")
    assert [text.run for text in assign_runs(listed("1@15", "1@35"), three)] == ["1", "3"]


def test_a_text_that_the_document_links_is_of_its_marks_numbering():
    linked = NoteText("1", "x", "a", at=30)
    told = NoteText("i", "x", "a", run="footnotes")
    assert [text.run for text in assign_runs([linked, told], TWO)] == ["2", "footnotes"]
