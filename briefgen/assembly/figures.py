"""Chosen values → key figures: as the source prints them, with what, when and where."""

from __future__ import annotations

from briefgen.assembly.citing import cite
from briefgen.assembly.evidence import ground, name_ground
from briefgen.assembly.workshop import Strand, Workshop
from briefgen.model.brief import KeyFigures, Part, Tile
from briefgen.model.fact import Fact, Point, Series
from briefgen.model.source import Span


def make_key_figures(shop: Workshop) -> Part | None:
    """Make the key figures; None where there are none."""
    tiles = tuple(_tile(shop, strand, *chosen) for strand in shop.strands for chosen in strand.selection.figures)
    title, _ = shop.titled("titles.key-figures")
    return Part("key-figures", title, (KeyFigures(tiles),)) if tiles else None


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
