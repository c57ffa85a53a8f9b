"""Characters grouped as they were drawn → grouped as they are read: what was drawn later goes into the gap it fills.

Some programs draw a paragraph first and its bold words and links after it. Left there, "must not" would stand at the
foot of the page, and the sentence would say the contrary.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

Character = dict[str, Any]

APART = 1.0
"""Blank, as a share of the size, from which on two pieces of one group are looked at one by one."""
BESIDE = 0.45
"""Blank, as a share of the size, up to which a piece belongs to the line beside it; columns stand further apart."""
HANGING = 3.0
"""The same for the bullet before an item."""
OVERLAP = 0.4
"""Share of the lower of two heights by which what stands on one line overlaps."""
_BULLETS = frozenset("•◦▪‣·")


@dataclass(eq=False)
class _Group:
    """Characters drawn one after the other on one line."""

    characters: list[Character]
    top: float
    bottom: float
    grown: bool = False

    @property
    def printed(self) -> list[Character]:
        return [c for c in self.characters if c["text"].strip()]


def set_in(groups: Iterator[list[Character]]) -> Iterator[list[Character]]:
    """Put what was drawn apart from its line back into it; all else stays as it was drawn."""
    lines = [_group(characters) for characters in groups]
    lines = [line for line in lines if line.printed]
    for place in range(len(lines) - 1, -1, -1):
        for piece in _pieces(lines[place]):
            host = next((n for n in range(len(lines)) if n != place and _holds(lines[n], piece)), None)
            if host is not None:
                _move(piece, lines[place], lines[host])
    for line in lines:
        if line.characters:
            yield sorted(line.characters, key=itemgetter("x0")) if line.grown else line.characters


def _group(characters: list[Character]) -> _Group:
    printed = [c for c in characters if c["text"].strip()] or characters
    return _Group(characters, min(c["top"] for c in printed), max(c["bottom"] for c in printed))


def _pieces(group: _Group) -> list[_Group]:
    """Cut a group where a blank, or a step back, is wider than one inside a line."""
    pieces: list[list[Character]] = []
    for character in group.printed:
        last = pieces[-1][-1] if pieces else None
        if last is None or not -BESIDE < (character["x0"] - last["x1"]) / last["size"] < APART:
            pieces.append([])
        pieces[-1].append(character)
    return [_group(piece) for piece in pieces]


def _holds(line: _Group, piece: _Group) -> bool:
    """Tell whether a piece stands on a line, beside its characters and upon none of them."""
    low = min(line.bottom - line.top, piece.bottom - piece.top)
    if not line.characters or min(line.bottom, piece.bottom) - max(line.top, piece.top) <= OVERLAP * low:
        return False
    left, right = piece.characters[0]["x0"], piece.characters[-1]["x1"]
    size = piece.characters[0]["size"]
    hanging = len(piece.characters) == 1 and piece.characters[0]["text"] in _BULLETS
    nearest = float("inf")
    for character in line.printed:
        before, after = left - character["x1"], character["x0"] - right
        if max(before, after) < -0.1 * size:
            return False
        nearest = min(nearest, after if hanging and after >= 0 else max(before, after))
    return bool(nearest <= (HANGING if hanging else BESIDE) * size)


def _move(piece: _Group, source: _Group, host: _Group) -> None:
    moved = set(map(id, piece.characters))
    source.characters = [c for c in source.characters if id(c) not in moved]
    if not source.printed:
        source.characters = []
    # The blanks drawn where the piece stands would part it from what is beside it.
    left, right = piece.characters[0]["x0"], piece.characters[-1]["x1"]
    kept = [c for c in host.characters if c["text"].strip() or not left < (c["x0"] + c["x1"]) / 2 < right]
    host.characters = [*kept, *piece.characters]
    host.top, host.bottom = min(host.top, piece.top), max(host.bottom, piece.bottom)
    host.grown = True
