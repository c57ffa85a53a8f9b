"""Papers over executors: same bytes everywhere, one failure stops nobody, a dead worker takes nobody along."""

import os
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import pytest

from briefgen.errors import BriefgenError, EditorialError
from briefgen.model.commission import Paper
from briefgen.model.source import File
from briefgen.pipeline.batch import build_all
from briefgen.project import Order, gather, open_project


@pytest.fixture
def commissions(folder):
    order = Order(names=("economic", "military", "diplomatic"), each=True, formats=("docx",), date="2024-01-31")
    return gather(open_project(), order)


def fell(flag: str, times: int) -> str:
    """Kill the process that reads this, the first times it is read."""
    path = Path(flag)
    count = len(path.read_text()) if path.exists() else 0
    if count < times:
        path.write_text("x" * (count + 1))
        os._exit(9)
    return "organisation"


class Deadly(str):
    """A text that kills the worker it is sent to, a number of times."""

    def __new__(cls, flag: Path, times: int):
        made = super().__new__(cls, "organisation")
        made.how = (str(flag), times)
        return made

    def __reduce__(self):
        return fell, self.how


def test_papers_are_the_same_in_this_process_and_in_any_executor(commissions):
    here = list(build_all(commissions))
    assert [paper.commission.name for paper in here] == ["economic", "military", "diplomatic"]
    assert list(build_all(commissions, workers=2)) == here
    with ThreadPoolExecutor(2) as threads:
        assert list(build_all(commissions, threads)) == here


def test_one_paper_that_fails_comes_back_as_its_error(commissions):
    broken = replace(commissions[1], files=tuple(
        (role, File("templates/my.docx", b"") if role == "template" else file) for role, file in commissions[1].files
    ))  # fmt: skip
    made = list(build_all([commissions[0], broken, commissions[2]]))
    assert [type(m) for m in made] == [Paper, EditorialError, Paper]
    assert list(build_all([commissions[0], broken], workers=2))[1].remark == made[1].remark


@pytest.mark.parametrize(("times", "kind"), [(1, Paper), (99, BriefgenError)])
def test_a_worker_that_dies_takes_no_other_paper_along(commissions, tmp_path, times, kind):
    deadly = replace(commissions[1], organisation=Deadly(tmp_path / "flag", times))
    made = list(build_all([commissions[0], deadly, commissions[2]], workers=2))
    assert [type(m) for m in made] == [Paper, kind, Paper]


def test_a_dead_worker_of_the_callers_pool_is_reported(commissions, tmp_path):
    deadly = replace(commissions[0], organisation=Deadly(tmp_path / "flag", 99))
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        (made,) = build_all([deadly], pool)
    assert "died" in str(made)


def test_progress_is_told(commissions):
    told = []
    list(build_all(commissions[:1], progress=told.append))
    assert any("reading harbour" in line for line in told)
    assert any("writing docx" in line for line in told)
