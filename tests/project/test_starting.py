import pytest

from briefgen.errors import OutputError
from briefgen.project.folder import open_project
from briefgen.project.starting import start_project


def test_a_started_project_has_everything_of_its_own_and_an_example(tmp_path):
    root = start_project(str(tmp_path / "mine"))
    project = open_project(root)
    assert project.root == root
    assert all(path.is_relative_to(root) for path in project.themes.values())
    assert all(path.is_relative_to(root) for path in project.templates.values())
    assert project.sources
    assert (root / "out").is_dir()


def test_an_empty_folder_may_be_used_and_a_full_one_is_left_alone(tmp_path):
    (tmp_path / "empty").mkdir()
    start_project(str(tmp_path / "empty"))
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    with pytest.raises(OutputError, match="not empty"):
        start_project(str(tmp_path / "full"))
    assert [p.name for p in (tmp_path / "full").iterdir()] == ["mine.txt"]


def test_a_folder_that_cannot_be_made_is_one_line_and_leaves_nothing(tmp_path):
    (tmp_path / "file").write_text("a file")
    with pytest.raises(OutputError):
        start_project(str(tmp_path / "file" / "mine"))
    with pytest.raises(OutputError):
        start_project(str(tmp_path / "file"))
    assert [p.name for p in tmp_path.iterdir()] == ["file"]
