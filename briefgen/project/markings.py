"""Marking of a source and the one asked for → the marking of the paper. It may be raised, never lowered."""

from __future__ import annotations

import re

from briefgen.errors import EditorialError

LADDERS = (
    ("unclassified", "official", "official sensitive", "restricted", "confidential", "secret", "top secret"),
    ("tlp clear", "tlp green", "tlp amber", "tlp amber strict", "tlp red"),
)
"""Markings that can be told higher and lower, lowest first; any other pair cannot, and is not guessed at."""


def settle_marking(asked: str, where: str, sources: str) -> str:
    """Choose the marking of a paper.

    Args:
        asked: what an option, the environment or the project file says; empty where none does.
        where: which of them.
        sources: the marking of the source; empty where it has none.

    Raises:
        EditorialError: what is asked for is lower than the source's, or cannot be told to be higher.
    """
    if not asked or not sources:
        return asked or sources
    if _holds(asked, sources) or _higher(_plain(asked), _plain(sources)):
        return asked
    raise EditorialError(
        where, f"“{asked}” would lower the source's marking “{sources}”", "ask for that or a higher one"
    )


def _holds(asked: str, sources: str) -> bool:
    """Tell whether a marking says the source's, word for word: "CLASSIFIED" is not in "UNCLASSIFIED"."""
    return re.search(rf"(?<!\w){re.escape(sources)}(?!\w)", asked, re.IGNORECASE) is not None


def _higher(asked: str, sources: str) -> bool:
    return any(
        asked in ladder and sources in ladder and ladder.index(asked) > ladder.index(sources) for ladder in LADDERS
    )


def _plain(marking: str) -> str:
    return " ".join(re.findall(r"\w+", marking.casefold()))
