"""Document → ids of its styles, found by name or alias, and the built-in designs lent where one is missing."""

from __future__ import annotations

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.numbering import NumberingPart

from briefgen.errors import Remark
from briefgen.model.look import CHARACTER_STYLE_OF, STYLE_OF
from briefgen.word.defaults import DEFAULTS, FIGURES, TABLE, Default
from briefgen.word.elements import element, parsed, value

WANTED = tuple(dict.fromkeys((*STYLE_OF.values(), *CHARACTER_STYLE_OF.values(), TABLE, FIGURES)))
"""Every style a paper uses, by name."""


def find_style(document: Document, name: str) -> BaseOxmlElement | None:
    """Find a style by its name or by one of its aliases, case-blind; None where there is none."""
    aliased = None
    for style in document.styles.element.findall(qn("w:style")):
        if (value(style, "w:name") or "").lower() == name.lower():
            return style
        aliases = (value(style, "w:aliases") or "").lower().split(",")
        if name.lower() in (a.strip() for a in aliases):
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
    return str(style.get(qn("w:styleId")))


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
    base_id = str(base.get(qn("w:styleId"))) if base is not None else _default_id(document, default.kind)
    markup = default.markup(base_id, accent)
    if "{bullet}" in markup:
        markup = markup.replace("{bullet}", str(_bullet_list(document)))
    style = parsed(markup)
    taken = {s.get(qn("w:styleId")) for s in document.styles.element.findall(qn("w:style"))}
    while style.get(qn("w:styleId")) in taken:
        style.set(qn("w:styleId"), f"{style.get(qn('w:styleId'))}Brief")
    for following in style.findall(qn("w:next")):
        style.remove(following)
    document.styles.element.append(style)


def _default_id(document: Document, kind: str) -> str:
    for style in document.styles.element.findall(qn("w:style")):
        if style.get(qn("w:type")) == kind and style.get(qn("w:default")) in ("1", "true", "on"):
            return str(style.get(qn("w:styleId")))
    return ""


def _bullet_list(document: Document) -> int:
    """Add a list with bullets to the numbering part and give its number."""
    try:
        root = document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element
    except KeyError:
        part = NumberingPart(
            PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, element("numbering"), document.part.package
        )
        document.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
        root = part.element
    abstracts, lists = root.findall(qn("w:abstractNum")), root.findall(qn("w:num"))
    abstract = 1 + max((int(a.get(qn("w:abstractNumId"))) for a in abstracts), default=-1)
    number = 1 + max((int(n.get(qn("w:numId"))) for n in lists), default=0)
    # CT_Numbering: numPicBullet*, abstractNum*, num*.
    before = lists[0] if lists else None
    made = bullet_design(abstract)
    root.append(made) if before is None else before.addprevious(made)
    root.append(element("num", element("abstractNumId", val=abstract), numId=number))
    return number


def bullet_design(abstract: int) -> BaseOxmlElement:
    """Design a list of one level with bullets."""
    return element(
        "abstractNum",
        element("multiLevelType", val="singleLevel"),
        element(
            "lvl",
            element("start", val=1),
            element("numFmt", val="bullet"),
            element("lvlText", val="•"),
            element("lvlJc", val="left"),
            element("pPr", element("ind", left=284, hanging=284)),
            ilvl=0,
        ),
        abstractNumId=abstract,
    )
