import pytest

from briefgen.errors import UsageError
from briefgen.project.folder import default_root, open_project


def test_the_nearest_project_upward_is_opened(folder, monkeypatch):
    deep = folder / "data" / "harbour"
    monkeypatch.chdir(deep)
    project = open_project()
    assert project.root == folder
    assert project.out == folder / "out"


def test_a_named_folder_goes_before_the_one_around(folder, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "briefgen.toml").write_text("format = 1\n")
    assert open_project(other).root == other
    assert open_project("../other").root == other


def test_without_a_project_the_packages_own_is_used_and_papers_come_here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    project = open_project()
    assert project.root == project.default == default_root()
    assert project.out == tmp_path / "out"
    assert "economic" in project.themes


def test_a_named_folder_without_a_project_file_says_how_to_make_one(tmp_path):
    with pytest.raises(UsageError, match="briefgen init"):
        open_project(tmp_path)


def test_a_projects_own_theme_goes_before_the_packages_of_its_name(folder):
    themes = folder / "templates" / "themes"
    themes.mkdir(parents=True)
    for name in ("economic", "harbour"):
        (themes / f"{name}.toml").write_text('title = "Ours"\n')
    found = open_project().themes
    assert found["economic"].parent == themes
    assert found["harbour"].parent == themes
    assert found["military"].parent != themes


def test_editors_leftovers_are_no_templates(folder):
    templates = folder / "templates"
    templates.mkdir()
    (templates / "~$brief.docx").write_bytes(b"lock")
    (templates / ".hidden.docx").write_bytes(b"lock")
    assert set(open_project().templates) == set(open_project(default_root()).templates)


def test_only_folders_with_a_card_are_sources_and_only_this_projects(folder):
    (folder / "data" / "drafts").mkdir()
    assert list(open_project().sources) == ["harbour"]


def test_files_go_by_the_same_name_on_every_machine(folder, tmp_path):
    project = open_project()
    assert project.name_of(folder / "data" / "harbour" / "source.txt") == "data/harbour/source.txt"
    assert project.name_of(project.themes["economic"]) == "templates/themes/economic.toml"
    assert project.name_of(tmp_path / "elsewhere" / "my.docx") == "my.docx"
