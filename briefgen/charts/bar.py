"""Values of one measure over time → bars from zero. Parts of years stand in panels of their own, on one scale."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefgen.charts.canvas import Sheet
from briefgen.charts.columns import draw_columns
from briefgen.charts.composition import Order, Outcome, Reading, readings, titles, unprinted
from briefgen.charts.rows import compose_rows, draw_rows
from briefgen.charts.values import base_value, printed, unit_of
from briefgen.editorial.periods import Window, follows, parse, say, say_months
from briefgen.editorial.phrases import Wording, phrase
from briefgen.errors import Remark
from briefgen.model.chart import Chart, Datum, Evidence, Panel
from briefgen.model.fact import Quantity

_MOST = 12
Like = tuple[str, int, int]
"""What makes two windows comparable: kind, first and last month."""


def compose(order: Order) -> Outcome:
    """Set out values over time; several things counted over one common window become rows."""
    kept, remarks = readings(order)
    if _of_one_window(kept):
        return compose_rows(order, kept, remarks)
    groups, more = _grouped(order, kept)
    remarks += more
    panels = [_panel(order, like, groups[like]) for like in sorted(groups, key=lambda like: like[0] != "year")]
    count = sum(len(panel.data) for panel in panels)
    if count < max(order.rule.minimum, 2):
        return order.refusal(
            f"it takes {max(order.rule.minimum, 2)} values that can be drawn, and finds {count or 'none'}", remarks
        )
    if all(len(panel.data) < 2 for panel in panels):
        return order.refusal("no two values cover comparable periods", remarks)
    if not any(d.value for panel in panels for d in panel.data):
        return order.refusal("every value is zero", remarks)
    largest = max((d for panel in panels for d in panel.data), key=lambda d: d.value)
    span = _span([w for d in (d for p in panels for d in p.data) for w in parse(d.period)], order.words)
    return order.chart((titles(kept, order.words), unit_of(largest.printed), span), *panels), remarks


def _of_one_window(kept: Sequence[Reading]) -> bool:
    """Tell whether the values count several things over one time rather than follow one thing through time."""
    windows = [reading.windows for reading in kept if reading.windows]
    if len(set(windows)) == 1:
        return len(windows) > 1
    return len(windows) > 1 and all(len(w) != 1 or _like(w[0]) is None for w in windows)


def _like(window: Window) -> Like | None:
    """Name the kind of a window; None where nothing can honestly stand beside it in a bar."""
    if window.whole_year:
        return ("year", 1, 12)
    months = window.months
    if months is None:
        return None
    first, last = months
    if first == last:
        return ("month", 0, 0)
    return ("quarter", 0, 0) if (last - first, first % 3) == (2, 1) else ("part", first, last)


def _grouped(order: Order, kept: Sequence[Reading]) -> tuple[dict[Like, list[Reading]], tuple[Remark, ...]]:
    """Sort values by kind of window; what has no plain window, or two values for one, is left out and named."""
    groups: dict[Like, list[Reading]] = {}
    remarks: list[Remark] = []
    for reading in kept:
        windows = reading.windows
        like = _like(windows[0]) if len(windows) == 1 else None
        where = f"“{reading.printed}” (para. {reading.fact.place})"
        if like is None:
            remarks.append(order.remark(f"{where} speaks of no single year or part of a year and is not drawn"))
            continue
        twins = [r for r in groups.get(like, []) if r.windows == windows]
        if not twins:
            groups.setdefault(like, []).append(reading)
        elif twins[0].value != reading.value:
            groups[like].remove(twins[0])
            remarks.append(order.remark(f"{where} and “{twins[0].printed}” are given for one period: neither is drawn"))
    for group in groups.values():
        group.sort(key=_beginning)
        if len(group) > _MOST:
            remarks.append(order.remark(f"{len(group) - _MOST} earlier values are not drawn: a chart holds {_MOST}"))
            del group[:-_MOST]
    return {like: group for like, group in groups.items() if group}, tuple(remarks)


def _beginning(reading: Reading) -> tuple[int, int, int]:
    first = reading.windows[0].first
    return (0, 0, 0) if first is None else (first.year, first.month, first.day)


def _panel(order: Order, like: Like, group: Sequence[Reading]) -> Panel:
    data: list[Datum] = []
    for reading in group:
        change = _change(reading)
        data.append(reading.datum(say(reading.windows[0], order.words), _growth(order, change)))
        before = _before(order, reading, change, group)
        if before:
            data.insert(len(data) - 1, before)
    kind, first, last = like
    title = phrase(order.words, f"panel-{kind}", span=say_months((max(first, 1), max(last, 1)), order.words))
    return Panel(title, tuple(data), gap=_gap(order, data, kind))


def _change(reading: Reading) -> Quantity | None:
    """Find the growth that the same sentence states for the same period, if it has but one level and one growth."""
    own = reading.quantity
    changes = [
        q
        for q in reading.fact.quantities
        if q.direction in ("change+", "change-") and q.unit == "percent" and q.base_period and q.upper is None
        and q.period in ("", own.period) and q.value is not None
    ]  # fmt: skip
    levels = [
        q for q in reading.fact.quantities if (q.currency, q.unit, q.period) == (own.currency, own.unit, own.period)
    ]
    return changes[0] if len(changes) == 1 and len(levels) == 1 else None


def _growth(order: Order, change: Quantity | None) -> str:
    """Say a growth by its base: "7.5 percent above May–July 1887"."""
    base = parse(change.base_period) if change else ()
    if change is None or len(base) != 1:
        return ""
    return phrase(order.words, change.direction, change=printed(change, order.text), base=say(base[0], order.words))


def _before(order: Order, reading: Reading, change: Quantity | None, group: Sequence[Reading]) -> Datum | None:
    """Derive the value a stated growth counts from, where the rule allows it and the source does not give it."""
    base = parse(change.base_period) if change else ()
    if not order.rule.derived or change is None or len(base) != 1 or change.hedge or reading.quantity.hedge:
        return None
    given = any(r.windows == base for r in group)
    derived = base_value(reading.quantity, change, order.text, order.words)
    if given or derived is None or _like(base[0]) != _like(reading.windows[0]):
        return None
    value, said, working = derived
    label = say(base[0], order.words)
    fact = reading.fact
    return Datum(label, value, said, change.base_period, Evidence(fact.id, fact.place, ()), working)


def _gap(order: Order, data: Sequence[Datum], kind: str) -> str:
    """Name the years between full years of which the source gives no value; other times are not named one by one."""
    windows = [w for d in data for w in parse(d.period)]
    if kind != "year":
        return "" if all(follows(a, b) for a, b in pairwise(windows)) else phrase(order.words, "gap-other")
    elsewhere = {w.whole_year for q in unprinted(order) for w in parse(q.period)}
    missing = [run for run in gaps([d.period for d in data]) if not elsewhere.intersection(range(run[0], run[1] + 1))]
    years = ", ".join(f"{a}–{b}" if a < b else f"{a}" for a, b in missing)
    return phrase(order.words, "gap", years=years) if years else ""


def gaps(periods: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Find the runs of whole years missing between whole years in order."""
    years = [w.whole_year for period in periods for w in parse(period)]
    return tuple((a + 1, b - 1) for a, b in pairwise(years) if b - a > 1)


def _span(windows: Sequence[Window], words: Wording) -> str:
    """Say from when to when a chart reaches."""
    first = min((w.first for w in windows if w.first), default=None)
    last = max((w.last for w in windows if w.last), key=lambda m: m.closing, default=None)
    return say(Window(first, last), words) if first and last else phrase(words, "unstated")


def draw(chart: Chart, sheet: Sheet, words: Wording) -> None:
    """Draw columns over time, or rows where the chart counts several things over one window."""
    if len(chart.panels) == 1 and len({d.period for d in chart.panels[0].data}) == 1:
        draw_rows(chart, sheet)
    else:
        draw_columns(chart, sheet, phrase(words, "derived"))
