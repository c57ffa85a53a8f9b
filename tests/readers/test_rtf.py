from __future__ import annotations

import pytest

from briefgen.errors import SourceError
from briefgen.gate import admit
from briefgen.model.source import File
from briefgen.readers.rtf import read_rtf
from tests.readers.drawing import drawn

NOTE = r"{\super\chftn}{\footnote\pard\plain {\super\chftn} %s.}"


def rtf(body: str) -> File:
    return admit(File("a.rtf", rb"{\rtf1\ansi " + body.encode() + rb"\par}"))


def test_notes_are_counted_and_that_is_said():
    read = read_rtf(rtf(f"One.{NOTE % 'Smith'} Two.{NOTE % 'Jones'} In 10{{\\super 6}}."))
    assert drawn(read) == ["One.⟦1⟧ Two.⟦2⟧ In 10⟪6⟫."]
    assert [(n.label, n.text) for n in read.notes] == [("1", "Smith."), ("2", "Jones.")]
    assert "they are counted from 1" in str(read.remarks[0])


def test_a_text_whose_notes_would_be_lost_is_refused():
    lost = r"One.{\*\unknown {\footnote Smith.}}"
    with pytest.raises(SourceError, match=r"a\.rtf: holds 1 notes, of which only 0 can be read; save it as \.docx"):
        read_rtf(rtf(lost))


def test_a_text_without_notes_is_read_without_a_word():
    read = read_rtf(rtf("One."))
    assert drawn(read) == ["One."]
    assert read.remarks == ()
