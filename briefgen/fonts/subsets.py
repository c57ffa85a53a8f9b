"""Face, characters → the face cut down to them, to travel in a document. Bytes depend on nothing else.

The licence of the Source faces reserves their name for unchanged fonts that are handed on as fonts; a subset
embedded in a document is none (OFL FAQ 1.15). Nothing cut here is ever written as a font file.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Final

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from briefgen.fonts.faces import Face
from briefgen.fonts.stacks import drawn

_LAYOUT: Final = ("BASE", "GDEF", "GPOS", "GSUB")


def cut(face: Face, text: str, *, kern: bool = False) -> bytes:
    """Cut a face down to the characters of a text; empty where it has none of them.

    Args:
        kern: Keep the distances of its pairs, half of the bytes and three quarters of the time of a Latin subset.
    """
    codes = {other for char in set(text) if (other := drawn(ord(char), face)) is not None}
    return _cut(face, frozenset(codes), kern) if codes else b""


@contextmanager
def bare_subsets() -> Iterator[None]:
    """Have others cut fonts without the tables that say how letters are set, where the letters are set already.

    Cutting these takes matplotlib most of the time it spends on a font, and it hands no option through. Where fontTools
    comes to keep its defaults elsewhere, nothing is left out.
    """
    dropped: list[str] = getattr(Options, "_drop_tables_default", [])
    kept = list(dropped)
    dropped += _LAYOUT
    try:
        yield
    finally:
        dropped[:] = kept


@lru_cache(maxsize=32)
def _cut(face: Face, codes: frozenset[int], kern: bool) -> bytes:
    options = Options()
    options.hinting = False
    options.layout_features = ["mark", "mkmk", "ccmp", "locl", *(["kern"] if kern else [])]
    options.name_IDs = [1, 2, 4, 6, 13, 16, 17]
    options.notdef_outline = True
    options.recalc_timestamp = False
    with TTFont(face.path, lazy=True, recalcTimestamp=False) as font:
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=codes)
        subsetter.subset(font)
        buffer = io.BytesIO()
        font.save(buffer)
    return buffer.getvalue()
