"""What every push rehearses of ``python -m tests.campaign schedule``: kills, a full disk, broken calls, a crowd."""

import json
import os
import subprocess
import sys
from pathlib import Path
from shutil import which

import pytest

ROOT = Path(__file__).parents[2]


def rehearsed(part, *before):
    command = [*before, sys.executable, "-m", "tests.campaign", "schedule", part, "--small"]
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
    assert figures["rounds"] > figures["faults"], "a tick that outlives its kill ends a pass: no step is left out"


def test_killed_at_random():
    assert rehearsed("random")["faults"] >= 15


def test_six_writers_at_one_schedule_some_of_them_killed():
    assert rehearsed("crowd")["faults"] >= 12


@pytest.mark.skipif(which("strace") is None, reason="strace is not installed")
def test_system_calls_that_fail():
    assert rehearsed("calls")["rounds"] == 6


def test_a_disk_that_is_full():
    """Mounting one wants root, or a name space in which one is root."""
    before = () if os.geteuid() == 0 else ("unshare", "--user", "--map-root-user", "--mount")
    if before and (which("unshare") is None or subprocess.run([*before, "true"], capture_output=True).returncode):
        pytest.skip("a small disk cannot be mounted here")
    assert rehearsed("disk", *before)["faults"] >= 3
