"""Things measured over one common window → rows from zero. Another window never stands among them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.charts.canvas import Sheet
from briefgen.charts.composition import Order, Outcome, Reading, say_period, titles
from briefgen.charts.scales import say_mark, ticks
from briefgen.charts.values import scale_of, unit_of
from briefgen.editorial.phrases import phrase
from briefgen.errors import Remark
from briefgen.model.chart import Chart, Panel

_MOST = 12
_NAMING = re.compile(r"[^\W\d_]{3}|[A-Z]{2}|[^\W\d_a-zA-Z]")
"""What a label has that names something: a word of some length, initials, or another script; "in 2022" has none."""
_ROWS = 120.0
"""Height the rows share, if they are few."""
_LEAST, _MOST_ROW = 18.0, 40.0


def compose_rows(order: Order, kept: Sequence[Reading], remarks: tuple[Remark, ...]) -> Outcome:
    """Keep the values that share the commonest stated window; the others are left out and named."""
    nameless = tuple(r for r in kept if not _NAMING.search(r.label))
    remarks += tuple(
        order.remark(f"“{r.printed}” (para. {r.fact.place}) is not drawn: nothing says of what it is") for r in nameless
    )
    kept = [r for r in kept if r not in nameless]
    periods = [reading.quantity.period for reading in kept if reading.windows]
    window = max(dict.fromkeys(periods), key=periods.count, default="")
    shared = [r for r in kept if window and r.quantity.period == window]
    remarks += tuple(_left_out(order, r) for r in kept if r not in shared)
    if len(shared) < max(order.rule.minimum, 2):
        return order.refusal(f"fewer than {max(order.rule.minimum, 2)} values share one stated window", remarks)
    if not any(r.value for r in shared):
        return order.refusal("every value is zero", remarks)
    if len(shared) > _MOST:
        remarks += (order.remark(f"{len(shared) - _MOST} smaller values are not drawn: a chart holds {_MOST}"),)
    rows = sorted(shared, key=lambda r: -r.value)[:_MOST]
    unit = phrase(order.words, "number") if rows[0].quantity.direction == "count" else unit_of(rows[0].printed)
    subtitle = (titles(rows, order.words), unit, say_period(rows[0].windows, order.words))
    return order.chart(subtitle, Panel("", tuple(r.datum(r.label) for r in rows))), remarks


def _left_out(order: Order, reading: Reading) -> Remark:
    where = f"“{reading.label}”: {reading.printed} (para. {reading.fact.place})"
    if not reading.windows:
        return order.remark(f"{where} is not drawn: the source does not say from when it counts")
    return order.remark(f"{where} is not drawn: it covers another window, {reading.quantity.period}")


def draw_rows(chart: Chart, sheet: Sheet, *, top: float | None = None, dots: bool = False) -> None:
    """Draw rows of bars or dots from zero, the value at the end of each.

    Args:
        chart: what to draw.
        sheet: where.
        top: end of the scale in base units; None for one that fits the values.
        dots: a dot on a thin line instead of a bar.
    """
    data = [d for panel in chart.panels for d in panel.data]
    labels = max(sheet.width_of(line, 9) for d in data for line in sheet.wrap(d.label, sheet.width * 0.42, 9))
    left = labels + 10
    room = max(sheet.width_of(d.printed, 9, bold=True) for d in data) + 10
    scale = scale_of(max(d.value for d in data), max(data, key=lambda d: d.value).printed) or 1.0
    steps = ticks((top or max(d.value for d in data)) / scale)
    end = top / scale if top else max(steps[-1], max(d.value for d in data) / scale)
    per_unit = (sheet.width - left - room) / (end * scale)
    y = 4.0
    for panel in chart.panels:
        if panel.title:
            sheet.write(0, y, panel.title, 9, va="top")
            y += 18
        foot = _rows_of(panel, sheet, y, left, per_unit, labels, dots)
        for step in steps:
            sheet.line(left + step * scale * per_unit, y - 2, left + step * scale * per_unit, foot, behind=True)
            sheet.write(left + step * scale * per_unit, foot + 4, say_mark(step), 8, ha="center", va="top", grey=True)
        sheet.line(left, y - 4, left, foot, strong=True)
        y = foot + 24
    sheet.close(y - 6)


def _rows_of(panel: Panel, sheet: Sheet, y: float, left: float, per_unit: float, labels: float, dots: bool) -> float:
    """Draw the rows of one panel; gives the foot of its axes."""
    share = min(max(_ROWS / len(panel.data), _LEAST), _MOST_ROW)
    for datum in panel.data:
        lines = sheet.wrap(datum.label, labels + 0.5, 9)
        pitch = max(share, len(lines) * 11 + 7)
        middle = y + pitch / 2
        sheet.write_lines(left - 8, middle, lines, 9, ha="right", va="center")
        end = left + datum.value * per_unit
        if dots:
            sheet.line(left, middle, end, middle, accent=True)
            sheet.dot(end, middle, 4.5)
        else:
            sheet.bar(left, middle - share * 0.28, end - left, share * 0.56, derived=bool(datum.derived))
        sheet.write(end + (8 if dots else 5), middle, datum.printed, 9, bold=True, va="center", ground=True)
        y += pitch
    return y
