"""What both typeset outputs decide alike on a table: how wide its columns are, and which rows may stand alone."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.model.inlines import Inlines, plain

_TALL = 350
"""Characters in a cell from which its row takes so many lines that alone on a page it is no stray line."""


def is_tall(row: Sequence[Inlines]) -> bool:
    """Tell whether a row may stand alone at the head or the foot of a page."""
    return max((len(plain(cell)) for cell in row), default=0) >= _TALL


def share_out(shares: Sequence[float], wanted: Sequence[float], room: float) -> list[float]:
    """Share a measure out: what one column does not need goes to those that lack least.

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
