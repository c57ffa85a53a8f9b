"""Block → paragraphs and tables of the document."""

from __future__ import annotations

from briefgen.model.brief import Block, Bullets, Callout, Figure, Heading, KeyFigures, Paragraph, Part, Table
from briefgen.word.elements import Node, element, texts
from briefgen.writers.docx.figures import set_figure
from briefgen.writers.docx.galley import Galley
from briefgen.writers.docx.inlines import set_inlines
from briefgen.writers.docx.tables import set_key_figures, set_table

_MIXED = ("body", "bottom-line")
"""Roles in which our words stand among the source's."""
_DEEPEST = 3


def set_part(galley: Galley, part: Part, label: Node | None = None) -> None:
    """Set one part; links to it lead to its first line.

    Args:
        label: its heading where that stands in the document already.
    """
    galley.anchor(part.anchor)
    if label is not None:
        galley.take(label)
    elif part.title:
        galley.paragraph("heading-1").append(element("r", *texts(part.title)))
    for block in part.blocks:
        set_block(galley, block)


def set_block(galley: Galley, block: Block) -> None:
    """Set one block, and those inside it."""
    match block:
        case Heading(inlines, level):
            set_inlines(galley, galley.paragraph(f"heading-{min(level, _DEEPEST)}"), inlines)
        case Paragraph(inlines, role):
            set_inlines(galley, galley.paragraph(role, keep=block.leads), inlines, insertions=role in _MIXED)
        case Bullets(items, role):
            for item in items:
                set_inlines(galley, galley.paragraph(role), item, insertions=True)
        case KeyFigures():
            set_key_figures(galley, block)
        case Table():
            set_table(galley, block)
        case Figure():
            set_figure(galley, block)
        case Callout(title, blocks):
            set_inlines(galley, galley.paragraph("callout-title"), title)
            for inner in blocks:
                set_block(galley, inner)
