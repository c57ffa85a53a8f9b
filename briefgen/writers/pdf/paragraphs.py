"""Pieces, style, column → a paragraph broken into lines, with what hangs before it and what lies behind it."""

from __future__ import annotations

from briefgen.model.look import Style
from briefgen.writers.pdf.boxes import Frame, Ground, TextBox
from briefgen.writers.pdf.breaking import Line, break_lines
from briefgen.writers.pdf.pieces import Piece

_LABEL_GAP = 3.0
_TIGHTEST = 1.15
"""Least distance of base lines, in sizes."""


def set_paragraph(
    pieces: tuple[Piece, ...], style: Style, width: float, x: float = 0.0, *, label: tuple[Piece, ...] = (),
    glued: bool = False, floats: bool = False, opens: bool = False, boxed: bool = False, tight: bool = False,
    even: bool = False,
) -> TextBox:  # fmt: skip
    """Break pieces into a paragraph.

    Args:
        pieces: its text.
        style: what it looks like; its indents come off the column.
        width: of the column, in points.
        x: left edge of the column.
        label: what hangs before the first line.
        glued: never last on a page.
        floats: whether text may be set before it rather than leave a page white.
        opens: whether it opens a part.
        boxed: whether it is the title of a box of ours, never last on a page.
        tight: no white above and below.
        even: whether its lines are to be about as long, where they are set ragged.
    """
    hung = Line(label, sum(piece.width for piece in label)) if label else None
    hang = max(-style.first, hung.width + _LABEL_GAP) if hung else 0.0
    left = max(style.left, hang)
    room = width - left - style.right
    indent = 0.0 if hung else max(style.first, -left)
    lies = style.shade or style.rule or style.over
    ground = Ground(style.shade, _bar(style), x + left, x + left + room, style.over) if lies else None
    before, after = (0.0, 0.0) if tight else (style.before, style.after)
    justified = style.align == "justify"
    lines = break_lines(pieces, room - indent, room, even=even and not justified, justified=justified)
    return TextBox(
        lines, x + left, room, indent, style.size,
        max(style.leading, style.size * _TIGHTEST), style.align,
        Frame(before, after, glued or boxed or style.keep_next, ground, floats=floats, opens=opens, boxed=boxed,
              starts=style.page_before),
        hung, hang,
    )  # fmt: skip


def _bar(style: Style) -> str:
    """Give the colour of a bar at the left edge; one in the colour of the ground is a box's edge and is not seen."""
    return style.rule if style.rule != style.shade else ""
