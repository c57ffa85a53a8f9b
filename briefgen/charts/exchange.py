"""Who gives whom what → two columns of the source's phrases. No order, no amount: the source gives none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefgen.charts.canvas import Sheet
from briefgen.charts.composition import Order, Outcome, evidence
from briefgen.charts.flows import Flow, find_flows
from briefgen.editorial.phrases import phrase
from briefgen.model.chart import Chart, Panel, Phrase
from briefgen.model.fact import Fact
from briefgen.model.scripts import on_one_line

_MOST = 12
"""Phrases of a column."""
_BETWEEN = 28.0
_LINE = 12.0
_GAP = 6.0


@dataclass(frozen=True, slots=True)
class _Told:
    """One flow and the fact that tells it, its ends by the names they are best known by."""

    flow: Flow
    fact: Fact
    ends: tuple[str, str]


def compose(order: Order) -> Outcome:
    """Set what two give each other side by side; refused where the source tells one side only."""
    told = [
        _Told(flow, fact, (_known(order, flow.giver), _known(order, flow.taker)))
        for fact in order.selection.facts
        if fact.kind == "fact"
        for flow in find_flows(order.text, fact.span)
    ]
    # Half of another theme's exchange beside a whole one of this would say that the other half is not there.
    own = [t for t in told if t.fact.theme_names[:1] == (order.selection.theme,)]
    told = own if _pair(own) else told
    pair = _pair(told)
    if pair is None:
        return order.refusal("no two are said, in plain statements, to supply each other")
    sides = [[t for t in told if t.ends == ends] for ends in (pair, pair[::-1])]
    panels = tuple(_panel(order, side) for side in sides)
    if any(len(panel.phrases) > _MOST for panel in panels):
        return order.refusal(f"a column holds {_MOST} phrases, and there are more")
    others = tuple(
        order.remark(f"what {t.flow.giver} supplies to {t.flow.taker} (para. {t.fact.place}) stands in no column")
        for t in told
        if set(t.ends) != set(pair)
    )
    return order.chart((phrase(order.words, "exchange"),), *panels), others


def _pair(told: Sequence[_Told]) -> tuple[str, str] | None:
    """Find the first two that are told to give each other something."""
    return next((t.ends for t in told if any(o.ends == t.ends[::-1] for o in told)), None)


def _known(order: Order, name: str) -> str:
    """Give the name somebody confirmed for what the source calls so; the name itself where nobody did."""
    entities = order.selection.base.dossier.entities
    return next((entity.name for entity in entities if name in entity.names), name)


def _panel(order: Order, side: Sequence[_Told]) -> Panel:
    first = side[0].flow
    title = phrase(order.words, "exchange-column", giver=first.giver, taker=first.taker)
    return Panel(title, phrases=tuple(p for told in side for p in _phrases(order, told)))


def _phrases(order: Order, told: _Told) -> Iterable[Phrase]:
    for span in told.flow.items:
        yield Phrase(on_one_line(span.of(order.text)), span, evidence(told.fact, span))


def draw(chart: Chart, sheet: Sheet) -> None:
    """Draw the columns, each under its heading and a rule."""
    wide = (sheet.width - _BETWEEN) / 2
    heads = [sheet.wrap(panel.title, wide, 10, bold=True) for panel in chart.panels]
    top = max(map(len, heads)) * _LINE + 4
    feet = []
    for number, (panel, head) in enumerate(zip(chart.panels, heads, strict=True)):
        x = number * (wide + _BETWEEN)
        sheet.write_lines(x, 2, head, 10, bold=True, va="top")
        sheet.line(x, top + 4, x + wide, top + 4, accent=True)
        feet.append(_column(sheet, panel, x, top + 12, wide))
    sheet.close(max(feet))


def _column(sheet: Sheet, panel: Panel, x: float, y: float, wide: float) -> float:
    """Write the phrases of one column, a hairline below each; gives where it ends."""
    for item in panel.phrases:
        lines = sheet.wrap(item.text, wide, 9.5)
        sheet.write_lines(x, y, lines, 9.5, va="top")
        y += len(lines) * 9.5 * 1.2 + _GAP
        sheet.line(x, y - _GAP / 2 + 1, x + wide, y - _GAP / 2 + 1, behind=True)
        y += 2
    return y
