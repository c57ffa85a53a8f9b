"""Shares, wants → widths of a table's columns: what one does not need goes to those that lack least."""

from __future__ import annotations

from collections.abc import Sequence


def share_out(shares: Sequence[float], wanted: Sequence[float], room: float) -> list[float]:
    """Share a measure out.

    Args:
        shares: how it is shared where every column holds what it wants.
        wanted: width at which each column holds all its cells on one line, in the unit of room.
        room: what there is for all columns together.
    """
    widths = [room * share / sum(shares) for share in shares]
    surplus = [max(0.0, width - want) for width, want in zip(widths, wanted, strict=True)]
    spare, given = sum(surplus), 0.0
    for number in sorted(range(len(widths)), key=lambda n: wanted[n] - widths[n]):
        share = min(max(0.0, wanted[number] - widths[number]), spare - given)
        widths[number] += share
        given += share
    return [width - given * over / spare for width, over in zip(widths, surplus, strict=True)] if given else widths
