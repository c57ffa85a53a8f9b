"""Several things measured over one common window → dots on a scale from zero."""

from __future__ import annotations

from briefgen.charts.canvas import Sheet
from briefgen.charts.composition import Order, Outcome, readings
from briefgen.charts.rows import compose_rows, draw_rows
from briefgen.model.chart import Chart


def compose(order: Order) -> Outcome:
    """Set out the values that share one stated window."""
    return compose_rows(order, *readings(order))


def draw(chart: Chart, sheet: Sheet) -> None:
    """Draw a dot for each value, on a thin line from zero."""
    draw_rows(chart, sheet, dots=True)
