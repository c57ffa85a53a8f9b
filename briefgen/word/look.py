"""Document → Look: fonts, sizes, colours and spacing with inheritance and theme resolved, page, running lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.section import Section

from briefgen.model.look import CHARACTER_STYLE_OF, STYLE_OF, Look, Page, Style
from briefgen.word.defaults import ACCENT
from briefgen.word.elements import Node, is_on, read, read_child
from briefgen.word.furniture import read_lines
from briefgen.word.styles import find_style
from briefgen.word.theme import Theme, read_theme

Properties = dict[str, Any]
_ALIGN: dict[str, Literal["left", "right", "center", "justify"]] = {
    "start": "left", "left": "left", "end": "right", "right": "right", "center": "center", "both": "justify",
}  # fmt: skip
_TOGGLES = {"b": "bold", "i": "italic", "keepNext": "keep_next", "pageBreakBefore": "page_before"}
_NATURAL = 1.2
"""Height of a single line over the size of type, where only the face could say it truly."""
_A4 = (595.3, 841.9)
_INCH = 72.0


def read_look(document: Document) -> Look:
    """Read the look of a document that has every style of ``STYLE_OF``."""
    theme = read_theme(document)
    section = document.sections[-1]
    names = dict.fromkeys(STYLE_OF.values())
    letters = dict.fromkeys(CHARACTER_STYLE_OF.values())
    styles = [_style(document, name, _properties(document, theme, [name])) for name in names]
    styles += [_style(document, name, _properties(document, theme, [STYLE_OF["body"], name])) for name in letters]
    return Look(
        _page(section),
        tuple(styles),
        accent_of(document),
        read_lines(section.header._element),
        read_lines(section.footer._element),
    )


def accent_of(document: Document) -> str:
    """Give the accent colour: that of the first heading, unless it is plain ink; else the theme's first accent."""
    theme = read_theme(document)
    if find_style(document, "Heading 1") is not None:
        colour = _properties(document, theme, ["Heading 1"]).get("colour", "000000")
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
    found = _properties(document, theme, [by_id.get(read_child(properties, "pStyle"), "Normal")])
    _apply(found, theme, properties)
    run = next((r for r in paragraph.iter(qn("w:r")) if r.find(qn("w:t")) is not None), None)
    _apply(found, theme, None if run is None else run.find(qn("w:rPr")))
    return _style(document, name, found)


def _page(section: Section) -> Page:
    def points(length: Any, otherwise: float) -> float:
        return otherwise if length is None else round(length.pt, 2)

    return Page(
        points(section.page_width, _A4[0]),
        points(section.page_height, _A4[1]),
        abs(points(section.top_margin, _INCH)),
        abs(points(section.bottom_margin, _INCH)),
        points(section.left_margin, _INCH) + points(section.gutter, 0),
        points(section.right_margin, _INCH),
        points(section.header_distance, _INCH / 2),
        points(section.footer_distance, _INCH / 2),
    )


def _style(document: Document, name: str, found: Properties) -> Style:
    size = found.get("size", 10.0)
    rule, line = found.pop("line", ("auto", 1.0))
    natural = size * _NATURAL
    leading = {"auto": natural * line, "exact": line, "atLeast": max(line, natural)}.get(rule, natural)
    if found.get("rule") == found.get("shade"):
        # A border in the colour of the ground only widens the ground.
        found["rule"] = ""
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


def _properties(document: Document, theme: Theme, names: list[str]) -> Properties:
    """Merge document defaults and the chains of several styles, the last one strongest."""
    found: Properties = {}
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for kind in () if defaults is None else ("rPr", "pPr"):
        _apply(found, theme, defaults.find(f"{qn(f'w:{kind}Default')}/{qn(f'w:{kind}')}"))
    for name in names:
        for style in reversed(list(_chain(document, name))):
            _apply(found, theme, style.find(qn("w:pPr")))
            _apply(found, theme, style.find(qn("w:rPr")))
    return found


def _chain(document: Document, name: str) -> Iterator[Node]:
    """Give a style and those it is based on, nearest first; a circle is walked once."""
    by_id = {read(style, "styleId"): style for style in document.styles.element.findall(qn("w:style"))}
    style, seen = find_style(document, name), set[str]()
    while style is not None and read(style, "styleId") not in seen:
        seen.add(read(style, "styleId"))
        yield style
        style = by_id.get(read_child(style, "basedOn"))


def _apply(found: Properties, theme: Theme, properties: Node | None) -> None:
    if properties is None:
        return
    for child in properties:
        name = child.tag.rpartition("}")[2]
        if name in _TOGGLES:
            found[_TOGGLES[name]] = is_on(child)
        elif properties.tag == qn("w:pPr"):
            _apply_block(found, theme, name, child)
        else:
            _apply_letters(found, theme, name, child)


def _apply_letters(found: Properties, theme: Theme, name: str, child: Node) -> None:
    match name:
        case "rFonts":
            _set(found, face=theme.face(child))
        case "sz":
            found["size"] = float(read(child)) / 2
        case "color":
            found["colour"] = theme.colour(child, "val", "themeColor") or "000000"
        case "shd":
            found["shade"] = theme.colour(child, "fill", "themeFill") or ""


def _apply_block(found: Properties, theme: Theme, name: str, child: Node) -> None:
    match name:
        case "shd":
            found["shade"] = theme.colour(child, "fill", "themeFill") or ""
        case "numPr":
            found["list"] = read_child(child, "numId")
        case "jc":
            found["align"] = _ALIGN.get(read(child), "left")
        case "pBdr":
            left = child.find(qn("w:left"))
            if left is not None:
                drawn = read(left) not in ("none", "nil")
                found["rule"] = (theme.colour(left, "color", "themeColor") or "000000") if drawn else ""
        case "spacing":
            _set(found, before=_twips(child, "before"), after=_twips(child, "after"))
            if read(child, "line"):
                rule, line = read(child, "lineRule") or "auto", float(read(child, "line"))
                found["line"] = (rule, line / 240 if rule == "auto" else line / 20)
        case "ind":
            _set_indents(found, child)


def _set(found: Properties, **some: Any) -> None:
    found.update({name: said for name, said in some.items() if said is not None})


def _set_indents(found: Properties, child: Node) -> None:
    for side, other in (("left", "start"), ("right", "end")):
        _set(found, **{side: _twips(child, other)})
        _set(found, **{side: _twips(child, side)})
    _set(found, first=_twips(child, "firstLine"))
    hanging = _twips(child, "hanging")
    _set(found, first=None if hanging is None else -hanging)


def _twips(child: Node, name: str) -> float | None:
    said = read(child, name)
    return float(said) / 20 if said else None
