"""Photographs of a template travel as the JPEGs they are, where PDF/A lets them."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image, ImageChops

from briefgen.model.brief import Brief, Paragraph, Part, Words
from briefgen.model.look import Template
from briefgen.model.ornament import Picture
from briefgen.writers.pdf import write
from tests.verapdf import Validator


def photograph(mode: str, width: int = 800, height: int = 600, **more: Any) -> bytes:
    """A JPEG without even colours, as a camera makes it."""
    wide = Image.radial_gradient("L").resize((width, height))
    bands = [wide, wide.transpose(Image.Transpose.ROTATE_180), wide.point(lambda value: value // 2 + 40)]
    if mode == "CMYK":
        bands.append(Image.new("L", wide.size, 10))
    buffer = io.BytesIO()
    (wide if mode == "L" else Image.merge(mode, bands)).save(buffer, "JPEG", quality=85, **more)
    return buffer.getvalue()


def bare(content: bytes) -> bytes:
    """Take the mark of JFIF out of a JPEG: what its channels mean is then not said."""
    size = int.from_bytes(content[4:6], "big")
    return content[:2] + content[4 + size :]


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        (photograph("RGB"), True),
        (photograph("L"), True),
        (photograph("RGB", progressive=True), True),
        (photograph("CMYK"), False),
        (photograph("RGB", 2400, 1800), False),
        (bare(photograph("RGB")), False),
    ],
    ids=["in colours", "grey", "progressive", "of four inks", "finer than print needs", "of unsaid colours"],
)
def test_a_photograph_stays_the_jpeg_it_is_where_it_can(
    content: bytes, kept: bool, sample: Brief, template: Template, pixels: Callable[..., Image.Image],
    validator: Validator, tmp_path: Path,
) -> None:  # fmt: skip
    path = tmp_path / "paper.pdf"

    def seen(*pictures: Picture) -> Image.Image:
        styles = tuple(replace(s, pictures=pictures) if s.name == "Body Text" else s for s in template.look.styles)
        parts = (Part("front", "", (Paragraph((Words("Here."),), style="Body Text"),)),)
        look = replace(template.look, styles=styles)
        path.write_bytes(write(replace(sample, parts=parts, notes=()), replace(template, look=look)))
        return pixels(path)

    empty, shown = seen(), seen(Picture(content, "jpeg", 200, 150, "A harbour"))
    with pikepdf.open(path) as pdf:
        (image,) = (o for o in pdf.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image")
        assert (image.read_raw_bytes() == content) == kept
    left, top, _, _ = ImageChops.difference(empty, shown).getbbox() or (0, 0, 0, 0)
    with Image.open(io.BytesIO(content)) as wanted:
        smooth = wanted.convert("RGB").resize((200, 150)).getpixel((60, 40))
    found = shown.getpixel((left + 60, top + 40))
    assert all(abs(a - b) < 16 for a, b in zip(smooth, found, strict=True)), (smooth, found)
    for flavour in ("ua1", "2a"):
        assert validator.broken(path, flavour) == {}


def test_a_photograph_made_smaller_stays_small(sample: Brief, template: Template) -> None:
    big = Picture(photograph("RGB", 2400, 1800), "jpeg", 200, 150, "A harbour")
    styles = tuple(replace(s, pictures=(big,)) if s.name == "Body Text" else s for s in template.look.styles)
    parts = (Part("front", "", (Paragraph((Words("Here."),), style="Body Text"),)),)
    made = write(replace(sample, parts=parts), replace(template, look=replace(template.look, styles=styles)))
    with pikepdf.open(io.BytesIO(made)) as pdf:
        (image,) = (o for o in pdf.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image")
        assert (int(image.Width), int(image.Height)) == (833, 625)
        assert len(image.read_raw_bytes()) < 833 * 625 / 4
