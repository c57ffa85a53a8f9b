"""What facts cost: megabytes a second of sentences and of facts under all themes; which numbers stay unexplained.

    python benchmarks/facts.py [FILE...]

The article is repeated to a megabyte, so that speed is measured and not the first call; the other text is the manual
that every Python carries, read as a document is, marks looked for too. Each FILE (plain text without marks, a
paragraph a line) adds a row with its numbers and those that no rule explains. A figure under its limit is
marked, and the exit code says so.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from pydoc_data.topics import topics

from briefgen import facts, readers
from briefgen.facts import sentences
from briefgen.model.source import Card, File, Passage, Source, Span
from briefgen.pipeline.study import find_facts, read_source, read_themes
from briefgen.project import inquire, open_project

TURNS = 3
COPIES = 70


def main(files: list[str]) -> int:
    """Measure and print a table."""
    commission = inquire(open_project(), None)
    article = read_source(commission)
    themes = tuple(read_themes(commission).values())
    find_facts(commission)
    many = copies(article, COPIES)
    size = len(many.text.encode()) / 1e6
    splitting = size / best(lambda: [sentences.split(many.text, p.span) for p in many.passages])
    extracting = size / best(lambda: facts.extract(many, themes))
    print(f"sentences            {splitting:7.2f} MB/s{mark(splitting, 10)}")
    print(f"facts, all themes    {extracting:7.2f} MB/s{mark(extracting, 0.5)}")
    manual = other_text()
    reading = len(manual.content) / 1e6 / best(lambda: facts.extract(read(manual), themes))
    print(f"file to facts, other {reading:7.2f} MB/s{mark(reading, 0.5)}")
    for name in files:
        base = facts.extract(flat(Path(name)), themes)
        left = facts.audit(base)
        quantities = sum(len(f.quantities) for f in base.facts)
        periods = sum(len(f.periods) for f in base.facts)
        print(f"{Path(name).name}: {quantities} quantities, {periods} times, {len(left)} numbers unexplained")
    return int(splitting < 10 or min(extracting, reading) < 0.5)


def other_text() -> File:
    """Give Python's manual as a text file, a paragraph a line."""
    paragraphs = (" ".join(part.split()) for _, topic in sorted(topics.items()) for part in topic.split("\n\n"))
    return File("manual.txt", "\n".join(part for part in paragraphs if part).encode()[:400_000])


def read(file: File) -> Source:
    """Read a text as a document."""
    return readers.read(file, name="manual", card=Card("manual"))


def copies(source: Source, times: int) -> Source:
    """Repeat a source, each copy with other words at its paragraphs' ends, so that no two facts are one."""
    text, passages = "", []
    for copy in range(times):
        for passage in source.passages:
            words = f"{passage.span.of(source.text)} Copy {copy}."
            passages.append(replace(passage, span=Span(len(text), len(text) + len(words))))
            text += words + "\n"
    return replace(source, text=text, passages=tuple(passages), marks=(), shifts=())


def flat(path: Path) -> Source:
    """Read a text whose every line is a paragraph."""
    text, passages = "", []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            passages.append(Passage(Span(len(text), len(text) + len(line)), "paragraph"))
            text += line + "\n"
    return Source(path.stem, Card(path.stem), text, tuple(passages), (), (), (), "0" * 64)


def best(work: Callable[[], object]) -> float:
    """Give the CPU seconds of the quickest of several turns."""
    seconds = []
    for _ in range(TURNS):
        begun = time.process_time()
        work()
        seconds.append(time.process_time() - begun)
    return min(seconds)


def mark(value: float, limit: float) -> str:
    """Say what the limit is and whether it is kept."""
    return f" (≥ {limit:g}{'' if value >= limit else ' UNDER'})"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
