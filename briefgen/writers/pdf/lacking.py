"""Brief, Template → what a font of the template's or the project's own lacks, and what is taken in its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from unicodedata import category

from briefgen.errors import Remark
from briefgen.fonts import SANS, SERIF, Face, families, runs
from briefgen.model.brief import Brief, anchors_of
from briefgen.model.look import Template
from briefgen.writers.pdf.boxes import Box, RowBox, TextBox
from briefgen.writers.pdf.compositor import Compositor
from briefgen.writers.pdf.furniture import cleared
from briefgen.writers.pdf.pieces import Piece
from briefgen.writers.pdf.press import Press
from briefgen.writers.pdf.story import Story
from briefgen.writers.pdf.structure import Element

_NAMED: Final = 12
"""So many characters are named in a remark, the others counted."""
_READ: Final = "LNP"
"""Kinds of characters whose other face is noticed: letters, digits, punctuation (Unicode, general category)."""


def name_lacking(brief: Brief, template: Template) -> Iterator[Remark]:
    """Name for each face the characters of a paper that it should have and lacks.

    What our own text families lack as well, Chinese say, is set in another face in every paper and is not named.

    Args:
        brief: the paper.
        template: whose look it takes.

    Raises:
        OutputError: a character is in no font, or a package of fonts is not installed.
    """
    look = cleared(template.look)
    brought = set(families(look.fonts)) - set(families())
    if not brought & {style.face for style in look.styles}:
        return
    press = Press(look.page.width, look.page.height, Element("Document"))
    story = Story(Compositor(brief, look, anchors_of(brief)), press)
    lacking: dict[Face, dict[str, set[str]]] = {}
    for piece in (piece for chapter in story.tell() for box in chapter.boxes for piece in _pieces(box)):
        face, *_ = piece.ink.face.faces
        if face.family in brought:
            for run in runs(piece.text, piece.ink.face.faces):
                if run.face.family in (SERIF, SANS):
                    lacking.setdefault(face, {}).setdefault(run.face.family, set()).update(_noticed(run.text))
    for face, others in lacking.items():
        for other, characters in others.items():
            if characters:
                yield _remark(face, sorted(characters), other)


def _pieces(box: Box) -> Iterator[Piece]:
    texts = [text for cell in box.cells for text in cell.boxes] if isinstance(box, RowBox) else [box]
    for text in texts:
        if isinstance(text, TextBox):
            yield from (piece for line in text.lines for piece in line.pieces)


def _noticed(text: str) -> set[str]:
    return {c for c in text if category(c)[0] in _READ}


def _remark(face: Face, characters: list[str], other: str) -> Remark:
    style = " ".join(word for word, so in (("bold", face.bold), ("italic", face.italic)) if so)
    named = ", ".join(characters[:_NAMED])
    more = f" and {len(characters) - _NAMED} more" if len(characters) > _NAMED else ""
    what = f"has no {named}{more}; set in {other} in the PDF"
    mend = "embed the whole font in the template, not only the characters used there, or put it into templates/fonts"
    return Remark(f"font “{face.family}{f' {style}' if style else ''}”", what, mend)
