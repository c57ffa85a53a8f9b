"""Document, table style → how it draws its tables: edges, the heading row, rows in turn."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

from briefgen.model.colours import contrast
from briefgen.model.ornament import UNDRAWN, Edge, Grid
from briefgen.word.elements import Node, read
from briefgen.word.inheritance import chain
from briefgen.word.theme import Theme

_SIDES = {
    "top": "top", "bottom": "bottom", "left": "left", "start": "left", "right": "right", "end": "right",
    "insideH": "between_rows", "insideV": "between_columns",
}  # fmt: skip
_DARK = 4.5
"""Contrast to black under which letters of automatic colour are white, as Word and LibreOffice set them."""
_FACES = {"firstRow": "head_ground", "band1Horz": "odd_ground", "band2Horz": "even_ground"}


def read_grid(document: Document, theme: Theme, name: str, head: str) -> Grid:
    """Read a table style.

    Args:
        head: name of the paragraph style of the heading row, whose own colour would win.
    """
    edges: dict[str, Any] = {}
    colours: dict[str, Any] = {}
    padding = UNDRAWN.padding
    for style in reversed(list(chain(document, name))):
        edges |= _edges(style.find(f"{qn('w:tblPr')}/{qn('w:tblBorders')}"), theme)
        padding = _padding(style, padding)
        for face in style.findall(qn("w:tblStylePr")):
            colours |= _colours(face, theme)
            if read(face, "type") == "firstRow":
                said = _edges(face.find(f"{qn('w:tcPr')}/{qn('w:tcBorders')}"), theme)
                edges |= {"under_head": said["bottom"]} if "bottom" in said else {}
    if any(_ink(style, theme) for style in chain(document, head)):
        colours.pop("head_ink", None)
    elif not colours.get("head_ink") and contrast("000000", colours.get("head_ground") or "FFFFFF") < _DARK:
        colours["head_ink"] = "FFFFFF"
    return Grid(**edges, **colours, padding=padding)


def _edges(borders: Node | None, theme: Theme) -> dict[str, Edge]:
    found = {}
    for border in () if borders is None else borders:
        name = _SIDES.get(border.tag.rpartition("}")[2])
        if name:
            drawn = read(border) not in ("nil", "none", "")
            # ECMA-376 17.18.2: the width of a line is in eighths of a point.
            width = float(read(border, "sz") or 4) / 8 if drawn else 0.0
            found[name] = Edge(width, theme.colour(border, "color", "themeColor") or "000000")
    return found


def _colours(face: Node, theme: Theme) -> dict[str, str]:
    name, found = _FACES.get(read(face, "type")), {}
    ground = face.find(f"{qn('w:tcPr')}/{qn('w:shd')}")
    if name and ground is not None:
        found[name] = theme.colour(ground, "fill", "themeFill") or ""
    if name == "head_ground" and (ink := _ink(face, theme)):
        found["head_ink"] = ink
    return found


def _ink(style: Node, theme: Theme) -> str:
    """Give the colour that a style says its letters have; empty where it says none."""
    said = style.find(f"{qn('w:rPr')}/{qn('w:color')}")
    return "" if said is None else theme.colour(said, "val", "themeColor") or ""


def _padding(style: Node, otherwise: float) -> float:
    margins = style.find(f"{qn('w:tblPr')}/{qn('w:tblCellMar')}")
    sides = [] if margins is None else [margins.find(qn(f"w:{side}")) for side in ("left", "start")]
    said = [read(side, "w") for side in sides if side is not None]
    return float(said[0]) / 20 if said and said[0] else otherwise
