"""Lines with their places → the bytes of a PDF."""

from __future__ import annotations

import io
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas

from briefgen.model.source import File


class Set(NamedTuple):
    """One line: its text with raised labels as ^12^, its distance from the top, its size and left edge."""

    text: str
    top: float
    size: float = 10
    left: float = 72
    face: str = "Times-Roman"


def pdf(*pages: list[Set], password: str = "") -> File:
    content = io.BytesIO()
    canvas = Canvas(content, pagesize=(595, 842), encrypt=password or None, invariant=1)
    for page in pages:
        for line in page:
            text = canvas.beginText(line.left, 842 - line.top)
            for index, piece in enumerate(line.text.split("^")):
                text.setFont(line.face, line.size * (0.65 if index % 2 else 1))
                text.setRise(line.size * 0.35 if index % 2 else 0)
                text.textOut(piece)
            canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return File("a.pdf", content.getvalue())


def paragraph(words: str, top: float, width: int = 60, **given: float) -> list[Set]:
    """Break words into lines."""
    lines: list[str] = [""]
    for word in words.split():
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] += f" {word}" if lines[-1] else word
    return [Set(line, top + 12 * i, **given) for i, line in enumerate(lines)]
