"""Kind, number, title → a caption whose number is a field and whose "Figure 1" can be linked to."""

from __future__ import annotations

from briefgen.model.brief import Inlines, Words
from briefgen.word.elements import Node, element, texts
from briefgen.writers.docx.galley import Galley
from briefgen.writers.docx.inlines import set_inlines


def set_caption(galley: Galley, kind: str, number: int, anchor: str, title: Inlines) -> None:
    """Append a caption above what it names.

    Args:
        kind: "figure" or "table": the word for it, from the brief's labels, is printed and names the sequence.
    """
    word = galley.brief.label(kind)
    paragraph = galley.paragraph("caption")
    first = element("r", *texts(f"{word} "))
    field = _sequence("".join(c for c in word if c.isalnum()), number)
    paragraph.extend((first, *field))
    galley.bookmark(anchor, first, field[-1])
    set_inlines(galley, paragraph, (Words(". "), *title))


def _sequence(name: str, number: int) -> list[Node]:
    code = element("instrText")
    code.text = f" SEQ {name} \\* ARABIC "
    begin, middle, end = (element("r", element("fldChar", fldCharType=k)) for k in ("begin", "separate", "end"))
    return [begin, element("r", code), middle, element("r", *texts(str(number))), end]
