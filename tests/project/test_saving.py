import json
import os
import stat
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefgen.errors import CheckFailed, OutputError
from briefgen.model.commission import Commission, Paper
from briefgen.model.source import File
from briefgen.project.saving import check_paper, save, standing

COMMISSION = Commission(
    name="economic", themes=("economic",), source="harbour", length="standard", language="en", formats=("docx", "pdf"),
    date=date(2024, 1, 31), date_given=True, marking="", organisation="", contact="", files=(),
)  # fmt: skip


def paper(content: str = "one", commission: Commission = COMMISSION) -> Paper:
    files = tuple(File(f"economic.{kind}", f"{content} {kind}".encode()) for kind in commission.formats)
    record = {
        "format": 1,
        "key": commission.key,
        "outputs": {f.name: f.sha256 for f in files},
        "brief": {"remarks": []},
    }
    trace = File("economic.trace.json", (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode())
    return Paper(commission, files, trace, ())


def names(out: Path) -> set[str]:
    return {path.name for path in out.iterdir()}


def test_a_paper_and_its_trace_are_saved_readable_by_all_and_nothing_else_stays(tmp_path):
    saved = save(paper(), tmp_path)
    assert [path.name for path in saved.paths] == ["economic.docx", "economic.pdf", "economic.trace.json"]
    assert names(tmp_path) == {"economic.docx", "economic.pdf", "economic.trace.json"}
    assert (tmp_path / "economic.docx").read_bytes() == b"one docx"
    if os.name == "posix":
        assert {stat.S_IMODE(path.stat().st_mode) for path in saved.paths} == {0o644}


def test_a_saved_paper_stands_until_an_input_or_an_output_changes(tmp_path):
    save(paper(), tmp_path)
    assert [p.name for p in standing(tmp_path, COMMISSION).paths][-1] == "economic.trace.json"
    assert standing(tmp_path, replace(COMMISSION, length="full")) is None
    (tmp_path / "economic.pdf").write_bytes(b"one pd")
    assert standing(tmp_path, COMMISSION) is None
    (tmp_path / "economic.pdf").unlink()
    assert standing(tmp_path, COMMISSION) is None


@pytest.mark.parametrize("trace", [b"", b"[]", b"{", b'{"key": 1}', b'{"key": "k", "outputs": []}', b"\xff"])
def test_what_is_no_trace_of_ours_says_nothing(tmp_path, trace):
    save(paper(), tmp_path)
    (tmp_path / "economic.trace.json").write_bytes(trace)
    assert standing(tmp_path, COMMISSION) is None


def test_our_own_former_paper_is_replaced(tmp_path):
    save(paper("one"), tmp_path)
    assert save(paper("two"), tmp_path).remarks == ()
    assert (tmp_path / "economic.docx").read_bytes() == b"two docx"


def test_a_file_somebody_changed_is_left_alone_and_ours_goes_beside(tmp_path):
    save(paper("one"), tmp_path)
    (tmp_path / "economic.docx").write_bytes(b"edited by hand")
    saved = save(paper("two"), tmp_path)
    assert (tmp_path / "economic.docx").read_bytes() == b"edited by hand"
    assert (tmp_path / "economic (new).docx").read_bytes() == b"two docx"
    assert (tmp_path / "economic.pdf").read_bytes() == b"two pdf"
    assert [str(r).count("economic (new).docx") for r in saved.remarks] == [1]
    again = save(paper("three"), tmp_path)
    assert (tmp_path / "economic (new).docx").read_bytes() == b"three docx"
    assert len(again.remarks) == 1


def test_ours_beside_a_changed_file_stands_until_that_is_gone(tmp_path):
    save(paper("one"), tmp_path)
    (tmp_path / "economic.docx").write_bytes(b"edited by hand")
    save(paper("two"), tmp_path)
    assert standing(tmp_path, COMMISSION).paths[0].name == "economic (new).docx"
    (tmp_path / "economic.docx").unlink()
    assert standing(tmp_path, COMMISSION) is None


def test_a_changed_file_beside_a_changed_file_is_left_alone_too(tmp_path):
    (tmp_path / "economic.docx").write_bytes(b"somebody's")
    (tmp_path / "economic (new).docx").write_bytes(b"somebody's too")
    (tmp_path / "economic (new 2).docx").mkdir()
    save(paper(), tmp_path)
    assert (tmp_path / "economic (new 3).docx").read_bytes() == b"one docx"


def test_a_run_that_stopped_before_its_trace_is_no_change_by_hand(tmp_path):
    (tmp_path / "economic.docx").write_bytes(b"one docx")
    assert save(paper("one"), tmp_path).remarks == ()
    assert "economic (new).docx" not in names(tmp_path)


def test_a_format_built_before_is_still_known_to_be_ours(tmp_path):
    save(paper("one", replace(COMMISSION, formats=("docx",))), tmp_path)
    save(paper("one", replace(COMMISSION, formats=("pdf",))), tmp_path)
    assert save(paper("two"), tmp_path).remarks == ()
    assert names(tmp_path) == {"economic.docx", "economic.pdf", "economic.trace.json"}


def test_a_disk_that_fails_leaves_what_was_there_and_nothing_half_written(tmp_path, monkeypatch):
    save(paper("one"), tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    calls = []

    def full(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 2:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="no space left on device"):
        save(paper("two"), tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_finished_paper_is_checked_against_the_trace_beside_it(tmp_path):
    save(paper(), tmp_path)
    assert check_paper(tmp_path / "economic.docx") == ()
    (tmp_path / "economic.docx").write_bytes(b"edited by hand")
    assert "was changed" in str(check_paper(tmp_path / "economic.docx")[0])
    (tmp_path / "other.docx").write_bytes(b"?")
    assert "no trace" in str(check_paper(tmp_path / "other.docx")[0])
    with pytest.raises(CheckFailed, match="there is no such file"):
        check_paper(tmp_path / "missing.docx")


KILLED = """
import os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from tests.project.test_saving import paper, save
steps = 0
def counted(function):
    def call(*a, **k):
        global steps
        steps += 1
        if steps == int(sys.argv[2]):
            os._exit(9)
        return function(*a, **k)
    return call
for name in ("fsync", "write", "open"):
    setattr(os, name, counted(getattr(os, name)))
for name in ("replace", "chmod", "unlink"):
    setattr(Path, name, counted(getattr(Path, name)))
save(paper("two"), Path(sys.argv[1]))
"""


@pytest.mark.parametrize("step", range(1, 16))
def test_killed_at_any_step_every_file_is_whole_and_the_next_run_mends_the_rest(tmp_path, step):
    save(paper("one"), tmp_path)
    root = Path(__file__).parent.parent.parent
    done = subprocess.run([sys.executable, "-c", KILLED, tmp_path, str(step), root], capture_output=True, timeout=60)
    assert done.returncode in ({9} if step <= 10 else {0, 9}), done.stderr
    for kind in ("docx", "pdf"):
        assert (tmp_path / f"economic.{kind}").read_text() in (f"one {kind}", f"two {kind}")
    json.loads((tmp_path / "economic.trace.json").read_bytes())
    assert save(paper("two"), tmp_path).remarks == ()
    assert names(tmp_path) == {"economic.docx", "economic.pdf", "economic.trace.json"}
    assert standing(tmp_path, COMMISSION)
