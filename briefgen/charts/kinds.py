"""The table of chart kinds: a rule → its chart, and a chart → its picture. A new kind is a file and a line in each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import assert_never

from briefgen.charts import bar, dot, exchange, survey, timeline
from briefgen.charts.alt import describe
from briefgen.charts.canvas import Sheet, render
from briefgen.charts.composition import Order, Outcome
from briefgen.editorial.phrases import Wording
from briefgen.errors import Remark
from briefgen.fonts import SANS, missing
from briefgen.model.chart import Chart, Plate
from briefgen.model.fact import Selection
from briefgen.model.look import Look
from briefgen.model.theme import ChartRule


def plates(
    selection: Selection, rules: tuple[ChartRule, ...], look: Look, language: str, words: Wording
) -> tuple[tuple[Plate, ...], tuple[Remark, ...]]:
    """Draw what a theme's rules ask for and the source honestly gives; say why for the rest.

    Args:
        selection: what the paper prints.
        rules: the theme's charts.
        look: the template's width, face and accent.
        language: BCP 47 tag of the paper.
        words: our own labels, see ``[chart]`` of the wording file.
    """
    drawn: list[Plate] = []
    remarks: list[Remark] = []
    for rule in rules:
        order = Order(selection, rule, words)
        chart, said = _drawable(order, *compose(order))
        remarks += said
        if chart is not None:
            picture = render(look, partial(paint, chart, words))
            drawn.append(Plate(chart, picture, describe(chart, words)))
    return tuple(drawn), tuple(remarks)


def compose(order: Order) -> Outcome:
    """Make the chart of a rule, if the source gives what it takes."""
    match order.rule.kind:
        case "bar":
            return bar.compose(order)
        case "dot":
            return dot.compose(order)
        case "survey":
            return survey.compose(order)
        case "timeline":
            return timeline.compose(order)
        case "exchange":
            return exchange.compose(order)
        case kind:
            assert_never(kind)


def _drawable(order: Order, chart: Chart | None, said: tuple[Remark, ...]) -> Outcome:
    """Refuse a chart with a character that would be drawn as a box; Word's text may well have it."""
    lacking = missing("".join(_printed(chart)), SANS) if chart else ()
    if not lacking:
        return chart, said
    what = f"“{lacking[0]}” is in no font that charts are drawn with"
    return order.refusal(what, said, "leave the chart out of the theme’s file")


def _printed(chart: Chart) -> Iterator[str]:
    """Give all that is written in a chart."""
    for panel in chart.panels:
        yield from (panel.title, panel.gap)
        yield from (text for datum in panel.data for text in (datum.label, datum.printed, datum.note))
        yield from (event.label for event in panel.events)
        yield from (phrase.text for phrase in panel.phrases)


def paint(chart: Chart, words: Wording, sheet: Sheet) -> None:
    """Draw a chart on a sheet."""
    match chart.kind:
        case "bar":
            bar.draw(chart, sheet, words)
        case "dot":
            dot.draw(chart, sheet)
        case "survey":
            survey.draw(chart, sheet)
        case "timeline":
            timeline.draw(chart, sheet, words)
        case "exchange":
            exchange.draw(chart, sheet)
        case kind:
            assert_never(kind)
