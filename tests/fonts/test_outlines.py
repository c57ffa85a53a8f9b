"""A font with PostScript outlines is set with the same letters, curve for curve."""

from __future__ import annotations

import io

from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont
from reportlab.pdfbase.ttfonts import TTFont as Settable

from briefgen.fonts import find
from tests.typefaces import cubic

LETTERS = "AOgé"


def bounds(font: TTFont, letter: str) -> tuple[float, ...]:
    shapes, name = font.getGlyphSet(), font.getBestCmap()[ord(letter)]
    pen = BoundsPen(shapes)
    shapes[name].draw(pen)
    return (*(pen.bounds or ()), shapes[name].width)


def test_postscript_outlines_become_truetype_ones_of_the_same_shape() -> None:
    file = cubic("House Otf", LETTERS)
    assert file.content[:4] == b"OTTO"
    face = find("House Otf", own=(file,))
    assert (face.family, face.remarks) == ("House Otf", ())
    with TTFont(io.BytesIO(file.content)) as before, TTFont(face.path) as after:
        assert "glyf" in after
        assert "CFF " not in after
        for letter in LETTERS:
            pairs = zip(bounds(before, letter), bounds(after, letter), strict=True)
            assert max(abs(a - b) for a, b in pairs) <= 2
    assert Settable("HouseOtf", str(face.path)).face.charWidths[ord("A")] > 400
