"""Series → key figures: values as the source prints them, with what, when and where, but for what a chart shows."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.assembly.citing import cite
from briefgen.assembly.evidence import ground, name_ground
from briefgen.assembly.workshop import Strand, Workshop
from briefgen.model.brief import KeyFigures, Part, Tile
from briefgen.model.chart import Datum
from briefgen.model.fact import Fact, Point, Series
from briefgen.model.source import Span

_MOST, _LEAST = 6, 2


def make_key_figures(shop: Workshop) -> Part | None:
    """Make the key figures; None where fewer than two are left to show."""
    tiles = [tile for strand in shop.strands for tile in _tiles(shop, strand)][:_MOST]
    if len(tiles) < _LEAST:
        return None
    return Part("key-figures", shop.wording.text("titles.key-figures"), (KeyFigures(tuple(tiles)),))


def _tiles(shop: Workshop, strand: Strand) -> Iterator[Tile]:
    printed = {f.id for f in strand.selection.facts}
    drawn = [d for p in strand.plates for panel in p.chart.panels for d in panel.data]
    wanted = strand.theme.figures or tuple(m.name for m in strand.theme.measures)
    for name in wanted:
        series = shop.base.of_measure(name)
        points = [p for p in series.points if p.fact in printed] if series else []
        if series and points and not any(_shows(shop, datum, p) for datum in drawn for p in points):
            yield _tile(shop, strand, series, max(points, key=lambda p: p.quantity.period))


def _shows(shop: Workshop, datum: Datum, point: Point) -> bool:
    """Tell whether a bar stands for a value, or says it beside itself as a growth."""
    said = point.quantity.span.of(shop.source.text)
    return datum.evidence.fact == point.fact and (datum.value == point.quantity.value or said in datum.note)


def _tile(shop: Workshop, strand: Strand, series: Series, point: Point) -> Tile:
    fact, quantity = shop.base.by_id[point.fact], point.quantity
    title = shop.wording.title(strand.theme.name, series.measure, series.title)
    period = shop.wording.period(quantity.period)
    return Tile(
        cite(shop.source, _with_hedge(shop.source.text, fact, quantity.span, quantity.hedge), ()),
        (shop.wording.plain(point.label or title, (fact.id,)),),
        (shop.wording.plain(period, (fact.id,)),),
        name_ground(ground(fact, quantity.span), shop.wording),
    )


def _with_hedge(text: str, fact: Fact, span: Span, hedge: str) -> Span:
    """Take in the hedge that stands before a number: "over 30" must not be shown as 30."""
    at = text.casefold().rfind(hedge.casefold(), fact.span.start, span.start) if hedge else -1
    return Span(at, span.end) if at >= 0 else span
