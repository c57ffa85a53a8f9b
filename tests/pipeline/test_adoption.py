"""A person types into a finished Word paper; it comes back as an editor's file, and into the next paper."""

from __future__ import annotations

import copy
import io
import json
from pathlib import Path

import pytest
from docx import Document

from briefgen.editorial import words
from briefgen.project import open_project

DATE = "2024-01-31"


@pytest.fixture
def paper(folder: Path, run) -> Path:
    assert run("build", "economic", "--date", DATE).code == 0
    return folder / "out" / "economic.docx"


def typed(paper: Path, change) -> None:
    document = Document(io.BytesIO(paper.read_bytes()))
    change(document)
    document.save(paper)


def paragraphs(document, style: str):
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    every = [Paragraph(p, document._body) for p in document.element.body.iter(qn("w:p"))]
    return [p for p in every if p.style.name == style]


def retype(paragraph, text: str) -> None:
    for run in paragraph.runs[1:]:
        run._r.getparent().remove(run._r)
    for node in [n for n in paragraph._p if n.tag.endswith(("}hyperlink", "}sdt"))]:
        paragraph._p.remove(node)
    paragraph.runs[0].text = text


def words_of(folder: Path):
    path = folder / "data" / "harbour" / "editor" / "economic.toml"
    from briefgen.model.source import File

    return words.load(File(path.name, path.read_bytes()))


def test_an_untouched_paper_has_no_words_to_adopt(paper, folder, run):
    assert run("adopt", paper, "--signed", "The desk").code == 0
    assert words_of(folder).statements == ()


def test_a_heading_typed_over_becomes_the_section_s_message(paper, folder, run):
    before = {}

    def change(document):
        first = paragraphs(document, "Heading 1")
        heading = next(
            p for p in first if p.text not in {"Bottom line", "Limits", "Source", "Annex: evidence", "Notes"}
        )
        before["was"] = heading.text
        retype(heading, "Traffic grew year on year")

    typed(paper, change)
    assert run("adopt", paper, "--signed", "The desk").code == 0
    ((section, message),) = words_of(folder).headings
    assert message.text == "Traffic grew year on year"
    assert message.support
    done = run("build", "economic", "--date", DATE)
    assert done.code == 0
    again = Document(str(folder / "out" / "economic (new).docx"))
    assert "Traffic grew year on year" in [p.text for p in paragraphs(again, "Heading 1")]
    assert before["was"] not in [p.text for p in paragraphs(again, "Heading 1")]
    assert section


def test_a_bottom_line_and_a_note_typed_in_word_are_adopted(paper, folder, run):
    def change(document):
        line = paragraphs(document, "Bottom Line")
        if line:
            retype(line[0], "The port keeps growing")
        model = paragraphs(document, "Our Words")[0]
        body = paragraphs(document, "Body Text")[0]
        note = copy.deepcopy(model._p)
        body._p.addnext(note)
        retype(paragraphs(document, "Our Words")[1], "Nobody has said who counted")

    typed(paper, change)
    assert run("adopt", paper, "--signed", "The desk").code == 0
    editing = words_of(folder)
    assert "Nobody has said who counted" in [note.text for note in editing.notes]


def test_a_number_typed_in_word_that_no_passage_has_is_refused(paper, run):
    def change(document):
        first = paragraphs(document, "Heading 1")
        heading = next(
            p for p in first if p.text not in {"Bottom line", "Limits", "Source", "Annex: evidence", "Notes"}
        )
        retype(heading, "Traffic grew by 777 percent")

    typed(paper, change)
    refused = run("adopt", paper, "--signed", "The desk")
    assert refused.code == 4
    assert "says 777, which its passages do not" in refused.err


def test_somebody_must_sign(paper, run):
    refused = run("adopt", paper)
    assert refused.code == 4
    assert "--signed" in refused.err


def test_a_paper_without_its_trace_is_refused(paper, run):
    paper.with_suffix(".trace.json").unlink()
    assert run("adopt", paper, "--signed", "The desk").code == 3


def test_a_file_that_is_no_trace_is_refused(paper, run):
    paper.with_suffix(".trace.json").write_text(json.dumps({"x": 1}), encoding="utf-8")
    refused = run("adopt", paper, "--signed", "The desk")
    assert refused.code == 3
    assert "is no trace of a paper" in refused.err


def test_a_starter_is_asleep_until_somebody_wakes_it_and_is_never_overwritten(folder, run):
    made = run("editor", "economic")
    assert made.code == 0
    path = folder / "data" / "harbour" / "editor" / "economic.toml"
    text = path.read_text(encoding="utf-8")
    assert "# [bottom_line]" in text or "# [[heading]]" in text
    assert "Passages of this paper" in text
    assert run("editor", "economic").code == 2
    unsigned = run("build", "economic", "--date", DATE)
    assert unsigned.code == 4
    assert "is not signed" in unsigned.err
    path.write_text(text.replace('signed = ""', 'signed = "The desk"'), encoding="utf-8")
    assert run("build", "economic", "--date", DATE).code == 0
    assert open_project(folder).sources
