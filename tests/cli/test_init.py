from pathlib import Path


def test_a_project_is_made_and_a_paper_built_in_it(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ran = run("init", "mine")
    assert (ran.code, ran.lines) == (0, ["mine"])
    assert "briefgen --project mine build economic" in ran.err
    built = run("--project", "mine", "build", "economic", "-f", "docx")
    assert built.code == 0, built.err
    assert built.lines == [str(Path("mine/out/economic.docx")), str(Path("mine/out/economic.trace.json"))]


def test_a_folder_with_something_in_it_is_left_alone(run, folder):
    ran = run("init", ".")
    assert ran.code == 6
    assert "choose another folder" in ran.err
