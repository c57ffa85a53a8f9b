import os
from pathlib import Path

import pytest

from briefgen.errors import SourceError
from briefgen.project.files import legible, read_file, reason, shown


def test_a_file_goes_by_the_name_it_is_given(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"a\r\n")
    file = read_file(tmp_path / "a.txt", "data/a.txt", SourceError)
    assert (file.name, file.content) == ("data/a.txt", b"a\r\n")


def test_a_missing_file_says_what_mends_it(tmp_path):
    with pytest.raises(SourceError, match=r"there is no such file; look again"):
        read_file(tmp_path / "a.txt", "a.txt", SourceError, "look again")


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(SourceError, match="is no plain file"):
        read_file(tmp_path, "a", SourceError)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_before_it_blocks(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(SourceError, match="is no plain file"):
        read_file(tmp_path / "pipe", "pipe", SourceError)


def test_a_path_with_a_nul_is_one_line_too():
    with pytest.raises(SourceError):
        read_file(Path("a\0b"), "a", SourceError)


def test_a_path_is_shown_as_short_as_it_can_be_typed(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert shown(tmp_path / "out" / "a") == str(Path("out", "a"))
    assert shown(Path("/elsewhere/a")) == str(Path("/elsewhere/a"))


def test_a_reason_is_the_systems_words_without_the_path():
    assert reason(PermissionError(13, "Permission denied", "/secret")) == "permission denied"


def test_what_a_locale_could_not_decode_is_read_as_utf8():
    assert legible("Договор".encode().decode("ascii", "surrogateescape")) == "Договор"
    assert legible("plain Договор") == "plain Договор"
    assert legible("\ud800") == "\\ud800"
    assert legible("\udcff") == "\\xff"
