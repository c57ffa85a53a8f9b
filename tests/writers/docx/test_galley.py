"""Bookmarks have names that Word takes, each once."""

from __future__ import annotations

from briefgen.writers.docx.galley import bookmark_name


def test_anchors_become_names_of_letters_digits_and_underscores() -> None:
    assert bookmark_name("figure-1") == "figure_1"
    assert bookmark_name("note-1-†") == "note_1__2020_"
    assert bookmark_name("note-1-*") != bookmark_name("note-1-†")


def test_long_anchors_are_cut_and_stay_apart() -> None:
    one, other = bookmark_name("part-" + "x" * 60 + "a"), bookmark_name("part-" + "x" * 60 + "b")
    assert len(one) == len(other) == 40
    assert one != other
