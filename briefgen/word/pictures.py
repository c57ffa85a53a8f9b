"""A story's drawings → the pictures and bands of colour in them, each with its place on the paper."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from docx.opc.part import Part
from docx.oxml.ns import qn
from PIL import Image

from briefgen.model.look import Page
from briefgen.model.ornament import Band, Picture
from briefgen.word.elements import Node
from briefgen.word.theme import Theme

Align = Literal["left", "center", "right"]
_EMBED = qn("r:embed")
_EMU = 12700
"""English Metric Units a point."""
_SHAPE = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_VECTOR = ((b"\xd7\xcd\xc6\x9a", "wmf"), (b"\x01\x00\x00\x00", "emf"))
"""How the bytes of drawings begin that only Windows can draw."""
_ALIGN: dict[str, Align] = {"center": "center", "right": "right", "end": "right", "outside": "right"}


@dataclass(frozen=True)
class Ground:
    """What a drawing stands on: its part, the page, and where its story begins."""

    part: Part
    page: Page
    theme: Theme
    place: Literal["header", "footer", "body"] = "body"


def read_pictures(
    paragraph: Node, ground: Ground, align: Align = "left", stops: tuple[str, ...] = (), line: int = 0
) -> Iterator[Picture]:
    """Read the pictures of a paragraph.

    Args:
        align: of the paragraph.
        stops: to which sides its tabs lead.
        line: how many lines of the story stand above it.
    """
    for drawing in _drawings(paragraph):
        blip = next(drawing.iter(qn("a:blip")), None)
        content = b"" if blip is None else _content(ground.part, str(blip.get(_EMBED) or ""))
        if content:
            width, height = _extent(drawing)
            x, y = _position(drawing, ground, width, height)
            side = _tabbed(paragraph, drawing, align, stops)
            yield Picture(content, kind_of(content), width, height, _alt(drawing), side, x, y, ground.place, line)


def read_bands(story: Node, ground: Ground) -> Iterator[Band]:
    """Read the rectangles of one colour that float in a story."""
    for drawing in _drawings(story):
        shape = next(drawing.iter(f"{_SHAPE}spPr"), None)
        fill = None if shape is None else shape.find(qn("a:solidFill"))
        colour = None if fill is None else _colour(fill, ground.theme)
        width, height = _extent(drawing)
        x, y = _position(drawing, ground, width, height)
        if colour is not None and x is not None:
            yield Band(colour, x, ground.page.top if y is None else y, width, height)


def kind_of(content: bytes) -> str:
    """Tell what kind of picture some bytes are; empty where they are none, or cannot be decoded."""
    if b"<svg" in content[:1000]:
        return "svg"
    for start, kind in _VECTOR:
        if content.startswith(start):
            return kind
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # Pillow only warns of a picture that unpacks to a flood.
            with Image.open(io.BytesIO(content)) as picture:
                picture.load()
                return str(picture.format or "").lower()
    except (OSError, ValueError, SyntaxError, Warning, Image.DecompressionBombError):
        return ""


def _drawings(story: Node) -> Iterator[Node]:
    """Give the drawings of a story; what is kept for old readers says the same once more."""
    for drawing in story.iter(qn("wp:inline"), qn("wp:anchor")):
        if next(drawing.iterancestors(_FALLBACK), None) is None:
            yield drawing


def _content(part: Part, relation: str) -> bytes:
    found = part.rels.get(relation)
    return b"" if found is None or found.is_external else bytes(found.target_part.blob)


def _extent(drawing: Node) -> tuple[float, float]:
    extent = drawing.find(qn("wp:extent"))
    sides = ("0", "0") if extent is None else (extent.get("cx"), extent.get("cy"))
    width, height = (round(int(side or 0) / _EMU, 2) for side in sides)
    return width, height


def _alt(drawing: Node) -> str:
    described = drawing.find(qn("wp:docPr"))
    if described is None or any(node.get("val") in ("1", "true") for node in described.iter(_DECORATIVE)):
        return ""
    return str(described.get("descr") or described.get("title") or "")


def _colour(fill: Node, theme: Theme) -> str | None:
    for said in fill:
        name = str(said.get("val") or "")
        return name.upper() if said.tag == qn("a:srgbClr") else theme.named(name)
    return None


def _tabbed(paragraph: Node, drawing: Node, align: Align, stops: tuple[str, ...]) -> Align:
    """Tell where a drawing stands that may have tabs before it: as running heads have their logos."""
    before = 0
    for node in paragraph.iter(qn("w:tab"), drawing.tag):
        if node is drawing:
            break
        parent = node.getparent()
        before += parent is not None and parent.tag == qn("w:r")
    if not before:
        return align
    return _ALIGN.get(stops[before - 1], "left") if before <= len(stops) else "left"


def _position(drawing: Node, ground: Ground, width: float, height: float) -> tuple[float | None, float | None]:
    """Say where a floating drawing's left and upper edges are; None for a side that its line decides."""
    if drawing.tag != qn("wp:anchor"):
        return None, None
    page = ground.page
    across = {"page": (0.0, page.width), "leftMargin": (0.0, page.left), "insideMargin": (0.0, page.left),
              "rightMargin": (page.width - page.right, page.right),
              "outsideMargin": (page.width - page.right, page.right)}  # fmt: skip
    depth = page.height - page.top - page.bottom
    down = {"page": (0.0, page.height), "margin": (page.top, depth), "topMargin": (0.0, page.top),
            "bottomMargin": (page.height - page.bottom, page.bottom)}  # fmt: skip
    lines = {"header": (page.header, depth), "footer": (page.height - page.bottom, page.bottom)}
    text = (page.left, page.measure)
    return (
        _along(drawing.find(qn("wp:positionH")), across, text, width),
        _along(drawing.find(qn("wp:positionV")), down, lines.get(ground.place), height),
    )


def _along(
    position: Node | None, frames: dict[str, tuple[float, float]], usual: tuple[float, float] | None, size: float
) -> float | None:
    frame = usual if position is None else frames.get(str(position.get("relativeFrom")), usual)
    if frame is None or position is None:
        return None
    start, room = frame
    offset, align = position.find(qn("wp:posOffset")), position.find(qn("wp:align"))
    if offset is not None:
        return round(start + int(offset.text or 0) / _EMU, 2)
    said = "" if align is None else str(align.text)
    share = {"center": 0.5, "right": 1.0, "bottom": 1.0, "outside": 1.0}.get(said, 0.0)
    return round(start + share * (room - size), 2)


def alignment(said: str) -> Align:
    """Turn Word's word for where lines stand into a side; lines that fill the measure begin at the left."""
    return _ALIGN.get(said, "left")
