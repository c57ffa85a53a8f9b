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
    """Number figures and tables from 1 in the order they stand."""
    figures, tables = count(1), count(1)
    names: dict[str, int] = {}

    def number(block: Block) -> Block:
        match block:
            case Figure():
                at = names[block.plate.chart.name] = next(figures)
                return replace(block, number=at)
            case Table():
                return replace(block, number=next(tables))
            case Callout():
                return replace(block, blocks=tuple(number(b) for b in block.blocks))
            case _:
                return block

    set_ = tuple(replace(part, blocks=tuple(number(b) for b in part.blocks)) for part in parts)
    figure = wording.text("labels.figure")
    return tuple(replace(p, blocks=tuple(_pointed(b, names, figure) for b in p.blocks)) for p in set_)


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
