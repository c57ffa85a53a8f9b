"""Document → ids of its styles, found by name or alias, and the built-in designs lent where one is missing."""

from __future__ import annotations

from typing import Any, cast

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.parts.numbering import NumberingPart

from briefgen.errors import Remark
from briefgen.model.look import CHARACTER_STYLE_OF, STYLE_OF
from briefgen.word.defaults import DEFAULTS, FIGURES, TABLE, Default
from briefgen.word.elements import Node, element, insert, parsed, read, read_child, remove

WANTED = tuple(dict.fromkeys((*STYLE_OF.values(), *CHARACTER_STYLE_OF.values(), TABLE, FIGURES)))
"""Every style a paper uses, by name."""
_LANGUAGE = ("w:docDefaults", "w:rPrDefault", "w:rPr", "w:lang")


def find_style(document: Document, name: str) -> Node | None:
    """Find a style by its name or by one of its aliases, case-blind; None where there is none."""
    aliased: Node | None = None
    styles: list[Node] = document.styles.element.findall(qn("w:style"))
    for style in styles:
        if read_child(style, "name").lower() == name.lower():
            return style
        if name.lower() in (alias.strip() for alias in read_child(style, "aliases").lower().split(",")):
            aliased = style
    return aliased


def id_of(document: Document, name: str) -> str:
    """Give the id of a style that is there.

    Raises:
        KeyError: it is not; ``lend_styles`` sees to the styles a paper uses.
    """
    style = find_style(document, name)
    if style is None:
        raise KeyError(name)
    return read(style, "styleId")


def lend_styles(document: Document, where: str, accent: str) -> tuple[Remark, ...]:
    """Add the styles a paper uses and the template lacks.

    Args:
        where: name of the template, for the remark.
        accent: hex RGB that stands for ours in what is lent.
    """
    missing = [name for name in WANTED if find_style(document, name) is None]
    for default in DEFAULTS.values():
        if default.name in missing:
            _lend(document, default, accent)
    if not missing:
        return ()
    listed = ", ".join(f"“{name}”" for name in missing)
    return (Remark(where, f"has no style {listed}", "briefgen’s own is used; add it in Word to shape it"),)


def _lend(document: Document, default: Default, accent: str) -> None:
    base = find_style(document, default.base)
    base_id = read(base, "styleId") if base is not None else _default_id(document, default.kind)
    markup = default.markup(base_id, accent)
    if "{bullet}" in markup:
        markup = markup.replace("{bullet}", str(_bullet_list(document)))
    style = parsed(markup)
    taken = {read(other, "styleId") for other in document.styles.element.findall(qn("w:style"))}
    while read(style, "styleId") in taken:
        style.set(qn("w:styleId"), f"{read(style, 'styleId')}Brief")
    for following in style.findall(qn("w:next")):
        remove(following)
    document.styles.element.append(style)


def _default_id(document: Document, kind: str) -> str:
    for style in document.styles.element.findall(qn("w:style")):
        if read(style, "type") == kind and read(style, "default") in ("1", "true", "on"):
            return read(style, "styleId")
    return ""


def _bullet_list(document: Document) -> int:
    """Add a list with bullets to the numbering part and give its number."""
    try:
        part: Any = document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
    except KeyError:
        uri, package, empty = PackURI("/word/numbering.xml"), document.part.package, cast("Any", element("numbering"))
        part = NumberingPart(uri, CONTENT_TYPE.WML_NUMBERING, empty, package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    root: Node = part.element
    abstracts, lists = root.findall(qn("w:abstractNum")), root.findall(qn("w:num"))
    abstract = 1 + max((int(read(a, "abstractNumId")) for a in abstracts), default=-1)
    number = 1 + max((int(read(n, "numId")) for n in lists), default=0)
    insert(root, bullet_design(abstract), ("numPicBullet", "abstractNum"))
    insert(root, element("num", element("abstractNumId", val=abstract), numId=number), ("abstractNum", "num"))
    return number


def bullet_design(abstract: int) -> Node:
    """Design a list of one level with bullets."""
    return _list_design(abstract, "bullet", "•")


def number_design(abstract: int) -> Node:
    """Design a list of one level with numbers."""
    return _list_design(abstract, "decimal", "%1.")


def _list_design(abstract: int, kind: str, label: str) -> Node:
    level = element(
        "lvl",
        element("start", val=1),
        element("numFmt", val=kind),
        element("lvlText", val=label),
        element("lvlJc", val="left"),
        element("pPr", element("ind", left=284, hanging=284)),
        ilvl=0,
    )
    return element("abstractNum", element("multiLevelType", val="singleLevel"), level, abstractNumId=abstract)


def default_language(document: Document) -> str:
    """Give the language of text that names none; empty where the template says nothing."""
    language = document.styles.element.find("/".join(map(qn, _LANGUAGE)))
    return "" if language is None else read(language)


def set_default_language(document: Document, tag: str) -> None:
    """Set the language of text that names none; a language of Chinese text is added where there is none."""
    parent = document.styles.element
    for name in _LANGUAGE:
        child = parent.find(qn(name))
        if child is None:
            child = element(name.removeprefix("w:"))
            # docDefaults come first in styles, rPrDefault first in docDefaults; lang is nearly the last of rPr.
            parent.append(child) if name == "w:lang" else parent.insert(0, child)
        parent = child
    parent.set(qn("w:val"), tag)
    if not read(parent, "eastAsia"):
        parent.set(qn("w:eastAsia"), "zh-CN")
