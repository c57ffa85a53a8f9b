"""Panels of values over time → columns on one scale from zero. A gap in the years is a gap in the picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.charts.canvas import Sheet
from briefgen.charts.periods import parse
from briefgen.charts.scales import ticks
from briefgen.charts.values import bare, scale_of
from briefgen.model.chart import Chart, Datum, Panel

_PLOT = 128.0
"""Height of the plot in points."""
_WIDEST = 96.0
_BETWEEN = 22.0
_HEAD = 20.0


@dataclass(frozen=True, slots=True)
class _Slot:
    """One place on the base line: a value, or None for years the source does not give."""

    datum: Datum | None
    x: float


def draw_columns(chart: Chart, sheet: Sheet, derived: str) -> None:
    """Draw panels of columns side by side; ``derived`` is said of values that are."""
    data = [d for panel in chart.panels for d in panel.data]
    rows = [_slots(panel) for panel in chart.panels]
    top = max(data, key=lambda d: d.value)
    scale = scale_of(top.value, top.printed)
    steps = ticks(top.value / scale) if scale else ()
    gutter = max((sheet.width_of(f"{step:,g}", 8) for step in steps), default=0) + 8
    count = sum(len(row) for row in rows)
    pitch = min((sheet.width - gutter - _BETWEEN * (len(rows) - 1)) / count, _WIDEST)
    printed = _labels(sheet, [f"{d.printed} {derived}" if d.derived else d.printed for d in data], pitch)
    heads = {id(d): _head(sheet, d, text, pitch) for d, text in zip(data, printed, strict=True)}
    per_unit = min((_PLOT - len(heads[id(d)]) * 11 - 4) / d.value for d in data if d.value)
    foot = _HEAD + _PLOT
    x, depth = gutter, 0.0
    for panel, row in zip(chart.panels, rows, strict=True):
        end = x + pitch * len(row)
        for step in steps:
            y = foot - step * (scale or 1) * per_unit
            if y >= _HEAD:
                sheet.line(x, y, end, y, behind=True)
                if x == gutter:
                    sheet.write(x - 6, y, f"{step:,g}", 8, grey=True, ha="right")
        sheet.write(x, 2, panel.title, 9, va="top", grey=True)
        slots = [_Slot(datum, x + pitch * (n + 0.5)) for n, datum in enumerate(row)]
        depth = max(depth, _panel(sheet, panel, slots, pitch, foot, per_unit, heads))
        sheet.line(x, foot, end, foot, strong=True)
        x = end + _BETWEEN
    sheet.close(foot + depth + 4)


def _slots(panel: Panel) -> list[Datum | None]:
    """Put a place for a gap between values whose years do not follow each other."""
    row: list[Datum | None] = []
    last = 0
    for datum in panel.data:
        windows = parse(datum.period)
        year = windows[0].whole_year if windows else 0
        if last and year > last + 1:
            row.append(None)
        row.append(datum)
        last = year
    return row


def _labels(sheet: Sheet, whole: Sequence[str], pitch: float) -> Sequence[str]:
    """Print values in full, or without the unit they share where the columns stand too close."""
    widest = max(sheet.width_of(word, 9, bold=True) for label in whole for word in label.split())
    return whole if widest < pitch and max(len(label.split()) for label in whole) * 9 < pitch else bare(whole)


def _head(sheet: Sheet, datum: Datum, printed: str, pitch: float) -> list[tuple[str, bool]]:
    """Set the lines over a column: the value bold, what is said of it plain."""
    value = [(line, True) for line in sheet.wrap(printed, pitch - 2, 9, bold=True)]
    return value + [(line, False) for line in sheet.wrap(datum.note, pitch - 2, 8) if line]


def _panel(
    sheet: Sheet,
    panel: Panel,
    slots: Sequence[_Slot],
    pitch: float,
    foot: float,
    per_unit: float,
    heads: dict[int, list[tuple[str, bool]]],
) -> float:
    """Draw one panel's columns; gives how far its labels reach below the base line."""
    depth = 0.0
    for slot in slots:
        if slot.datum is None:
            continue
        height = slot.datum.value * per_unit
        wide = min(pitch * 0.62, 54)
        sheet.bar(slot.x - wide / 2, foot - height, wide, height, derived=bool(slot.datum.derived))
        head = heads[id(slot.datum)]
        for number, (line, bold) in enumerate(reversed(head)):
            y = foot - height - 4 - number * 11
            sheet.write(slot.x, y, line, 9 if bold else 8, bold=bold, ha="center", va="bottom", ground=True)
        lines = sheet.wrap(slot.datum.label, pitch - 4, 9)
        sheet.write_lines(slot.x, foot + 5, lines, 9, ha="center", va="top")
        depth = max(depth, len(lines) * 11 + 5)
    return depth + _gaps(sheet, panel, slots, pitch, foot, depth)


def _gaps(sheet: Sheet, panel: Panel, slots: Sequence[_Slot], pitch: float, foot: float, depth: float) -> float:
    """Say what is missing, in the gap if it is wide enough, else below; gives the height used below."""
    empty = [slot for slot in slots if slot.datum is None]
    lines = sheet.wrap(panel.gap, pitch - 6, 8)
    inside = len(empty) == 1 and len(lines) <= 5 and pitch > 44
    for slot in empty:
        sheet.write(slot.x, foot + 10, "…", 9, ha="center")
    if not panel.gap:
        return 0.0
    if inside:
        sheet.write_lines(empty[0].x, foot - 5, lines, 8, ha="center", va="bottom", grey=True, ground=True)
        return 0.0
    below = sheet.wrap(panel.gap, pitch * len(slots), 8)
    sheet.write_lines(slots[0].x - pitch / 2, foot + depth + 4, below, 8, va="top", grey=True)
    return len(below) * 10 + 4.0
