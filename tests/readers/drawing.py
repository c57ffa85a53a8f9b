"""A sheet → its passages as a person draws them: ⟦12⟧ a note, ⟨12⟩ a link, ⟪12⟫ a raised label, # a heading."""

from __future__ import annotations

from briefgen.readers.sheet import Sheet

BRACKETS = {"note": "⟦⟧", "link": "⟨⟩", "superscript": "⟪⟫"}


def drawn(sheet: Sheet) -> list[str]:
    lines = []
    for passage in sheet.passages:
        text, at = "#" * passage.level, passage.span.start
        for given in sheet.given:
            if passage.span.covers(given.span):
                left, right = BRACKETS[given.evidence]
                text += sheet.text[at : given.span.start] + left + given.span.of(sheet.text) + right
                at = given.span.end
        lines.append(text + sheet.text[at : passage.span.end])
    return lines
