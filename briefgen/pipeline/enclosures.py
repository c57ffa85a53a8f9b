"""Brief, Factbase → the data behind a paper as files, which travel in its PDF: facts, what is drawn, and a manifest."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from briefgen.model.brief import Brief, Figure, blocks_of
from briefgen.model.chart import Chart, Evidence
from briefgen.model.commission import Commission
from briefgen.model.fact import Factbase
from briefgen.model.source import File
from briefgen.pipeline.rows import fact_rows, fact_table
from briefgen.records import dump_csv


@dataclass(frozen=True, slots=True)
class Drawn:
    """One value or event of a figure, for a spreadsheet."""

    figure: int
    panel: str
    label: str
    value: float | None
    printed: str
    period: str
    end: str
    derived: str
    place: str
    notes: str


def enclose(commission: Commission, brief: Brief, base: Factbase) -> tuple[File, ...]:
    """Give the data behind a paper.

    Args:
        commission: what the paper was made from.
        brief: the paper.
        base: the facts of its source.
    """
    printed = {stated.id for stated in brief.stated}
    rows = fact_rows(base, [fact for fact in base.facts if fact.id in printed])
    figures = [block for block in blocks_of(brief) if isinstance(block, Figure)]
    drawn = [row for figure in figures for row in _drawn(figure.number, figure.plate.chart)]
    charts = [{"figure": figure.number, **asdict(figure.plate.chart)} for figure in figures]
    return (
        File("charts.csv", dump_csv(drawn, Drawn)),
        File("charts.json", _json(charts)),
        File("facts.csv", fact_table(rows)),
        File("facts.json", _json(rows)),
        File("manifest.json", _json(_manifest(commission, brief))),
    )


def _drawn(number: int, chart: Chart) -> Iterator[Drawn]:
    for panel in chart.panels:
        for datum in panel.data:
            yield Drawn(number, panel.title, datum.label, datum.value, datum.printed, datum.period, "", datum.derived,
                        *_stands(datum.evidence))  # fmt: skip
        for event in panel.events:
            yield Drawn(number, panel.title, event.label, None, "", event.start, event.end, "",
                        *_stands(event.evidence))  # fmt: skip


def _stands(evidence: Evidence) -> tuple[str, str]:
    return evidence.place, ", ".join(evidence.notes)


def _manifest(commission: Commission, brief: Brief) -> dict[str, Any]:
    """Say what the paper is and what it was made from, as its trace does."""
    return {
        "title": brief.title, "date": brief.date.isoformat(), "themes": brief.themes, "length": commission.length,
        "language": brief.language, "marking": brief.marking, "imprint": asdict(brief.imprint),
        "inputs": _named(("role", "name", "sha256"), brief.inputs),
        "versions": _named(("package", "version"), commission.versions),
    }  # fmt: skip


def _named(names: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[dict[str, str]]:
    return [dict(zip(names, row, strict=True)) for row in rows]


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
