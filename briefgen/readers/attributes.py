"""What a file writes where a number is due → a number within bounds. Foreign files write anything anywhere."""

from __future__ import annotations

MOST = 1000
"""Largest count taken at its word: columns a cell spans, blanks in a row."""


def count_of(text: str | None, default: int = 1, most: int = MOST) -> int:
    """Read a count of at least one; what is none is the default."""
    written = (text or "").strip()
    if not (written.isascii() and written.isdecimal() and len(written) < 10):
        return default
    return min(max(1, int(written)), most)
