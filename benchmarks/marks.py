"""Texts → how fast note marks are found, and how well where BRIEFGEN_MARKS names the benchmark's folder.

python -m benchmarks.marks
"""

from __future__ import annotations

import json
import os
import runpy
import sys
import tempfile
import tracemalloc
from pathlib import Path
from time import process_time

from briefgen.marks import find

ARTICLE = Path(__file__).parents[1] / "data" / "china-russia" / "source.txt"


def book(size: int) -> str:
    """Make a book of about a number of characters: the article over and over, its numbering beginning each time."""
    text = ARTICLE.read_bytes().decode()
    return "\n".join([text] * max(1, size // len(text)))


def measure(name: str, text: str) -> None:
    """Print the time and memory one text takes."""
    started = process_time()
    marks = len(find(text).marks)
    seconds = process_time() - started
    tracemalloc.start()
    find(text)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    size = len(text.encode()) / 1e6
    print(f"{name:34}{size:8.3f} MB{seconds:9.3f} s{size / seconds:8.1f} MB/s{peak / 1e6:8.1f} MB peak{marks:7} marks")


def score(folder: Path) -> None:
    """Print the benchmark's own score of what is found in its texts."""
    with tempfile.TemporaryDirectory() as out:
        for path in sorted(folder.glob("*.txt")):
            text = path.read_bytes().decode()
            measure(path.stem, text)
            rows = [{"number": m.number, "start": m.supplied.start, "end": m.supplied.end} for m in find(text).marks]
            Path(out, f"{path.stem}.json").write_text(json.dumps(rows), "utf-8")
        sys.argv = ["score.py", out, str(folder), "--classes"]
        try:
            runpy.run_path(str(folder.parent / "score.py"), run_name="__main__")
        except SystemExit as end:
            sys.exit(end.code)


if __name__ == "__main__":
    for megabytes in (1, 2, 4):
        measure(f"the article, {megabytes} MB of it", book(megabytes * 1_000_000))
    if os.environ.get("BRIEFGEN_MARKS"):
        given = Path(os.environ["BRIEFGEN_MARKS"])
        score(given / "dev" if (given / "dev").is_dir() else given)
