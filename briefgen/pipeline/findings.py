"""Source → what was found in it, in numbers: paragraphs, sentences, note marks and their gaps, note texts."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from briefgen.model.fact import Factbase
from briefgen.model.source import Source


@dataclass(frozen=True, slots=True)
class Numbered:
    """One numbering of notes."""

    run: str
    marks: int
    notes: int
    first: str
    last: str
    gaps: tuple[str, ...]
    """Numbers or ranges of numbers between first and last that nothing is marked with: "5", "8–10"."""


@dataclass(frozen=True, slots=True)
class Findings:
    """A source in numbers."""

    paragraphs: int
    sentences: int
    headings: int
    cells: int
    numberings: tuple[Numbered, ...]
    with_text: int
    without_text: tuple[str, ...]
    """Labels."""


def count_findings(base: Factbase) -> Findings:
    """Count what a source holds."""
    source = base.source
    kinds = [passage.kind for passage in source.passages]
    runs = dict.fromkeys(mark.run for mark in source.marks)
    without = tuple(note.label for note in source.notes if note.text is None)
    return Findings(
        paragraphs=kinds.count("paragraph"),
        sentences=len(base.facts),
        headings=kinds.count("heading"),
        cells=kinds.count("cell"),
        numberings=tuple(_numbered(source, run) for run in runs),
        with_text=len(source.notes) - len(without),
        without_text=without,
    )


def _numbered(source: Source, run: str) -> Numbered:
    labels = [note.label for note in source.notes if note.run == run]
    numbers = sorted({m.number for m in source.marks if m.run == run and m.number is not None})
    gaps = tuple(_range(a + 1, b - 1) for a, b in pairwise(numbers) if b - a > 1)
    first, last = (str(numbers[0]), str(numbers[-1])) if numbers else (labels[0], labels[-1])
    return Numbered(run, sum(m.run == run for m in source.marks), len(labels), first, last, gaps)


def _range(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"
