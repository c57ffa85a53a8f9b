"""styles.xml → what a reader must know of a style: its name, a heading's level, whether it is raised or hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.readers.attributes import count_of
from briefgen.readers.docx.package import Node, W, switched, value

_HEADING = re.compile(r"heading (\d)", re.I)


class Styles:
    """The styles of a document, inheritance followed."""

    def __init__(self, root: Node | None) -> None:
        nodes = [] if root is None else root.findall(f"{W}style")
        self._styles = {value(node, "styleId"): node for node in nodes}
        self._default = next(
            (value(n, "styleId") for n in nodes if value(n, "type") == "paragraph" and value(n, "default") == "1"), ""
        )

    def name_of(self, paragraph: Node) -> str:
        """Give the name of a paragraph's style as Word shows it."""
        return value(self._find(_style_id(paragraph, "pPr", "pStyle") or self._default, "name"))

    def level_of(self, paragraph: Node) -> int:
        """Give the outline level of a heading, from 1; 0 for a paragraph of the body."""
        direct = paragraph.find(f"{W}pPr/{W}outlineLvl")
        if direct is not None:
            return _level(value(direct))
        for style in self._chain(_style_id(paragraph, "pPr", "pStyle")):
            name = value(style.find(f"{W}name"))
            if heading := _HEADING.fullmatch(name):
                return int(heading[1])
            if name.lower() in ("title", "subtitle"):
                return 1
            outline = style.find(f"{W}pPr/{W}outlineLvl")
            if outline is not None:
                return _level(value(outline))
        return 0

    def raised(self, run: Node) -> bool:
        """Tell whether a run stands above the line."""
        for properties in self._properties(run):
            align = properties.find(f"{W}vertAlign")
            if align is not None:
                return value(align) == "superscript"
            position = value(properties.find(f"{W}position"))
            if position:
                return count_of(position, 0) > 0
        return False

    def hidden(self, run: Node) -> bool:
        """Tell whether a run is not printed."""
        for properties in self._properties(run):
            if properties.find(f"{W}vanish") is not None:
                return switched(properties, "vanish")
        return False

    def _properties(self, run: Node) -> Iterator[Node]:
        """Go through a run's properties, its own first."""
        own = run.find(f"{W}rPr")
        if own is not None:
            yield own
            for style in self._chain(_style_id(run, "rPr", "rStyle")):
                properties = style.find(f"{W}rPr")
                if properties is not None:
                    yield properties

    def _chain(self, style_id: str) -> Iterator[Node]:
        seen: set[str] = set()
        while style_id in self._styles and style_id not in seen:
            seen.add(style_id)
            yield self._styles[style_id]
            style_id = value(self._styles[style_id].find(f"{W}basedOn"))

    def _find(self, style_id: str, child: str) -> Node | None:
        style = self._styles.get(style_id)
        return None if style is None else style.find(W + child)


def _style_id(node: Node, properties: str, kind: str) -> str:
    return value(node.find(f"{W}{properties}/{W}{kind}"))


def _level(outline: str) -> int:
    """Turn an outline level, from 0 with 9 for body text, into ours."""
    return int(outline) + 1 if outline in set("012345678") else 0
