"""What holds for every command: help, streams, one-line errors, exit codes."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefgen.cli.commands import COMMANDS

ROOT = Path(__file__).parent.parent.parent
WORLD = {**os.environ, "PYTHONPATH": str(ROOT)}

WORLDS = [
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
    {"LC_ALL": "C.UTF-8"},
]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_help_with_an_example(run, name):
    ran = run(name, "--help")
    assert ran.code == 0
    assert f"Example: briefgen {name}" in ran.out


def test_the_first_help_says_what_each_command_does(run):
    ran = run("--help")
    assert ran.code == 0
    assert all(f"{name} " in ran.out and what in ran.out for name, what in COMMANDS.items())
    assert run().out == ran.out


def test_the_version_is_said(run):
    from briefgen import __version__

    assert run("--version").out == f"briefgen {__version__}\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["bild"], "did you mean “build”?"),
        (["build", "--frmat", "pdf"], "--format"),
        (["explain"], "missing argument"),
        (["list", "thems"], "themes"),
        (["build", "economic", "--workers", "0"], "0"),
        (["facts", "--measures", "--audit"], "choose one"),
        (["build", "economic", "--all"], "--all"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_2(run, folder, words, said):
    ran = run(*words)
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
    assert said in ran.err
    assert "--help" in ran.err


def test_options_of_every_command_stand_before_or_behind_its_name(run, folder, tmp_path):
    other = tmp_path / "other"
    (other / "data" / "pier").mkdir(parents=True)
    (other / "briefgen.toml").write_text("format = 1\n")
    (other / "data" / "pier" / "source.toml").write_text('subject = "Pier"\n')
    assert run("--project", other, "list", "sources").out == "pier\n"
    assert run("list", "sources", "--project", other).out == "pier\n"
    assert run("list", "sources").out == "harbour\n"


@pytest.mark.parametrize("world", WORLDS)
def test_both_streams_are_utf8_in_every_locale(shell, folder, world):
    (folder / "data" / "习近平").mkdir()
    (folder / "data" / "习近平" / "source.toml").write_text('subject = "x"\n')
    done = shell("list", "sources", **world)
    assert done.stdout.decode() == f"harbour{os.linesep}习近平{os.linesep}"
    done = shell("build", "Договор", **world)
    assert done.returncode == 2
    assert "no theme “" in done.stderr.decode()


def test_control_characters_of_a_name_reach_no_terminal(run, folder):
    ran = run("build", "a\x1b[2J\nb")
    assert ran.code == 2
    assert "\x1b" not in ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_reader_who_has_had_enough_is_no_error(folder):
    command = f"{sys.executable} -m briefgen --help | true"
    done = subprocess.run(command, shell=True, capture_output=True, timeout=60, env=WORLD)
    assert done.stderr == b""


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize(("sign", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_run_ends_with_its_own_code_and_frees_its_locks(folder, sign, code):
    # A lock is held and the build is on its way once the lock file stands.
    slow = (
        "import sys, time\nfrom briefgen.pipeline import batch, build\n"
        "def attempt(*_): time.sleep(60)\nbatch.attempt = attempt\n"
        "from briefgen.cli import main\nsys.exit(main(['build', 'economic']))"
    )
    with subprocess.Popen([sys.executable, "-c", slow], stderr=subprocess.PIPE, env=WORLD) as process:
        lock = folder / "out" / ".economic.lock"
        deadline = time.monotonic() + 30
        while not lock.exists() and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.01)
        time.sleep(0.3)
        process.send_signal(sign)
        _, said = process.communicate(timeout=30)
    assert process.returncode == code
    assert b"Traceback" not in said
    assert list((folder / "out").iterdir()) == []
