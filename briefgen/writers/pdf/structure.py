"""The structure tree, which a reader who listens is given: elements in reading order, each holding what was drawn."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference, PDFString


@dataclass(frozen=True, slots=True)
class Content:
    """A stretch of marked content on a page."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Linked:
    """The annotation of a link: its object's name, and the page it lies on."""

    page: int
    object: str


@dataclass(eq=False, slots=True)
class Element:
    """One element. An inline one joins its parent when its first letter is drawn, so that order is reading order."""

    role: str
    parent: Element | None = None
    alt: str = ""
    lang: str = ""
    id: str = ""
    scope: str = ""
    numbering: str = ""
    box: tuple[float, float, float, float] | None = None
    loose: bool = False
    kids: list[Element | Content | Linked] = field(default_factory=list)

    def add(self, role: str, **more: Any) -> Element:
        """Make an element inside this one."""
        kid = Element(role, self, **more)
        self.kids.append(kid)
        return kid

    def add_before(self, role: str, follower: Element) -> Element:
        """Make an element inside this one that stands before another of its own."""
        kid = Element(role, self)
        self.kids.insert(self.kids.index(follower), kid)
        return kid

    def inline(self, role: str, **more: Any) -> Element:
        """Make an element that takes its place inside this one when it is first drawn."""
        return Element(role, self, loose=True, **more)

    def hold(self, kid: Content | Linked) -> None:
        """Take in what was drawn."""
        if self.loose and self.parent is not None:
            self.loose = False
            self.parent._join(self)
        self.kids.append(kid)

    def _join(self, kid: Element) -> None:
        if self.loose and self.parent is not None:
            self.loose = False
            self.parent._join(self)
        self.kids.append(kid)


def write_structure(document: Any, top: Element, pages: list[list[Element]], links: list[Element]) -> Any:
    """Write the tree into a document and give a reference to its root.

    Args:
        document: ReportLab's document.
        top: the element Document.
        pages: for each page, the element of each of its marked contents.
        links: the element of each annotation, numbered on from the pages (``StructParent``).
    """
    names = {element: f"Element{n}" for n, element in enumerate(_walk(top))}
    root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
    reference = document.Reference(root, "Structure")
    identified = []
    for element, name in names.items():
        parent = PDFObjectReference(names[element.parent]) if element.parent else reference
        document.Reference(_dictionary(element, parent, names), name)
        if element.id:
            identified.append((element.id, PDFObjectReference(name)))
    held = [PDFArray([PDFObjectReference(names[e]) for e in elements]) for elements in pages]
    held += [PDFObjectReference(names[e]) for e in links]
    numbers = PDFArray([part for pair in enumerate(held) for part in pair])
    root["K"] = PDFArray([PDFObjectReference(names[top])])
    root["ParentTree"] = document.Reference(PDFDictionary({"Nums": numbers}), "ParentTree")
    root["ParentTreeNextKey"] = len(held)
    if identified:
        pairs = [part for id_, ref in sorted(identified, key=lambda p: p[0]) for part in (PDFString(id_), ref)]
        root["IDTree"] = PDFDictionary({"Names": PDFArray(pairs)})
    return reference


def page_reference(number: int) -> Any:
    """Refer to a page, counted from 0."""
    return PDFObjectReference(f"Page{number}")


def _walk(element: Element) -> list[Element]:
    """Every element that holds something drawn, in reading order."""
    inner = [below for kid in element.kids if isinstance(kid, Element) for below in _walk(kid)]
    return [element, *inner] if inner or any(not isinstance(kid, Element) for kid in element.kids) else []


def _dictionary(element: Element, parent: Any, names: dict[Element, str]) -> Any:
    entries: dict[str, Any] = {"Type": PDFName("StructElem"), "S": PDFName(element.role), "P": parent}
    first = next((kid.page for kid in element.kids if isinstance(kid, Content)), None)
    if first is not None:
        entries["Pg"] = page_reference(first)
    entries["K"] = PDFArray(
        [_kid(kid, first, names) for kid in element.kids if not isinstance(kid, Element) or kid in names]
    )
    for key, text in (("Alt", element.alt), ("Lang", element.lang), ("ID", element.id)):
        if text:
            entries[key] = PDFString(text)
    if attributes := _attributes(element):
        entries["A"] = PDFDictionary(attributes)
    return PDFDictionary(entries)


def _kid(kid: Element | Content | Linked, page: int | None, names: dict[Element, str]) -> Any:
    match kid:
        case Element():
            return PDFObjectReference(names[kid])
        case Linked():
            entry = {"Type": PDFName("OBJR"), "Obj": PDFObjectReference(kid.object), "Pg": page_reference(kid.page)}
            return PDFDictionary(entry)
        case Content() if kid.page == page:
            return kid.number
        case Content():
            return PDFDictionary({"Type": PDFName("MCR"), "Pg": page_reference(kid.page), "MCID": kid.number})


def _attributes(element: Element) -> dict[str, Any]:
    if element.scope:
        return {"O": PDFName("Table"), "Scope": PDFName(element.scope)}
    if element.numbering:
        return {"O": PDFName("List"), "ListNumbering": PDFName(element.numbering)}
    if element.box:
        box = PDFArray([round(edge, 2) for edge in element.box])
        return {"O": PDFName("Layout"), "BBox": box, "Placement": PDFName("Block")}
    return {}
