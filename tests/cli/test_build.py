"""``briefgen build`` as the contract says: names, streams, exit codes, and what is never overwritten."""

import json
import re
from hashlib import sha256

import pytest

from briefgen.project.locks import locked

DATED = ("--date", "2024-01-31")


def files(folder) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "out").iterdir()}


def test_a_paper_is_built_its_paths_printed_and_its_trace_true(run, folder):
    ran = run("build", "economic", *DATED)
    assert ran.code == 0, ran.err
    assert ran.lines == ["out/economic.docx", "out/economic.pdf", "out/economic.trace.json"]
    built = files(folder)
    assert set(built) == {"economic.docx", "economic.pdf", "economic.trace.json"}
    trace = json.loads(built["economic.trace.json"])
    assert trace["outputs"] == {name: sha256(built[name]).hexdigest() for name in ("economic.docx", "economic.pdf")}
    assert str(folder) not in built["economic.trace.json"].decode()


def test_an_unchanged_paper_is_not_built_again_unless_forced(run, folder):
    run("build", "economic", *DATED)
    before = {path: path.stat().st_mtime_ns for path in (folder / "out").iterdir()}
    again = run("build", "economic", *DATED)
    assert (again.code, again.lines[0]) == (0, "out/economic.docx")
    assert "economic: unchanged" in again.err
    assert {path: path.stat().st_mtime_ns for path in before} == before
    content = files(folder)
    forced = run("build", "economic", *DATED, "--force")
    assert "unchanged" not in forced.err
    assert files(folder) == content


def test_a_file_changed_by_hand_is_not_overwritten_not_even_by_force(run, folder):
    run("build", "economic", *DATED)
    paper = folder / "out" / "economic.docx"
    paper.write_bytes(b"edited")
    ran = run("build", "economic", *DATED, "--force")
    assert ran.code == 0
    assert paper.read_bytes() == b"edited"
    assert ran.lines[0] == "out/economic (new).docx"
    assert ran.err.count("economic (new).docx") == 1


def test_a_dry_run_says_what_would_be_and_touches_nothing(run, folder):
    ran = run("build", "economic", "--dry-run")
    assert ran.lines == ["out/economic.docx", "out/economic.pdf", "out/economic.trace.json"]
    assert "would be built" in ran.err
    assert not (folder / "out").exists()
    run("build", "economic")
    assert "unchanged" in run("build", "economic", "--dry-run").err


def test_formats_lengths_and_folder_are_chosen(run, folder):
    ran = run("build", "economic", "-f", "pdf", "--length", "standard,full", "-o", "papers")
    assert ran.lines == [
        "papers/economic.pdf", "papers/economic.trace.json",
        "papers/economic-full.pdf", "papers/economic-full.trace.json",
    ]  # fmt: skip
    assert not (folder / "out").exists()


def test_all_builds_a_paper_for_every_theme_the_source_speaks_of_and_names_the_others(run, folder):
    ran = run("build", "--all", "-f", "docx", "-o", "papers")
    assert ran.code == 1
    made = {path.name for path in (folder / "papers").glob("*.docx")}
    assert made == {f"{t}.docx" for t in ("economic", "military", "diplomatic")}
    assert sum("has no passage on" in line for line in ran.err.splitlines()) == 2


def test_several_themes_make_one_paper(run, folder):
    assert run("build", "economic", "military", "-f", "docx").lines[0] == "out/economic+military.docx"
    assert run("build", "economic", "military", "-f", "docx", "--name", "both").lines[0] == "out/both.docx"


def test_two_outputs_of_one_name_stop_before_any_work(run, folder):
    ran = run("build", "--all", "--name", "paper")
    assert ran.code == 2
    assert "two papers would be called “paper”" in ran.err
    assert not (folder / "out").exists()


def test_without_a_theme_the_themes_are_listed_with_what_the_source_has(run, folder):
    ran = run("build")
    assert ran.code == 0
    rows = {line.split()[0]: int(line.split()[1]) for line in ran.lines}
    assert rows["economic"] >= 1
    assert rows["overview"] == 4


def test_strict_writes_no_paper_with_remarks(run, folder):
    card = folder / "data" / "harbour" / "source.toml"
    card.write_text(card.read_text().replace("notes_expected = 4", "notes_expected = 5"))
    ran = run("build", "economic", "--strict")
    assert ran.code == 1
    assert "5" in ran.err
    assert not (folder / "out" / "economic.docx").exists()
    assert run("build", "economic").code == 0
    assert run("build", "economic", "--strict").code == 1


def test_strict_lets_a_theme_without_an_honest_chart_pass_and_says_so(run, folder):
    first, again = (run("build", "economic", "--strict", "-f", "pdf") for _ in range(2))
    assert (first.code, again.code) == (0, 0)
    assert "no timeline chart" in first.err


def test_json_is_one_document_and_nothing_else(run, folder):
    first, second = run("build", "economic", "-f", "pdf", "--json"), run("build", "economic", "-f", "pdf", "--json")
    assert [run_.json["papers"][0]["state"] for run_ in (first, second)] == ["built", "unchanged"]
    assert first.json["papers"][0]["files"] == ["out/economic.pdf", "out/economic.trace.json"]


def test_a_paper_that_is_being_built_is_busy_and_the_others_are_built(run, folder):
    with locked(folder / "out", "economic"):
        assert run("build", "economic").code == 7
        ran = run("build", "--all", "-f", "docx")
    assert ran.code == 1
    assert "out/military.docx" in ran.lines
    assert "being built by another process" in ran.err


def test_quiet_says_errors_only_and_verbose_the_inputs(run, folder):
    assert run("build", "economic", "-q").err == ""
    assert run("build", "economic", "-q").err == ""
    said = run("build", "economic", "-v").err
    assert re.search(r"source data/harbour/source\.txt [0-9a-f]{12}", said)


def test_a_brief_of_the_project_file_is_built_by_its_name(run, folder):
    (folder / "briefgen.toml").write_text(
        'format = 1\n[brief.weekly]\nthemes = ["economic", "military"]\nformats = ["docx"]\n'
    )
    assert run("build", "weekly").lines == ["out/weekly.docx", "out/weekly.trace.json"]


def test_a_document_without_a_card_is_built_under_its_own_name(run, folder, tmp_path):
    (tmp_path / "Port Report.txt").write_text((folder / "data" / "harbour" / "source.txt").read_text())
    ran = run("build", "overview", "--source", tmp_path / "Port Report.txt", "-f", "docx")
    assert ran.code == 0, ran.err
    assert ran.lines[0] == "out/port-report-overview.docx"


def test_the_environment_supplies_what_no_option_says(run, folder, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1706659200")
    monkeypatch.setenv("BRIEFGEN_ORGANISATION", "Port Office")
    run("build", "economic", "-f", "docx")
    brief = json.loads(files(folder)["economic.trace.json"])["brief"]
    assert (brief["date"], brief["organisation"]) == ("2024-01-31", "Port Office")


@pytest.mark.parametrize("marking", ["OFFICIAL: Sensitive", "SECRET"])
def test_a_marking_of_the_source_is_kept_or_raised(run, folder, marking):
    card = folder / "data" / "harbour" / "source.toml"
    card.write_text(card.read_text() + 'marking = "OFFICIAL: Sensitive"\n')
    assert run("build", "economic", "-f", "docx", "--marking", marking).code == 0


def test_a_lowered_marking_is_refused(run, folder):
    card = folder / "data" / "harbour" / "source.toml"
    card.write_text(card.read_text() + 'marking = "SECRET"\n')
    ran = run("build", "economic", "--marking", "OFFICIAL")
    assert ran.code == 4
    assert "SECRET" in ran.err
    assert not (folder / "out").exists()
