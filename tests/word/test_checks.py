"""Planted faults are found, each by its own words."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from briefgen.model.source import File
from briefgen.word.checks import find_faults
from briefgen.word.opening import open_template
from briefgen.writers.docx import write
from tests.papers import brief
from tests.paths import TEMPLATES

Change = Callable[[str], str]


@pytest.fixture(scope="module")
def paper() -> bytes:
    return write(brief(), open_template(File("brief.docx", (TEMPLATES / "brief.docx").read_bytes())))


def changed(paper: bytes, name: str, change: Change) -> File:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(paper)) as old, zipfile.ZipFile(buffer, "w") as new:
        for part in old.namelist():
            content = old.read(part)
            if part == name:
                content = change(content.decode()).encode()
                assert content != old.read(part), "the fault was not planted"
            new.writestr(part, content)
    return File("paper.docx", buffer.getvalue())


def swap(old: str, new: str, count: int = -1) -> Change:
    return lambda text: text.replace(old, new, count)


BODY = "word/document.xml"
EMPTY = '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr></w:p>'
PLANTED = {
    "endnote 99 is cited and does not exist": (BODY, swap('w:id="1"/><w:t', 'w:id="99"/><w:t')),
    "endnote 1 is never cited": (BODY, swap('w:id="1"/><w:t', 'w:id="2"/><w:t')),
    "endnote 2 is cited 2 times": (BODY, swap('w:id="1"/><w:t', 'w:id="2"/><w:t')),
    "body: a link leads to “nowhere”": (BODY, swap('w:anchor="note_1_22"', 'w:anchor="nowhere"', 1)),
    "bookmark “figure_1” occurs 2 times": (BODY, swap('w:name="table_1"', 'w:name="figure_1"')),
    "body: style “Ghost” does not exist": (BODY, swap('w:val="BodyText"', 'w:val="Ghost"', 1)),
    "endnotes: style “Ghost” does not exist": ("word/endnotes.xml", swap('w:val="EndnoteText"', 'w:val="Ghost"', 1)),
    "body: rIdGhost points to no part": (BODY, swap('r:embed="rId', 'r:embed="rIdGhost" w:x="', 1)),
    "has no alternative text": (BODY, swap(' descr="Bar', ' title="Bar')),
    "is the name of a file": (BODY, swap(' descr="Bar chart', ' descr="chart1.png')),
    "table 1 has no heading row": (BODY, swap("<w:tblHeader/>", "", 1)),
    "table 1 has merged cells": (BODY, swap("<w:tcPr>", '<w:tcPr><w:gridSpan w:val="2"/>', 1)),
    "table 2 has an empty cell": (BODY, swap("4,000,000", "")),
    "jumps from level 1 to level 3": (BODY, swap('w:val="Heading2"', 'w:val="Heading3"')),
    "there is no heading": (BODY, lambda t: t.replace('"Heading1"', '"BodyText"').replace('"Heading2"', '"BodyText"')),
    "empty paragraphs are used as space": (BODY, swap("<w:body>", f"<w:body>{EMPTY}{EMPTY}")),
    "a heading is empty": (BODY, swap("<w:body>", '<w:body><w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr></w:p>')),
    "the document has no title": ("docProps/core.xml", swap("<dc:title>Aldmere harbour: traffic</dc:title>", "")),
    "the document has no language": ("word/styles.xml", swap('<w:lang w:val="en-AU"', "<w:lang")),
}


@pytest.mark.parametrize(("name", "change", "said"), [(*p, s) for s, p in PLANTED.items()], ids=PLANTED.keys())
def test_a_planted_fault_is_found(paper: bytes, name: str, change: Change, said: str) -> None:
    assert any(said in str(fault) for fault in find_faults(changed(paper, name, change)))


def test_two_drawings_of_one_id_are_found(paper: bytes) -> None:
    def twice(text: str) -> str:
        start = text.index('<w:p><w:pPr><w:pStyle w:val="Picture"/>')
        end = text.index("</w:p>", start) + 6
        return text[:end] + text[start:end] + text[end:]

    assert any("occurs 2 times" in str(fault) for fault in find_faults(changed(paper, BODY, twice)))


def test_the_paper_itself_has_no_fault(paper: bytes) -> None:
    assert find_faults(File("paper.docx", paper)) == ()
