"""CSV file ↔ rows of frozen dataclasses. What a spreadsheet does to a file is undone; nothing is guessed.

Separator (comma, semicolon, tab) and order of columns are free; "001" stays text. A text that a spreadsheet
would run as a formula, or write back as another number, has an apostrophe before it, and is read back without.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from briefgen.errors import BriefgenError, nearest
from briefgen.model.source import File
from briefgen.records.decoding import decode
from briefgen.records.shape import Misfit, Slot, alternatives, fitted, slots_of

Schema = TypeVar("Schema")

SEPARATORS = (",", ";", "\t")
BOOLEANS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}

# OWASP's list of what starts a formula, blanks before it included; the apostrophes are ours.
_FORMULA = re.compile(r"'*\s*[=+\-@]|'*[\t\r\n]")
# Numbers that a spreadsheet writes back otherwise: 001 as 1, 2.10 as 2.1, 1e5 as 100000, long ones rounded.
_REWRITTEN = re.compile(r"'*(?:0\d+|\d+[.,]\d*0|[\d.,]+[eE][+-]?\d+|\d{16,})")

csv.field_size_limit(1 << 24)


@dataclass(frozen=True, slots=True)
class Record(Generic[Schema]):
    """One row with the place it stands, for errors found only when rows are compared."""

    where: str
    """File and line: "notes.csv:12"."""
    value: Schema


def load_csv(
    file: File, schema: type[Schema], error: type[BriefgenError], *, also: Mapping[str, str] | None = None
) -> tuple[Record[Schema], ...]:
    """Read the rows of a table; empty lines are passed over.

    Args:
        schema: a dataclass of str, int, float, bool, date, Literal fields, or any of them with None.
            An empty cell is the field's default, else "" for text and None where None is allowed.
        error: the class of every error raised.
        also: other heads a column may have, each with the field's name.

    Raises:
        BriefgenError: of the class given; a column or cell does not fit, or the table is torn.
    """
    text = decode(file, error)
    rows = _rows(file, text, _separator(text, {*slots_of(schema), *(also or {})}), error)
    first = next(rows, None)
    if first is None:
        raise error(f"{file.name}:1", "is empty", f"its first line names the columns: {', '.join(slots_of(schema))}")
    where, heads = first
    slots = _columns(where, heads, schema, also or {}, error)
    return tuple(Record(place, _record(place, cells, slots, schema, error)) for place, cells in rows)


def dump_csv(rows: Iterable[Schema], schema: type[Schema]) -> bytes:
    """Write a table that a spreadsheet opens as text: byte order mark, CRLF, formulas protected."""
    page = io.StringIO(newline="")
    writer = csv.writer(page)
    slots = slots_of(schema).values()
    writer.writerow([slot.key for slot in slots])
    writer.writerows([_cell(getattr(row, slot.name)) for slot in slots] for row in rows)
    return page.getvalue().encode("utf-8-sig")


def protected(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would run as a formula, or write back as another number."""
    return f"'{text}" if _FORMULA.match(text) or _REWRITTEN.fullmatch(text) else text


def unprotected(text: str) -> str:
    """Take that apostrophe away again."""
    guarded = text.startswith("'") and (_FORMULA.match(text) or _REWRITTEN.fullmatch(text))
    return text[1:] if guarded else text


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case str():
            return protected(value)
        case _:
            return str(value)


def _separator(text: str, known: set[str]) -> str:
    """Choose the separator that splits the first line into the most known columns."""
    first = next((line for line in text.splitlines() if line.strip()), "")

    def score(separator: str) -> int:
        return len(known & {_head(cell) for cell in first.split(separator)})

    return max(SEPARATORS, key=score)


def _head(cell: str) -> str:
    return cell.strip().strip('"').strip().lower()


def _rows(file: File, text: str, separator: str, error: type[BriefgenError]) -> Iterator[tuple[str, list[str]]]:
    """Give each row that holds something, with the line it begins on."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    while True:
        where = f"{file.name}:{reader.line_num + 1}"
        try:
            cells = next(reader, None)
        except csv.Error as fault:
            raise error(where, f"the row is torn: {fault}", "close the quotes, and double each quote within") from fault
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield where, cells


def _columns(
    where: str, heads: list[str], schema: type[Any], also: Mapping[str, str], error: type[BriefgenError]
) -> list[Slot]:
    slots = slots_of(schema)
    columns = []
    for cell in heads:
        head = _head(cell)
        key = also.get(head, head)
        if key not in slots:
            mend = (
                nearest(head, slots)
                if heads[1:]
                else f"part the cells by commas, semicolons or tabs: {', '.join(slots)}"
            )
            raise error(where, f"unknown column “{cell.strip()}”", mend)
        if slots[key] in columns:
            raise error(where, f"two columns are “{key}”", "leave one of them away")
        columns.append(slots[key])
    for slot in slots.values():
        if slot.required and slot not in columns:
            raise error(where, f"there is no column “{slot.key}”", f"the columns are {', '.join(slots)}")
    return columns


def _record(where: str, cells: list[str], columns: list[Slot], schema: type[Any], error: type[BriefgenError]) -> Any:
    lacking = any(slot.required for slot in columns[len(cells) :])
    if lacking or any(cell.strip() for cell in cells[len(columns) :]):
        what = f"{len(cells)} cells where the head has {len(columns)}"
        raise error(where, what, "put text that holds the separator into quotes, and fill every row")
    values = {}
    for slot, cell in zip(columns, cells, strict=False):
        try:
            value = _value(cell, slot)
        except Misfit as misfit:
            raise error(where, misfit.what, misfit.mend) from misfit
        if value is not _UNSET:
            values[slot.name] = value
    try:
        return schema(**values)
    except ValueError as fault:
        raise error(where, str(fault)) from fault


_UNSET = object()


def _value(cell: str, slot: Slot) -> object:
    """Turn a cell into what its field wants; ``_UNSET`` leaves the field to its default."""
    kinds = alternatives(slot.kind)
    if not cell.strip():
        if not slot.required:
            return _UNSET
        if kinds != [slot.kind]:
            return None
        if slot.kind is not str:
            raise Misfit((slot.key,), f"“{slot.key}” is empty", "fill the cell")
    if str in kinds:
        return unprotected(cell)
    return fitted(_plain(cell.strip(), kinds[0]), slot.kind, (slot.key,))


def _plain(cell: str, kind: Any) -> object:
    """Read a cell as its kind; what cannot be read stays text, for the misfit to show."""
    try:
        if kind in (int, float):
            return kind(cell)
        if kind is date:
            return date.fromisoformat(cell)
    except ValueError:
        return cell
    return BOOLEANS.get(cell.lower(), cell) if kind is bool else cell
