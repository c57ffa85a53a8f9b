"""Document → Look: fonts, sizes, colours and spacing with inheritance and theme resolved, page, running lines."""

from __future__ import annotations

from dataclasses import replace

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from briefgen.model.look import CHARACTER_STYLE_OF, STYLE_OF, Look, Style
from briefgen.word.defaults import ACCENT, FIGURES, TABLE
from briefgen.word.elements import Node, read, read_child
from briefgen.word.embedding import fonts_within
from briefgen.word.grids import read_grid
from briefgen.word.inheritance import Properties, apply, resolve
from briefgen.word.pictures import Ground, alignment, read_pictures
from briefgen.word.styles import find_style
from briefgen.word.surroundings import page_of, read_cover, read_first, read_furniture
from briefgen.word.theme import read_theme

_NATURAL = 1.2
"""Height of a single line over the size of type, where only the face could say it truly."""


def read_look(document: Document) -> Look:
    """Read the look of a document that has every style of ``STYLE_OF``."""
    theme = read_theme(document)
    section = document.sections[-1]
    page = page_of(section)
    around = read_furniture(document, theme, section)
    names = dict.fromkeys(STYLE_OF.values())
    letters = dict.fromkeys(CHARACTER_STYLE_OF.values())
    styles = [_style(document, name, resolve(document, theme, [name])) for name in names]
    styles += [_style(document, name, resolve(document, theme, [STYLE_OF["body"], name])) for name in letters]
    return Look(
        page,
        tuple(styles),
        accent_of(document),
        around.header,
        around.footer,
        around.pictures,
        around.bands,
        read_first(document, theme),
        read_cover(document, theme),
        read_grid(document, theme, TABLE, STYLE_OF["table-head"]),
        read_grid(document, theme, FIGURES, STYLE_OF["figure-value"]),
        fonts_within(document),
    )


def accent_of(document: Document) -> str:
    """Give the accent colour: that of the first heading, unless it is plain ink; else the theme's first accent."""
    theme = read_theme(document)
    if find_style(document, "Heading 1") is not None:
        colour = resolve(document, theme, ["Heading 1"]).get("colour", "000000")
        if colour != "000000":
            return str(colour)
    return theme.colours.get("accent1", ACCENT)


def style_here(document: Document, name: str, paragraph: Node) -> Style:
    """Read what one paragraph of the template looks like: its style, and what it and its first run say themselves.

    Args:
        name: of the style made.
    """
    theme, properties = read_theme(document), paragraph.find(qn("w:pPr"))
    by_id = {read(s, "styleId"): read_child(s, "name") for s in document.styles.element.findall(qn("w:style"))}
    found = resolve(document, theme, [by_id.get(read_child(properties, "pStyle"), "Normal")])
    apply(found, theme, properties)
    run = next((r for r in paragraph.iter(qn("w:r")) if r.find(qn("w:t")) is not None), None)
    apply(found, theme, None if run is None else run.find(qn("w:rPr")))
    ground = Ground(document.part, page_of(document.sections[-1]), theme)
    pictures = tuple(read_pictures(paragraph, ground, alignment(found.get("align", ""))))
    return replace(_style(document, name, found), pictures=pictures)


def _style(document: Document, name: str, found: Properties) -> Style:
    size = found.get("size", 10.0)
    rule, line = found.pop("line", ("auto", 1.0))
    natural = size * _NATURAL
    leading = {"auto": natural * line, "exact": line, "atLeast": max(line, natural)}.get(rule, natural)
    if found.get("rule") == found.get("shade"):
        # A border in the colour of the ground only widens the ground.
        found["rule"] = ""
    if found.get("rule") or found.get("over") == found.get("shade"):
        found["over"] = ""
    found["numbered"] = _is_numbered(document, found.pop("list", ""))
    defaults: Properties = {"face": "Times New Roman", "size": 10.0}
    return Style(name=name, leading=round(leading, 2), **{**defaults, **found})


def _is_numbered(document: Document, number: str) -> bool:
    """Tell whether a list's first level counts.

    Args:
        number: of the list, as a style names it.
    """
    if not number:
        return False
    parts = (r.target_part for r in document.part.rels.values() if r.reltype == RELATIONSHIP_TYPE.NUMBERING)
    root = next((part.element for part in parts), None)
    lists = (
        {} if root is None else {read(n, "numId"): read_child(n, "abstractNumId") for n in root.findall(qn("w:num"))}
    )
    for design in () if root is None else root.findall(qn("w:abstractNum")):
        if read(design, "abstractNumId") == lists.get(number):
            return read_child(design.find(qn("w:lvl")), "numFmt") not in ("bullet", "none", "")
    return False
