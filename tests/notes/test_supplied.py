from __future__ import annotations

import pytest

from briefgen.errors import EditorialError
from briefgen.model.source import File
from briefgen.notes import NoteText, read_notes


def test_a_table_of_notes_is_read_with_its_lines():
    table = '\ufeffNumber;Text;Run\r\n001;"Smith; 1999";\r\n2;;\r\n3;Jones;2\r\n'
    assert read_notes(File("notes.csv", table.encode())) == (
        NoteText("001", "Smith; 1999", "notes.csv:2"),
        NoteText("3", "Jones", "notes.csv:4", "2"),
    )


def test_a_text_without_a_number_is_kept_for_its_remark():
    assert read_notes(File("notes.csv", b"label,text\n,Smith\n")) == (NoteText("", "Smith", "notes.csv:2"),)


def test_another_table_is_refused():
    with pytest.raises(EditorialError, match=r"notes\.csv:1: unknown column “title”"):
        read_notes(File("notes.csv", b"label,title\n"))
