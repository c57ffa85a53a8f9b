"""Fonts made for tests: of another family, with other rights, with PostScript outlines."""

from __future__ import annotations

import io

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

from briefgen.fonts import SANS, find
from briefgen.model.source import File


def made(family: str, *, embedding: int = 0, extra: dict[int, str] | None = None, drop: str = "") -> File:
    """Give our sans under another name, with other rights, with more characters or with a table fewer."""
    with TTFont(find(SANS).path) as font:
        for record in font["name"].names:
            if record.nameID in (1, 16):
                record.string = family
        font["OS/2"].fsType = embedding
        for table in font["cmap"].tables:
            table.cmap.update({code: name for code, name in (extra or {}).items() if table.format == 12})
        if drop:
            del font[drop]
        buffer = io.BytesIO()
        font.save(buffer)
    return File(f"templates/fonts/{family}.ttf", buffer.getvalue())


def cubic(family: str, letters: str) -> File:
    """Give letters of our sans as a font with PostScript outlines."""
    with TTFont(find(SANS).path) as ours:
        shapes, names = ours.getGlyphSet(), {ord(c): ours.getBestCmap()[ord(c)] for c in letters}
        order = [".notdef", *names.values()]
        drawn = {}
        for name in order:
            pen = T2CharStringPen(shapes[name].width, shapes)
            shapes[name].draw(pen)
            drawn[name] = pen.getCharString()
        builder = FontBuilder(ours["head"].unitsPerEm, isTTF=False)
        builder.setupGlyphOrder(order)
        builder.setupCharacterMap(names)
        builder.setupCFF(family.replace(" ", ""), {}, drawn, {})
        builder.setupHorizontalMetrics({name: (round(shapes[name].width), 0) for name in order})
        builder.setupHorizontalHeader(ascent=900, descent=-200)
        builder.setupNameTable({"familyName": family, "styleName": "Regular"})
        builder.setupOS2(fsType=0)
        builder.setupPost()
        buffer = io.BytesIO()
        builder.save(buffer)
    return File(f"templates/fonts/{family}.otf", buffer.getvalue())
