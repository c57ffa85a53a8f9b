"""Chart → words for those who cannot see it: kind, what, message, values, in 30 to 250 characters."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.charts.periods import parse, say
from briefgen.model.chart import Chart, Datum, Event

_MOST = 250


def describe(chart: Chart, words: Mapping[str, str]) -> str:
    """Describe a chart; values that do not fit are counted, and stand in the paper's table."""
    opening = f"{words[f'kind-{chart.kind}']}: {chart.title}."
    if len(opening) > _MOST // 2:
        opening = f"{words[f'kind-{chart.kind}']}."
    data = [
        _value(datum, panel.title if len(chart.panels) > 1 else "") for panel in chart.panels for datum in panel.data
    ]
    values = data + [_event(event, words) for panel in chart.panels for event in panel.events]
    gaps = [panel.gap for panel in chart.panels if panel.gap]
    for count in range(len(values), -1, -1):
        more = [words["more"].format(count=len(values) - count)] if count < len(values) else []
        for short in (False, True):
            subtitle = "" if short else f" {chart.subtitle}."
            said = f"{opening}{subtitle} {'; '.join([*values[:count], *more, *gaps])}.".replace("..", ".")
            if len(said) <= _MOST:
                return said
    return opening


def _value(datum: Datum, panel: str) -> str:
    note = f" ({datum.note})" if datum.note else ""
    return f"{datum.label}: {datum.printed}{note}"


def _event(event: Event, words: Mapping[str, str]) -> str:
    window = parse(event.start if event.start == event.end else f"{event.start}/{event.end}")
    return f"{', '.join(say(w, words) for w in window)}: {event.label}"
