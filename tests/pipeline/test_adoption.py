"""A person types into a finished Word paper; it comes back as an editor's file, and into the next paper."""

from __future__ import annotations

import copy
import io
import json
import re
from pathlib import Path

import pytest
from docx import Document

from briefgen.editorial import words
from briefgen.model.source import File
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
    return words.load(File(path.name, path.read_bytes()))


def test_an_untouched_paper_has_no_words_to_adopt_and_no_file_is_made(paper, folder, run):
    done = run("adopt", paper, "--signed", "The desk")
    assert done.code == 0
    assert "no words of the editor’s were changed" in done.err
    assert not (folder / "data" / "harbour" / "editor").exists()


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
        retype(next(p for p in paragraphs(document, "Our Words") if p._p is note), "Nobody has said who counted")

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
    fixed = {"Bottom line", "Limits", "Source", "Annex: evidence", "Notes"}
    heading = next(p.text for p in paragraphs(Document(str(paper)), "Heading 1") if p.text not in fixed)
    typed(paper, swap(heading, "Traffic grew year on year"))
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
    assert run("build", "economic", "--date", DATE).code == 0, "nothing is stated yet, so nobody has to sign"
    awake = re.sub(r"^# (\[|text|support|section)", r"\1", text.partition("# [[note]]")[0], flags=re.MULTILINE)
    path.write_text(awake, encoding="utf-8")
    unsigned = run("build", "economic", "--date", DATE)
    assert unsigned.code == 4
    assert "economic.toml:6: is not signed" in unsigned.err
    path.write_text(awake.replace('signed = ""', 'signed = "The desk"'), encoding="utf-8")
    assert run("build", "economic", "--date", DATE).code == 0
    assert open_project(folder).sources


EDITED = """format = 1
signed = "The desk"
[bottom_line]
text = "The port is growing."
support = ["1.1"]
[[heading]]
section = "trade"
text = "Goods worth more each year"
support = ["1.1", "1.2"]
[[note]]
text = "Nobody has said who counted."
support = ["1.1"]
"""


@pytest.fixture(params=["standard", "one-page"])
def edited(folder: Path, run, request) -> Path:
    file = folder / "data" / "harbour" / "editor" / "economic.toml"
    file.parent.mkdir()
    file.write_text(EDITED, encoding="utf-8")
    assert run("build", "economic", "--date", DATE, "--length", request.param, "-f", "docx").code == 0
    (built,) = (folder / "out").glob("*.docx")
    return built


def swap(old: str, new: str):
    """Type over some words wherever they stand."""

    def change(document):
        from docx.oxml.ns import qn

        for node in document.element.body.iter(qn("w:t")):
            node.text = (node.text or "").replace(old, new)

    return change


def take_out(style: str):
    def change(document):
        for paragraph in paragraphs(document, style):
            paragraph._p.getparent().remove(paragraph._p)

    return change


def test_what_an_editor_wrote_before_outlives_the_adoption_of_an_untouched_paper(edited, folder, run):
    assert run("adopt", edited).code == 0
    assert words_of(folder) == words.load(File("economic.toml", EDITED.encode()))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The port is growing.", "The port keeps growing."),
        ("Goods worth more each year", "Goods are worth more"),
        ("Nobody has said who counted.", "Who counted is not said."),
    ],
)
def test_each_statement_typed_over_keeps_its_support_and_leaves_the_others(edited, folder, run, old, new):
    typed(edited, swap(old, new))
    done = run("adopt", edited)
    assert done.code == 0
    assert "not taken" not in done.err
    was, now = words.load(File("economic.toml", EDITED.encode())), words_of(folder)
    assert [own.text for own in now.statements] == [own.text.replace(old, new) for own in was.statements]
    assert [own.support for own in now.statements] == [own.support for own in was.statements]


def test_a_statement_taken_out_of_the_paper_is_gone(edited, folder, run):
    typed(edited, take_out("Bottom Line"))
    assert run("adopt", edited).code == 0
    assert words_of(folder).bottom_line is None
    assert len(words_of(folder).statements) == 2


def test_the_source_s_words_typed_over_are_told_and_never_taken(edited, folder, run):
    typed(edited, swap("US$4 billion", "US$9 billion"))
    told = run("adopt", edited)
    assert told.code == 0
    assert "“US$9” stands where the source says “US$4”" in told.err
    assert "not taken" in told.err
    assert words_of(folder) == words.load(File("economic.toml", EDITED.encode()))


def test_a_paragraph_typed_in_the_dress_of_the_source_is_told_and_not_taken(edited, folder, run):
    def change(document):
        body = paragraphs(document, "Body Text")[0]
        twin = copy.deepcopy(body._p)
        body._p.addnext(twin)
        retype(paragraphs(document, "Body Text")[1], "I think that this is good for us")

    typed(edited, change)
    told = run("adopt", edited)
    assert "was never built: “I think that this is good for us”" in told.err
    assert len(words_of(folder).statements) == 3


def test_a_note_under_no_section_and_a_comment_are_told(edited, folder, run):
    def change(document):
        twin = copy.deepcopy(paragraphs(document, "Our Words")[0]._p)
        paragraphs(document, "Bottom Line")[0]._p.addprevious(twin)
        retype(paragraphs(document, "Our Words")[0], "Read this at once")
        document.add_comment(paragraphs(document, "Body Text")[0].runs, "Is it so?", "A", "A")

    typed(edited, change)
    told = run("adopt", edited)
    assert "“Read this at once” stands under no section" in told.err
    assert "holds 1 comment, which is not taken" in told.err
    assert len(words_of(folder).statements) == 3


def test_tracked_changes_count_as_they_would_be_printed(edited, folder, run):
    def change(document):
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        node = next(t for t in document.element.body.iter(qn("w:t")) if "The port is growing" in (t.text or ""))
        run_ = node.getparent()
        new = copy.deepcopy(run_)
        next(new.iter(qn("w:t"))).text = node.text.replace("is growing", "keeps growing")
        node.tag = qn("w:delText")
        for kind, inner in (("w:ins", new), ("w:del", run_)):
            around = OxmlElement(kind)
            around.set(qn("w:id"), "900")
            around.set(qn("w:author"), "A")
            run_.addprevious(around) if inner is run_ else run_.addnext(around)
            around.append(inner)

    typed(edited, change)
    assert run("adopt", edited).code == 0
    assert words_of(folder).bottom_line.text == "The port keeps growing."


def test_a_paper_set_beside_one_that_somebody_changed_is_adopted_by_its_trace(edited, folder, run):
    typed(edited, swap("The port is growing.", "The port keeps growing."))
    assert run("adopt", edited).code == 0
    length = "one-page" if "one-page" in edited.name else "standard"
    assert run("build", "economic", "--date", DATE, "--length", length, "-f", "docx").code == 0
    beside = edited.with_name(f"{edited.stem} (new).docx")
    typed(beside, swap("Goods worth more each year", "Goods are worth more"))
    assert run("adopt", beside).code == 0
    assert [own.text for own in words_of(folder).statements] == [
        "The port keeps growing.", "Goods are worth more", "Nobody has said who counted.",
    ]  # fmt: skip


def test_the_key_points_that_an_editor_chose_outlive_an_adoption(edited, folder, run):
    file = folder / "data" / "harbour" / "editor" / "economic.toml"
    file.write_text(
        EDITED.replace('signed = "The desk"', 'signed = "The desk"\nkey_points = ["1.2"]'), encoding="utf-8"
    )
    typed(edited, swap("The port is growing.", "The port keeps growing."))
    assert run("adopt", edited).code == 0
    assert words_of(folder).points.passages == ("1.2",)


def test_a_bottom_line_in_a_style_of_the_house_is_adopted_though_no_word_of_it_stayed(edited, folder, run):
    def change(document):
        line = paragraphs(document, "Bottom Line")[0]
        line.style.element.find(f"{{{line._p.nsmap['w']}}}name").set(f"{{{line._p.nsmap['w']}}}val", "House Lead")
        swap("The port is growing.", "More ships came each year.")(document)

    typed(edited, change)
    assert run("adopt", edited).code == 0
    assert words_of(folder).bottom_line.text == "More ships came each year."
