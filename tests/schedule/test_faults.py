"""What every push rehearses of ``python -m tests.campaign schedule``: kills, a full disk, broken calls, a crowd."""

import json
import os
import subprocess
import sys
from pathlib import Path
from shutil import which

import pytest

ROOT = Path(__file__).parents[2]


def rehearsed(part):
    command = [sys.executable, "-m", "tests.campaign", "schedule", part, "--small"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(done.stdout)[part]


def test_simulated_time_every_due_day_has_exactly_one_slot_and_one_end():
    figures = rehearsed("time")
    assert figures["local days"] > 1300
    assert figures["kills"] > 20


def test_killed_at_every_step_nothing_is_half_published_and_nothing_lost():
    figures = rehearsed("steps")
    assert figures["faults"] >= 100
    assert figures["more"]["steps of a tick"] > 60


def test_killed_at_random():
    assert rehearsed("random")["faults"] >= 15


def test_six_writers_at_one_schedule_some_of_them_killed():
    assert rehearsed("crowd")["faults"] > 5


@pytest.mark.skipif(which("strace") is None, reason="strace is not installed")
def test_system_calls_that_fail():
    assert rehearsed("calls")["rounds"] == 6


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="a small disk can only be mounted by root")
def test_a_disk_that_is_full():
    assert rehearsed("disk")["faults"] >= 3
