"""PostScript outlines → TrueType's, which is what ReportLab sets. Cubic curves become quadratic ones, near enough."""

from __future__ import annotations

from typing import Final

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

_NEAR: Final = 1 / 1000
"""Of the em: how far a curve may move."""
_MOST: Final = (
    "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements",
    "maxSizeOfInstructions", "maxPoints", "maxContours", "maxCompositePoints", "maxCompositeContours",
    "maxComponentElements", "maxComponentDepth",
)  # fmt: skip
"""Fields of ``maxp`` that outlines without instructions leave at 0 (OpenType 1.9); points are counted on saving."""


def bend(font: TTFont) -> None:
    """Put TrueType outlines into a font in the place of its PostScript ones ("CFF ")."""
    shapes, order = font.getGlyphSet(), font.getGlyphOrder()
    near = font["head"].unitsPerEm * _NEAR
    made = {}
    for name in order:
        pen = TTGlyphPen(shapes)
        shapes[name].draw(Cu2QuPen(pen, near, reverse_direction=True))
        made[name] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = order, made
    for name, glyph in made.items():
        glyph.recalcBounds(font["glyf"])
        font["hmtx"][name] = (font["hmtx"][name][0], getattr(glyph, "xMin", 0))
    font["maxp"].tableVersion, font["maxp"].maxZones = 0x00010000, 1
    for field in _MOST:
        setattr(font["maxp"], field, 0)
    font["post"].formatType, font["post"].extraNames, font["post"].mapping = 2.0, [], {}
    font.sfntVersion = "\0\1\0\0"
    for table in ("CFF ", "VORG"):
        if table in font:
            del font[table]
