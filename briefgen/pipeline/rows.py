"""Factbase → rows of JSON. The shapes are a contract: others' programs read them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefgen.model.fact import Fact, Factbase, Quantity
    from briefgen.model.source import Mark, Source

Row = dict[str, Any]


def fact_rows(base: Factbase, facts: Iterable[Fact]) -> list[Row]:
    """Give one row a fact; offsets are those of the source's text with the marks lifted out."""
    measures = _measures(base)
    return [_fact_row(base, fact, measures) for fact in facts]


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table of facts, for a spreadsheet."""

    id: str
    place: str
    text: str
    notes: str
    themes: str
    kind: str
    attribution: str
    quantities: str
    periods: str


def fact_table(rows: Iterable[Row]) -> bytes:
    """Write rows of facts as a CSV file, one line a fact."""
    from briefgen.records import dump_csv

    return dump_csv(map(_line, rows), Line)


def mark_rows(source: Source) -> list[Row]:
    """Give one row a mark; offsets are those of the label in the file as supplied."""
    return [
        {"label": m.label, "number": m.number, "run": m.run, "start": m.supplied.start, "end": m.supplied.end}
        for m in source.marks
    ]


def note_rows(base: Factbase) -> list[Row]:
    """Give one row a mark, with the note's text and the sentence it stands in; null where it stands in none."""
    places = {mark.at: fact for fact in base.facts for mark in fact.marks}
    return [_note_row(base.source, mark, places.get(mark.at)) for mark in base.source.marks]


def series_rows(base: Factbase) -> list[Row]:
    """Give one row a value of a measure, in source order."""
    return [
        {
            "measure": series.measure,
            "title": series.title,
            "label": point.label,
            "fact": point.fact,
            "place": base.by_id[point.fact].place,
            **quantity_row(base, point.quantity),
        }
        for series in base.series
        for point in series.points
    ]


def coverage(rows: Iterable[Row]) -> str:
    """Say in one line which years the values of a measure are of, and of which between them there is none."""
    from briefgen.facts import windows

    given = list(rows)
    periods = [row["period"] for row in given]
    years = [windows.window(periods), *windows.gaps(periods)]
    span, *lacking = (edtf.removesuffix("..").replace("/", "–") for edtf in years)
    title = f"{given[0]['title']}, {given[0]['currency'] or given[0]['unit']}: "
    return f"{title}{span or 'no period stated'}{'; none for ' + ', '.join(lacking) if lacking else ''}"


def quantity_row(base: Factbase, quantity: Quantity) -> Row:
    """Give a quantity in base units, without its measure."""
    return {
        "text": " ".join(quantity.span.of(base.source.text).split()),
        "start": quantity.span.start,
        "end": quantity.span.end,
        "value": _whole(quantity.value),
        "upper": _whole(quantity.upper),
        "unit": quantity.unit,
        "currency": quantity.currency,
        "period": quantity.period,
        "base_period": quantity.base_period,
        "direction": quantity.direction,
        "hedge": quantity.hedge,
    }


def _whole(value: float | None) -> float | int | None:
    """Write 12500000000, not 12500000000.0."""
    return int(value) if value is not None and float(value).is_integer() else value


def numbers_of(fact: Fact) -> list[int | str]:
    """Number the notes that stand in a fact; a label that is no number stands for itself."""
    return [mark.label if mark.number is None else mark.number for mark in fact.marks]


def _fact_row(base: Factbase, fact: Fact, measures: dict[tuple[str, Quantity], str]) -> Row:
    return {
        "id": fact.id,
        "paragraph": fact.paragraph,
        "sentence": fact.sentence,
        "text": base.words(fact),
        "start": fact.span.start,
        "end": fact.span.end,
        "notes": numbers_of(fact),
        "themes": list(fact.theme_names),
        "kind": fact.kind,
        "attribution": fact.attribution.speaker if fact.attribution else None,
        "needs": list(fact.needs),
        "quantities": [quantity_row(base, q) | {"measure": measures.get((fact.id, q))} for q in fact.quantities],
        "periods": [period.edtf for period in fact.periods if period.edtf],
    }


def place_of(row: Row) -> str:
    """Say where a fact stands in its source."""
    return f"{row['paragraph']}.{row['sentence']}"


def _line(row: Row) -> Line:
    return Line(
        id=row["id"],
        place=place_of(row),
        text=row["text"],
        notes=", ".join(map(str, row["notes"])),
        themes=", ".join(row["themes"]),
        kind=row["kind"],
        attribution=row["attribution"] or "",
        quantities="; ".join(quantity["text"] for quantity in row["quantities"]),
        periods=", ".join(row["periods"]),
    )


def _note_row(source: Source, mark: Mark, fact: Fact | None) -> Row:
    note = source.note(mark.label, mark.run)
    return {
        "label": mark.label,
        "number": mark.number,
        "run": mark.run,
        "text": note.text if note else None,
        "paragraph": fact.paragraph if fact else None,
        "sentence": fact.sentence if fact else None,
    }


def _measures(base: Factbase) -> dict[tuple[str, Quantity], str]:
    points = [(series.measure, point) for series in reversed(base.series) for point in series.points]
    return {(point.fact, point.quantity): measure for measure, point in points}
