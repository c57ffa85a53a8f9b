"""``briefgen template``: begin, check with all mistakes at once, mark them in a copy, try it."""

from __future__ import annotations

import zipfile
from pathlib import Path

from docx import Document

from tests.word.documents import typed


def test_a_new_template_is_in_order_and_can_be_previewed(folder: Path, run) -> None:
    assert run("template", "new", "my.docx").out == "my.docx\n"
    ran = run("template", "check", "my.docx")
    assert (ran.code, ran.out) == (0, "my.docx: in order\n")
    ran = run("template", "preview", "my.docx", "-o", "tried")
    assert ran.code == 0
    assert [Path(line).name for line in ran.lines] == [f"sample-my-preview.{e}" for e in ("docx", "pdf", "trace.json")]
    assert (folder / "tried" / "sample-my-preview.pdf").read_bytes().startswith(b"%PDF")


def test_letter_paper_and_other_beginnings_are_to_be_had(folder: Path, run) -> None:
    assert run("template", "new", "us.docx", "--letter").code == 0
    assert round(Document("us.docx").sections[0].page_width.inches, 2) == 8.5
    assert run("template", "new", "us2.docx", "--from", "brief-leter").code == 2
    assert run("template", "new", "us2.docx", "--from", "brief", "--letter").code == 2


def test_what_is_there_is_not_overwritten(folder: Path, run) -> None:
    (folder / "my.docx").write_text("mine")
    assert run("template", "new", "my.docx").code == 6
    assert (folder / "my.docx").read_text() == "mine"


def test_check_lists_all_mistakes_and_ends_with_1(folder: Path, run) -> None:
    (folder / "bad.docx").write_bytes(typed("{{ titel }}", "{% for s in sections %}").content)
    ran = run("template", "check", "bad.docx", "--marked", "marked.docx")
    assert ran.code == 1
    assert "bad.docx, body, paragraph 1, “{{ titel }}”: no value is called “titel”; did you mean “title”?" in ran.out
    assert "is never closed with “{% endfor %}”" in ran.out
    assert "has no place for the notes" in ran.out
    with zipfile.ZipFile("marked.docx") as archive:
        comments = archive.read("word/comments.xml").decode()
    assert "no value is called “titel”" in comments
    assert "never closed" in comments
    found = run("template", "check", "bad.docx", "--json").json
    assert [f["what"] for f in found if "titel" in f["where"]] == ["no value is called “titel”"]


def test_a_build_with_a_broken_template_ends_with_4_and_writes_nothing(folder: Path, run) -> None:
    (folder / "bad.docx").write_bytes(typed("{{ titel }}").content)
    ran = run("build", "economic", "--template", "bad.docx")
    assert ran.code == 4
    assert "`briefgen template check FILE`" in ran.err
    assert not list((folder / "out").glob("*.docx"))
    assert run("template", "preview", "bad.docx").code == 4


def test_what_is_no_template_is_refused(folder: Path, run) -> None:
    (folder / "no.docx").write_text("x")
    assert run("template", "check", "no.docx").code == 4
    assert run("template", "check", "nowhere.docx").code == 4


def test_names_lists_parts_and_values(folder: Path, run) -> None:
    said = run("template", "names").out
    assert "Key points        {{ key_points }}" in said
    assert "{{ section.title }}" in said
    assert "title" in run("template", "names", "--json").json["values"]
