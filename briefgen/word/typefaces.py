"""Document, Look → the faces its text is set in, cut down to its characters, put into it."""

from __future__ import annotations

import string
from collections.abc import Iterator

from docx.document import Document
from docx.opc.part import XmlPart
from docx.oxml.ns import qn

from briefgen.fonts import Face, cut, families, find
from briefgen.model.look import Look
from briefgen.word.embedding import Embedded, embed_fonts

_BASIC = string.ascii_letters + string.digits + string.punctuation + " \u00a0–—‘’“”…•"
_LATIN = "".join(map(chr, range(0x00A0, 0x0180)))
"""Letters that European languages add to the basic ones."""
_HAN = "Noto Sans SC"
"""The face of Chinese text, which the shipped templates name."""


_MOST_HAN = 400
"""Chinese characters of a source up to which all its papers bring them all."""


def carry_fonts(document: Document, look: Look, letters: str = "", *, template: bool = False) -> None:
    """Let the faces that we have the right to embed travel in a paper, or in a template to be typed in.

    Args:
        document: what they travel in.
        look: whose families they are.
        letters: characters that come along though the document has them not. LibreOffice shows all documents that are
            open with the faces of the first: papers on one source bring the same, or one shows boxes beside another.
        template: whether it is a template.
    """
    # Word and LibreOffice move pairs closer only where a style or a run asks for it; one that asks may come later.
    kern = template or any(True for part in _parts(document) for _ in part.element.iter(qn("w:kern")))
    text = _text(document)
    fonts = tuple(_embedded(look, text + _LATIN * template + _alongside(text, letters), kern))
    embed_fonts(document, fonts, {style.face for style in look.styles}, subset=not template)


def _embedded(look: Look, text: str, kern: bool) -> Iterator[Embedded]:
    ours = {name.lower() for name in families()}
    for family in dict.fromkeys(style.face for style in look.styles):
        if family.lower() in ours:
            slopes = {style.italic for style in look.styles if style.face == family} | {False}
            for bold, italic in ((b, i) for i in sorted(slopes) for b in (False, True)):
                yield from _cut(find(family, bold=bold, italic=italic), family, text + _BASIC, bold, italic, kern)
    han = "".join(sorted(set(filter(_is_han, text))))
    for bold in (False, True) if han else ():
        yield from _cut(find(_HAN, bold=bold), _HAN, han, bold, False, False)


def _alongside(text: str, letters: str) -> str:
    """Choose what else comes along: no Chinese in a paper without any, or with too much."""
    han = frozenset(filter(_is_han, letters))
    comes = any(map(_is_han, text)) and len(han) <= _MOST_HAN
    return letters if comes else "".join(char for char in letters if char not in han)


def _is_han(char: str) -> bool:
    return ord(char) > 0x2E7F


def _cut(face: Face, family: str, text: str, bold: bool, italic: bool, kern: bool) -> Iterator[Embedded]:
    if (face.bold, face.italic) == (bold, italic) and (content := cut(face, text, kern=kern)):
        yield Embedded(family, bold, italic, content)


def _text(document: Document) -> str:
    """Collect the characters of all texts of a document."""
    found: set[str] = set()
    for part in _parts(document):
        for node in part.element.iter(qn("w:t")):
            found |= set(node.text or "")
    return "".join(sorted(found))


def _parts(document: Document) -> Iterator[XmlPart]:
    return (part for part in document.part.package.iter_parts() if isinstance(part, XmlPart))
