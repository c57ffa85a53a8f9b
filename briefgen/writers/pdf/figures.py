"""Figure → title, subtitle, picture, source line, kept together. The picture is vector, its words are its alt text."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.model.brief import Figure
from briefgen.writers.pdf.boxes import Box, Frame, PictureBox
from briefgen.writers.pdf.compositor import Compositor
from briefgen.writers.pdf.paragraphs import set_paragraph
from briefgen.writers.pdf.pictures import take_in
from briefgen.writers.pdf.press import Press
from briefgen.writers.pdf.structure import Element
from briefgen.writers.pdf.tables import caption, source_line

_HIGHEST = 0.6
"""Of the text's height: what a picture may take."""


def set_figure(figure: Figure, compositor: Compositor, parent: Element, press: Press) -> Iterator[Box]:
    """Set a figure."""
    page = compositor.look.page
    group = parent.add("Div")
    yield caption(compositor, group, "figure", figure.number, figure.title, figure.anchor, floats=True)
    if figure.subtitle:
        pieces = compositor.pieces(figure.subtitle, "figure-subtitle", group.add("P"))
        yield set_paragraph(pieces, compositor.style("figure-subtitle"), page.measure, glued=True)
    name = f"Picture{figure.number}"
    width, height = take_in(press, name, figure.plate.picture.pdf)
    scale = min(1.0, page.measure / width, _HIGHEST * (page.height - page.top - page.bottom) / height)
    element = group.add("Figure", alt=figure.plate.alt)
    frame = Frame(before=2, after=2, glued=bool(figure.source))
    yield PictureBox(name, element, width * scale, height * scale, scale, frame)
    if figure.source:
        yield source_line(compositor, group, figure.source)
