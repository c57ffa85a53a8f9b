"""Noto Sans SC (variable, from the package textflowkit-fonts) → the two static Chinese faces beside this script.

Run it where the extra ``fonts`` is installed: ``python templates/fonts/make.py``. Same input, same bytes.
Characters named behind it are added: ``python templates/fonts/make.py 臺灣``.
The faces hold the whole of GB 2312, full-width punctuation, and one empty glyph for every zero-width
character, so that such a character can stay in a text without a box being drawn for it.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph
from fontTools.varLib import instancer

HERE = Path(__file__).resolve().parent
WEIGHTS = {"Regular": 400, "Bold": 700}
FULL_WIDTH = {*range(0x2010, 0x2028), *range(0x3000, 0x3020), *range(0xFF00, 0xFFF0)}
ZERO_WIDTH = {0xAD, 0x34F, 0x61C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065)} | {
    *range(0x2066, 0x206A),
    *range(0xFE00, 0xFE10),
}


def gb2312() -> set[int]:
    """Code points of GB 2312, from Python's codec."""
    pairs = (bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    return {ord(text) for pair in pairs if (text := pair.decode("gb2312", "ignore"))}


def cut(font: TTFont, characters: set[int]) -> None:
    """Keep these characters and no layout feature: nothing we write with shapes text."""
    options = subset.Options(layout_features=[], hinting=False, glyph_names=False, name_IDs=["*"])
    options.notdef_outline = True
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "vhea", "vmtx", "VORG"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters | {0x20})
    subsetter.subset(font)


def add_empty_glyph(font: TTFont) -> None:
    """Map every zero-width character to one glyph without outline or advance."""
    font["glyf"]["empty"] = Glyph()
    font["hmtx"]["empty"] = (0, 0)
    for table in font["cmap"].tables:
        if table.isUnicode() and table.format in (4, 12):
            table.cmap.update(dict.fromkeys(sorted(ZERO_WIDTH), "empty"))


def name(font: TTFont, style: str) -> None:
    """Give the face a PostScript name of its own: of two faces with one name a PDF keeps only the first."""
    names = font["name"]
    said = {1: "Noto Sans SC", 2: style, 3: f"NotoSansSC-{style}", 4: f"Noto Sans SC {style}", 6: f"NotoSansSC-{style}"}
    for number, text in said.items():
        names.setName(text, number, 3, 1, 0x409)
        names.setName(text, number, 1, 0, 0)
    for number in (16, 17, 21, 22, 25):
        names.removeNames(nameID=number)
    bold = style == "Bold"
    font["OS/2"].usWeightClass = WEIGHTS[style]
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0x61) | (0x20 if bold else 0x40)
    font["head"].macStyle = int(bold)
    font["head"].modified = font["head"].created


def make(source: Path, style: str, more: str = "") -> None:
    """Write one face, with more characters than it has by itself."""
    font = TTFont(source, recalcTimestamp=False)
    cut(font, (gb2312() | FULL_WIDTH | set(map(ord, more))) - ZERO_WIDTH)
    font = instancer.instantiateVariableFont(font, {"wght": WEIGHTS[style]}, inplace=True)
    font.recalcTimestamp = False
    add_empty_glyph(font)
    name(font, style)
    if "STAT" in font:
        del font["STAT"]
    font.save(HERE / f"NotoSansSC-{style}.ttf")


if __name__ == "__main__":
    package = find_spec("textflowkit_fonts")
    if package is None or package.origin is None:
        raise SystemExit("textflowkit-fonts is not installed; pip install 'briefgen[fonts]'")
    fonts = Path(package.origin).parent / "fonts"
    for style in WEIGHTS:
        make(fonts / "NotoSansSC.ttf", style, "".join(sys.argv[1:]))
    (HERE / "OFL-NotoSansSC.txt").write_bytes((fonts / "OFL-NotoSansSC.txt").read_bytes())
