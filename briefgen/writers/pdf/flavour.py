"""The one place that says which kinds of PDF ours are."""

from __future__ import annotations

from typing import Final

VERSION: Final = (1, 7)
ARCHIVAL: Final = ("2", "A")
"""PDF/A part and conformance."""
UNIVERSAL: Final = "1"
"""PDF/UA part."""
