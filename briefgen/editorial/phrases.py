"""Wording of the paper's language → our own labels in a chart. The source's words fill holes as names or values."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.errors import EditorialError
from briefgen.sandbox import fill

Wording = Mapping[str, str]
"""The tables ``dates`` and ``chart`` of a wording file, and ``month-1`` to ``month-12``."""


def phrase(words: Wording, name: str, **values: object) -> str:
    """Fill one of our own phrases.

    Raises:
        EditorialError: the wording has no such phrase, or it cannot be filled.
    """
    if name not in words:
        raise EditorialError("wording", f"has no sentence “{name}” for charts", "copy it from the shipped wording file")
    return fill(f"wording, {name}", words[name], values)
