from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import EditorialError, SourceError
from briefgen.model.source import File
from briefgen.records import dump_csv, load_csv
from briefgen.records.csv import protected, unprotected


@dataclass(frozen=True)
class Row:
    label: str
    text: str = ""
    run: str = "1"


@dataclass(frozen=True)
class Typed:
    name: str
    count: int
    share: float | None
    kept: bool = True
    day: date | None = None
    side: Literal["left", "right"] = "left"


def rows(content: str | bytes, schema=Row, **options):
    content = content.encode() if isinstance(content, str) else content
    return [r.value for r in load_csv(File("notes.csv", content), schema, EditorialError, **options)]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_is_told_from_the_head(separator):
    assert rows(f"label{separator}text\n001{separator}a b\n") == [Row("001", "a b")]


def test_what_a_spreadsheet_adds_is_undone():
    assert rows('\ufeff"Label";"Text"\r\n007;"say ""no""; twice"\r\n;\r\n\r\n') == [Row("007", 'say "no"; twice')]


def test_a_head_may_have_another_name():
    assert rows("number,text\n3,x\n", also={"number": "label"}) == [Row("3", "x")]


def test_a_record_knows_the_line_it_begins_on():
    table = load_csv(File("notes.csv", b'label,text\n1,"two\nlines"\n\n2,x\n'), Row, EditorialError)
    assert [r.where for r in table] == ["notes.csv:2", "notes.csv:5"]
    assert table[0].value.text == "two\nlines"


def test_cells_are_typed_by_the_schema():
    assert rows("name,count,share,kept,day,side\na,-3,,no,2020-02-01,right\nb,4,1.5,,,\n", Typed) == [
        Typed("a", -3, None, False, date(2020, 2, 1), "right"),
        Typed("b", 4, 1.5),
    ]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"", "notes.csv:1: is empty"),
        (b"label,txt\n", "notes.csv:1: unknown column “txt”; did you mean “text”?"),
        (b"text\nx\n", "notes.csv:1: there is no column “label”"),
        (b"label,label\n", "notes.csv:1: two columns are “label”"),
        (b"label,text\n1,a,b\n", "notes.csv:2: 3 cells where the head has 2; put text that holds the separator"),
        (b'label,text\n1,"a\n', "notes.csv:2: the row is torn"),
        (b"label,text\n1,caf\xe9\n", "notes.csv:2: is not UTF-8 (byte 0xE9), perhaps Windows-1252; save it as UTF-8"),
        ("label,text\n".encode("utf-16"), "notes.csv:1: is UTF-16; save it as UTF-8"),
        (b"label,text\n1,\0\n", "notes.csv:2: holds a NUL byte"),
    ],
)
def test_a_faulty_table_is_one_line_with_its_place(content, line):
    with pytest.raises(EditorialError) as caught:
        rows(content)
    assert str(caught.value).startswith(line)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("cells", "what"),
    [
        ("a,x,1,,,", "“count” is the text “x”, not a whole number"),
        ("a,,1,,,", "“count” is empty"),
        ("a,1,1,maybe,,", "“kept” is the text “maybe”, not true or false"),
        ("a,1,1,,2020-13-01,", "“day” is the text “2020-13-01”, not a date"),
        ("a,1,1,,,up", "“side” is the text “up”, not one of left, right"),
        ("a", "1 cells where the head has 6"),
    ],
)
def test_a_cell_that_does_not_fit_is_named(cells, what):
    with pytest.raises(SourceError) as caught:
        load_csv(File("t.csv", f"name,count,share,kept,day,side\n{cells}\n".encode()), Typed, SourceError)
    assert str(caught.value).startswith(f"t.csv:2: {what}")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-5", "@x", "\tx", " =1", "'=1", "''=x", "001", "2.10", "1e5", "'001"])
def test_formulas_and_numbers_that_would_be_rewritten_are_protected_and_come_back(text):
    assert protected(text) == f"'{text}"
    assert unprotected(protected(text)) == text


@pytest.mark.parametrize("text", ["2020", "0", "2.1", "0.25", "4,000.5", "e5", "10"])
def test_numbers_that_come_back_as_they_were_are_left_alone(text):
    assert protected(text) == text


def test_an_apostrophe_that_protects_nothing_stays():
    assert unprotected("'tis") == "'tis"


TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])).filter(str.strip)


@given(st.lists(st.builds(Row, TEXTS, st.just("") | TEXTS, TEXTS)))
def test_what_is_written_is_read_back(table):
    assert rows(dump_csv(table, Row)) == table


def test_numbers_are_written_as_they_are_and_the_file_opens_in_a_spreadsheet():
    written = dump_csv([Typed("-a", -3, -1.5, False)], Typed)
    assert written == b"\xef\xbb\xbfname,count,share,kept,day,side\r\n'-a,-3,-1.5,no,,left\r\n"
