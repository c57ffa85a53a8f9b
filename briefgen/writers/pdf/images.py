"""Picture of a template → image of the document: no finer than print needs, what shines through as its mask."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import Any, Final

from PIL import Image
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFZCompress

from briefgen.model.ornament import Picture
from briefgen.writers.pdf.boxes import Frame, Whole
from briefgen.writers.pdf.press import Leaf, Press, Stream
from briefgen.writers.pdf.structure import Element

_FINEST: Final = 300 / 72
"""Pixels a point."""
_SPACES: Final = {"L": "DeviceGray", "RGB": "DeviceRGB"}
"""Colour space of a photograph's channels; what has others is converted."""
_QUALITY: Final = 90
"""Of a photograph that is made smaller."""


def take_image(press: Press, picture: Picture, width: float, height: float) -> str:
    """Add a picture to the document, once, and give its name there; PDF/A-2 wants no colours but those of its profile.

    Args:
        press: the document.
        picture: one that ``is_drawable``.
        width: it is shown with, in points.
        height: in points.
    """
    name, most = f"Image{len(press.forms)}", (max(1, round(width * _FINEST)), max(1, round(height * _FINEST)))
    with Image.open(io.BytesIO(picture.content)) as found:
        smaller = found.width > most[0] and found.height > most[1]
        if found.format == "JPEG" and found.mode in _SPACES:
            stream = _photograph(found, picture.content, most if smaller else None)
        else:
            stream = _drawing(press, found, most if smaller else None, name)
    press.forms[name] = press.document.Reference(stream, name)
    return name


def _photograph(found: Image.Image, content: bytes, size: tuple[int, int] | None) -> Stream:
    """Take a JPEG as it is, or made smaller (ISO 32000-1, 7.4.8)."""
    if size or not {"jfif", "adobe"} & set(found.info):
        # Without either mark it is not certain which colours its channels mean.
        made, buffer = found.resize(size, Image.Resampling.LANCZOS) if size else found, io.BytesIO()
        made.save(buffer, "JPEG", quality=_QUALITY, optimize=True)
        return _stream(made, buffer.getvalue(), {"Filter": PDFName("DCTDecode")})
    return _stream(found, content, {"Filter": PDFName("DCTDecode")})


def _drawing(press: Press, found: Image.Image, size: tuple[int, int] | None, name: str) -> Stream:
    """Take anything else, with what shines through as a mask."""
    seen = found.convert("RGBA")
    if size:
        seen = seen.resize(size, Image.Resampling.LANCZOS)
    mask, entries = seen.getchannel("A"), {}
    if mask.getextrema() != (255, 255):
        entries["SMask"] = press.document.Reference(_stream(mask, mask.tobytes(), {}), f"{name}.Mask")
    pixels = seen.convert("RGB")
    return _stream(pixels, pixels.tobytes(), entries)


def _stream(pixels: Image.Image, content: bytes, more: dict[str, Any]) -> Stream:
    """Write pixels as an image (ISO 32000-1, 8.9.5)."""
    entries = more | {
        "Type": PDFName("XObject"), "Subtype": PDFName("Image"), "Width": pixels.width, "Height": pixels.height,
        "ColorSpace": PDFName(_SPACES[pixels.mode]), "BitsPerComponent": 8,
    }  # fmt: skip
    return Stream(dictionary=PDFDictionary(entries), content=content, filters=[PDFZCompress])


def fitted(picture: Picture, room: float, height: float) -> tuple[float, float]:
    """Give the size a picture is shown in: its own, or smaller where it would be wider or higher than there is room.

    Args:
        picture: which.
        room: width there is, in points.
        height: there is, in points.
    """
    scale = min(1.0, room / max(picture.width, 1.0), height / max(picture.height, 1.0))
    return picture.width * scale, picture.height * scale


def indent(align: str, room: float, width: float) -> float:
    """Say how far from the left what is this wide begins, to stand at a side of the room or in its middle."""
    return {"center": (room - width) / 2, "right": room - width}.get(align, 0.0)


@dataclass(frozen=True, slots=True)
class ImageBox(Whole):
    """A picture of the template's own between the parts of a paper."""

    name: str
    element: Element | None
    """What holds it; None for one that only decorates."""
    x: float
    width: float
    height: float
    frame: Frame = field(default_factory=Frame)

    def draw(self, leaf: Leaf, left: float, top: float) -> None:
        """Draw it, and note where it lies (PDF/UA-1, 7.3: a figure has a bounding box)."""
        x, y = left + self.x, top - self.height
        if self.element is not None:
            self.element.box = (x, y, x + self.width, top)
        leaf.image(self.name, self.element, (x, y, self.width, self.height))
