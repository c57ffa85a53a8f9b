"""Words in one string → a tuple or set of them. Long lists stay readable where they are written."""

from __future__ import annotations


def listed(words: str) -> tuple[str, ...]:
    """Part a string at its blanks."""
    return tuple(words.split())


def collected(words: str) -> frozenset[str]:
    """Make a set of the words of a string."""
    return frozenset(words.split())
