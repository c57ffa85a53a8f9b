"""Font files of a project → faces by family, each checked: static, with outlines we can set, and free to embed.

Libraries want files, so the bytes are kept for the length of the process in a folder nobody else can write to.
"""

from __future__ import annotations

import atexit
import io
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Final

from fontTools.ttLib import TTFont

from briefgen.errors import EditorialError
from briefgen.fonts.outlines import bend
from briefgen.model.source import File

Shapes = dict[tuple[bool, bool], Path]
"""Files of a family by (bold, italic)."""
_RESTRICTED, _BITMAPS = 0x0002, 0x0200
"""Bits of OS/2 fsType that forbid embedding, and the embedding of outlines (OpenType 1.9, OS/2)."""
_MEND: Final = "take it out of templates/fonts, or put a static TrueType font there instead"


def is_usable(file: File) -> bool:
    """Tell whether text can be set in a font file, and a paper may bring it along."""
    try:
        return bool(families_of((file,)))
    except EditorialError:
        return False


@cache
def families_of(files: tuple[File, ...]) -> dict[str, Shapes]:
    """Read which families some font files hold.

    Raises:
        EditorialError: one of them is no font, cannot be set as it is, or may not be embedded.
    """
    found: dict[str, Shapes] = {}
    for file in files:
        family, shape = _read(file)
        found.setdefault(family, {})[shape] = _kept(file)
    return found


def _read(file: File) -> tuple[str, tuple[bool, bool]]:
    # fontTools names what is wrong with a font by a dozen kinds of exceptions.
    try:
        with TTFont(io.BytesIO(file.content), lazy=True) as font:
            style = font["head"].macStyle
            family = font["name"].getDebugName(16) or font["name"].getDebugName(1) or Path(file.name).stem
            fault = _fault(font)
            font.getBestCmap()
    except Exception as error:
        raise EditorialError(file.name, "is no font that can be read", _MEND) from error
    if fault:
        raise EditorialError(file.name, fault, _MEND)
    return family, (bool(style & 1), bool(style & 2))


def _fault(font: TTFont) -> str:
    if "fvar" in font:
        return "is a variable font, of which only static instances can be set"
    if "glyf" not in font and "CFF " not in font:
        return "has no outlines that can be set"
    embedding = font["OS/2"].fsType if "OS/2" in font else 0
    barred = embedding & 0x000F == _RESTRICTED or embedding & _BITMAPS
    return "may not be embedded, as the font itself says" if barred else ""


@cache
def _kept(file: File) -> Path:
    path = _scratch() / f"{file.sha256[:24]}.ttf"
    with TTFont(io.BytesIO(file.content), recalcTimestamp=False) as font:
        if "CFF " in font:
            bend(font)
            font.save(path)
        else:
            path.write_bytes(file.content)
    return path


@cache
def _scratch() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="briefgen-fonts-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
