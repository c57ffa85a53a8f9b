"""docs/schedule.md keeps its word: "Every Monday at six, from nothing" is followed letter by letter."""

import json
import os
import re
import shlex
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import docx
import pytest

from briefgen.project.config import Schedule
from briefgen.records.shape import slots_of
from briefgen.schedule.ledger import Ledger
from tests.conftest import HARBOUR
from tests.schedule.delivery.conftest import certificate, postman

__all__ = ["certificate", "postman"]

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "docs" / "schedule.md").read_text("utf-8")
RECIPE = TEXT.partition("## Every Monday at six, from nothing\n")[2].partition("\n### cron\n")[0]
STEPS = re.findall(r"^ *```(console|toml)\n(.*?)^ *```", RECIPE, re.M | re.S)
PASSWORD = "open sesame"


def commands(block):
    return [shlex.split(line.strip()[2:].partition("#")[0]) for line in block.splitlines()]


def write_report(path, text, age=60):
    """Write a text as a Word file, its note marks raised, and let it have lain still."""
    document = docx.Document()
    for line in text.splitlines():
        paragraph = document.add_paragraph()
        for words, mark in re.findall(r"(.*?[.])(\d)(?: |$)", line):
            paragraph.add_run(words)
            paragraph.add_run(mark).font.superscript = True
            paragraph.add_run(" ")
    document.save(path)
    os.utime(path, (time.time() - age, time.time() - age))


@pytest.fixture
def followed(tmp_path, postman, monkeypatch, run):
    """Type what the recipe says; its mail server is ours, and nothing else is otherwise."""
    there = postman("starttls")
    write_report(tmp_path / "report.docx", HARBOUR)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BRIEFGEN_MAIL_PASSWORD", PASSWORD)
    said = {}
    for kind, block in STEPS:
        if kind == "toml":
            text = "".join(line.strip() + "\n" for line in block.splitlines())
            server = f'host = "localhost"\nport = {there.server.port}'
            Path("briefgen.toml").write_text(text.replace('host = "smtp.example.org"', server), encoding="utf-8")
            continue
        for program, *words in commands(block):
            if program == "cd":
                monkeypatch.chdir(words[0])
                continue
            assert program == "briefgen"
            ran = said[" ".join(words)] = run(*words)
            assert ran.code == 0, f"{words}: {ran.out}{ran.err}"
    return tmp_path / "briefs", there, said


def test_every_monday_at_six_from_nothing(followed, run):
    project, there, said = followed
    assert [line.split()[0] for line in said["schedule next"].lines[1:]] == ["Mon"] * 5
    assert all(" 06:00 " in line for line in said["schedule next"].lines[1:])
    assert (project / "papers" / "STATUS.txt").read_text("utf-8").startswith("weekly: Checked ")
    assert "Aldmere harbour" in (project / "out/weekly/latest/economic.trace.json").read_text("utf-8")
    test, report = there.letters
    assert (test["To"], test["Subject"]) == ("you@example.org", "weekly: test")
    assert report["To"] == "reader@example.org"
    names = {part.get_filename() for part in report.iter_attachments()}
    assert names == {p.name for p in (project / "papers").iterdir() if p.suffix in (".docx", ".pdf")}
    assert names == {f"{theme}.{kind}" for theme in ("economic", "military") for kind in ("docx", "pdf")}
    assert run("schedule", "run").lines == []
    holding = [path for path in project.rglob("*") if path.is_file() and PASSWORD.encode() in path.read_bytes()]
    assert holding == []


@pytest.mark.parametrize("kind", ["cron", "systemd"])
def test_the_timers_own_line_makes_a_round_with_the_password_from_its_file(followed, tmp_path, kind):
    """What the timer would do: the line in a bare environment, by the shell or by systemd's rules."""
    project, there, said = followed
    (home := tmp_path / "home" / ".config").mkdir(parents=True)
    text = said[f"schedule show --as {kind}"].out
    (secret,) = re.findall(r"^# +((?:export )?BRIEFGEN_MAIL_PASSWORD='…')$", text, re.M)
    (home / "briefgen.env").write_text(secret.replace("…", PASSWORD) + "\n", encoding="utf-8")
    bare = {"HOME": str(home.parent), "PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT)}
    bare["SSL_CERT_FILE"] = os.environ["SSL_CERT_FILE"]
    # Without it matplotlib would look for fonts anew, for many seconds.
    bare["XDG_CACHE_HOME"] = os.environ.get("XDG_CACHE_HOME", str(Path.home() / ".cache"))
    if kind == "cron":
        line = next(row for row in text.splitlines() if row.startswith("*/5"))
        command = ["sh", "-c", line.partition("  ")[2].replace("\\%", "%")]
    else:
        command = shlex.split(next(row for row in text.splitlines() if row.startswith("ExecStart=")).partition("=")[2])
        assert "EnvironmentFile=%h/.config/briefgen.env" in text.splitlines()
        bare["BRIEFGEN_MAIL_PASSWORD"] = secret.partition("=")[2].replace("…", PASSWORD).strip("'")
    # In a test the program that runs is pytest, not briefgen.
    assert f"{sys.executable} -m briefgen --project {project} schedule run" in " ".join(command)
    if kind == "systemd":
        # The one test that waits the real ten seconds until the original has lain still.
        write_report(tmp_path / "report.docx", HARBOUR.replace("US$4", "US$6"))
    else:
        (project / "data" / "report" / "notes.csv").write_text("label,text\n1,Port report.\n", encoding="utf-8")
    let_a_monday_pass(project)
    done = subprocess.run(command, env=bare, capture_output=True, text=True, cwd="/")
    # matplotlib may say there that it looks for fonts.
    assert (done.returncode, "briefgen:" in done.stderr) == (0, False), done.stderr
    assert ("done (changed)" in done.stdout) == (kind == "systemd"), "cron would mail it"
    letter = [each for each in there.letters if each["To"] == "reader@example.org"][-1]
    assert "changed" in letter["Subject"]
    assert ("US$4 billion is now US$6 billion" in letter.get_body().get_content()) == (kind == "systemd")


def let_a_monday_pass(project):
    """Put the ledger back by a week, as if no timer had called since."""
    ledger = Ledger(project / ".briefgen" / "ledger.sqlite")
    with ledger.transaction():
        ledger.set_upto("weekly", datetime.now(UTC) - timedelta(days=7))
    ledger.close()


def test_every_key_of_a_schedule_is_explained():
    table = TEXT.partition("## What a schedule may say\n")[2].partition("\n## ")[0]
    named = set(re.findall(r"`(\w+)`", "".join(row.split("|")[1] for row in table.splitlines() if row.startswith("|"))))
    assert named == set(slots_of(Schedule))


def test_the_json_for_airflow_has_the_keys_that_are_shown(followed, run):
    (shown,) = re.findall(r"^```json\n(.*?)^```", TEXT, re.M | re.S)
    # A slot for now is one of this very second, which the recipe's own may have been: in one, nothing is done twice.
    time.sleep(1)
    wanted, found = json.loads(shown), run("schedule", "run", "--now", "weekly", "--json").json
    assert set(wanted) == set(found)
    assert set(wanted["slots"][0]) == set(found["slots"][0])
    assert set(wanted["deliveries"][0]) == set(found["deliveries"][0])
