"""Parts, order → the parts with all charts together, where a template has a place for charts of their own."""

from __future__ import annotations

from dataclasses import replace

from briefgen.model.brief import Figure, Part


def part_charts(parts: tuple[Part, ...], order: tuple[str, ...], title: str) -> tuple[Part, ...]:
    """Take the charts out of the body and set them as a part of their own; without its place nothing moves."""
    figures = tuple(b for part in parts if part.name == "sections" for b in part.blocks if isinstance(b, Figure))
    if "charts" not in order or not figures:
        return parts
    rest = tuple(
        replace(part, blocks=tuple(b for b in part.blocks if b not in figures)) if part.name == "sections" else part
        for part in parts
    )
    before = order[: order.index("charts")]
    at = sum(part.name in before for part in rest)
    return *rest[:at], Part("charts", title, figures), *rest[at:]
