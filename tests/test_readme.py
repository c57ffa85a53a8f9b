"""README.md keeps its word: its commands run, and it names what there is."""

import re
import shlex
from pathlib import Path

import pytest

from briefgen import errors
from briefgen.cli.commands import COMMANDS
from briefgen.model.source import File
from briefgen.project import open_project
from briefgen.project.starting import start_project
from briefgen.word.opening import open_template
from briefgen.writers import write
from tests.papers import brief as sample

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```console\n(.*?)^```", README, re.M | re.S)
LINES = [line[2:].partition("#")[0].strip() for block in BLOCKS for line in block.splitlines()]
SETUPS = re.findall(r"^```(sh|bat)\n(.*)\n```", README, re.M)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A project of its own for all commands: they run one after the other, as a reader would type them."""
    root = start_project(str(tmp_path_factory.mktemp("readme") / "project"))
    template = open_template(File("brief.docx", (root / "templates" / "brief.docx").read_bytes()))
    (root / "report.docx").write_bytes(write(sample(), template, "docx"))
    (root / "notes.csv").write_text("label,text\n1,Port Authority\n", encoding="utf-8")
    return root


@pytest.mark.parametrize("line", LINES)
def test_a_command_of_the_readme_does_what_it_says(line, folder, monkeypatch, run):
    monkeypatch.chdir(folder)
    words = shlex.split(line)
    assert words[0] == "briefgen"
    if words[1:] == ["check", "out/economic.docx"]:
        assert run("build", "economic").code == 0
    if words[-2:] == ["--source", "report"]:
        assert run("read", "report.docx").code == 0
    # Workers of xdist share the lines out: each makes for itself what an earlier line would have made.
    if "--since" in words and not (folder / words[-1]).exists():
        assert run("schedule", "run", "--now", "weekly").code == 0
    if "my.docx" in words:
        (folder / "my.docx").unlink(missing_ok=True)
        if "new" not in words:
            assert run("template", "new", "my.docx").code == 0
    ran = run(*words[1:])
    assert ran.code == 0, ran.err
    assert ran.out


def test_every_command_is_shown():
    assert set(COMMANDS) <= {line.split()[1] for line in LINES}


def test_every_exit_code_is_explained():
    kinds = [errors.BriefgenError, *errors.BriefgenError.__subclasses__()]
    table = {int(code) for row in re.findall(r"^\| ([\d, ]+) \|", README, re.M) for code in row.split(",")}
    assert {kind.exit_code for kind in kinds} <= table


def test_the_two_setups_are_one_line_each_and_the_same_on_windows():
    assert [shell for shell, _ in SETUPS] == ["sh", "bat", "sh", "bat"]
    for (_, unix), (_, windows) in (SETUPS[:2], SETUPS[2:]):
        assert "\n" not in unix
        assert unix.replace("python3 ", "py -3 ").replace(".venv/bin/", ".venv\\Scripts\\") == windows


def test_ci_runs_the_readmes_own_test_command():
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "/^## Test/,/^## /{/^python3 -m venv/p}" in script
    section = README.partition("\n## Test\n")[2].partition("\n## ")[0]
    assert [line for line in section.splitlines() if line.startswith("python3 -m venv")] == [SETUPS[2][1]]


def test_every_setting_from_the_environment_is_named():
    said = set(re.findall(r"BRIEFGEN_([A-Z]+)\b", README))
    used = set(re.findall(r'settle\("(\w+)"', (ROOT / "briefgen/project/commissions.py").read_text(encoding="utf-8")))
    assert {name.upper() for name in used} == said


def test_the_readmes_python_builds_a_paper(folder, monkeypatch):
    monkeypatch.chdir(folder)
    (code,) = re.findall(r"^```python\n(.*?)^```", README, re.M | re.S)
    names = {}
    exec(compile(code, "README.md", "exec"), names)
    assert [file.name for file in names["paper"].files] == ["economic.docx", "economic.pdf"]
    assert open_project().root == folder


def test_the_readmes_french_for_a_card_is_what_a_french_paper_says(tmp_path, monkeypatch, run):
    monkeypatch.chdir(tmp_path)
    (more,) = re.findall(r"^```toml\n(\[\[said\]\].*?)^```", README, re.M | re.S)
    (tmp_path / "briefgen.toml").write_text("format = 1\n", encoding="utf-8")
    data = tmp_path / "data" / "pact"
    data.mkdir(parents=True)
    data.joinpath("source.toml").write_text(f'subject = "A pact"\nlanguage = "en"\n\n{more}', encoding="utf-8")
    words = "Two-way trade reached US$5 billion in 2020.1 Exports of timber and gas grew, and so did imports.2"
    data.joinpath("source.txt").write_text("\n\n".join((words, "Trade fell in 2021, the ministry said.3")), "utf-8")
    assert run("build", "economic", "--language", "fr", "-f", "md").code == 0
    assert "Relations Chine–Russie" in (tmp_path / "out" / "economic.md").read_text(encoding="utf-8")


def test_every_form_of_source_is_named(folder, monkeypatch, run):
    monkeypatch.chdir(folder)
    (folder / "source.zzz").write_bytes(b"?")
    refused = run("build", "overview", "--source", "source.zzz")
    assert refused.code == 3
    readable = set(re.findall(r"\.[a-z]+\b", refused.err.partition("there are readers for")[2]))
    named = README.partition("in one of these forms: ")[2].partition(".\n")[0]
    assert readable == set(re.findall(r"`(\.[a-z]+)`", named)) != set()
