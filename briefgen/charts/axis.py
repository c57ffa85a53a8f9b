"""Dated labels → a time axis to scale, downwards, its labels beside it in order, none over another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.charts.canvas import Sheet
from briefgen.editorial.periods import Window

Row = tuple[str, str, list[Window]]
"""Dates in words with no-break spaces inside, label, the windows it marks on the axis."""

_AXIS = 42.0
_LANE = 9.0
_DOT = 4.0
_LINE = 10.8
_LEAST_HEIGHT = 130.0
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Years ↔ points."""

    first: int
    last: int
    top: float
    height: float

    def at(self, year: float) -> float:
        """Where a moment lies."""
        return self.top + (year - self.first) / (self.last - self.first) * self.height


@dataclass(frozen=True, slots=True)
class _Stroke:
    """One mark on the axis: where it begins and ends in points, its lane, its form."""

    start: float
    end: float
    lane: int
    form: str

    @property
    def middle(self) -> float:
        """Where its leader begins; an arrow's at its root."""
        return self.start if self.form == "arrow" else (self.start + self.end) / 2


def draw_axis(sheet: Sheet, rows: Sequence[Row]) -> None:
    """Draw the axis and as many lines of label as the rows need."""
    dates = max(sheet.width_of(date, 9, bold=True) for said, _, _ in rows for date in said.split(" "))
    windows = [window for _, _, marked in rows for window in marked]
    scale = _scale(windows, 1.0)
    lanes = 1 + max(s.lane for s in _strokes(windows, _scale(windows, _LEAST_HEIGHT)))
    left = _AXIS + lanes * _LANE + 26
    texts = [
        (sheet.wrap(date, dates + 0.5, 9, bold=True), sheet.wrap(label, sheet.width - left - dates - 12, 9))
        for date, label, _ in rows
    ]
    heights = [max(len(date), len(label)) * _LINE + 4 for date, label in texts]
    scale = _scale(windows, max(sum(heights), _LEAST_HEIGHT))
    strokes = _strokes(windows, scale)
    _draw_scale(sheet, scale)
    for stroke in strokes:
        _draw_stroke(sheet, stroke)
    groups = _grouped(rows, strokes)
    tops = _spread([g[0].middle for g in groups], heights, scale)
    for group, (date, label), top, height in zip(groups, texts, tops, heights, strict=True):
        middle = top + height / 2
        first = top + 2 + _LINE / 2
        for stroke in group:
            sheet.line(_AXIS + stroke.lane * _LANE + _DOT + 2, stroke.middle, left - 6, first, behind=True)
        sheet.write_lines(left, middle - (height - 4 - len(date) * _LINE) / 2, date, 9, bold=True)
        sheet.write_lines(left + dates + 12, middle - (height - 4 - len(label) * _LINE) / 2, label, 9)
    sheet.close(scale.top + scale.height + 8)


def _scale(windows: Sequence[Window], height: float) -> _Scale:
    """Reach from the first year to the last, open ends not counted."""
    first = min(w.first.year for w in windows if w.first)
    last = max(int((w.last or w.first).closing - 1e-9) + 1 for w in windows if w.first and (w.last or w.first))
    return _Scale(first, last, 6.0, height)


def _strokes(windows: Sequence[Window], scale: _Scale) -> list[_Stroke]:
    """Give every window its mark, in the first lane where it touches no other."""
    taken: list[list[tuple[float, float]]] = []
    strokes = []
    for window in windows:
        start, end, form = _extent(window, scale)
        lane = next(
            (n for n, used in enumerate(taken) if all(end + 1 < a or start > b + 1 for a, b in used)), len(taken)
        )
        if lane == len(taken):
            taken.append([])
        taken[lane].append((start, end))
        strokes.append(_Stroke(start, end, lane, form))
    return strokes


def _extent(window: Window, scale: _Scale) -> tuple[float, float, str]:
    first, last = window.first, window.last
    if first is None:
        raise ValueError("an event without a beginning is not drawn")
    start = scale.at(first.opening)
    if last is None:
        return start, scale.at(scale.last), "arrow"
    end = scale.at(last.closing)
    if first == last and first.month:
        middle = (start + end) / 2
        return middle - _DOT, middle + _DOT, "dot"
    return start, end, "bar"


def _draw_scale(sheet: Sheet, scale: _Scale) -> None:
    """Draw the line and the years on it."""
    step = next((s for s in _STEPS if (scale.last - scale.first) / s <= 7), _STEPS[-1])
    sheet.line(_AXIS, scale.top, _AXIS, scale.top + scale.height, strong=True)
    for year in range(-(-scale.first // step) * step, scale.last + 1, step):
        sheet.line(_AXIS - 9, scale.at(year), _AXIS, scale.at(year), strong=True)
        sheet.write(_AXIS - 12, scale.at(year), f"{year}", 8, ha="right", grey=True)


def _draw_stroke(sheet: Sheet, stroke: _Stroke) -> None:
    x = _AXIS + stroke.lane * _LANE
    match stroke.form:
        case "dot":
            sheet.dot(x, stroke.middle, _DOT)
        case "arrow":
            sheet.arrow(x, stroke.start, stroke.end)
        case _:
            sheet.bar(x - 2.5, stroke.start, 5, stroke.end - stroke.start)


def _grouped(rows: Sequence[Row], strokes: Sequence[_Stroke]) -> list[list[_Stroke]]:
    rest = iter(strokes)
    return [[next(rest) for _ in windows] for _, _, windows in rows]


def _spread(wanted: Sequence[float], heights: Sequence[float], scale: _Scale) -> list[float]:
    """Set labels as near to their marks as can be, in order, none over another and none beyond the axis."""
    tops: list[float] = []
    for middle, height in zip(wanted, heights, strict=True):
        lowest = tops[-1] + heights[len(tops) - 1] if tops else scale.top - 4
        tops.append(max(middle - height / 2, lowest))
    floor = scale.top + scale.height + 4
    for n in range(len(tops) - 1, -1, -1):
        tops[n] = min(tops[n], floor - heights[n])
        floor = tops[n]
    return tops
