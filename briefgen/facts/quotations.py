"""Text → its balanced quotations and brackets. One that is never closed, or was never opened, is none."""

from __future__ import annotations

import re

from briefgen.model.source import Span

_PAIRS = {"“": "”", "„": "“”", "«": "»", "‘": "’", "「": "」", "『": "』", "(": ")", "[": "]", "（": "）", "《": "》"}
_SIGN = re.compile(r"[“”„«»「」『』()\[\]（）《》‘’\"']")
_ENDS = ".!?,;…"


def find(text: str, start: int, end: int) -> list[Span]:
    """Find what stands in balanced quotation marks or brackets between two offsets, marks included, by their ends."""
    opened: list[tuple[str, int]] = []
    found: list[Span] = []
    for match in _SIGN.finditer(text, start, end):
        sign, at = match.group(), match.start()
        if sign in "’'" and _is_apostrophe(text, start, end, at):
            continue
        if sign in "\"'":
            sign = _directed(text, start, end, at, opened)
        depth = _partner(sign, opened)
        if depth is None:
            if sign in _PAIRS or sign in ('"<', "'<"):
                opened.append((sign, at))
        elif not (sign in "’'" and _is_possessive(text, at, end)):
            found.append(Span(opened[depth][1], at + 1))
            del opened[depth:]
    return found


def _is_apostrophe(text: str, start: int, end: int, at: int) -> bool:
    """Tell "China’s" and "’90s" from a closing mark."""
    after = text[at + 1] if at + 1 < end else " "
    if not after.isalnum():
        return False
    before = text[at - 1] if at > start else " "
    return before.isalnum() or text[at] == "’" or after.isdigit()


def _directed(text: str, start: int, end: int, at: int, opened: list[tuple[str, int]]) -> str:
    """Tell which way a straight mark looks: ``"<`` opens, ``"`` closes."""
    sign = text[at]
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    opens = (before.isspace() or before in "([—–-«“") and not after.isspace()
    is_open = any(mark == sign + "<" for mark, _ in opened)
    return sign if is_open and not (opens and before.isspace()) else sign + "<" if opens else sign


def _partner(sign: str, opened: list[tuple[str, int]]) -> int | None:
    """Find the innermost opening mark that a sign closes."""
    for depth in range(len(opened) - 1, -1, -1):
        mark = opened[depth][0]
        if sign in _PAIRS.get(mark, mark[0]) and mark != sign:
            return depth
    return None


def _is_possessive(text: str, at: int, end: int) -> bool:
    """Tell "the leaders’ summit" inside a quotation, which is closed further on behind a stop."""
    if text[at - 1] != "s" or not text[at + 1 : at + 3].strip()[:1].islower():
        return False
    mark = text[at]
    later = text.find(mark, at + 1, end)
    while later >= 0 and later + 1 < end and text[later + 1].isalnum():
        later = text.find(mark, later + 1, end)
    return later >= 0 and text[later - 1] in _ENDS and "‘" not in text[at:later]
