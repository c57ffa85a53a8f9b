import json
import zipfile
from pathlib import Path

import pytest

from tests.gate.hostile import HOSTILE
from tests.readers.pdf.pages import Set, pdf

TOWNS = tuple(enumerate(("Ghent", "Ypres", "Bruges", "Lille", "Arras", "Douai", "Mons", "Namur", "Huy", "Dour"), 1))
REPORT = "Bridges of the North\n" + "\n".join(
    f"The bridge of {town} carried trade worth US${i} billion in 2019.{i} It was sold by the crown."
    for i, town in TOWNS
)
RIVALS = " ".join(f"The bridge of {town} was opened.{i} It was sold by the crown [{i}]." for i, town in TOWNS)


@pytest.fixture
def report(folder) -> Path:
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    return folder / "report.txt"


def test_a_document_is_taken_in_and_builds(run, folder, report):
    ran = run("read", "report.txt", "--name", "bridges")
    assert (ran.code, ran.err) == (0, "")
    assert ran.lines == [
        "data/bridges",
        "  10 paragraphs, 20 sentences, 1 heading, 0 table cells",
        "  10 note marks of 10 notes, 1 to 10, no gaps",
        "  notes with text 0, without 10: 1–10",
        "  no numbers to confirm",
        "  passages by theme: diplomatic 0, economic 20, frictions 0, military 0, overview 20, us-policy 0",
        "  language en; what else is known goes into data/bridges/source.toml",
        "Next: briefgen build economic --source bridges",
    ]
    kept = {path.name for path in (folder / "data" / "bridges").iterdir()}
    assert kept == {
        "source.txt", "source.toml", "notes.csv", "marks.csv", "overrides.csv", "entities.csv", "positions.csv",
        "events.csv",
    }  # fmt: skip
    assert (folder / "data" / "bridges" / "source.txt").read_bytes() == report.read_bytes()
    assert [path.name for path in (folder / "data").iterdir() if path.name.startswith(".")] == []
    built = run(*ran.lines[-1].removeprefix("Next: briefgen ").split())
    assert (built.code, built.lines[0]) == (0, "out/bridges-economic.docx")


def test_without_a_name_it_is_called_by_its_file_and_without_a_theme_overview_takes_it(run, folder):
    text = "# Ferns\n\nA fern grows.[^1]\n\n[^1]: Oak, *Ferns*, p. 4.\n"
    (folder / "My Report.md").write_text(text, encoding="utf-8")
    ran = run("read", "My Report.md")
    assert ran.lines[0] == "data/my-report"
    assert "  notes with text 1, without 0" in ran.lines
    assert ran.lines[-1] == "Next: briefgen build overview --source my-report"
    assert 'subject = "Ferns"' in (folder / "data" / "my-report" / "source.toml").read_text(encoding="utf-8")


def test_one_word_of_another_field_does_not_put_a_long_document_on_a_theme(run, folder):
    lines = [f"The clerk of town {n} signed the mail with her key." for n in range(120)]
    (folder / "mail.txt").write_text("\n".join(lines), encoding="utf-8")
    ran = run("read", "mail.txt")
    assert "diplomatic 120" in "".join(ran.lines)
    assert ran.lines[-1] == "Next: briefgen build overview --source mail"


def test_without_a_project_it_goes_to_the_folder_one_stands_in(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    assert run("read", "report.txt").lines[0] == "data/report"
    assert run("build", "economic", "--source", "report", "--dry-run").code == 0
    assert "report" in run("list", "sources").lines


def test_words_of_table_cells_are_said_to_be_no_evidence(run, folder):
    rows = "<tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr>"
    (folder / "t.html").write_text(f"<p>It was opened in 1920.</p><table>{rows}</table>")
    counts = "  1 paragraph, 1 sentence, 0 headings, 4 table cells, whose words are no evidence for a paper"
    assert counts in run("read", "t.html").lines


def test_note_texts_are_taken_from_a_file_and_faults_in_it_said_by_line(run, folder, report):
    (folder / "n.csv").write_text(
        'number,text\n1,Smith\n2,"Ibid., p. 5"\n77,Nobody\n1,Twice\n,None\n', encoding="utf-8"
    )
    ran = run("read", "report.txt", "--notes", "n.csv")
    assert "  notes with text 2, without 8: 3–10" in ran.lines
    assert [line.partition(";")[0] for line in ran.err.splitlines()[:3]] == [
        "briefgen: n.csv:4: note 77 is marked nowhere in the source",
        "briefgen: n.csv:5: note 1 was given before, at n.csv:2",
        "briefgen: n.csv:6: a note text without a number",
    ]
    rows = {row["label"]: row["text"] for row in run("notes", "--source", "report", "--json").json}
    assert rows["2"] == "Smith, p. 5"
    assert "Ibid., p. 5" in (folder / "data" / "report" / "notes.csv").read_text(encoding="utf-8")
    run("build", "economic", "--source", "report", "-f", "md")
    trace = (folder / "out" / "report-economic.trace.json").read_text(encoding="utf-8")
    assert '"supplied": "Ibid., p. 5"' in trace


def test_read_again_it_keeps_what_people_decided_and_says_what_changed(run, folder, report):
    run("read", "report.txt")
    home = folder / "data" / "report"
    (home / "marks.csv").write_text(
        "label,start,before,after,keep\n4,0,billion in 2019., It was sold by the crown.,no\n", encoding="utf-8"
    )
    (home / "notes.csv").write_text("label,text,run\n2,Smith,1\n", encoding="utf-8")
    identity = run("facts", "--source", "report", "--json").json[0]["id"]
    (home / "overrides.csv").write_text(f"fact,opening,exclude\n{identity},,yes\n", encoding="utf-8")
    names = (home / "entities.csv").read_bytes().replace(b",\r\n", b",me\r\n", 1)
    (home / "entities.csv").write_bytes(names)
    report.write_text(REPORT.rpartition("\n")[0] + "\nA new bridge was built at Dinant.", encoding="utf-8")
    ran = run("read", "report.txt")
    assert ran.lines[1:3] == ["  8 note marks where there were 9", "  notes no longer marked: 10"]
    assert "  1 paragraphs are new, 1 are gone" in ran.lines
    assert "4,0,billion in 2019., It was sold by the crown.,no" in (home / "marks.csv").read_text(encoding="utf-8-sig")
    assert "2,Smith,1" in (home / "notes.csv").read_text(encoding="utf-8-sig")
    assert identity in (home / "overrides.csv").read_text(encoding="utf-8")
    assert (home / "entities.csv").read_bytes() == names
    assert b"Dinant" in (home / "source.txt").read_bytes()
    assert run("read", "report.txt").lines[1] == "  the document has not changed since it was taken in"


def test_a_decision_on_a_mark_always_wins(run, folder, report):
    run("read", "report.txt")
    text = REPORT.replace("\n", " ")
    at = text.index("2019.4")
    table = f"label,start,before,after,keep\n4,{at + 5},in 2019.,,no\n2,{at + 1},US$4 billion in ,019,yes\n"
    (folder / "data" / "report" / "marks.csv").write_text(table, encoding="utf-8")
    labels = [row["label"] for row in run("notes", "--source", "report", "--json").json]
    assert labels.count("4") == 0
    assert run("read", "report.txt").code == 0
    assert [row["label"] for row in run("notes", "--source", "report", "--json").json] == labels


def test_proposals_nobody_touched_follow_the_document(run, folder, report):
    run("read", "report.txt")
    before = (folder / "data" / "report" / "entities.csv").read_bytes()
    report.write_text(REPORT + "\nAnna Berg of Dinant met Karl Olsen of Arlon on 3 May 2021.", encoding="utf-8")
    run("read", "report.txt")
    after = (folder / "data" / "report" / "entities.csv").read_bytes()
    assert b"Berg" in after
    assert b"Berg" not in before


def test_a_document_may_become_one_of_another_kind(run, folder, report):
    run("read", "report.txt")
    (folder / "report.md").write_text(REPORT.replace("\n", "\n\n"), encoding="utf-8")
    assert run("read", "report.md", "--name", "report").code == 0
    kept = sorted(path.name for path in (folder / "data" / "report").glob("source.*"))
    assert kept == ["source.md", "source.toml"]
    assert run("build", "economic", "--source", "report", "--dry-run").code == 0


def test_another_document_of_the_same_name_is_no_newer_one(run, folder, report):
    run("read", "report.txt")
    (folder / "other").mkdir()
    (folder / "other" / "report.txt").write_text("Something else.", encoding="utf-8")
    ran = run("read", "other/report.txt")
    assert ran.code == 2
    assert "data/report: holds another document, taken in from " in ran.err
    assert run("read", "other/report.txt", "--name", "report").code == 0


def test_a_source_is_read_again_in_its_own_folder(run, folder):
    ran = run("read", "data/harbour/source.txt")
    assert ran.lines[0] == "data/harbour"
    assert "origin" not in (folder / "data" / "harbour" / "source.toml").read_text(encoding="utf-8")


def test_where_a_document_came_from_has_no_detours_but_keeps_its_links(run, folder):
    (folder / "share").mkdir()
    (folder / "share" / "report.txt").write_text("One thing.1 Another.2\n", encoding="utf-8")
    (folder / "newest").symlink_to("share")
    assert run("read", "share/../newest/report.txt").code == 0
    card = (folder / "data" / "report" / "source.toml").read_text(encoding="utf-8")
    assert f'origin = "{folder}/newest/report.txt"' in card


def test_two_numberings_that_compete_are_named_and_one_is_chosen(run, folder):
    (folder / "r.txt").write_text(RIVALS, encoding="utf-8")
    ran = run("read", "r.txt")
    assert (ran.code, ran.out) == (3, "")
    (line,) = ran.err.splitlines()
    assert "2 numberings compete: 1 (10 marks, the first at" in line
    assert ", 2 (10 marks, the first at" in line
    assert "--numbering" in line
    assert not (folder / "data" / "r").exists()
    for numbering in ("1", "2"):
        assert run("read", "r.txt", "--numbering", numbering).code == 0
        (row,) = run("notes", "--source", "r", "--json").json[:1]
        assert row["label"] == "1"
        assert run("build", "overview", "--source", "r", "--dry-run").code == 0
    assert "numbering = 2" in (folder / "data" / "r" / "source.toml").read_text(encoding="utf-8")


def test_a_numbering_chosen_where_there_is_one_is_said(run, folder, report):
    ran = run("read", "report.txt", "--numbering", "2")
    assert ran.code == 0
    assert "“numbering” is 2, but one numbering is found" in ran.err


def test_note_numbers_in_doubt_are_listed_with_what_stands_around(run, folder):
    (folder / "r.txt").write_text(REPORT + " In the year 2020.12 it ended.", encoding="utf-8")
    ran = run("read", "r.txt")
    rows = (folder / "data" / "r" / "marks.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
    said = [line for line in ran.lines if line.startswith("    ")]
    assert len(said) == len(rows)
    for line in said:
        label = line.strip().partition(":")[0]
        assert f"⟦{label}⟧" in line


@pytest.mark.parametrize("name", ["..", "a/b", "con", "", ".hidden", "x" * 130])
def test_a_name_that_is_no_folders_is_refused(run, folder, report, name):
    ran = run("read", "report.txt", "--name", name)
    assert ran.code == 2
    assert [path.name for path in (folder / "data").iterdir()] == ["harbour"]


def encrypted_pdf() -> bytes:
    return pdf([Set("A bridge was opened.", 100)], password="secret").content


BAD = {
    "scanned.pdf": (pdf([]).content, "is a scan"),
    "locked.pdf": (encrypted_pdf(), "password"),
    "latin.txt": (b"caf\xe9 au lait. " * 40, None),
    "nul.txt": (b"text\0text", "holds a NUL byte"),
    "empty.txt": (b"", "is empty"),
    "blank.txt": (b" \n\t \n", "is empty"),
    "word.doc": (bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600), "is an old .doc or protected by a password"),
    "locked.docx": (bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600), "is an old .doc or protected by a password"),
    "scan.xyz": (b"x", "no reader for “.xyz”"),
    "fake.pdf": (b"no pdf", "is no PDF"),
    "page.html": (b"", "is empty"),
    "binary.txt": (bytes(range(1, 256)) * 40, "is not UTF-8 text"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_line_and_leaves_nothing(run, folder, name):
    content, said = BAD[name]
    (folder / name).write_bytes(content)
    ran = run("read", name)
    if said is None:
        assert ran.code == 0
        assert "is not UTF-8 (byte 0xE9); read as cp1252, which is a guess" in ran.err
        return
    assert (ran.code, ran.out) == (3, "")
    (line,) = ran.err.splitlines()
    assert said in line
    assert [path.name for path in (folder / "data").iterdir()] == ["harbour"]


@pytest.mark.parametrize("kind", [kind for kind in HOSTILE if "bomb" not in kind and "million" not in kind])
def test_a_hostile_document_leaves_nothing(run, folder, kind):
    make, said = HOSTILE[kind]
    (folder / "evil.docx").write_bytes(make())
    ran = run("read", "evil.docx")
    assert (ran.code, ran.out) == (3, "")
    (line,) = ran.err.splitlines()
    assert said in line
    assert [path.name for path in (folder / "data").iterdir()] == ["harbour"]


def test_a_folder_that_is_no_sources_is_left_alone(run, folder, report):
    (folder / "data" / "report").mkdir()
    (folder / "data" / "report" / "mine.txt").write_text("mine", encoding="utf-8")
    ran = run("read", "report.txt")
    assert ran.code == 4
    assert "data/report: is there already and holds no source.toml" in ran.err
    assert [path.name for path in (folder / "data" / "report").iterdir()] == ["mine.txt"]


def test_a_missing_file_and_a_missing_note_file_are_named(run, folder, report):
    assert run("read", "nowhere.txt").code == 3
    ran = run("read", "report.txt", "--notes", "nowhere.csv")
    assert (ran.code, ran.err) == (4, "briefgen: nowhere.csv: there is no such file; check the path\n")
    assert not (folder / "data" / "report").exists()


def test_digits_of_other_scripts_are_no_trouble(run, folder):
    (folder / "r.txt").write_text("टेक्स्ट १२३ यहाँ है। العدد ١٢٣ هنا. ໑໒ 𝟙𝟚 ①② end.١\n" * 5, encoding="utf-8")
    assert run("read", "r.txt").code == 0


def test_a_paper_of_ours_read_back_gives_its_passages_marks_and_notes(run, folder):
    (folder / "data" / "harbour" / "notes.csv").write_text(
        "label,text\n1,Port Authority\n2,Smith\n3,Council\n4,Treaty series\n", encoding="utf-8"
    )
    assert run("build", "economic", "-f", "docx,html,md,pdf").code == 0
    trace = json.loads((folder / "out" / "economic.trace.json").read_bytes())
    labels = [note["label"] for note in trace["brief"]["notes"]]
    texts = {"1": "Port Authority", "2": "Smith", "3": "Council", "4": "Treaty series"}
    for kind in ("docx", "html", "md", "pdf"):
        ran = run("read", f"out/economic.{kind}", "--name", f"paper-{kind}")
        assert ran.code == 0, ran.err
        rows = run("notes", "--source", f"paper-{kind}", "--json").json
        assert list(dict.fromkeys(row["label"] for row in rows)) == labels, kind
        assert {row["label"]: row["text"] for row in rows} == {label: texts[label] for label in labels}, kind
        said = [row["text"] for row in run("facts", "--source", f"paper-{kind}", "--json").json]
        for fact in run("facts", "economic", "--source", "harbour", "--json").json:
            assert any(fact["text"] in sentence for sentence in said), (kind, fact["text"])


def test_a_document_with_pages_is_cited_by_page(run, folder):
    run("build", "economic", "-f", "pdf")
    run("read", "out/economic.pdf", "--name", "paper")
    assert run("build", "overview", "--source", "paper", "-f", "md").code == 0
    text = (folder / "out" / "paper-overview.md").read_text(encoding="utf-8")
    assert "p. 1)" in text
    assert "(para. " not in text.partition("## Notes")[0].replace("(para. 1)", "")
    assert run("check", "out/paper-overview.md").lines == ["out/paper-overview.md: in order"]


def test_a_zip_cut_off_is_refused(run, folder):
    with zipfile.ZipFile("cut.docx", "w") as archive:
        archive.writestr("word/document.xml", "x" * 4000)
    whole = Path("cut.docx").read_bytes()
    Path("cut.docx").write_bytes(whole[: len(whole) // 2])
    assert run("read", "cut.docx").code == 3
