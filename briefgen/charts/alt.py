"""Chart → words for those who cannot see it: kind, what, message, values, in 30 to 250 characters."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.editorial.periods import parse, say
from briefgen.editorial.phrases import Wording, phrase
from briefgen.model.chart import Chart, Event

_MOST = 250


def describe(chart: Chart, words: Wording) -> str:
    """Describe a chart as fully as 250 characters hold; what does not fit is said to stand in the paper's table."""
    return next(said for said in _descriptions(chart, words) if len(said) <= _MOST)


def _descriptions(chart: Chart, words: Wording) -> Iterator[str]:
    """Give descriptions from the fullest to the shortest."""
    kind = phrase(words, f"kind-{chart.kind}")
    opening = f"{kind}: {chart.title}." if len(chart.title) <= _MOST // 2 else f"{kind}."
    gaps = [phrase(words, "gap-unnamed")] if any(panel.gap for panel in chart.panels) else []
    more = phrase(words, "more")
    full, brief = _values(chart, words, labels=True), _values(chart, words, labels=False)
    for values in (full, [*brief, more]):
        for subtitle in (f" {chart.subtitle}.", ""):
            yield f"{opening}{subtitle} {'; '.join([*values, *gaps])}."
    for count in range(len(brief) - 1, -1, -1):
        yield f"{opening} {'; '.join([*brief[:count], more, *gaps])}."
    yield f"{opening} {more}."


def _values(chart: Chart, words: Wording, *, labels: bool) -> list[str]:
    values = []
    for panel in chart.panels:
        for datum in panel.data:
            derived = f" {phrase(words, 'derived')}" if datum.derived else ""
            note = f" ({datum.note})" if datum.note and labels else ""
            values.append(f"{datum.label}: {datum.printed}{derived}{note}")
        if panel.phrases:
            values.append(f"{panel.title}: {', '.join(p.text for p in panel.phrases)}" if labels else panel.title)
        values += [f"{_date(e, words)}: {e.label}" if labels else _date(e, words) for e in panel.events]
    return values


def _date(event: Event, words: Wording) -> str:
    windows = parse(event.start if event.start == event.end else f"{event.start}/{event.end}")
    return ", ".join(say(window, words) for window in windows)
