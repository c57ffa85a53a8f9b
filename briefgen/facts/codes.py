"""Sentence → its pieces that are code. A manual is full of them; a paper for people who decide is not."""

from __future__ import annotations

import re

_CODE = re.compile(
    r"\w_|_\w|[{}|\\]|\(\)|::|->|==|;;|[<>]\w|\w[<>]|^--?[a-z]\w|^[/~]\w|^\$[A-Za-z]|^#[a-z]"
    r"|[A-Za-z]\w*/\w+/|[A-Za-z]\w*:\w+:"
)
"""What no word of prose holds."""
_ADDRESS = re.compile(r"://|www\.|\w@\w")
CODED = 0.4
"""Share of its words in code from which a sentence is code."""


def code_of(words: str) -> list[str]:
    """List the pieces of a sentence that are code: names of functions, options, paths."""
    return [piece for piece in words.split() if _CODE.search(piece) and not _ADDRESS.search(piece)]


def is_code(words: str) -> bool:
    """Tell whether a sentence is code rather than prose."""
    return share_of_code(words) >= CODED


def share_of_code(words: str) -> float:
    """Give the share of a sentence that is code."""
    return len(code_of(words)) / max(1, len(words.split()))
