"""A million facts in the index → how long `briefgen facts THEME --search TEXT` takes, and how much memory.

Rare words and common ones: of the latter the command prints the first hundred and counts the others.

    python benchmarks/store.py [SOURCES]

Makes a project of SOURCES (1,000) sources with 1,000 made-up sentences each. Those of the first ten are read and
indexed as a user's would be, which gives the speed from source to index; for the others the rows of these ten are
indexed again under their names, with other words in them, as reading them all would take a quarter of an hour.
The limit of time is of CPU, so that it means the same on a busy machine. Linux only: memory is read from /proc.
"""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from briefgen.pipeline import archive
from briefgen.pipeline.archive import CACHE, Extracted, Query, search
from briefgen.project import Project, open_project
from briefgen.records.index import opened

ROOT = Path(__file__).resolve().parent.parent

SENTENCES = 1000
WORDS = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in ("a", "e", "i", "o", "u") for c in ("rden", "lto", "mis", "ver")]
ENDS = [f"{a}{b}" for a in "bdfglmnprt" for b in ("an", "es", "it", "or")]
"""Letters only: where every other word ends in a figure, as in no document, looking for note marks costs most."""
FIELD = ("trade", "exports", "treaty", "missile", "sanctions", "summit", "pipeline", "习近平", "dispute", "alliance")
LIMITS = {"seconds": 0.2, "megabytes": 200}


def sentences(number: int) -> Iterator[str]:
    """Make up the sentences of a source: some words are common, most are rare, one is found in few.

    Every third names a year and every fourth a figure, as in the article (33 times and 22 figures in 86 sentences).
    """
    chance = random.Random(number)
    words = [*FIELD, *WORDS, *(f"{w}{end}" for end in ENDS for w in WORDS)]
    weights = list(accumulate(1 / (place + 3) for place in range(len(words))))
    for place in range(SENTENCES):
        chosen = chance.choices(words, cum_weights=weights, k=16)
        rare = " zanzibarite" if place == 7 and number % 20 == 0 else ""
        dated = f"In {1990 + place % 30}, {chosen.pop(0)}" if place % 3 == 0 else chosen.pop(0).capitalize()
        figure = f" reached US${place % 90 + 10}.5 billion" if place % 4 == 0 else ""
        yield f"{dated} {' '.join(chosen)}{rare}{figure}."


def make(folder: Path, sources: int) -> Project:
    """Write the project."""
    (folder / "briefgen.toml").write_text("format = 1\n")
    for number in range(sources):
        data = folder / "data" / f"s{number:04}"
        data.mkdir(parents=True)
        (data / "source.toml").write_text('subject = "Made up"\n')
        (data / "source.txt").write_text("\n".join(sentences(number)) + "\n")
        for path in data.iterdir():
            os.utime(path, (1, 1))
    return open_project(folder)


def read(project: Project, source: str) -> Extracted:
    """Read a source as the command line does."""
    from briefgen.pipeline.rows import fact_rows
    from briefgen.pipeline.study import find_facts
    from briefgen.project import inquire

    base = find_facts(inquire(project, source))
    return Extracted(fact_rows(base, base.facts))


def fill(project: Project, sources: int) -> None:
    """Index every source, the first ten as they are read."""
    names = [f"s{number:04}" for number in range(sources)]
    start = time.process_time()
    known = [read(project, name) for name in names[:10]]
    spent = time.process_time() - start
    size = sum((project.sources[name] / "source.txt").stat().st_size for name in names[:10])
    print(f"read: {size / spent / 1e6:.2f} MB/s of source, {10 * SENTENCES / spent:,.0f} facts/s")

    def again(name: str | None) -> Extracted:
        number = int((name or "")[1:])
        rows = known[number % 10].rows
        texts = sentences(number)
        return Extracted(
            [row | {"id": f"{name}-{n}", "text": text} for n, (row, text) in enumerate(zip(rows, texts, strict=False))]
        )

    archive.LARGE = 0
    start = time.perf_counter()
    search(project, names, Query("nothing"), again)
    print(f"index: {time.perf_counter() - start:.0f} s, {(project.root / CACHE).stat().st_size / 1e6:.0f} MB on disk")
    with opened(project.root / CACHE) as index:
        assert len(index.keys()) == sources


ASK = """
import sys
from briefgen.cli import main
code = main(sys.argv[1:])
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(peak.split()[1], file=sys.stderr)
sys.exit(code)
"""


def ask(project: Project, *words: str) -> bool:
    """Run the command in a process of its own, five times; tell whether the best run keeps the limits."""
    where = ["--source", "*", "--project", str(project.root)]
    runs = []
    for _ in range(5):
        start = time.perf_counter()
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        command = [sys.executable, "-c", ASK, "facts", *words, *where]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        wall = time.perf_counter() - start
        runs.append((cpu, wall, done.stdout.count(b"\n") // 2, int(done.stderr.split()[-1]) / 1024))
    cpu, wall, count, megabytes = min(runs)
    print(f"{' '.join(words):40} {count:7,} facts  {cpu:.2f} s CPU ({wall:.2f} s by the clock)  {megabytes:.0f} MB")
    return cpu <= LIMITS["seconds"] and megabytes <= LIMITS["megabytes"]


def main() -> int:
    """Measure, and say whether the limits hold for searches that give a page of facts."""
    sources = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as scratch:
        project = make(Path(scratch), sources)
        fill(project, sources)
        held = [
            ask(project, "economic", "--search", "zanzibarite"),
            ask(project, "economic", "--search", "trade treaty missile"),
            ask(project, "economic", "--search", "习近平 dispute summit"),
            ask(project, "economic", "--search", "pipeline"),
            ask(project, "economic", "--search", "in"),
        ]
        ask(project, "economic", "--search", "pipeline", "--json")
    print("limits held" if all(held) else f"limits not held: {LIMITS}")
    return 0 if all(held) else 1


if __name__ == "__main__":
    raise SystemExit(main())
