"""Pieces → lines. Breaks at spaces, between Chinese characters, and inside a word only where no line could hold it.

Lines are chosen together (least sum of squared white space), not one after the other: a ragged edge
stays even, and no last word stands alone when a line above can spare one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from briefgen.fonts import letters
from briefgen.writers.pdf.pieces import Piece, merged

_SPACES: Final = " \u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u3000"
_HAN: Final = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_NEVER_FIRST: Final = "!%),.:;?\\]}’”‡›℃∶、。〃〆〕〗〞﹚﹜！＂％＇），．：；？］｀｜｝～〉》」』】〙〛…—·"
_NEVER_LAST: Final = "$(\\[{£¥‘“〈《「『【〔〖〝﹙﹛＄（．［｛￡￥"
_BREAK: Final = re.compile(
    f"(?<=[{_SPACES}])(?=[^{_SPACES}])|(?<=[{_HAN}])(?=[^{_NEVER_FIRST}{_SPACES}])(?<![{_NEVER_LAST}])"
    f"|(?<=[^{_NEVER_LAST}{_SPACES}])(?=[{_HAN}])(?![{_NEVER_FIRST}])|(?<=\u200b)"
)
"""Where a line may end. Kinsoku: no closing mark begins a line, no opening one ends it."""
_SPARE: Final = re.compile("(?<=[^\\W\\d][-\u2010–—/])(?=[^\\W\\d])|(?<=—)")
"""Where a long word may be parted before its letters are: after a dash between letters."""
_TIES: Final = (
    (re.compile(r"^\(?[a-z]{1,5}\. \n\d"), 0.3),
    (re.compile(r"\n[—–] |[÷×=+−] \n|\n[÷×=+−] "), 0.3),
    (re.compile(r"(?<!\S)\d{1,2} \n[A-Z][a-z]"), 0.1),
    (re.compile(r"\d \n[a-z]"), 0.04),
)
"""Where a line ends unwillingly, and what it costs: "para." before 9, before a dash, within a sum, within a date,
12.5 before billion."""
_SHORT, _SHORT_COST = 0.15, 0.1
"""A last line shorter than this share of the measure is avoided, at this cost."""
SHRINK, _STRETCH_COST, _TORN = 0.2, 0.2, 4.0
"""Share of its width that a blank of a justified line may lose; cost of blanks twice as wide; strain of a line that has
none."""
_STEPS: Final = 40
"""In so many steps a column is narrowed down to half of its width, to even lines out."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line, set."""

    pieces: tuple[Piece, ...]
    width: float
    """Of what is seen: a space at its end, kept for those who listen or copy, does not count."""


@dataclass(frozen=True, slots=True)
class _Word:
    """What no line break parts, with the space that follows it."""

    pieces: tuple[Piece, ...]
    width: float
    space: float


def break_lines(
    pieces: tuple[Piece, ...], first: float, rest: float, *, even: bool = False, justified: bool = False
) -> tuple[Line, ...]:
    """Break pieces into lines.

    Args:
        pieces: what to set.
        first: width of the first line, in points.
        rest: width of every other.
        even: whether all lines are to be about as long, as those of a heading are.
        justified: whether they will be filled up, or drawn together, to the full width.
    """
    words = _fitted(_words(pieces, _BREAK), min(first, rest))
    ends = _choose(words, first, rest, justified)
    if even and len(ends) > 1:
        ends = _evened(words, ends, first, rest)
    lines, start = [], 0
    for end in ends:
        chosen = words[start:end]
        width = sum(w.width + w.space for w in chosen) - (chosen[-1].space if chosen else 0)
        lines.append(Line(merged([piece for word in chosen for piece in word.pieces]), width))
        start = end
    return tuple(lines)


def _words(pieces: tuple[Piece, ...], breaks: re.Pattern[str]) -> list[_Word]:
    """Cut pieces where a line may end; a word may run over several pieces."""
    text = "".join(piece.text for piece in pieces)
    cuts = sorted({match.start() for match in breaks.finditer(text)} - {0})
    words: list[_Word] = []
    current: list[Piece] = []
    at, pending = 0, iter([*cuts, len(text) + 1])
    cut = next(pending)
    for piece in pieces:
        start = 0
        while cut <= at + len(piece.text):
            if cut - at > start:
                current.append(piece.cut(start, cut - at))
            words.append(_word(tuple(current)))
            current, start = [], cut - at
            cut = next(pending)
        if start < len(piece.text) or not piece.text:
            current.append(piece.cut(start))
        at += len(piece.text)
    return [*words, _word(tuple(current))] if current else words


def _word(pieces: tuple[Piece, ...]) -> _Word:
    full = sum(piece.width for piece in pieces)
    bare, white = 0.0, True
    for piece in reversed(pieces):
        seen = piece.text.rstrip(_SPACES) if white else piece.text
        bare += piece.width if seen == piece.text else piece.ink.face.width(seen, piece.ink.size)
        white = white and not seen
    return _Word(pieces, bare, full - bare)


def _fitted(words: list[_Word], room: float) -> list[_Word]:
    """Part the words that no line could hold: at dashes, else anywhere."""
    found: list[_Word] = []
    for word in words:
        if word.width <= room:
            found.append(word)
            continue
        for part in _words(word.pieces, _SPARE):
            found += [part] if part.width <= room else _crumbs(part, room)
    return found


def _crumbs(word: _Word, room: float) -> list[_Word]:
    """Part a word between any two letters, each part as long as it can be."""
    parts: list[list[Piece]] = [[]]
    used = 0.0
    for letter in (letter for piece in word.pieces for letter in _letters(piece)):
        if parts[-1] and used + letter.width > room:
            parts.append([])
            used = 0.0
        parts[-1].append(letter)
        used += letter.width
    return [_word(merged(part)) for part in parts]


def _letters(piece: Piece) -> Iterator[Piece]:
    at = 0
    for letter in letters(piece.text):
        yield piece.cut(at, at + len(letter))
        at += len(letter)


def _choose(words: list[_Word], first: float, rest: float, justified: bool = False) -> list[int]:
    """Choose the line ends: for each, the number of words before it."""
    shrink = SHRINK if justified else 0.0
    count, ties = len(words), _ties(words)
    best = [0.0] + [float("inf")] * count
    came = [0] * (count + 1)
    for start in range(count):
        room = first if start == 0 else rest
        used = blank = 0.0
        for end in range(start, count):
            used += words[end].width
            last = end + 1 == count
            if used > room + 0.001 + (0.0 if last else shrink * blank) and end > start:
                break
            cost = best[start] + ties[end]
            if justified and not last:
                cost += 1.0 + _STRETCH_COST * _strain(room - used, blank) ** 2
            else:
                cost += _cost(used, room, last=last, only=start == 0)
            if cost < best[end + 1]:
                best[end + 1], came[end + 1] = cost, start
            used += words[end].space
            blank += words[end].space
    ends, at = [], count
    while at > 0:
        ends.append(at)
        at = came[at]
    return ends[::-1]


def _evened(words: list[_Word], ends: list[int], first: float, rest: float) -> list[int]:
    """Choose the line ends for the narrowest column that takes no more lines than these."""
    widest = max(word.width for word in words)
    for narrower in range(_STEPS, 0, -1):
        share = 1 - narrower / (2 * _STEPS)
        if min(first, rest) * share >= widest:
            found = _choose(words, first * share, rest * share)
            if len(found) <= len(ends):
                return found
    return ends


def _cost(used: float, room: float, *, last: bool, only: bool) -> float:
    """Weigh a line: one for itself, so that there are few, then its white squared, or a last line's being short."""
    if not last:
        return 1.0 + max(room - used, 0.0) ** 2 / room**2
    return 1.0 if only else 1.0 + _SHORT_COST * max(0.0, 1 - used / (room * _SHORT))


def _strain(white: float, blank: float) -> float:
    """Say how far a justified line’s blanks are from their own width: 1 for twice as wide, half for the narrowest."""
    if white < 0:
        return white / (SHRINK * blank) / 2
    return white / blank if blank else _TORN


def _ties(words: list[_Word]) -> list[float]:
    """Say what it costs to end a line behind each word: more between a number and what belongs to it."""
    texts = ["".join(piece.text for piece in word.pieces) for word in words]
    costs = [next((c for tie, c in _TIES if tie.search(f"{a}\n{b}")), 0.0) for a, b in pairwise(texts)]
    return [*costs, 0.0] if texts else []
