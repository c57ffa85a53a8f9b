"""``briefgen schedule`` as it is typed: streams, exit codes, the JSON that others read."""

import json
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from briefgen.schedule.ledger import Ledger

ROOT = Path(__file__).parents[2]

WEEKLY = """format = 1
[schedule.weekly]
themes = ["economic"]
formats = ["docx"]
cron = "0 6 * * mon"
timezone = "Europe/London"
deliver = ["folder:papers"]
"""


@pytest.fixture
def weekly(folder):
    (folder / "briefgen.toml").write_text(WEEKLY, encoding="utf-8")
    return folder


def test_a_slot_for_now_is_built_delivered_and_stands_in_the_history(run, weekly):
    ran = run("schedule", "run", "--now", "weekly")
    assert ran.code == 0, ran.err
    assert "done (first)" in ran.lines[0]
    assert ran.lines[1] == "papers to folder:papers: sent"
    assert (weekly / "papers" / "economic.docx").exists()
    (row,) = run("schedule", "history", "--json").json
    assert (row["schedule"], row["state"], row["kind"]) == ("weekly", "done", "first")
    assert row["deliveries"][0]["state"] == "sent"
    assert (weekly / "out" / "weekly" / row["folder"] / "manifest.json").exists()
    assert "done (first)" in run("schedule", "history", "weekly").lines[0]


def test_run_twice_the_second_does_nothing(run, weekly):
    assert run("schedule", "run").lines == []
    ran = run("schedule", "run")
    assert (ran.code, ran.out) == (0, "")


def test_run_as_data_is_one_document_for_airflow_and_the_like(run, weekly):
    ran = run("schedule", "run", "--now", "weekly", "--json")
    (slot,) = ran.json["slots"]
    assert (ran.code, slot["state"], slot["tries"], ran.json["faults"]) == (0, "done", 1, [])
    assert ran.json["deliveries"][0]["place"] == "folder:papers"


def test_a_failure_is_exit_code_1_once_it_is_final(run, weekly):
    (weekly / "briefgen.toml").write_text(WEEKLY.replace("economic", "economics") + "tries = 1\n", encoding="utf-8")
    ran = run("schedule", "run", "--now", "weekly")
    assert ran.code == 1
    assert "no theme “economics”" in ran.out
    status = run("schedule", "status")
    assert (status.code, "failed" in status.out) == (1, True)
    (weekly / "briefgen.toml").write_text(WEEKLY, encoding="utf-8")
    assert "is tried at the next tick" in run("schedule", "retry", "weekly").out
    assert "done (first)" in run("schedule", "run").out
    assert run("schedule", "status").code == 0
    assert run("schedule", "retry").code == 0


def test_a_faulty_schedule_is_said_and_the_others_run(run, weekly):
    bad = '[schedule.bad]\nthemes = ["economic"]\ncron = "0 0 30 2 *"\ntimezone = "UTC"\n'
    (weekly / "briefgen.toml").write_text(WEEKLY + bad, encoding="utf-8")
    ran = run("schedule", "run", "--now", "weekly")
    assert ran.code == 0, "who asks for one is not told that another is faulty by the exit code"
    assert "done (first)" in ran.out
    assert ran.err.count("[schedule.bad]") == 1
    assert run("schedule", "run").code == 1
    assert run("schedule", "list").code == 1


def test_who_asks_for_a_paper_now_learns_by_the_exit_code_that_there_is_none_yet(run, weekly):
    """No timer may come to try again where another system owns the clock."""
    (weekly / "briefgen.toml").write_text(WEEKLY + 'source = "harbor"\n', encoding="utf-8")
    ran = run("schedule", "run", "--now", "weekly", "--json")
    assert (ran.code, ran.json["slots"][0]["state"]) == (1, "open")
    status = run("schedule", "status")
    assert "no source “harbor”" in status.out
    assert "tried again" in status.out
    (weekly / "briefgen.toml").write_text(WEEKLY, encoding="utf-8")
    assert run("schedule", "run", "--now", "weekly", "--json").code == 0


def test_who_asks_for_a_paper_that_another_process_builds_is_told_so(run, weekly):
    from briefgen.project import locked

    run("schedule", "run")
    with locked(weekly / ".briefgen" / "locks", "weekly"):
        ran = run("schedule", "run", "--now", "weekly")
    assert (ran.code, "is being built by another process" in ran.err) == (7, True)


def test_quiet_says_what_went_wrong_and_each_fault_once(run, weekly):
    ran = run("-q", "schedule", "run", "--now", "weekly")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    bad = WEEKLY.replace("economic", "economics").replace("weekly", "other") + "tries = 1\n"
    (weekly / "briefgen.toml").write_text(bad, encoding="utf-8")
    first = run("-q", "schedule", "run", "--now", "other")
    assert (first.code, first.err.count("no theme “economics”")) == (1, 1)
    assert "failed: briefgen.toml [schedule.other]: no theme" in first.out
    second = run("-q", "schedule", "run")
    assert (second.code, second.out, second.err) == (1, "", "")
    assert run("schedule", "run").err.count("no theme “economics”") == 1


def test_no_command_prints_a_webhooks_address(run, weekly):
    """Nobody listens there; the address is as good as a password."""
    text = WEEKLY.replace('"folder:papers"', '"webhook:http://127.0.0.1:9/secret-path?key=word"')
    (weekly / "briefgen.toml").write_text(text, encoding="utf-8")
    ran = [run("schedule", "run", "--now", "weekly"), run("schedule", "status")]
    assert " of " in ran[1].lines[1]
    asked = ("run --json", "status --json", "history", "history --json", "list", "list --json", "test weekly", "retry")
    ran += [run("schedule", *words.split()) for words in asked]
    assert "is sent at the next tick" in ran[-1].out
    ran += [run("schedule", "run"), run("check")]
    assert not any("secret-path" in one.out + one.err or "key=word" in one.out + one.err for one in ran)


def test_a_place_that_cannot_be_used_is_out_of_order_in_the_status(run, weekly):
    bad = WEEKLY.replace('"folder:papers"', '"mail:a@x.org\\nBcc: b@x.org"')
    (weekly / "briefgen.toml").write_text(bad, encoding="utf-8")
    ran = run("schedule", "status")
    assert (ran.code, ran.err.count("line break")) == (1, 1)
    (row,) = run("schedule", "status", "--json").json
    assert (row["in_order"], len(row["remarks"]), row["pending"]) == (False, 1, [])


def test_list_and_next_say_it_in_words(run, weekly):
    assert run("schedule", "list").lines == ["weekly: At 06:00 on Monday, Europe/London; to folder:papers"]
    ran = run("schedule", "next")
    assert len(ran.lines) == 6
    assert ran.lines[1].startswith("  Mon ")
    assert ran.lines[1].endswith(" UTC")
    assert len(run("schedule", "next", "weekly", "--json").json[0]["next"]) == 5


def test_status_as_data(run, weekly):
    (row,) = run("schedule", "status", "--json").json
    assert (row["name"], row["in_order"], row["last"], row["overdue"]) == ("weekly", True, None, [])


def test_a_slot_that_nobody_entered_is_overdue_in_the_status(run, weekly):
    run("schedule", "run")
    ledger = Ledger(weekly / ".briefgen" / "ledger.sqlite")
    with ledger.transaction():
        ledger.set_upto("weekly", datetime.now(UTC) - timedelta(days=8))
    ledger.close()
    ran = run("schedule", "status")
    assert (ran.code, "overdue: Mon " in ran.out) == (1, True)
    assert "does the timer run?" in ran.out
    assert "done (first)" in run("schedule", "run").out
    assert run("schedule", "status").code == 0


@pytest.mark.parametrize(
    "words",
    [("run", "--now", "weakly"), ("next", "weakly"), ("history", "weakly"), ("retry", "weakly"), ("resume", "weakly"),
     ("test", "weakly")],
)  # fmt: skip
def test_an_unknown_schedule_is_exit_code_2_with_the_nearest(run, weekly, words):
    ran = run("schedule", *words)
    assert (ran.code, "did you mean “weekly”" in ran.err) == (2, True)
    assert ran.err.count("\n") == 1


def test_a_mistyped_word_is_exit_code_2(run, weekly):
    assert run("schedule", "rnu").code == 2
    assert run("schedule", "run", "--loop", "--json").code == 2
    assert run("schedule", "show").code == 2


def test_test_writes_and_removes_a_file(run, weekly):
    ran = run("schedule", "test", "weekly")
    assert (ran.code, ran.lines[0].endswith(": yes")) == (0, True)
    assert not (weekly / "papers").exists(), "the first delivery makes it, and a test leaves nothing"
    (weekly / "papers").mkdir()
    assert run("schedule", "test", "weekly").code == 0
    assert list((weekly / "papers").iterdir()) == []


def test_test_says_that_a_folder_has_vanished_or_cannot_be_made(run, weekly):
    assert run("schedule", "run", "--now", "weekly").code == 0
    (weekly / "papers").rename(weekly / "elsewhere")
    ran = run("schedule", "test", "weekly")
    assert (ran.code, "papers cannot be written: No such file" in ran.out) == (1, True)
    assert not (weekly / "papers").exists()
    (weekly / "briefgen.toml").write_text(WEEKLY.replace("folder:papers", "folder:no/papers"), encoding="utf-8")
    ran = run("schedule", "test", "weekly")
    assert (ran.code, "no/papers cannot be written: No such file" in ran.out) == (1, True)


def test_resume_says_whether_it_was_paused(run, weekly):
    assert "was not paused" in run("schedule", "resume", "weekly").err
    run("schedule", "run")
    ledger = Ledger(weekly / ".briefgen" / "ledger.sqlite")
    with ledger.transaction():
        ledger.set_failures("weekly", 5, "5 slots in a row failed")
    ledger.close()
    assert "paused: 5 slots in a row failed" in run("schedule", "status").out
    assert "goes on with its next slot" in run("schedule", "resume", "weekly").err
    assert run("schedule", "status").code == 0


@pytest.mark.parametrize("kind", ["cron", "systemd", "windows", "k8s"])
def test_show_prints_a_timer(run, weekly, kind):
    ran = run("schedule", "show", "--as", kind)
    assert (ran.code, "Install:" in ran.out) == (0, True)
    assert not (weekly / ".briefgen").exists()


def test_without_a_schedule_there_is_nothing_to_do(run, folder):
    for words in (("run",), ("list",), ("next",), ("status",), ("history",)):
        assert run("schedule", *words).code == 0


def test_a_state_that_another_process_is_making_is_exit_code_7(run, weekly):
    from briefgen.project import locked

    with locked(weekly / ".briefgen" / "locks", "ledger"):
        ran = run("schedule", "run")
    assert (ran.code, ran.err.count("\n")) == (7, 1)


def test_the_daemon_makes_rounds_until_it_is_told_to_stop(weekly):
    env = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "HOME": str(weekly)}
    command = [sys.executable, "-m", "briefgen", "schedule", "run", "--loop"]
    daemon = subprocess.Popen(command, cwd=weekly, env=env, stderr=subprocess.PIPE, text=True)
    for _ in range(200):
        if (weekly / ".briefgen" / "ledger.sqlite").exists():
            break
        time.sleep(0.05)
    time.sleep(0.3)
    daemon.send_signal(signal.SIGTERM)
    _, said = daemon.communicate(timeout=20)
    assert (daemon.returncode, "Traceback" in said) == (143, False), said


def test_the_shipped_schedules_run_in_a_project_of_ones_own(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run("init", "mine").code == 0
    monkeypatch.chdir(tmp_path / "mine")
    assert {row["name"] for row in run("schedule", "list", "--json").json} == {"weekly", "daily"}
    ran = run("schedule", "run", "--now", "daily")
    assert ran.code == 0, ran.err
    (folder,) = (tmp_path / "mine" / "out" / "daily").glob("2*")
    assert json.loads((folder / "changes.json").read_bytes())["kind"] == "first"
