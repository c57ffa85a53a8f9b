"""The wheel alone is enough: built here, installed into an empty environment, run in an empty folder.

The dependencies are lent from this environment by a path; briefgen itself can only come from the wheel.
"""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def clean(**more: str) -> dict[str, str]:
    """The environment without anything that could lead back to the checkout."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "BRIEFGEN", "VIRTUAL"))}
    return kept | more


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=120)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def home(wheel, tmp_path_factory) -> Path:
    """An environment with the wheel and nothing else of ours."""
    folder = tmp_path_factory.mktemp("home")
    venv.create(folder, with_pip=False, symlinks=os.name == "posix")
    place = {"base": str(folder), "platbase": str(folder)}
    scheme = sysconfig.get_path("purelib", "venv", place)
    python = Path(sysconfig.get_path("scripts", "venv", place)) / ("python.exe" if os.name == "nt" else "python")
    command = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(python),
        "install",
        "-q",
        "--no-deps",
        "--no-index",
        str(wheel),
    ]
    subprocess.run(command, check=True, capture_output=True, env=clean(), timeout=120)
    # Path files of a lent folder are not read, so an editable install of briefgen in it does not come along.
    Path(scheme, "lent.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return python.parent


@pytest.fixture
def briefgen(home, tmp_path):
    def call(*words: str, cwd: Path = tmp_path) -> subprocess.CompletedProcess[str]:
        command = [str(home / "briefgen"), *words]
        return subprocess.run(
            command, cwd=cwd, env=clean(), capture_output=True, text=True, encoding="utf-8", timeout=120
        )

    return call


def test_templates_data_and_fonts_are_in_the_wheel_once(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        contents = Counter(sha256(archive.read(name)).hexdigest() for name in names if archive.read(name).strip())
    held = {name.removeprefix("briefgen/default/") for name in names}
    for wanted in (
        "briefgen.toml",
        "templates/brief.docx",
        "templates/themes/economic.toml",
        "data/china-russia/source.txt",
    ):
        assert wanted in held
    assert any(name.startswith("templates/fonts/") and name.endswith(".ttf") for name in held)
    assert any(name.startswith("templates/fonts/OFL") for name in held)
    assert [digest for digest, count in contents.items() if count > 1] == []
    assert not [name for name in names if "__pycache__" in name or name.endswith(".pyc")]


def test_the_wheel_builds_a_paper_in_an_empty_folder(briefgen, home, tmp_path):
    built = briefgen("build", "economic")
    assert built.returncode == 0, built.stderr
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == [
        "economic.docx", "economic.pdf", "economic.trace.json",
    ]  # fmt: skip
    listed = briefgen("list", "themes")
    assert listed.stdout.startswith("diplomatic"), listed.stderr
    code = "import briefgen; print(briefgen.__file__)"
    where = subprocess.run([home / "python", "-c", code], cwd=tmp_path, env=clean(), capture_output=True, text=True)
    assert str(home.parent) in where.stdout


def test_the_wheel_makes_a_project_and_builds_in_it(briefgen, tmp_path):
    assert briefgen("init", "mine").returncode == 0
    built = briefgen("build", "economic", cwd=tmp_path / "mine")
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "mine" / "out" / "economic.docx").is_file()
    assert not (tmp_path / "out").exists()
