from __future__ import annotations

from briefgen.model.source import Mark, Note, Span
from briefgen.notes import NoteText, join_notes


def marks(*labels: str | tuple[str, str]) -> list[Mark]:
    pairs = [label if isinstance(label, tuple) else (label, "1") for label in labels]
    return [Mark(label, None, run, i, Span(i, i), 9.0) for i, (label, run) in enumerate(pairs)]


def text(label: str, words: str, line: int = 2, run: str = "") -> NoteText:
    return NoteText(label, words, f"notes.csv:{line}", run)


def test_every_label_marked_has_one_note_in_the_order_of_first_marks():
    notes, remarks = join_notes(marks("2", "1", "2", "*"), [], [])
    assert notes == (Note("2", "1", None), Note("1", "1", None), Note("*", "1", None))
    assert remarks == ()


def test_labels_are_compared_without_their_dress():
    notes, _ = join_notes(marks("¹²", "i"), [text("[12]", "a"), text("i.", "b")], [])
    assert [n.text for n in notes] == ["a", "b"]


def test_what_fits_no_mark_is_said_by_line():
    given = [text("1", "a"), text("1", "b", 3), text("9", "c", 4), text("", "d", 5), text("1", "e", 6, run="2")]
    notes, remarks = join_notes(marks("1"), [], given)
    assert [n.text for n in notes] == ["a"]
    assert [str(r) for r in remarks] == [
        "notes.csv:3: note 1 was given before, at notes.csv:2; that one is used",
        "notes.csv:4: note 9 is marked nowhere in the source",
        "notes.csv:5: a note text without a number",
        "notes.csv:6: note 1 of numbering 2 is marked nowhere in the source",
    ]


def test_where_numbering_restarts_the_run_must_be_said():
    twice = marks(("1", "1"), ("2", "1"), ("1", "2"))
    notes, remarks = join_notes(twice, [], [text("1", "a"), text("2", "b"), text("1", "c", 3, run="2")])
    assert [n.text for n in notes] == [None, "b", "c"]
    assert str(remarks[0]).startswith("notes.csv:2: note 1 stands in several numberings (1–2)")
    assert str(remarks[1]) == "notes: no text for 1 of 3: 1"


def test_supplied_texts_go_before_the_documents_own():
    notes, remarks = join_notes(marks("1", "2"), [text("1", "own"), text("2", "own")], [text("2", "given")])
    assert [n.text for n in notes] == ["own", "given"]
    assert remarks == ()
