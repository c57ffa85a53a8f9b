"""Document → its theme: the faces and colours that styles name by their part in it."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from briefgen.word.elements import Node, read

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SCHEME = {
    "dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2", "hyperlink": "hlink",
    "followedHyperlink": "folHlink", "text1": "dk1", "background1": "lt1", "text2": "dk2", "background2": "lt2",
    "tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2",
}  # fmt: skip
"""ECMA-376 17.18.97 and 17.15.1.20: names of colours in text → in the theme."""


@dataclass(frozen=True)
class Theme:
    """Faces by "major"/"minor", colours by their name in the theme."""

    faces: dict[str, str]
    colours: dict[str, str]

    def face(self, fonts: Node) -> str | None:
        """Give the Latin face a ``w:rFonts`` names, itself or through the theme."""
        themed = read(fonts, "asciiTheme") or read(fonts, "hAnsiTheme")
        return self.faces.get(themed[:5]) or read(fonts, "ascii") or read(fonts, "hAnsi") or None

    def named(self, name: str) -> str | None:
        """Give the theme's colour of a name, as text and drawings call it."""
        return self.colours.get(_SCHEME.get(name, name))

    def colour(self, node: Node, plain: str, themed: str) -> str | None:
        """Give a colour as hex RGB, tint and shade worked in; None for "auto"."""
        name = read(node, themed)
        base = self.named(name)
        if base is None:
            said = read(node, plain)
            return None if said in ("", "auto") else said.upper()
        stem = themed.removesuffix("Color")
        return _mixed(base, read(node, f"{stem}Tint"), read(node, f"{stem}Shade"))


def read_theme(document: Document) -> Theme:
    """Read the theme part; without one everything is named in the styles."""
    try:
        blob = document.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob
    except KeyError:
        return Theme({}, {})
    root = etree.fromstring(blob, etree.XMLParser(resolve_entities=False, no_network=True))
    faces = {}
    for which in ("major", "minor"):
        latin = root.find(f".//{_A}{which}Font/{_A}latin")
        if latin is not None and latin.get("typeface"):
            faces[which] = str(latin.get("typeface"))
    colours = {}
    for slot in root.findall(f".//{_A}clrScheme/*"):
        for said in slot:
            colours[etree.QName(slot).localname] = str(said.get("lastClr") or said.get("val")).upper()
    return Theme(faces, colours)


def _mixed(base: str, tint: str, shade: str) -> str:
    """Lighten by a tint, darken by a shade, both 00 to FF (ECMA-376 17.3.2.6)."""
    red, green, blue = (int(base[i : i + 2], 16) / 255 for i in (0, 2, 4))
    hue, light, full = colorsys.rgb_to_hls(red, green, blue)
    if tint:
        share = int(tint, 16) / 255
        light = light * share + 1 - share
    if shade:
        light *= int(shade, 16) / 255
    return "".join(f"{round(255 * c):02X}" for c in colorsys.hls_to_rgb(hue, light, full))
