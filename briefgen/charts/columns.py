"""Panels of values over time → columns on one scale from zero. A gap in time is a gap in the picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgen.charts.canvas import Sheet
from briefgen.charts.scales import say_mark, ticks
from briefgen.charts.values import bare, scale_of
from briefgen.editorial.periods import follows, parse
from briefgen.model.chart import Chart, Datum, Panel

_PLOT = 128.0
"""Height of the plot in points."""
_WIDEST = 130.0
_BETWEEN = 22.0
_LINE = 11.0


@dataclass(frozen=True, slots=True)
class _Slot:
    """One place on the base line: a value, or None for times the source does not give."""

    datum: Datum | None
    x: float


@dataclass(frozen=True, slots=True)
class _Frame:
    """What all panels share: where the plots end, how wide a place is, how high a unit."""

    top: float
    foot: float
    pitch: float
    per_unit: float
    steps: tuple[float, ...]
    """Values marked on the scale, in base units."""
    heads: dict[int, list[tuple[str, bool]]]
    """Lines over each column, by the identity of its datum; True for bold ones."""


def draw_columns(chart: Chart, sheet: Sheet, derived: str) -> None:
    """Draw panels of columns side by side; ``derived`` is said of values that are."""
    top = max((d for panel in chart.panels for d in panel.data), key=lambda d: d.value)
    scale = scale_of(top.value, top.printed)
    marks = ticks(top.value / scale) if scale else ()
    gutter = max((sheet.width_of(say_mark(mark), 8) for mark in marks), default=0) + 8
    frame, rows = _lay_out(chart, sheet, derived, gutter, tuple(mark * (scale or 1) for mark in marks))
    for mark, step in zip(marks, frame.steps, strict=True):
        if frame.foot - step * frame.per_unit >= frame.top:
            sheet.write(gutter - 6, frame.foot - step * frame.per_unit, say_mark(mark), 8, grey=True, ha="right")
    depth = max(_panel(sheet, panel, row, frame) for panel, row in zip(chart.panels, rows, strict=True))
    sheet.close(frame.foot + depth + 4)


def _lay_out(
    chart: Chart, sheet: Sheet, derived: str, gutter: float, steps: tuple[float, ...]
) -> tuple[_Frame, list[list[_Slot]]]:
    """Give every value its place and find the one scale on which the highest column and its lines fit."""
    data = [d for panel in chart.panels for d in panel.data]
    places = [list(_places(panel)) for panel in chart.panels]
    count = sum(len(row) for row in places)
    pitch = min((sheet.width - gutter - _BETWEEN * (len(places) - 1)) / count, _WIDEST)
    printed = _labels(sheet, [f"{d.printed} {derived}" if d.derived else d.printed for d in data], pitch)
    heads = {id(d): _head(sheet, d, text, pitch) for d, text in zip(data, printed, strict=True)}
    per_unit = min((_PLOT - len(heads[id(d)]) * _LINE - 4) / d.value for d in data if d.value)
    rows, x = [], gutter
    for row in places:
        rows.append([_Slot(datum, x + pitch * (n + 0.5)) for n, datum in enumerate(row)])
        x += pitch * len(row) + _BETWEEN
    titles = [sheet.wrap(panel.title, pitch * len(row), 9) for panel, row in zip(chart.panels, places, strict=True)]
    top = max(len(lines) for lines in titles) * _LINE + 9
    return _Frame(top, top + _PLOT, pitch, per_unit, steps, heads), rows


def _places(panel: Panel) -> Iterator[Datum | None]:
    """Put a place for a gap between values whose times do not follow each other."""
    last = None
    for datum in panel.data:
        window = next(iter(parse(datum.period)), None)
        if last and window and not follows(last, window):
            yield None
        yield datum
        last = window


def _labels(sheet: Sheet, whole: Sequence[str], pitch: float) -> Sequence[str]:
    """Print values in full, or without the unit they share where the columns stand too close."""
    widest = max(sheet.width_of(word, 9, bold=True) for label in whole for word in label.split())
    return whole if widest < pitch and max(len(label.split()) for label in whole) * 9 < pitch else bare(whole)


def _head(sheet: Sheet, datum: Datum, printed: str, pitch: float) -> list[tuple[str, bool]]:
    """Set the lines over a column: the value bold, what is said of it plain."""
    value = [(line, True) for line in sheet.wrap(printed, pitch - 2, 9, bold=True)]
    return value + [(line, False) for line in sheet.wrap(datum.note, pitch - 2, 8) if line]


def _panel(sheet: Sheet, panel: Panel, slots: Sequence[_Slot], frame: _Frame) -> float:
    """Draw one panel; gives how far it reaches below the base line."""
    start, end = slots[0].x - frame.pitch / 2, slots[-1].x + frame.pitch / 2
    sheet.write_lines(start, 2, sheet.wrap(panel.title, end - start, 9), 9, va="top", grey=True)
    for step in frame.steps:
        if frame.foot - step * frame.per_unit >= frame.top:
            sheet.line(start, frame.foot - step * frame.per_unit, end, frame.foot - step * frame.per_unit, behind=True)
    depth = max(_column(sheet, slot.datum, slot.x, frame) for slot in slots if slot.datum)
    sheet.line(start, frame.foot, end, frame.foot, strong=True)
    return depth + _gaps(sheet, panel, slots, frame, depth)


def _column(sheet: Sheet, datum: Datum, x: float, frame: _Frame) -> float:
    """Draw one column with its value over it and its time below; gives how far that reaches."""
    height = datum.value * frame.per_unit
    wide = min(frame.pitch * 0.62, 60)
    sheet.bar(x - wide / 2, frame.foot - height, wide, height, derived=bool(datum.derived))
    heads = frame.heads[id(datum)]
    for below, (line, bold) in zip(reversed(range(len(heads))), heads, strict=True):
        y = frame.foot - height - 4 - below * _LINE
        sheet.write(x, y, line, 9 if bold else 8, bold=bold, ha="center", va="bottom", ground=True)
    lines = sheet.wrap(datum.label, frame.pitch - 4, 9)
    sheet.write_lines(x, frame.foot + 5, lines, 9, ha="center", va="top")
    return len(lines) * _LINE + 5


def _gaps(sheet: Sheet, panel: Panel, slots: Sequence[_Slot], frame: _Frame, depth: float) -> float:
    """Say what is missing, in the gap if it is wide enough, else below; gives the height used below."""
    empty = [slot for slot in slots if slot.datum is None]
    for slot in empty:
        sheet.write(slot.x, frame.foot + 10, "…", 9, ha="center")
    if not panel.gap:
        return 0.0
    lines = sheet.wrap(panel.gap, frame.pitch - 6, 8)
    if len(empty) == 1 and len(lines) <= 5 and frame.pitch > 44:
        sheet.write_lines(empty[0].x, frame.foot - 5, lines, 8, ha="center", va="bottom", grey=True, ground=True)
        return 0.0
    below = sheet.wrap(panel.gap, frame.pitch * len(slots), 8)
    sheet.write_lines(slots[0].x - frame.pitch / 2, frame.foot + depth + 4, below, 8, va="top", grey=True)
    return len(below) * 10 + 4.0
