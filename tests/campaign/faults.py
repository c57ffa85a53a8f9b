"""Real processes killed at every step and at random, disks that are full or broken, and many writers at once."""

from __future__ import annotations

import contextlib
import gc
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.campaign.site import Site

STEPS = {"open", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.symlink", "os.truncate", "sqlite3.connect"}
CALLS = ("fsync", "fdatasync", "rename", "write", "pwrite64", "symlink", "mkdir", "flock", "unlink", "ftruncate")
ERRORS = ("EIO", "ENOSPC", "EACCES")
ROOT = Path(__file__).parent.parent.parent


@dataclass
class Figures:
    """What was done and what went wrong; ``violations`` must stay empty."""

    faults: int = 0
    rounds: int = 0
    violations: list[str] = field(default_factory=list)
    more: dict[str, Any] = field(default_factory=dict)

    def note(self, where: str, found: Iterator[str]) -> None:
        self.violations += [f"{where}: {fault}" for fault in found]


def _forked(work: Callable[[], object]) -> int:
    """Do some work in a process that begins with everything imported and warm."""
    child = os.fork()
    if child:
        return child
    code = 1
    with contextlib.suppress(BaseException):
        work()
        code = 0
    os._exit(code)


def _count_steps(at: int) -> None:
    """Count what the process does to the disk, and kill it with -9 at one of the steps. None of our code knows."""
    counted = 0

    def step(*_: object) -> None:
        nonlocal counted
        counted += 1
        if counted == at:
            os.kill(os.getpid(), signal.SIGKILL)

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event in STEPS and (event != "open" or _writes(arguments)):
            step()

    sys.addaudithook(hook)
    real_sync, real_connect = os.fsync, sqlite3.connect

    def fsync(handle: int) -> None:
        step()
        real_sync(handle)
        step()

    def connect(*arguments: Any, **named: Any) -> sqlite3.Connection:
        connection = real_connect(*arguments, **named)
        connection.set_trace_callback(step)
        return connection

    os.fsync, sqlite3.connect = fsync, connect


def _writes(arguments: tuple[Any, ...]) -> bool:
    _, mode, flags = arguments
    return bool((mode and set(mode) & set("wxa+")) or (isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR)))


def kill_at_steps(site: Site, kills: int, *, every: int = 1) -> Figures:
    """Kill a tick at its first step, its second, and so on; begin anew when it ends before it is killed.

    Args:
        kills: at least so many; the pass that is begun is gone through, so that no step is left out.
    """
    figures, step, minute = Figures(), 1, 10
    site.tick(0)
    gc.freeze()
    longest = 0
    while figures.faults < kills or step > 1:
        minute += 10
        site.change(minute)

        def work(minute: int = minute, step: int = step) -> None:
            _count_steps(step)
            site.tick(minute)

        _, status = os.waitpid(_forked(work), 0)
        figures.rounds += 1
        if os.WIFSIGNALED(status):
            figures.faults += 1
            longest, step = max(longest, step), step + every
        else:
            step = 1
        _recover(site, figures, minute, f"killed at step {step - every}")
        _progress(figures)
    figures.more["steps of a tick"] = longest
    return figures


def _progress(figures: Figures) -> None:
    if figures.rounds % 100 == 0:
        print(f"{figures.faults} kills, {len(figures.violations)} violations", file=sys.stderr, flush=True)


def _recover(site: Site, figures: Figures, minute: int, where: str) -> None:
    figures.note(where, site.faults_at_once())
    site.tick(minute + 1, asked=False)
    figures.note(f"{where}, after recovery", site.faults_after_recovery())


def kill_at_random(site: Site, kills: int, *, seed: int = 5) -> Figures:
    """Kill ticks from outside after some milliseconds."""
    figures, chance, minute = Figures(), random.Random(seed), 10
    site.tick(0)
    while figures.faults < kills:
        minute += 10
        site.change(minute)
        child = _forked(lambda minute=minute: site.tick(minute))
        time.sleep(chance.uniform(0.0, 0.35))
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        figures.faults += os.WIFSIGNALED(status)
        figures.rounds += 1
        _recover(site, figures, minute, f"killed at random in round {figures.rounds}")
        _progress(figures)
    return figures


def crowd(site: Site, kills: int, writers: int = 6, *, seed: int = 6) -> Figures:
    """Let many processes tick at one schedule while one after another is killed; then look."""
    figures, chance, minute = Figures(), random.Random(seed), 10
    site.tick(0)
    alive: dict[int, int] = {}
    while figures.faults < kills:
        minute += 1
        site.change(minute)
        while len(alive) < writers:
            alive[_forked(lambda minute=minute: _tick_often(site, minute))] = minute
        time.sleep(chance.uniform(0.02, 0.2))
        victim = chance.choice(list(alive))
        os.kill(victim, signal.SIGKILL)
        for child in list(alive):
            done, status = os.waitpid(child, os.WNOHANG if child != victim else 0)
            if done:
                figures.faults += os.WIFSIGNALED(status)
                figures.rounds += 1
                del alive[child]
        figures.note("in the crowd", (f for f in site.faults_at_once() if "delivered" not in f))
    for child in alive:
        os.waitpid(child, 0)
    for later in (1, 30, 60):
        site.tick(minute + later, asked=False)
    figures.note("after the crowd", site.faults_after_recovery())
    return figures


def _tick_often(site: Site, minute: int) -> None:
    for n in range(3):
        site.tick(minute, asked=n == 0)


def break_calls(site: Site, runs: int, *, seed: int = 7) -> Figures:
    """Let system calls fail by strace, one a run."""
    figures, chance = Figures(), random.Random(seed)
    site.tick(0)
    for n in range(1, runs + 1):
        minute = 100 * n
        site.change(minute)
        call, error, when = chance.choice(CALLS), chance.choice(ERRORS), chance.randint(1, 8)
        tracing = f"inject={call}:error={error}:when={when}"
        command = ["strace", "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", tracing]
        worker = [sys.executable, "-m", "tests.campaign.worker", str(site.root), str(minute)]
        done = subprocess.run([*command, *worker], cwd=ROOT, capture_output=True, text=True, timeout=120)
        figures.rounds += 1
        figures.faults += not done.stdout.startswith("undisturbed")
        if "Traceback" in done.stderr:
            figures.violations.append(f"{call} {error}: a traceback: {done.stderr[-300:]}")
        where = f"{call} failed with {error} at call {when}"
        figures.note(where, site.faults_at_once())
        for later in (1, 7, 20, 50):
            site.tick(minute + later, asked=False)
        figures.note(f"{where}, after recovery", site.faults_after_recovery())
    return figures


def fill_disk(site: Site, rounds: int, *, seed: int = 8) -> Figures:
    """Tick on a small disk that a ballast leaves little room on; the site must lie on a disk of its own."""
    figures, chance = Figures(), random.Random(seed)
    site.tick(0)
    ballast = site.root / "ballast"
    for n in range(1, rounds + 1):
        minute = 100 * n
        site.change(minute)
        free = os.statvfs(site.root).f_bavail * os.statvfs(site.root).f_frsize
        ballast.write_bytes(b"\0" * max(0, free - chance.randint(0, 160_000)))
        from briefgen.errors import BriefgenError

        try:
            done = site.tick(minute)
            figures.faults += any(s.state == "open" for s in done.slots) or any(
                d.state == "waiting" for d in done.deliveries
            )
        except BriefgenError:
            figures.faults += 1
        figures.rounds += 1
        figures.note(f"disk full in round {n}", site.faults_at_once())
        ballast.unlink()
        for later in (10, 25, 50, 90):
            site.tick(minute + later, asked=False)
        figures.note(f"disk full in round {n}, after recovery", site.faults_after_recovery())
        # The archive is the reader's to prune; here it would fill the disk for good.
        shutil.rmtree(site.root / "delivered" / "archive", ignore_errors=True)
    return figures
