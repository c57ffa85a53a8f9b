"""Drawings as Word writes them, for templates typed in tests."""

from __future__ import annotations

import io
from typing import Any

from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.shared import Pt
from PIL import Image

_SHAPES = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def png(width: int = 60, height: int = 30, colour: str = "#8a1c2b") -> bytes:
    """Draw a picture of one colour."""
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(buffer, "png")
    return buffer.getvalue()


def add_logo(paragraph: Any, alt: str = "Crest", width: float = 60, content: bytes | None = None) -> Any:
    """Put a picture at a paragraph's end, as Insert, Pictures does; give its drawing."""
    inline = paragraph.add_run().add_picture(io.BytesIO(content or png()), width=Pt(width))._inline
    inline.docPr.set("descr", alt)
    return inline


def let_float(inline: Any, across: str, down: str) -> None:
    """Make a picture float, as Wrap Text, In Front does.

    Args:
        across: markup within ``wp:positionH``'s frame, "page 72" or "margin right".
        down: the same of ``wp:positionV``.
    """
    anchor = parse_xml(
        f'<wp:anchor {nsdecls("wp", "a", "pic", "r")} distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        'relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f"{_position('H', across)}{_position('V', down)}</wp:anchor>"
    )
    children = list(inline)
    anchor.extend(children[:1])
    anchor.append(parse_xml(f"<wp:wrapNone {nsdecls('wp')}/>"))
    anchor.extend(children[1:])
    inline.getparent().replace(inline, anchor)


def add_band(paragraph: Any, colour: str, across: str, down: str, width: float, height: float) -> None:
    """Draw a filled rectangle behind the text, as Insert, Shapes does.

    Args:
        colour: markup of its fill.
        width: in points, as is the height.
    """
    paragraph.add_run()._r.append(
        parse_xml(
            f'<w:drawing {nsdecls("w", "wp", "a", "r")} xmlns:wps="{_SHAPES}"><wp:anchor distT="0" distB="0" distL="0" '
            'distR="0" simplePos="0" relativeHeight="1" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1">'
            f'<wp:simplePos x="0" y="0"/>{_position("H", across)}{_position("V", down)}'
            f'<wp:extent cx="{round(width * 12700)}" cy="{round(height * 12700)}"/><wp:wrapNone/>'
            '<wp:docPr id="90" name="Rectangle 1" descr="Band of colour"/><wp:cNvGraphicFramePr/><a:graphic>'
            f'<a:graphicData uri="{_SHAPES}"><wps:wsp><wps:cNvSpPr/><wps:spPr><a:prstGeom prst="rect"><a:avLst/>'
            f"</a:prstGeom><a:solidFill>{colour}</a:solidFill></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData>"
            "</a:graphic></wp:anchor></w:drawing>"
        )
    )


def _position(axis: str, said: str) -> str:
    frame, where = said.split()
    offset = where.lstrip("-").isdigit()
    inner = f"<wp:posOffset>{int(where) * 12700}</wp:posOffset>" if offset else f"<wp:align>{where}</wp:align>"
    return f'<wp:position{axis} relativeFrom="{frame}">{inner}</wp:position{axis}>'
