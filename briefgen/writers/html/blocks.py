"""Blocks → HTML elements: headings without jumps, tables with heads, charts as drawings inside the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from briefgen.model.brief import (
    Block,
    Bullets,
    Callout,
    Figure,
    Heading,
    Inlines,
    KeyFigures,
    Paragraph,
    Part,
    Table,
    Tile,
)
from briefgen.writers.html.inlines import Press
from briefgen.writers.html.pictures import inlined

_MIXED = ("body", "bottom-line")
"""Roles in which our words stand among the source's."""
_DEEPEST = 6


@dataclass(eq=False, slots=True)
class Page:
    """The page being set."""

    press: Press
    level: int = 1
    """Of the last heading; the title's is 1."""

    def part(self, part: Part, more: tuple[str, ...] = ()) -> str:
        """Set a part.

        Args:
            more: what stands behind its blocks and before the imprint, set already.
        """
        lines = [f'<section id="{escape(part.anchor)}">']
        if part.title:
            lines.append(self._heading(self.press.text(part.title, self.press.brief.language), 2))
        above, behind = part.parted
        for number, block in enumerate(above):
            if part.name == "title" and not number and isinstance(block, Paragraph):
                lines.append(f"<h1>{self.press.inlines(block.inlines)}</h1>")
            else:
                lines += self._block(block)
        last = [line for block in behind for line in self._block(block)]
        return "\n".join((*lines, *more, *last, "</section>"))

    def _heading(self, said: str, level: int) -> str:
        self.level = min(level, self.level + 1, _DEEPEST)
        return f"<h{self.level}>{said}</h{self.level}>"

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading(inlines, level):
                yield self._heading(self.press.inlines(inlines), level + 1)
            case Paragraph(inlines, role):
                yield f'<p class="{role}">{self.press.inlines(inlines, apart=role in _MIXED)}</p>'
            case Bullets(items):
                rows = "".join(f"<li>{self.press.inlines(item, apart=True)}</li>\n" for item in items)
                yield f"<ul>\n{rows}</ul>"
            case KeyFigures(tiles):
                yield '<ul class="tiles">\n' + "".join(f"<li>{self._tile(tile)}</li>\n" for tile in tiles) + "</ul>"
            case Table():
                yield from self._table(block)
            case Figure():
                yield from self._figure(block)
            case Callout(title, blocks):
                yield f'<div class="callout">\n<p class="callout-title">{self.press.inlines(title)}</p>'
                for inner in blocks:
                    yield from self._block(inner)
                yield "</div>"

    def _tile(self, tile: Tile) -> str:
        lines = (("value", tile.value), ("label", tile.label), ("period", tile.period), ("evidence", tile.evidence))
        return " ".join(f'<span class="{name}">{self.press.inlines(said)}</span>' for name, said in lines if said)

    def _named(self, kind: str, number: int, title: Inlines) -> str:
        return f"{escape(self.press.brief.label(kind))} {number}. {self.press.inlines(title)}"

    def _table(self, table: Table) -> Iterator[str]:
        yield f'<table id="{table.anchor}">\n<caption>{self._named("table", table.number, table.title)}</caption>'
        if table.widths:
            shares = (round(100 * width / sum(table.widths)) for width in table.widths)
            yield "<colgroup>" + "".join(f'<col style="width: {share}%">' for share in shares) + "</colgroup>"
        yield f"<thead>\n{self._row(table, table.head, 'th')}\n</thead>\n<tbody>"
        for row in table.rows:
            yield self._row(table, row, "td")
        yield "</tbody>\n</table>"
        if table.source:
            yield f'<p class="source-line">{self.press.inlines(table.source)}</p>'

    def _row(self, table: Table, cells: tuple[Inlines, ...], tag: str) -> str:
        scope = ' scope="col"' if tag == "th" else ""
        numeric = [' class="number"' if column in table.numeric else "" for column in range(len(cells))]
        set_ = (f"<{tag}{scope}{n}>{self.press.inlines(c)}</{tag}>" for n, c in zip(numeric, cells, strict=True))
        return f"<tr>{''.join(set_)}</tr>"

    def _figure(self, figure: Figure) -> Iterator[str]:
        named = self._named("figure", figure.number, figure.title)
        yield f'<figure id="{figure.anchor}">\n<figcaption>{named}</figcaption>'
        if figure.subtitle:
            yield f'<p class="figure-subtitle">{self.press.inlines(figure.subtitle)}</p>'
        yield f'<div class="picture">{inlined(figure.plate, figure.anchor)}</div>'
        if figure.source:
            yield f'<p class="source-line">{self.press.inlines(figure.source)}</p>'
        yield "</figure>"
