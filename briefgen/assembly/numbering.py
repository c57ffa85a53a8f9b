"""Parts in order → parts with their figures and tables numbered, and every pointer to a chart given its number."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from briefgen.editorial.wording import Wording
from briefgen.model.brief import (
    Block,
    Bullets,
    Callout,
    Emphasis,
    Figure,
    Heading,
    Inlines,
    KeyFigures,
    Paragraph,
    Part,
    Reference,
    Table,
)


def numbered(parts: tuple[Part, ...], wording: Wording) -> tuple[Part, ...]:
    """Number figures and tables from 1 in the order they stand; tables of charts' data stand in the charts' order."""
    figures = (b for part in parts for b in part.blocks if isinstance(b, Figure))
    names = {figure.plate.chart.name: at for at, figure in enumerate(figures, start=1)}
    tables = count(1)

    def number(block: Block) -> Block:
        match block:
            case Figure():
                return replace(block, number=names[block.plate.chart.name])
            case Table():
                return replace(block, number=next(tables))
            case Callout():
                return replace(block, blocks=tuple(number(b) for b in block.blocks))
            case _:
                return block

    parts = tuple(replace(part, blocks=_in_order(part.blocks, names)) for part in parts)
    set_ = tuple(replace(part, blocks=tuple(number(b) for b in part.blocks)) for part in parts)
    figure = wording.text("labels.figure")
    return tuple(replace(p, blocks=tuple(_pointed(b, names, figure) for b in p.blocks)) for p in set_)


def _in_order(blocks: tuple[Block, ...], names: dict[str, int]) -> tuple[Block, ...]:
    """Set the tables that hold charts' data in the order of the charts; all else stays in its place."""
    charted = [n for n, block in enumerate(blocks) if isinstance(block, Table) and _chart_of(block) in names]
    made = list(blocks)
    for at, block in zip(charted, sorted((blocks[n] for n in charted), key=lambda b: names[_chart_of(b)]), strict=True):
        made[at] = block
    return tuple(made)


def _chart_of(block: Block) -> str:
    """Name the chart whose data a table holds; empty for none."""
    targets = (i.target for i in block.title if isinstance(i, Reference)) if isinstance(block, Table) else ()
    return next((target.partition(":")[2] for target in targets if target.startswith("chart:")), "")


def _pointed(block: Block, names: dict[str, int], word: str) -> Block:
    def point(inlines: Inlines) -> Inlines:
        return tuple(
            _numbered_reference(i, names, word) if isinstance(i, Reference)
            else Emphasis(point(i.inlines)) if isinstance(i, Emphasis) else i
            for i in inlines
        )  # fmt: skip

    match block:
        case Heading() | Paragraph():
            return replace(block, inlines=point(block.inlines))
        case Bullets():
            return replace(block, items=tuple(point(item) for item in block.items))
        case Callout():
            return replace(block, blocks=tuple(_pointed(b, names, word) for b in block.blocks))
        case Table():
            return replace(block, title=point(block.title))
        case Figure() | KeyFigures():
            return block


def _numbered_reference(reference: Reference, names: dict[str, int], word: str) -> Reference:
    kind, _, name = reference.target.partition(":")
    if kind != "chart":
        return reference
    return Reference(f"figure-{names[name]}", f"{word} {names[name]}")
