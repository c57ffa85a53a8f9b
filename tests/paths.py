"""Where the checkout's folders are."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parent.parent
TEMPLATES = ROOT / "templates"
ARTICLE = ROOT / "data" / "china-russia" / "source.txt"
GOLD = ROOT / "tests" / "gold"
