"""Picture of a template → image of the document: no finer than print needs, what shines through as its mask."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import Any, Final

from PIL import Image
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFZCompress

from briefgen.model.ornament import Picture
from briefgen.writers.pdf.boxes import Box, Frame
from briefgen.writers.pdf.press import Leaf, Press, Stream
from briefgen.writers.pdf.structure import Element

_FINEST: Final = 300 / 72
"""Pixels a point."""


def take_image(press: Press, picture: Picture, width: float, height: float) -> str:
    """Add a picture to the document, once, and give its name there; PDF/A-2 wants no colours but those of its profile.

    Args:
        press: the document.
        picture: one that ``is_drawable``.
        width: it is shown with, in points.
        height: in points.
    """
    most = (max(1, round(width * _FINEST)), max(1, round(height * _FINEST)))
    with Image.open(io.BytesIO(picture.content)) as found:
        seen = found.convert("RGBA")
    if seen.width > most[0] and seen.height > most[1]:
        seen = seen.resize(most, Image.Resampling.LANCZOS)
    name, mask = f"Image{len(press.forms)}", seen.getchannel("A")
    entries = {}
    if mask.getextrema() != (255, 255):
        entries["SMask"] = press.document.Reference(_stream(mask, "DeviceGray", {}), f"{name}.Mask")
    press.forms[name] = press.document.Reference(_stream(seen.convert("RGB"), "DeviceRGB", entries), name)
    return name


def _stream(pixels: Image.Image, space: str, more: dict[str, Any]) -> Stream:
    """Write pixels as an image (ISO 32000-1, 8.9.5)."""
    entries = more | {
        "Type": PDFName("XObject"), "Subtype": PDFName("Image"), "Width": pixels.width, "Height": pixels.height,
        "ColorSpace": PDFName(space), "BitsPerComponent": 8,
    }  # fmt: skip
    return Stream(dictionary=PDFDictionary(entries), content=pixels.tobytes(), filters=[PDFZCompress])


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
class ImageBox:
    """A picture of the template's own between the parts of a paper."""

    name: str
    element: Element | None
    """What holds it; None for one that only decorates."""
    x: float
    width: float
    height: float
    frame: Frame = field(default_factory=Frame)

    @property
    def least(self) -> float:
        """Give its height: it is never parted."""
        return self.height

    def cut(self, room: float, forced: bool) -> tuple[Box, Box] | None:
        """Never part it."""
        return None

    def draw(self, leaf: Leaf, left: float, top: float) -> None:
        """Draw it, and note where it lies (PDF/UA-1, 7.3: a figure has a bounding box)."""
        x, y = left + self.x, top - self.height
        if self.element is not None:
            self.element.box = (x, y, x + self.width, top)
        leaf.image(self.name, self.element, (x, y, self.width, self.height))
