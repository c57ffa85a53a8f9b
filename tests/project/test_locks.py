import subprocess
import sys

import pytest

from briefgen.errors import BusyError, OutputError
from briefgen.project.locks import locked

HOLD = "import sys; from pathlib import Path; from briefgen.project.locks import locked\n"


def test_a_paper_has_one_writer_at_a_time_and_another_paper_its_own(tmp_path):
    code = HOLD + "with locked(Path(sys.argv[1]), 'a'): print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", code, tmp_path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(BusyError, match="is being built by another process"), locked(tmp_path, "a"):
            pass
        with locked(tmp_path, "b"):
            pass
        holder.kill()
    with locked(tmp_path, "a"):
        pass


def test_nothing_is_left_behind(tmp_path):
    out = tmp_path / "new" / "out"
    with locked(out, "a"):
        assert out.is_dir()
    assert list(out.iterdir()) == []


def test_a_folder_that_cannot_be_is_one_line(tmp_path):
    (tmp_path / "out").write_text("a file")
    with pytest.raises(OutputError, match="cannot be written"), locked(tmp_path / "out", "a"):
        pass
    with pytest.raises(OutputError, match="cannot be written"), locked(tmp_path / "out" / "deeper", "a"):
        pass
