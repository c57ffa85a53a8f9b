"""Whatever is wrong, the user gets one line (where, what, what to do) and the contract's code; nothing half-written."""

import zipfile
from pathlib import Path

import pytest

from briefgen.project import default_root

SOURCE = Path("data/harbour/source.txt")
CARD = Path("data/harbour/source.toml")


def refused(ran, code: int, *words: str) -> None:
    """Hold an ending against the contract."""
    assert ran.code == code, ran.err
    assert ran.out == ""
    (line,) = ran.err.splitlines()
    assert line.startswith("briefgen: ")
    for word in words:
        assert word in line
    assert "; " in line, "what to do is said behind the semicolon"
    assert not Path("out").exists() or not any(Path("out").iterdir())


def broken_template(kind: str) -> bytes:
    """Spoil a good template in one way."""
    good = (default_root() / "templates" / "brief.docx").read_bytes()
    return {"empty": b"", "text": b"no Word file", "torn": good[: len(good) // 2]}[kind]


def test_an_unknown_theme_offers_the_nearest(run, folder):
    refused(run("build", "econmic"), 2, "the command line", "“econmic”", "did you mean “economic”?")


def test_no_source_says_where_one_goes(run, folder):
    CARD.unlink()
    refused(run("build", "economic"), 3, "data", "there is no source", "--source FILE")


def test_a_source_that_is_not_there_is_named(run, folder):
    refused(run("build", "economic", "--source", "report.txt"), 3, "report.txt", "there is no such file")
    refused(run("build", "economic", "--source", "harbur"), 2, "--source", "did you mean “harbour”?")


@pytest.mark.parametrize("content", [b"", b"\n \n\t\n", b"\xef\xbb\xbf"])
def test_an_empty_source_is_empty(run, folder, content):
    SOURCE.write_bytes(content)
    refused(run("build", "economic"), 3, "data/harbour/source.txt", "is empty")


@pytest.mark.parametrize("content", [bytes(range(256)) * 40, b"PK\x03\x04" + bytes(500), b"text\0text"])
def test_a_source_that_is_not_text_is_refused(run, folder, content):
    SOURCE.write_bytes(content)
    refused(run("build", "economic"), 3, "data/harbour/source.txt", "text")


def test_a_source_without_any_note_makes_a_paper_that_says_so(run, folder):
    SOURCE.write_text("The harbour handled goods worth US$4 billion in 2019. In 2020 it was US$5 billion.\n")
    CARD.write_text('subject = "Harbour"\n')
    ran = run("build", "economic", "--date", "2024-01-31")
    assert ran.code == 0, ran.err
    assert Path("out/economic.docx").is_file()
    assert Path("out/economic.pdf").is_file()


def test_an_unwritable_folder_is_told_before_any_work(run, folder):
    Path("out").write_text("a file where the folder should be")
    ran = run("build", "economic")
    assert (ran.code, ran.out) == (6, "")
    (line,) = ran.err.splitlines()
    assert "out: cannot be written" in line
    assert "-o DIR" in line
    assert Path("out").read_text() == "a file where the folder should be"


def test_a_missing_template_is_named(run, folder):
    refused(run("build", "economic", "--template", "my.docx"), 4, "my.docx", "there is no such file")
    refused(run("build", "economic", "--template", "bref"), 2, "--template", "did you mean “brief”?")


@pytest.mark.parametrize("kind", ["empty", "text", "torn"])
def test_a_broken_template_is_refused(run, folder, kind):
    Path("my.docx").write_bytes(broken_template(kind))
    refused(run("build", "economic", "--template", "my.docx"), 4, "my.docx")


def test_a_zip_that_is_no_word_file_is_refused(run, folder):
    with zipfile.ZipFile("my.docx", "w") as archive:
        archive.writestr("hello.txt", "hello")
    refused(run("build", "economic", "--template", "my.docx"), 4, "my.docx")


def test_an_unknown_key_of_the_project_file_offers_the_nearest(run, folder):
    Path("briefgen.toml").write_text('format = 1\n[project]\ntemplte = "brief"\n')
    refused(run("build", "economic"), 2, "briefgen.toml:3", "unknown key “project.templte”", "did you mean “template”?")


@pytest.mark.parametrize(
    ("lines", "line", "what"),
    [
        ("trems = 1", 2, "did you mean “terms”?"),
        ('[terms]\nquay = "three"', 3, "“terms.quay” is the text “three”, not a number"),
        ("[terms]\nquay = nan", 3, "“quay” weighs nan"),
        ('[terms]\n"*" = 3', 3, "“*” is no term"),
        ('[terms]\nport = 1\n"(quay" = 3', 4, "“(quay” is no term: a bracket is not closed"),
        ("[terms\nquay = 3", 2, "is no valid TOML"),
    ],
)
def test_a_faulty_theme_is_told_with_its_line(run, folder, lines, line, what):
    themes = Path("templates/themes")
    themes.mkdir(parents=True)
    (themes / "harbour.toml").write_text(f'title = "Harbour"\n{lines}\n')
    refused(run("build", "economic"), 4, f"templates/themes/harbour.toml:{line}", what)


def test_a_faulty_note_file_is_told_with_its_line(run, folder):
    Path("data/harbour/notes.csv").write_text("label,txt\n1,Port Authority\n")
    refused(run("build", "economic"), 4, "data/harbour/notes.csv:1")


def test_one_paper_that_fails_does_not_stop_the_others(run, folder, tmp_path):
    Path("out").mkdir()
    Path("out/.economic.lock").mkdir()
    ran = run("build", "--all", "-f", "docx")
    assert ran.code == 1
    assert {path.stem for path in Path("out").glob("*.docx")} == {"military", "diplomatic"}
    assert sum("cannot be written" in line for line in ran.err.splitlines()) == 1
