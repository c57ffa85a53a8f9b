from __future__ import annotations

from briefgen.model.source import File
from briefgen.readers.txt import read_txt

PROSE = "A bridge was opened in 1920.1 It carried 4,000 people a day.2"


def sheet(text: str):
    return read_txt(File("a.txt", text.encode()))


def test_the_text_is_the_file_and_line_ends_stay():
    assert sheet(f"{PROSE}\r\n{PROSE}").text == f"{PROSE}\r\n{PROSE}"


def test_a_byte_order_mark_is_out_of_the_text_and_counts_in_the_file():
    read = sheet("\ufeff" + PROSE)
    assert read.text == PROSE
    assert read.shifts == ((0, 1),)


def test_characters_that_no_paper_can_hold_are_left_out_and_said():
    read = sheet("one\ntw\x02o th\x1bree")
    assert read.text == "one\ntwo three"
    assert [str(r) for r in read.remarks] == ["a.txt:2: 2 control characters left out, the first here"]


def test_what_a_terminal_is_told_is_left_out_whole():
    assert sheet("\x1b[1mBold\x1b[0m and +\x08o struck").text == "Bold and o struck"


def test_notes_at_the_end_are_set_aside():
    read = sheet(f"{PROSE}\n\nNotes\n\n1. Smith, Bridges\n   (1999), 12.\n2. Jones,\n   Ferries.\n\nAbout the author\n")
    assert [(n.label, n.text, n.where) for n in read.notes] == [
        ("1", "Smith, Bridges (1999), 12.", "a.txt:5"),
        ("2", "Jones, Ferries.", "a.txt:7"),
    ]
    assert "Smith" not in read.body
    assert len(read.body) == len(read.text)
