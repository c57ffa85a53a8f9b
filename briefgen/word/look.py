"""Document → Look: fonts, sizes, colours and spacing with inheritance and theme resolved, page, running lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section

from briefgen.model.look import CHARACTER_STYLE_OF, STYLE_OF, Look, Page, Style
from briefgen.word.defaults import ACCENT
from briefgen.word.elements import value
from briefgen.word.furniture import read_lines
from briefgen.word.styles import find_style
from briefgen.word.theme import Theme, read_theme

Properties = dict[str, Any]
_ALIGN: dict[str, Literal["left", "right", "center", "justify"]] = {
    "start": "left", "left": "left", "end": "right", "right": "right", "center": "center", "both": "justify",
}  # fmt: skip
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
    styles = [_style(name, _properties(document, theme, [name])) for name in names]
    styles += [_style(name, _properties(document, theme, [STYLE_OF["body"], name])) for name in letters]
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


def _style(name: str, found: Properties) -> Style:
    size = found.get("size", 10.0)
    rule, line = found.pop("line", ("auto", 1.0))
    natural = size * _NATURAL
    leading = {"auto": natural * line, "exact": line, "atLeast": max(line, natural)}.get(rule, natural)
    defaults: Properties = {"face": "Times New Roman", "size": 10.0}
    return Style(name=name, leading=round(leading, 2), **{**defaults, **found})


def _properties(document: Document, theme: Theme, names: list[str]) -> Properties:
    """Merge document defaults and the chains of several styles, the last one strongest."""
    found: Properties = {}
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for tag in () if defaults is None else ("w:rPrDefault/w:rPr", "w:pPrDefault/w:pPr"):
        _apply(found, theme, defaults.find("/".join(qn(t) for t in tag.split("/"))))
    for name in names:
        for style in reversed(list(_chain(document, name))):
            _apply(found, theme, style.find(qn("w:pPr")))
            _apply(found, theme, style.find(qn("w:rPr")))
    return found


def _chain(document: Document, name: str) -> Iterator[BaseOxmlElement]:
    """Give a style and those it is based on, nearest first; a circle is walked once."""
    by_id = {s.get(qn("w:styleId")): s for s in document.styles.element.findall(qn("w:style"))}
    style, seen = find_style(document, name), set()
    while style is not None and style.get(qn("w:styleId")) not in seen:
        seen.add(style.get(qn("w:styleId")))
        yield style
        style = by_id.get(value(style, "w:basedOn") or "")


def _apply(found: Properties, theme: Theme, properties: BaseOxmlElement | None) -> None:
    if properties is None:
        return
    for child in properties:
        match child.tag.rpartition("}")[2]:
            case "rFonts":
                _set(found, face=theme.face(child))
            case "sz":
                _set(found, size=int(child.get(qn("w:val"))) / 2)
            case "color":
                found["colour"] = theme.colour(child, "w:val", "w:themeColor") or "000000"
            case "b":
                found["bold"] = _on(child)
            case "i":
                found["italic"] = _on(child)
            case "shd":
                found["shade"] = theme.colour(child, "w:fill", "w:themeFill") or ""
            case "keepNext":
                found["keep_next"] = _on(child)
            case "jc":
                found["align"] = _ALIGN.get(str(child.get(qn("w:val"))), "left")
            case "pBdr":
                left = child.find(qn("w:left"))
                drawn = left is not None and left.get(qn("w:val")) not in ("none", "nil")
                found["rule"] = (theme.colour(left, "w:color", "w:themeColor") or "000000") if drawn else ""
            case "spacing" if properties.tag == qn("w:pPr"):
                _set_spacing(found, child)
            case "ind":
                _set_indents(found, child)


def _set(found: Properties, **some: Any) -> None:
    found.update({name: said for name, said in some.items() if said is not None})


def _set_spacing(found: Properties, child: BaseOxmlElement) -> None:
    _set(found, before=_twips(child, "before"), after=_twips(child, "after"))
    if child.get(qn("w:line")):
        rule = child.get(qn("w:lineRule")) or "auto"
        line = float(child.get(qn("w:line")))
        found["line"] = (rule, line / 240 if rule == "auto" else line / 20)


def _set_indents(found: Properties, child: BaseOxmlElement) -> None:
    for side, other in (("left", "start"), ("right", "end")):
        _set(found, **{side: _twips(child, other)})
        _set(found, **{side: _twips(child, side)})
    _set(found, first=_twips(child, "firstLine"))
    hanging = _twips(child, "hanging")
    _set(found, first=None if hanging is None else -hanging)


def _twips(child: BaseOxmlElement, name: str) -> float | None:
    said = child.get(qn(f"w:{name}"))
    return None if said is None else float(said) / 20


def _on(child: BaseOxmlElement) -> bool:
    return child.get(qn("w:val"), "1") not in ("0", "false", "off")
