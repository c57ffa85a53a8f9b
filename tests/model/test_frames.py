"""Factbase and series as pandas tables; the example of docs/notebooks.md is run."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from briefgen.pipeline.study import find_facts
from briefgen.project import inquire, open_project

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def base():
    return find_facts(inquire(open_project(), None))


def test_a_factbase_is_a_table_of_its_facts_in_their_order(base):
    table = base.frame()
    assert list(table["id"]) == [fact.id for fact in base.facts]
    assert list(table["text"]) == [base.words(fact) for fact in base.facts]
    for row, fact in zip(table.itertuples(), base.facts, strict=True):
        assert base.source.text[row.start : row.end] == fact.span.of(base.source.text)
        assert row.themes == fact.theme_names
        assert row.kind == fact.kind


def test_a_series_is_a_table_of_its_values(base):
    for series in base.series:
        table = series.frame()
        assert list(table["value"]) == [point.quantity.value for point in series.points]
        assert list(table["period"]) == [point.quantity.period for point in series.points]
        assert set(table["fact"]) <= set(base.frame()["id"])


def test_a_factbase_without_facts_is_a_table_with_the_same_columns(base):
    from dataclasses import replace

    empty = replace(base, facts=(), series=())
    assert list(empty.frame().columns) == list(base.frame().columns)
    assert len(empty.frame()) == 0


def test_the_example_for_notebooks_runs_as_printed(tmp_path):
    page = (ROOT / "docs" / "notebooks.md").read_text(encoding="utf-8")
    code = "\n".join(re.findall(r"^```python\n(.*?)^```", page, re.M | re.S))
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, timeout=120,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "facts.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert "US$" in done.stdout or "USD" in done.stdout


def test_finding_facts_loads_no_pandas():
    code = "from briefgen.pipeline.study import find_facts; from briefgen.project import inquire, open_project; " \
           "find_facts(inquire(open_project(), None)); import sys; print('pandas' in sys.modules)"  # fmt: skip
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
