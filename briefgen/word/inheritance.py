"""Style names → their properties, inheritance and theme resolved: document defaults first, what stands nearest last."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from docx.document import Document
from docx.oxml.ns import qn

from briefgen.word.elements import Node, is_on, read, read_child
from briefgen.word.styles import find_style
from briefgen.word.theme import Theme

Properties = dict[str, Any]
_ALIGN: dict[str, Literal["left", "right", "center", "justify"]] = {
    "start": "left", "left": "left", "end": "right", "right": "right", "center": "center", "both": "justify",
}  # fmt: skip
_TOGGLES = {"b": "bold", "i": "italic", "keepNext": "keep_next", "pageBreakBefore": "page_before"}


def resolve(document: Document, theme: Theme, names: list[str]) -> Properties:
    """Merge document defaults and the chains of several styles, the last one strongest."""
    found: Properties = {}
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for kind in () if defaults is None else ("rPr", "pPr"):
        apply(found, theme, defaults.find(f"{qn(f'w:{kind}Default')}/{qn(f'w:{kind}')}"))
    for name in names:
        for style in reversed(list(chain(document, name))):
            apply(found, theme, style.find(qn("w:pPr")))
            apply(found, theme, style.find(qn("w:rPr")))
    return found


def chain(document: Document, name: str) -> Iterator[Node]:
    """Give a style and those it is based on, nearest first; a circle is walked once."""
    by_id = {read(style, "styleId"): style for style in document.styles.element.findall(qn("w:style"))}
    style, seen = find_style(document, name), set[str]()
    while style is not None and read(style, "styleId") not in seen:
        seen.add(read(style, "styleId"))
        yield style
        style = by_id.get(read_child(style, "basedOn"))


def apply(found: Properties, theme: Theme, properties: Node | None) -> None:
    """Let the properties of one paragraph, run or style win over those found so far."""
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
            for side, name in (("left", "rule"), ("top", "over")):
                edge = child.find(qn(f"w:{side}"))
                if edge is not None:
                    drawn = read(edge) not in ("none", "nil")
                    found[name] = (theme.colour(edge, "color", "themeColor") or "000000") if drawn else ""
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
