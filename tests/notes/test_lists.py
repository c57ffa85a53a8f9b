from __future__ import annotations

import pytest

from briefgen.notes import find_lists


def entries(text: str) -> list[list[tuple[str, str]]]:
    return [[(e.label, e.text) for e in found.entries] for found in find_lists(text)]


@pytest.mark.parametrize(
    "heading", ["Notes", "ENDNOTES", "Footnotes:", "References", "Notes and references", "## Notes"]
)
@pytest.mark.parametrize("number", ["{}. ", "[{}] ", "({}) ", "{} ", "{}) ", "{}\t"])
def test_a_numbered_list_under_its_heading_is_notes(heading, number):
    text = f"Body.1 More.2\n\n{heading}\n\n{number.format(1)}Smith 1999.\n{number.format(2)}Jones 2001.\n"
    assert entries(text) == [[("1", "Smith 1999."), ("2", "Jones 2001.")]]


def test_superscript_and_glued_numbers_are_numbers():
    assert entries("Notes\n¹ Smith.\n²Jones.\n") == [[("1", "Smith."), ("2", "Jones.")]]
    assert entries("Notes\n1Smith.\n2“Jones”.\n") == [[("1", "Smith."), ("2", "“Jones”.")]]


def test_a_note_goes_on_over_lines_and_a_year_begins_none():
    assert entries("Notes\n1. Smith,\n2019 edition,\n1998.\n2. Jones,\nno place.\n") == [
        [("1", "Smith, 2019 edition, 1998."), ("2", "Jones, no place.")]
    ]


def test_the_last_note_ends_where_the_list_does():
    assert entries("Notes\n1. Smith.\n2. Jones.\nAbout us\n") == [[("1", "Smith."), ("2", "Jones.")]]
    assert entries("Notes\n1. Smith.\n\nAbout us\n") == [[("1", "Smith.")]]


def test_numbers_may_begin_late_and_skip():
    assert entries("Notes\n12. Smith.\n15. Jones.\n") == [[("12", "Smith."), ("15", "Jones.")]]


@pytest.mark.parametrize(
    "text",
    ["Notes\nThis says nothing.\n1. Smith.\n", "Notes on trade\n1. Smith.\n", "1. Smith.\n2. Jones.\n", "Notes\n", ""],
)
def test_what_is_no_list_of_notes_is_left_alone(text):
    assert entries(text) == []


def test_every_chapter_may_have_its_list():
    text = "One.1\nNotes\n1 A.\n2 B.\n\nTwo.1\nNotes\n1 C.\n"
    assert entries(text) == [[("1", "A."), ("2", "B.")], [("1", "C.")]]
    assert [found.span.of(text) for found in find_lists(text)] == ["Notes\n1 A.\n2 B.", "Notes\n1 C."]


def test_notes_that_are_called_so_may_stand_after_a_word_on_them():
    text = "Notes\nNumbers are those of the report.\nNote 1. Smith. ↑a ↑b\nNote 22. Jones. ↑\n"
    assert entries(text) == [[("1", "Smith."), ("22", "Jones.")]]


CITING = "It was opened in 1920. [1] It fell soon. [2]\n\n"


def test_paragraphs_that_the_text_cites_are_notes_without_a_heading():
    notes = "[1] Smith.\n    More of it.\n\n    And more.\n\n[2] Jones.\n\n"
    text = f"{CITING}{notes}2. Ferries\n\nOne sank. [1]\n\n[1] Brown.\n\nNone was built since.\n"
    assert entries(text) == [[("1", "Smith. More of it. And more.")], [("2", "Jones.")], [("1", "Brown.")]]
    assert text[find_lists(text)[0].span.end :].startswith("\n\n[2] Jones.")


@pytest.mark.parametrize(
    "text",
    [
        f"{CITING}[1] Smith.\n\n[2] Jones.\n",
        f"{CITING * 4}[1] says so too.\n\n[2] denies it [3].\n\n[3] Brown said both. [4]\n",
        "[1] Smith.\n\n[2] Jones.\n\n[3] Brown.\n",
    ],
    ids=["too few", "paragraphs that begin with a citation", "cited nowhere"],
)
def test_other_paragraphs_that_begin_with_a_number_are_left_alone(text):
    assert entries(text) == []
