"""Brief → Markdown. Marks are footnotes under the source's own labels; a chart is described, its values are a table.

A note's text begins "Note 22.": most programs that show Markdown count footnotes anew, and the source's number must
be seen all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.model.brief import (
    Block,
    Brief,
    Bullets,
    Callout,
    Emphasis,
    Figure,
    Heading,
    Inline,
    Inlines,
    KeyFigures,
    NoteRef,
    Paragraph,
    Part,
    Table,
    Tile,
    Words,
    blocks_of,
    flat,
    inlines_of,
)

_SIGNS = re.compile(r"([\\`*_\[\]<>|~$])|&(?=#?\w+;)")
_OPENS = re.compile(r"^(\s*)([#>+-]|=+$|\d+(?=[.)](?:\s|$)))", re.M)
"""What would make a block of another kind at the beginning of a line."""
_APART = ("ours", "front", "imprint", "rights", "source-line", "marking", "bottom-line")
"""Roles that stand in a box or in another type elsewhere: here, in a block quotation."""


def write(brief: Brief) -> bytes:
    """Write a brief as Markdown."""
    titled = brief.part("title") is not None
    blocks = [*([] if titled else [f"# {_escaped(brief.title)}"]), *_furniture(brief)]
    for part in brief.parts:
        blocks += _part(part, brief)
    if brief.part("notes") is None and brief.notes:
        blocks.append(f"## {_escaped(brief.label('notes'))}")
    if _recounted(brief):
        blocks.append(f"> {_escaped(brief.label('recounted'))}")
    blocks += [_note(brief, entry.run, entry.label, entry.inlines) for entry in brief.notes]
    return ("\n\n".join(blocks) + "\n").encode()


def _recounted(brief: Brief) -> bool:
    """Tell whether footnotes that are counted as they are cited would come to bear other numbers than the source's."""
    runs = (inlines for block in blocks_of(brief) for inlines in inlines_of(block))
    cited = dict.fromkeys((i.run, i.label) for inlines in runs for i in flat(inlines) if isinstance(i, NoteRef))
    return any(label != str(number) for number, (_, label) in enumerate(cited, start=1))


def _furniture(brief: Brief) -> Iterator[str]:
    if brief.organisation:
        yield f"> {_escaped(brief.organisation)}"


def _part(part: Part, brief: Brief) -> Iterator[str]:
    if part.title:
        yield f"## {_escaped(part.title)}"
    for number, block in enumerate(part.blocks):
        if part.name == "title" and not number and isinstance(block, Paragraph):
            yield f"# {_line(block.inlines)}"
        else:
            yield from _block(block, brief)


def _block(block: Block, brief: Brief) -> Iterator[str]:
    match block:
        case Heading(inlines, level):
            yield f"{'#' * min(level + 1, 6)} {_line(inlines)}"
        case Paragraph(inlines, role):
            yield ("> " if role in _APART else "") + _opened(_line(inlines))
        case Bullets(items):
            yield "\n".join(f"- {_opened(_line(item))}" for item in items)
        case KeyFigures(tiles):
            yield "\n".join(f"- {_tile(tile)}" for tile in tiles)
        case Table():
            yield from _table(block, brief)
        case Figure():
            yield from _figure(block, brief)
        case Callout(title, blocks):
            inner = [f"**{_line(title)}**", *(text for b in blocks for text in _block(b, brief))]
            yield "\n>\n".join("\n".join(f"> {line}" for line in text.splitlines()) for text in inner)


def _tile(tile: Tile) -> str:
    said = [_line(inlines) for inlines in (tile.label, tile.period, tile.evidence) if inlines]
    return f"**{_line(tile.value)}**: {', '.join(said)}"


def _table(table: Table, brief: Brief) -> Iterator[str]:
    yield f"**{_escaped(brief.label('table'))} {table.number}. {_line(table.title)}**"
    rule = ["---:" if column in table.numeric else "---" for column in range(len(table.head))]
    rows = [[_line(cell) for cell in table.head], rule, *([_line(cell) for cell in row] for row in table.rows)]
    yield "\n".join(f"| {' | '.join(row)} |" for row in rows)
    if table.source:
        yield f"> {_line(table.source)}"


def _figure(figure: Figure, brief: Brief) -> Iterator[str]:
    yield f"**{_escaped(brief.label('figure'))} {figure.number}. {_line(figure.title)}**"
    said = (_line(figure.subtitle), _escaped(figure.plate.alt), _line(figure.source))
    yield "\n>\n".join(f"> {_opened(text)}" for text in said if text)


def _note(brief: Brief, run: str, label: str, inlines: Inlines) -> str:
    return f"[^{_key(run, label)}]: **{_escaped(brief.label('note'))} {_escaped(label)}.** {_line(inlines)}"


def _line(inlines: Inlines) -> str:
    return "".join(map(_inline, inlines)).strip()


def _inline(inline: Inline) -> str:
    match inline:
        case Emphasis(inlines):
            return _strong("".join(map(_inline, inlines)))
        case NoteRef(label, run):
            return f"[^{_key(run, label)}]"
        case Words(text):
            return _escaped(text)
        case _:
            return _escaped(inline.text)


def _strong(text: str) -> str:
    """Set in bold; blanks inside the signs would undo them."""
    core = text.strip()
    start = text.find(core)
    return f"{text[:start]}**{core}**{text[start + len(core) :]}" if core else text


def _key(run: str, label: str) -> str:
    """Name a footnote: the source's label, with its numbering where there are several."""
    plain = re.sub(r"[\s\[\]^]", "", label)
    return plain if run == "1" else f"{run}-{plain}"


def _escaped(text: str) -> str:
    return _SIGNS.sub(lambda sign: f"\\{sign[0]}", re.sub(r"\s*\n\s*", " ", text))


def _opened(text: str) -> str:
    """Keep the first sign of a paragraph from making it a list, a heading or a rule."""
    return _OPENS.sub(lambda m: m[1] + (f"{m[2]}\\" if m[2].isdigit() else f"\\{m[2]}"), text)
