"""Notes → the list at the end: the source's own numbers, and a way back to every mark."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.model.brief import NoteEntry
from briefgen.writers.pdf.boxes import Box
from briefgen.writers.pdf.compositor import Compositor
from briefgen.writers.pdf.paragraphs import set_paragraph
from briefgen.writers.pdf.pieces import Piece
from briefgen.writers.pdf.structure import Element


def set_notes(compositor: Compositor, parent: Element) -> Iterator[Box]:
    """Set the list of notes; every mark must have been set before."""
    if compositor.brief.notes:
        element = parent.add("L", numbering="None")
        place = compositor.place
        for entry in compositor.brief.notes:
            compositor.place = f"{compositor.brief.label('note')} {entry.label}"
            yield _entry(compositor, entry, element.add("LI"))
        compositor.place = place


def _entry(compositor: Compositor, entry: NoteEntry, item: Element) -> Box:
    style = compositor.style("note")
    number = f"{compositor.brief.label('note')} {entry.label}. "
    ink = compositor.tinted(style, "lead")
    label = Piece(number, ink, item.add("Lbl"), anchor=entry.anchor)
    element = item.add("LBody").add("Note", id=entry.anchor)
    pieces = (label, *compositor.pieces(entry.inlines, "note", element), *_ways_back(compositor, entry, element))
    return set_paragraph(pieces, style, compositor.look.page.measure)


def _ways_back(compositor: Compositor, entry: NoteEntry, element: Element) -> Iterator[Piece]:
    """Link to each mark of the note: an arrow, with a letter each where there are several."""
    style = compositor.style("note")
    anchors = compositor.marks.get((entry.run, entry.label), [])
    if anchors:
        yield compositor.words(" ", style, element)
    for number, anchor in enumerate(anchors, start=1):
        said = compositor.brief.way_back(entry.label, number, len(anchors))
        arrow = "↑" if len(anchors) == 1 else f"↑{_letters(number)}"
        yield Piece(arrow, compositor.tinted(style, "link"), element.inline("Link", alt=said), anchor, said)
        if number < len(anchors):
            yield compositor.words(" ", style, element)


def _letters(number: int) -> str:
    """Count as a, b, …, z, aa, ab, and so on."""
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(97 + rest) + text
    return text
