"""Shares of answers to a survey's questions → rows on a scale from 0 to 100. Each question stands for itself."""

from __future__ import annotations

from itertools import groupby

from briefgen.charts.canvas import Sheet
from briefgen.charts.composition import Order, Outcome, Reading, readings, say_period, titles
from briefgen.charts.rows import draw_rows
from briefgen.editorial.phrases import phrase
from briefgen.model.chart import Chart, Panel

_MOST = 12


def compose(order: Order) -> Outcome:
    """Set out the shares of one survey, or of several in panels of their own."""
    kept, remarks = readings(order)
    fit = [r for r in kept if r.quantity.unit == "percent" and r.value <= 100]
    remarks += tuple(
        order.remark(f"“{r.printed}” (para. {r.fact.place}) is no share of 100") for r in kept if r not in fit
    )
    least = max(order.rule.minimum, 2)
    if len(fit) < least:
        return order.refusal(f"it takes {least} answers, and finds {len(fit) or 'none'}", remarks)
    surveys = [list(group) for _, group in groupby(fit[:_MOST], key=lambda r: (r.quantity.period, _body(r)))]
    if len(fit) > _MOST:
        remarks += (order.remark(f"{len(fit) - _MOST} further answers are not drawn: a chart holds {_MOST}"),)
    said = [_survey(order, survey[0]) for survey in surveys]
    panels = [
        Panel(title[:1].upper() + title[1:] if len(surveys) > 1 else "", tuple(r.datum(r.label) for r in survey))
        for title, survey in zip(said, surveys, strict=True)
    ]
    of = said[0] if len(said) == 1 else titles(fit, order.words)
    subtitle = (of, phrase(order.words, "percent"), phrase(order.words, "separate-questions"))
    return order.chart(subtitle, *panels), remarks


def _body(reading: Reading) -> str:
    """Name who asked, in the source's words; empty where the source does not say."""
    return " ".join(reading.fact.attribution.speaker.split()) if reading.fact.attribution else ""


def _survey(order: Order, reading: Reading) -> str:
    """Name a survey by body and month, either said to be missing where it is."""
    period = say_period(reading.windows, order.words)
    body = _body(reading) or phrase(order.words, "body-unstated")
    return body if reading.windows and period in body else f"{body}, {period}"


def draw(chart: Chart, sheet: Sheet) -> None:
    """Draw bars from 0 to 100."""
    draw_rows(chart, sheet, top=100.0)
