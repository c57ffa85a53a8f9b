import pytest


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
