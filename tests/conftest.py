"""What every room's tests share: golden files, a project of its own, the command line, and no silent skip in CI."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parent.parent

HARBOUR = (
    "Aldmere harbour handled goods worth US$4 billion in 2019.1 In 2020 it handled goods worth US$5 billion.2\n"
    "The council judged that the quay would last.3 It signed a defence treaty on 4 March 2021.4\n"
)
CARD = 'subject = "Aldmere harbour"\ncalled = "the report"\nlanguage = "en"\nnotes_expected = 4\n'


# No assertion on time, hypothesis's own neither: a machine with other work is no fault of the text that it tried.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite the golden files")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item):
    return _not_skipped((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector):
    return _not_skipped((yield))


def _not_skipped(report):
    """With BRIEFGEN_CI=1 a skip is a failure: a check that did not run has proved nothing."""
    if os.environ.get("BRIEFGEN_CI") == "1" and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped where nothing may be: {report.longrepr[2]}"
    return report


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[..., None]:
    """Compare text with golden/TEST.EXT beside the test; ``pytest --update`` rewrites it."""

    def check(text: str, ext: str = "txt") -> None:
        path = request.path.parent / "golden" / f"{request.node.name}.{ext}"
        if request.config.getoption("--update"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.exists(), f"no golden file {path}; look at what would be in it, then: pytest --update"
        assert text == path.read_text(encoding="utf-8")

    return check


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the developer's own settings out of the tests."""
    for name in [n for n in os.environ if n.startswith("BRIEFGEN_") and n != "BRIEFGEN_CI"]:
        monkeypatch.delenv(name)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project with one source of its own; everything else is the package's."""
    root = tmp_path / "project"
    source = root / "data" / "harbour"
    source.mkdir(parents=True)
    (root / "briefgen.toml").write_text("format = 1\n", encoding="utf-8")
    (source / "source.txt").write_text(HARBOUR, encoding="utf-8")
    (source / "source.toml").write_text(CARD, encoding="utf-8")
    monkeypatch.chdir(root)
    return root


@dataclass(frozen=True)
class Ran:
    """What a command ended with."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """What it printed, line by line."""
        return self.out.splitlines()

    @property
    def json(self):
        """The one document it printed."""
        return json.loads(self.out)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Run the command line in this process."""
    from briefgen.cli import main

    def call(*words: object) -> Ran:
        capsys.readouterr()
        code = main([str(word) for word in words])
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return call


@pytest.fixture
def shell() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run ``python -m briefgen`` in a process of its own, as bytes."""

    def call(*words: object, cwd: Path | None = None, **env: str) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "briefgen", *map(str, words)]
        world = {**os.environ, "PYTHONPATH": str(ROOT), **env}
        return subprocess.run(command, cwd=cwd or Path.cwd(), env=world, capture_output=True, timeout=120)

    return call
