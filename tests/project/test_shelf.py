"""A folder of data/ is there whole or not at all, and nobody's work is written over."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.errors import BusyError, OutputError, UsageError
from briefgen.model.source import File
from briefgen.project import open_project
from briefgen.project.shelf import find_shelf, put

FILES = (File("source.txt", b"A bridge."), File("source.toml", b'subject = "Bridges"\n'), File("notes.csv", b"label\n"))


@pytest.fixture
def document(folder) -> Path:
    (folder / "bridges.txt").write_bytes(b"A bridge.")
    return folder / "bridges.txt"


def kept(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_new_source_is_put_whole(folder, document):
    put(find_shelf(open_project(), document, None), FILES)
    assert kept(folder / "data" / "bridges") == {file.name: file.content for file in FILES}
    assert [path.name for path in (folder / "data").iterdir() if path.name.startswith(".")] == []


def test_what_fails_half_way_leaves_nothing(folder, document, monkeypatch):
    shelf = find_shelf(open_project(), document, None)

    def fail(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", fail)
    before = kept(folder)
    with pytest.raises(OutputError, match="no space left on device; check the folder and its permissions"):
        put(shelf, FILES)
    assert kept(folder) == before
    assert [path.name for path in (folder / "data").iterdir()] == ["harbour"]


def test_what_a_killed_run_left_is_no_source_and_is_swept(folder, document):
    left = folder / "data" / ".bridges.x1.new"
    left.mkdir()
    (left / "source.toml").write_bytes(b'subject = "Half"\n')
    assert list(open_project().sources) == ["harbour"]
    put(find_shelf(open_project(), document, None), FILES)
    assert not left.exists()


def test_a_source_that_somebody_took_in_meanwhile_stays(folder, document):
    shelf = find_shelf(open_project(), document, None)
    put(shelf, FILES)
    with pytest.raises(BusyError, match="was made while the document was read"):
        put(shelf, (File("source.txt", b"Other."),))
    assert kept(folder / "data" / "bridges")["source.txt"] == b"A bridge."


def test_a_decision_made_meanwhile_stays(folder, document):
    put(find_shelf(open_project(), document, None), FILES)
    shelf = find_shelf(open_project(), document, None)
    (folder / "data" / "bridges" / "notes.csv").write_bytes(b"label,text\n1,Mine\n")
    with pytest.raises(BusyError, match=r"notes\.csv: was changed while the document was read"):
        put(shelf, FILES)
    assert b"Mine" in kept(folder / "data" / "bridges")["notes.csv"]


def test_other_files_of_a_folder_are_left_alone(folder, document):
    put(find_shelf(open_project(), document, None), FILES)
    (folder / "data" / "bridges" / "editor").mkdir()
    (folder / "data" / "bridges" / "editor" / "economic.toml").write_bytes(b"mine")
    put(find_shelf(open_project(), document, None), FILES)
    assert kept(folder / "data" / "bridges")["editor/economic.toml"] == b"mine"


@pytest.mark.parametrize(
    ("file", "name"), [("nul.txt", "source-nul"), ("---.txt", "source"), ("Ä b_C.txt", "ä-b-c"), ("x" * 200, "x" * 60)]
)
def test_every_document_has_a_name_that_every_system_takes(folder, file, name):
    assert find_shelf(open_project(), folder / file, None).name == name


def test_a_name_typed_is_taken_or_refused(folder, document):
    assert find_shelf(open_project(), document, "North_bridges").name == "North_bridges"
    with pytest.raises(UsageError, match="--name: “nul” cannot be the name of a file"):
        find_shelf(open_project(), document, "nul")
