"""Running head and foot, logos and bands: drawn when the number of pages is known, never read out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from briefgen.model.look import STYLE_OF, Look, Style
from briefgen.model.ornament import Furniture, Picture
from briefgen.writers.pdf.boxes import RowBox
from briefgen.writers.pdf.breaking import Line
from briefgen.writers.pdf.compositor import Compositor
from briefgen.writers.pdf.images import fitted, indent, take_image
from briefgen.writers.pdf.press import Leaf

_HIGHEST = 0.2
"""Of the page's height: what a picture on a line of a running head or foot may take."""
_MOST = 0.4
"""Of the page's height: what a running head or foot may push the text away by."""
_AIR = 6.0
"""Points between a running head or foot and the text, and between pictures side by side."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of a running head or foot, and the pictures that stand on it. Lengths from the first row's top."""

    top: float
    height: float
    text: str
    pictures: tuple[Picture, ...]


def cleared(look: Look) -> Look:
    """Move the text of all pages out of the way of a running head or foot higher than its margin, as Word does."""
    page = look.page
    top, bottom = (_reach(look, role, look.around) for role in ("header", "footer"))
    top = max(top, _reach(look, "header", look.first)) if look.first and look.cover else top
    most = page.height * _MOST
    return replace(
        look, page=replace(page, top=max(page.top, min(top, most)), bottom=max(page.bottom, min(bottom, most)))
    )


def opening(look: Look) -> tuple[RowBox, ...]:
    """Give the white above the first page's text, where its own running head reaches lower than the others'."""
    reach = _reach(look, "header", look.first) if look.first and not look.cover else 0.0
    lower = min(reach, look.page.height * _MOST) - look.page.top
    return (RowBox((), look.page.measure, lower / 2),) if lower > 0 else ()


@dataclass(eq=False, slots=True)
class Furnisher:
    """Draws what stands round the text of each page."""

    compositor: Compositor
    covers: int
    """How many pages the cover takes."""
    images: dict[tuple[Picture, float], str] = field(default_factory=dict)
    """Names of the pictures that are in the document, by the width they are shown with."""

    def draw(self, leaf: Leaf, pages: int) -> None:
        """Draw it on a page.

        Args:
            leaf: the page.
            pages: how many there are.
        """
        look, brief = self.compositor.look, self.compositor.brief
        fields = {
            "title": brief.title, "marking": brief.marking, "page": str(leaf.number + 1), "pages": str(pages),
            "date": brief.date.isoformat(), "organisation": brief.organisation, "contact": brief.contact,
        }  # fmt: skip
        around = look.first if look.first and leaf.number == self.covers else look.around
        around = look.cover.furniture if look.cover and leaf.number < self.covers else around
        for band in around.bands:
            leaf.fill(band.x, look.page.height - band.y - band.height, band.width, band.height, band.colour)
        for picture in around.pictures:
            if picture.y is not None and picture.is_drawable:
                x = look.page.left if picture.x is None else picture.x
                self._picture(leaf, picture, x, look.page.height - picture.y)
        for role in ("header", "footer"):
            self._rows(leaf, role, around, fields)

    def _rows(self, leaf: Leaf, role: str, around: Furniture, fields: dict[str, str]) -> None:
        page, style = self.compositor.look.page, self.compositor.style(role)
        rows = _rows(self.compositor.look, role, around)
        start = page.height - page.header
        if role == "footer":
            # The last base line stands at the distance that the template gives.
            start = page.footer + style.size + sum(row.height for row in rows) - _leading(style)
        lines: list[tuple[Line, float, float, float]] = []
        for row in rows:
            for side in ("left", "center", "right"):
                self._abreast(leaf, [p for p in row.pictures if p.align == side], side, start - row.top)
            y = start - row.top - row.height + _leading(style) - style.size
            lines += [(line, x, y, 0.0) for line, x in _parts(self.compositor, role, _filled(row.text, fields))]
        leaf.lines(lines, role.capitalize())

    def _abreast(self, leaf: Leaf, pictures: list[Picture], side: str, top: float) -> None:
        """Draw the pictures of one side of a line one after another."""
        page = self.compositor.look.page
        widths = [_size(self.compositor.look, picture)[0] for picture in pictures]
        x = page.left + indent(side, page.measure, sum(widths) + _AIR * (len(widths) - 1))
        for picture, width in zip(pictures, widths, strict=True):
            self._picture(leaf, picture, x if picture.x is None else picture.x, top)
            x += width + _AIR

    def _picture(self, leaf: Leaf, picture: Picture, x: float, top: float) -> None:
        width, height = _size(self.compositor.look, picture)
        key = (picture, width)
        if key not in self.images:
            self.images[key] = take_image(leaf.press, picture, width, height)
        leaf.image(self.images[key], None, (x, top - height, width, height), picture.place.capitalize())


def _rows(look: Look, role: str, around: Furniture) -> list[_Row]:
    """Set out a running head or foot: a picture beside the text of its line, or above it where they would meet."""
    style = look.style(STYLE_OF[role])
    texts = around.header if role == "header" else around.footer
    pictures = [p for p in around.pictures if p.place == role and p.y is None and p.is_drawable]
    rows: list[_Row] = []
    top = 0.0
    for number, text in enumerate((*texts, "")):
        here = tuple(p for p in pictures if min(p.line, len(texts)) == number)
        high = max((_size(look, p)[1] for p in here), default=0.0)
        line = _leading(style) if number < len(texts) else 0.0
        meets = any(p.align in _sides(text, style.align) for p in here)
        height = high + line if meets else max(high, line)
        if height:
            rows.append(_Row(top, height, text, here))
        top += height
    return rows


def _size(look: Look, picture: Picture) -> tuple[float, float]:
    """Give the size of a picture; one in line takes part of the page, so that text has room whatever it is."""
    page = look.page
    if picture.y is not None:
        return fitted(picture, page.width, page.height)
    return fitted(picture, page.measure, page.height * _HIGHEST)


def _sides(text: str, align: str) -> set[str]:
    """Say where on its line text stands."""
    parts = text.split("\t")
    if len(parts) == 1:
        return {align if align in ("center", "right") else "left"} if text else set()
    places = ["left", *["center"] * (len(parts) - 2), "right"]
    return {place for part, place in zip(parts, places, strict=True) if part.strip()}


def _reach(look: Look, role: str, around: Furniture) -> float:
    """Say how far from the edge of the paper a running head or foot with pictures in it reaches; 0 without any."""
    rows = _rows(look, role, around)
    edge = look.page.header if role == "header" else look.page.footer
    return edge + sum(row.height for row in rows) + _AIR if any(row.pictures for row in rows) else 0.0


def _leading(style: Style) -> float:
    return max(style.leading, style.size * 1.2)


def _filled(text: str, fields: dict[str, str]) -> str:
    for name, value in fields.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def _parts(compositor: Compositor, role: str, text: str) -> Iterator[tuple[Line, float]]:
    """Cut a paragraph at its tabs: the last part flush right, one between them in the middle."""
    page, style = compositor.look.page, compositor.style(role)
    parts = text.split("\t")
    for number, part in enumerate(parts):
        piece = compositor.words(part, style, None)
        width = piece.width
        if number == 0:
            shift = 0.0 if len(parts) > 1 else indent(style.align, page.measure, width)
        else:
            shift = indent("right" if number == len(parts) - 1 else "center", page.measure, width)
        if part:
            yield Line((piece,), width), page.left + shift
