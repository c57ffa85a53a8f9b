"""Running head and foot: drawn when the number of pages is known, never read out."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.writers.pdf.breaking import Line
from briefgen.writers.pdf.compositor import Compositor
from briefgen.writers.pdf.press import Leaf


def draw_furniture(leaf: Leaf, pages: int, compositor: Compositor) -> None:
    """Draw a page's running head and foot."""
    page, brief = compositor.look.page, compositor.brief
    fields = {
        "title": brief.title, "marking": brief.marking, "page": str(leaf.number + 1), "pages": str(pages),
        "date": brief.date.isoformat(), "organisation": brief.organisation, "contact": brief.contact,
    }  # fmt: skip
    head, foot = compositor.style("header"), compositor.style("footer")
    top = page.height - page.header - head.size
    _draw(leaf, compositor, "header", [_filled(text, fields) for text in compositor.look.header], top)
    lowest = page.footer + max(foot.leading, foot.size * 1.2) * (len(compositor.look.footer) - 1)
    _draw(leaf, compositor, "footer", [_filled(text, fields) for text in compositor.look.footer], lowest)


def _filled(text: str, fields: dict[str, str]) -> str:
    for name, value in fields.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def _draw(leaf: Leaf, compositor: Compositor, role: str, paragraphs: list[str], y: float) -> None:
    style = compositor.style(role)
    lines: list[tuple[Line, float, float, float]] = []
    for text in paragraphs:
        lines += [(line, x, y, 0.0) for line, x in _parts(compositor, role, text)]
        y -= max(style.leading, style.size * 1.2)
    leaf.lines(lines, role.capitalize())


def _parts(compositor: Compositor, role: str, text: str) -> Iterator[tuple[Line, float]]:
    """Cut a paragraph at its tabs: the last part flush right, one between them in the middle."""
    page, style = compositor.look.page, compositor.style(role)
    parts = text.split("\t")
    for number, part in enumerate(parts):
        piece = compositor.words(part, style, None)
        width = piece.width
        if number == 0:
            shift = {"center": (page.measure - width) / 2, "right": page.measure - width}.get(style.align, 0.0)
            shift = 0.0 if len(parts) > 1 else shift
        elif number == len(parts) - 1:
            shift = page.measure - width
        else:
            shift = (page.measure - width) / 2
        if part:
            yield Line((piece,), width), page.left + shift
