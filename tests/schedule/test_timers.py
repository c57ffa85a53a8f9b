"""The text of a timer: it is what its system reads, it finds briefgen and the project, and it holds no secret."""

import shlex
import subprocess
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path
from shutil import which

import pytest
import yaml

from briefgen.project import open_project
from briefgen.schedule.timers import TIMERS, program_here, write_timer

PROGRAM = ("/opt/brief gen/bin/briefgen",)
MAIL = '[mail]\nhost = "h"\nfrom = "a@x.org"\nuser = "a"\npassword_env = "MAIL_WORD"\n'


@pytest.fixture
def odd(tmp_path):
    """A project whose path holds what shells and units obey."""
    root = tmp_path / "a b%h $x"
    root.mkdir()
    (root / "briefgen.toml").write_text("format = 1\n" + MAIL, encoding="utf-8")
    return open_project(root)


@pytest.mark.parametrize("kind", list(TIMERS))
def test_each_says_how_it_is_installed_and_how_the_secret_gets_there(odd, kind, monkeypatch):
    monkeypatch.setenv("MAIL_WORD", "open sesame")
    text = write_timer(odd, kind, PROGRAM)
    assert "Install:" in text
    assert "MAIL_WORD" in text
    assert "open sesame" not in text
    (odd.root / "briefgen.toml").write_text("format = 1\n", encoding="utf-8")
    assert "MAIL_WORD" not in write_timer(open_project(odd.root), kind, PROGRAM)


def test_crons_line_runs_what_it_says(odd):
    line = next(row for row in write_timer(odd, "cron", PROGRAM).splitlines() if row.startswith("*/5"))
    assert "%h" not in line.replace("\\%", "")
    words = shlex.split(line.replace("\\%", "%").partition("&& ")[2])
    assert words == [*PROGRAM, "--project", str(odd.root), "schedule", "run", "--quiet"]


@pytest.mark.skipif(which("systemd-analyze") is None, reason="systemd is not installed")
def test_systemd_finds_no_fault_in_its_units(odd, tmp_path):
    text = write_timer(odd, "systemd", ("/bin/true",))
    service = text[text.index("[Unit]") : text.index("# ~/.config/systemd/user/briefgen.timer")]
    timer = text[text.rindex("[Unit]") :]
    units = tmp_path / "briefgen.service", tmp_path / "briefgen.timer"
    for path, said in zip(units, (service, timer), strict=True):
        path.write_text(said, encoding="utf-8")
    assert 'a b%%h $$x"' in service
    done = subprocess.run(["systemd-analyze", "verify", *units], capture_output=True, text=True)
    assert (done.returncode, "briefgen" in done.stderr) == (0, False), done.stderr
    when = next(line for line in timer.splitlines() if line.startswith("OnCalendar=")).partition("=")[2]
    shown = subprocess.run(["systemd-analyze", "calendar", "--iterations=2", when], capture_output=True, text=True)
    assert shown.returncode == 0, shown.stderr


def test_windows_text_is_a_task(odd):
    task = ET.fromstring(write_timer(odd, "windows", PROGRAM).partition("?>")[2])
    names = {"t": "http://schemas.microsoft.com/windows/2004/02/mit/task"}
    assert task.findtext(".//t:Interval", namespaces=names) == "PT5M"
    assert task.findtext(".//t:Command", namespaces=names) == PROGRAM[0]
    assert f'"{odd.root}"' in task.findtext(".//t:Arguments", namespaces=names)


def test_kubernetes_text_is_a_cron_job(odd):
    job = yaml.safe_load(write_timer(odd, "k8s", PROGRAM))
    assert (job["apiVersion"], job["kind"], job["spec"]["schedule"]) == ("batch/v1", "CronJob", "*/5 * * * *")
    (container,) = job["spec"]["jobTemplate"]["spec"]["template"]["spec"]["containers"]
    assert container["env"][0]["valueFrom"]["secretKeyRef"] == {"name": "briefgen", "key": "password"}
    assert container["args"][-2:] == ["schedule", "run"]


def test_it_starts_this_very_installation(tmp_path):
    script = tmp_path / "briefgen"
    script.write_text("")
    assert program_here(str(script), "/usr/bin/python3") == (str(script),)
    assert program_here("/x/briefgen/__main__.py", "/usr/bin/python3") == ("/usr/bin/python3", "-m", "briefgen")


def test_the_shipped_project_has_a_weekly_and_a_daily_schedule_and_no_secret():
    said = tomllib.loads((Path(__file__).parents[2] / "briefgen.toml").read_text("utf-8"))
    assert {"weekly", "daily"} <= set(said["schedule"])
    assert "mail" not in said
