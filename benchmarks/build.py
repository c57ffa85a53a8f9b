"""What the command line costs: CPU seconds and memory of each command in a process of its own, the best of several.

    python benchmarks/build.py [TURNS]

The limits are those the project promises; a figure over its limit is marked, and the exit code says so.
Linux and macOS only: Windows has no such count for a child process.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent

FACTS = """
import time
from briefgen.pipeline.study import find_facts
from briefgen.project import inquire, open_project
commission = inquire(open_project(), None)
begun = time.process_time()
base = find_facts(commission)
print(time.process_time() - begun)
"""


@dataclass(frozen=True)
class Cost:
    """What one run took."""

    cpu: float
    wall: float
    memory: float
    """MiB, the most it held at once."""


def main(turns: int) -> int:
    """Run every command and print a table."""
    over = 0
    with tempfile.TemporaryDirectory() as scratch:
        build = ["-m", "briefgen", "build", "economic", "-q", "-o", scratch]
        for name, words, limit, memory in (
            ("briefgen --help", ["-m", "briefgen", "--help"], 0.15, 0),
            ("briefgen build economic (cold)", [*build, "--force"], 2.5, 300),
            ("briefgen build economic (unchanged)", build, 0.3, 0),
            (
                "briefgen build --all (five papers)",
                ["-m", "briefgen", "build", "--all", "-q", "-o", scratch, "--force"],
                0,
                0,
            ),
        ):
            cost = min((run(words) for _ in range(turns)), key=lambda cost: cost.cpu)
            over += report(name, cost, limit, memory)
    seconds = min(facts() for _ in range(turns))
    print(f"{'facts of the article':38} {seconds:6.3f} s CPU{mark(seconds, 0.1)}")
    return 1 if over or seconds > 0.1 else 0


def run(words: list[str]) -> Cost:
    """Run a command and ask the system what it took."""
    begun = time.perf_counter()
    process = subprocess.Popen([sys.executable, *words], cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(words)} ended with {process.returncode}")
    unit = 1024 if sys.platform == "linux" else 1024 * 1024
    return Cost(usage.ru_utime + usage.ru_stime, time.perf_counter() - begun, usage.ru_maxrss / unit)


def facts() -> float:
    """Time the study of the article, imports done."""
    done = subprocess.run([sys.executable, "-c", FACTS], cwd=ROOT, capture_output=True, text=True, check=True)
    return float(done.stdout)


def report(name: str, cost: Cost, limit: float, memory: float) -> bool:
    """Print one row; tell whether it is over a limit (0 is none)."""
    print(
        f"{name:38} {cost.cpu:6.3f} s CPU{mark(cost.cpu, limit)}  {cost.wall:6.3f} s  "
        f"{cost.memory:5.0f} MiB{mark(cost.memory, memory)}"
    )
    return bool(limit and cost.cpu > limit) or bool(memory and cost.memory > memory)


def mark(value: float, limit: float) -> str:
    """Say what the limit is and whether it is kept."""
    if not limit:
        return " " * 10
    return f" (≤ {limit:g}{'' if value <= limit else ' OVER'})".ljust(10)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 5))
