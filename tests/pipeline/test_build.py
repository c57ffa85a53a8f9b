"""A paper is a function of its commission: the same bytes in any process, folder, locale, time zone and hash seed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefgen.model.source import File
from briefgen.pipeline.build import build_paper
from briefgen.pipeline.study import find_facts
from briefgen.project import Order, default_root, gather, inquire, open_project

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def commission(folder):
    return gather(open_project(), Order(names=("economic",), date="2024-01-31"))[0]


def test_a_paper_holds_every_format_and_a_trace_of_the_very_bytes(commission):
    paper = build_paper(commission)
    assert [file.name for file in paper.files] == ["economic.docx", "economic.pdf"]
    trace = json.loads(paper.trace.content)
    assert trace["key"] == commission.key
    assert trace["outputs"] == {file.name: file.sha256 for file in paper.files}


def test_a_study_is_shared_by_papers_in_other_dresses(commission, folder):
    (folder / "my.docx").write_bytes((default_root() / "templates" / "brief.docx").read_bytes())
    other = gather(open_project(), Order(names=("military",), template="my.docx"))[0]
    assert find_facts(commission) is find_facts(other)
    assert find_facts(commission) is find_facts(inquire(open_project(), None))


BUILD = """
import sys
from briefgen.cli import main
sys.exit(main(["build", "economic", "frictions", "--name", "both", "-q", "-o", sys.argv[1]]))
"""

WORLDS = [
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "HOME": "/nonexistent"},
    {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8"},
]


def test_the_same_bytes_come_in_every_world(tmp_path, folder):
    made = []
    for i, world in enumerate(WORLDS):
        # Another copy of the project in another folder, and another folder for the papers.
        place = tmp_path / f"world{i}" / ("deep/" * i)
        subprocess.run(
            [sys.executable, "-m", "briefgen", "init", place], env=clean(world), check=True, capture_output=True
        )
        out = tmp_path / f"papers{i}"
        done = subprocess.run([sys.executable, "-c", BUILD, out], cwd=place, env=clean(world), capture_output=True)
        assert done.returncode == 0, done.stderr
        made.append({path.name: File(path.name, path.read_bytes()).sha256 for path in out.iterdir()})
        for path in out.iterdir():
            assert str(tmp_path).encode() not in path.read_bytes()
    assert made[0] == made[1]
    assert set(made[0]) == {"both.docx", "both.pdf", "both.trace.json"}


def clean(world: dict[str, str]) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "1706659200", **world}
