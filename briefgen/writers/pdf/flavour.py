"""The one place that says which kinds of PDF ours are."""

from __future__ import annotations

from typing import Final

VERSION: Final = (1, 7)
UNIVERSAL: Final = "1"
"""PDF/UA part."""


def archival(with_files: bool) -> tuple[str, str]:
    """Give PDF/A part and conformance: only part 3 lets files of any kind be attached."""
    return ("3", "A") if with_files else ("2", "A")
