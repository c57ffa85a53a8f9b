"""A drawn chart → SVG inside a page: with ids of its own, without rules that reach beyond it, and described."""

from __future__ import annotations

import re
from html import escape

from briefgen.model.chart import Plate

_ROOT = re.compile(r"<svg\b[^>]*>")
_BOX = re.compile(r'viewBox="([^"]*)"')
_OUTSIDE = re.compile(r"<metadata>.*?</metadata>|<style\b[^>]*>.*?</style>", re.S)
_ID = re.compile(r'(\bid="|href="#|url\(#)')
_NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def inlined(plate: Plate, prefix: str) -> str:
    """Give a chart as an element of a page.

    Args:
        plate: the chart, drawn.
        prefix: before every id in it, so that two charts of one page share none.
    """
    drawn = plate.picture.svg.decode()
    root = _ROOT.search(drawn)
    box = _BOX.search(root[0]) if root else None
    size = f"0 0 {plate.picture.width:g} {plate.picture.height:g}"
    inside = drawn[root.end() :] if root else drawn
    inside = _ID.sub(lambda m: f"{m[0]}{prefix}-", _OUTSIDE.sub("", inside)).strip()
    # Matplotlib says these in a rule for everything on the page.
    joined = "stroke-linejoin: round; stroke-linecap: butt"
    return (
        f'<svg {_NAMESPACES} viewBox="{box[1] if box else size}" style="width: {plate.picture.width:g}pt; {joined}" '
        f'role="img" aria-label="{escape(plate.alt)}">\n{inside}'
    )
