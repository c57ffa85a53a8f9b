from __future__ import annotations

import pytest

from briefgen.errors import SourceError
from briefgen.model.source import File
from briefgen.readers.decoding import decode

FRENCH = "La coopération économique a été renforcée à l’été 2020 — déjà une réussite. " * 4


def test_utf8_is_read_as_it_is():
    assert decode(File("a.txt", "é\r\n\u2028习".encode())) == ("é\r\n\u2028习", ())


def test_a_byte_order_mark_stays_so_that_it_counts():
    assert decode(File("a.txt", b"\xef\xbb\xbfa"))[0] == "\ufeffa"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_with_its_mark_is_read_and_said(encoding):
    text, remarks = decode(File("a.txt", ("\ufeff" + FRENCH).encode(encoding)))
    assert text == "\ufeff" + FRENCH
    assert [str(r) for r in remarks] == ["a.txt: is UTF-16; save it as UTF-8"]


def test_another_encoding_is_guessed_and_said_to_be_a_guess():
    text, remarks = decode(File("a.txt", f"first line\n{FRENCH}".encode("cp1252")))
    assert text == f"first line\n{FRENCH}"
    assert str(remarks[0]).startswith("a.txt:2: is not UTF-8 (byte 0xE9); read as cp1252, which is a guess")


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"", "a.txt: is empty; put the document's text into it"),
        (b"\xef\xbb\xbf \r\n", "a.txt: is empty"),
        (b"one\ntwo\0", "a.txt:2: holds a NUL byte, so it is no text"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a.txt:1: is not UTF-8 text (byte 0x89)"),
        (b"\xff\xfea", "a.txt: begins like UTF-16 and is not"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(content, line):
    with pytest.raises(SourceError) as caught:
        decode(File("a.txt", content))
    assert str(caught.value).startswith(line)
