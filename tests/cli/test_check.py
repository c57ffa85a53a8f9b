import json
import shutil
from copy import deepcopy
from hashlib import sha256

import pytest
from docx import Document
from docx.oxml.ns import qn


def body_of(document, words):
    return next(p for p in document.paragraphs if words in p.text and p.style.name == "Body Text")


def mark_in(paragraph, number=1):
    return [run for run in paragraph._p.iter(qn("w:r")) if run.find(qn("w:endnoteReference")) is not None][number - 1]


def alter_word(document):
    run = next(r for r in body_of(document, "goods worth").runs if "handled" in r.text)
    run.text = run.text.replace("handled", "lost", 1)


def delete_mark(document):
    mark = mark_in(body_of(document, "goods worth"))
    mark.getparent().remove(mark)


def move_mark(document):
    paragraph = body_of(document, "goods worth")
    mark = mark_in(paragraph)
    copy = deepcopy(mark)
    mark.getparent().remove(mark)
    paragraph._p.insert(1, copy)


def add_sentence(document):
    body_of(document, "goods worth").insert_paragraph_before("The quay sank in 2021.", style="Body Text")


def delete_paragraph(document):
    paragraph = body_of(document, "goods worth")
    paragraph._p.getparent().remove(paragraph._p)


def move_paragraph(document):
    paragraph = body_of(document, "goods worth")
    next(p for p in document.paragraphs if p.text == "Limits")._p.addnext(paragraph._p)


def add_own_words(document):
    body_of(document, "goods worth").insert_paragraph_before("We think the quay will do.", style="Our Words")


EDITS = {
    alter_word: "“lost” stands where the source says “handled”, behind “Aldmere harbour”",
    delete_mark: "note mark 1 is gone behind “US$4 billion in 2019.”",
    move_mark: "note mark 1 was put in before “Aldmere harbour handled goods”",
    add_sentence: "stands in it and was never built: “The quay sank in 2021.”",
    delete_paragraph: "the source’s words are gone: “Aldmere harbour handled goods worth US$4 billion in 2019. I…”",
    move_paragraph: "stands elsewhere than it was built: “",
}


@pytest.fixture
def paper(run, folder):
    assert run("build", "economic").code == 0
    return folder / "out" / "economic.docx"


@pytest.mark.parametrize("edit", EDITS)
def test_what_was_edited_in_word_is_named(run, paper, edit):
    document = Document(str(paper))
    edit(document)
    document.save(str(paper))
    ran = run("check", "out/economic.docx")
    assert ran.code == 1
    assert ran.lines[0].startswith("out/economic.docx: was changed since it was built; ")
    assert any(EDITS[edit] in line for line in ran.lines), ran.out


def test_an_edit_is_found_though_the_trace_was_made_to_fit_it(run, paper):
    trace = json.loads(paper.with_suffix(".trace.json").read_bytes())
    document = Document(str(paper))
    alter_word(document)
    document.save(str(paper))
    trace["outputs"]["economic.docx"] = sha256(paper.read_bytes()).hexdigest()
    paper.with_suffix(".trace.json").write_text(json.dumps(trace), encoding="utf-8")
    ran = run("check", "out/economic.docx")
    assert (ran.code, ran.lines) == (1, [f"out/economic.docx: {EDITS[alter_word]}"])


def test_a_paper_saved_again_says_what_it_said(run, paper):
    Document(str(paper)).save(str(paper))
    (line,) = run("check", "out/economic.docx").lines
    assert "was changed since it was built, though no word, mark or note differs" in line


def test_words_in_the_dress_of_ours_claim_nothing_of_the_source(run, paper):
    document = Document(str(paper))
    add_own_words(document)
    document.save(str(paper))
    (line,) = run("check", "out/economic.docx").lines
    assert "no word, mark or note differs" in line


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("handled goods", "lost goods", "“lost” stands where the source says “handled”, behind “"),
        (">1</a></sup>", ">9</a></sup>", "note mark 9 stands where the source has 1, behind “US$4 billion in 2019.”"),
        ("<h2", "<p>The quay sank.</p><h2", "stands in it and was never built: “The quay sank.”"),
    ],
)
def test_a_page_edited_by_hand_is_read_too(run, folder, old, new, finding):
    run("build", "economic", "-f", "html")
    page = folder / "out" / "economic.html"
    text = page.read_text(encoding="utf-8")
    assert old in text
    at = text.rindex("<p", 0, text.index("goods worth")) if old != "<h2" else 0
    page.write_text(text[:at] + text[at:].replace(old, new, 1), encoding="utf-8")
    ran = run("check", "out/economic.html")
    assert ran.code == 1
    assert any(finding in line for line in ran.lines), ran.out


def test_a_source_that_changed_is_said_and_what_it_no_longer_says_is_a_finding(run, folder, paper):
    source = folder / "data" / "harbour" / "source.txt"
    text = source.read_text(encoding="utf-8")
    source.write_text("A preface stands here.\n" + text, encoding="utf-8")
    ran = run("check", "out/economic.docx")
    assert ran.code == 0
    assert "its source harbour has changed since; all it quotes still stands there" in ran.err
    source.write_text(text.replace("US$4", "US$6"), encoding="utf-8")
    ran = run("check", "out/economic.docx")
    assert ran.code == 1
    assert any("the source no longer says “Aldmere harbour handled goods worth US$4" in line for line in ran.lines)


def test_without_its_source_a_paper_is_compared_with_its_trace(run, folder, paper):
    shutil.rmtree(folder / "data" / "harbour")
    ran = run("check", "out/economic.docx")
    assert ran.code == 0
    assert "cannot be opened here, so it is compared with its trace only" in ran.err


def test_a_closed_pdf_is_known_by_its_bytes(run, folder, monkeypatch):
    monkeypatch.setenv("BRIEFGEN_PDF_PASSWORD", "secret")
    assert run("build", "economic", "-f", "pdf", "--encrypt").code == 0
    ran = run("check", "out/economic.pdf")
    assert (ran.code, ran.lines) == (0, ["out/economic.pdf: in order"])
    assert "cannot be read back" in ran.err
    with (folder / "out" / "economic.pdf").open("ab") as file:
        file.write(b"\n")
    assert run("check", "out/economic.pdf").code == 1


def test_a_paper_as_it_was_built_is_in_order(run, folder):
    run("build", "economic")
    ran = run("check", "out/economic.docx", "out/economic.pdf")
    assert (ran.code, ran.lines) == (0, ["out/economic.docx: in order", "out/economic.pdf: in order"])


def test_a_changed_paper_fails(run, folder):
    run("build", "economic", "-f", "docx")
    with (folder / "out" / "economic.docx").open("ab") as file:
        file.write(b"x")
    ran = run("check", "out/economic.docx")
    assert ran.code == 1
    assert "was changed since it was built" in ran.out


@pytest.mark.parametrize("name", ["missing.docx", "data/harbour/source.txt"])
def test_a_file_that_is_no_paper_of_ours_fails(run, folder, name):
    assert run("check", name).code == 1


def test_project_and_installation_are_in_order(run, folder):
    ran = run("check")
    assert ran.code == 0, ran.out
    assert any(line.startswith("reportlab ") for line in ran.lines)
    assert "source harbour: in order" in ran.lines
    assert "templates/brief.docx: in order" in ran.lines


def test_everything_wrong_with_a_project_is_found_at_once(run, folder):
    themes = folder / "templates" / "themes"
    themes.mkdir(parents=True)
    (themes / "quays.toml").write_text("title = 3\n")
    (folder / "templates" / "my.docx").write_bytes(b"no Word file")
    (folder / "data" / "harbour" / "source.txt").write_bytes(b"")
    ran = run("check")
    assert ran.code == 1
    for name in ("quays.toml", "my.docx", "source.txt"):
        assert any(name in line and "in order" not in line for line in ran.lines), name
    assert "3 findings" in ran.err


def test_findings_are_json_too(run, folder):
    rows = run("check", "--json").json
    assert {"checked", "findings"} == set(rows[0])
