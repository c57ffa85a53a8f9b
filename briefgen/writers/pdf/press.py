"""Pages → bytes of one PDF file. Everything on a page is either held by an element or marked as an artifact."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from briefgen.writers.pdf.breaking import Line
from briefgen.writers.pdf.flavour import VERSION
from briefgen.writers.pdf.outline import Bookmark, write_outline
from briefgen.writers.pdf.pieces import Ink, Piece
from briefgen.writers.pdf.structure import Content, Element, Linked, page_reference, write_structure

ASCENT, DESCENT = 0.8, 0.22
"""Reach of letters above and below the base line, in sizes."""


@dataclass(frozen=True, slots=True)
class _Link:
    leaf: Leaf
    box: tuple[float, float, float, float]
    element: Element
    target: str
    alt: str


class Stream(PDFStream):  # type: ignore[misc]  # ReportLab has no types: its class is Any
    """A stream with the line end before ``endstream`` that ISO 19005-2, 6.1.7.1 asks for and ReportLab leaves out."""

    def format(self, document: Any) -> bytes:
        """Write it."""
        plain: bytes = super().format(document)
        return plain.removesuffix(b"endstream\n") + b"\nendstream\n"


@dataclass(eq=False, slots=True)
class Leaf:
    """One page being drawn. Lengths in points from its lower left corner."""

    press: Press
    number: int
    ops: list[str] = field(default_factory=list)
    owners: list[Element] = field(default_factory=list)
    ink: Ink | None = None
    font: str = ""
    open: Element | None = None

    def lines(self, lines: Iterable[tuple[Line, float, float, float]], kind: str = "") -> None:
        """Draw lines of text as one text object.

        Args:
            lines: (line, x, y of its base line, width to add to each space).
            kind: for text without element, what kind of page furniture it is: "Header", "Footer".
        """
        placed = list(lines)
        for line, x, y, stretch in placed:
            self._shades(line, x, y, stretch)
        self.ops.append("BT")
        self.ink, self.font = None, ""
        for line, x, y, stretch in placed:
            self.ops.append(f"{stretch:.4g} Tw 1 0 0 1 {x:.2f} {y:.2f} Tm")
            for piece in line.pieces:
                x = self._piece(piece, x, y, stretch, kind)
        self._close()
        self.ops.append("0 Tw ET")

    def _shades(self, line: Line, x: float, y: float, stretch: float) -> None:
        """Tint what lies behind shaded letters."""
        for piece in line.pieces:
            width, seen = piece.width + stretch * piece.text.count(" "), piece.text.rstrip()
            if piece.ink.shade and seen:
                size = piece.ink.size
                shown = piece.ink.face.width(seen, size) + stretch * seen.count(" ")
                reach = 0.12 * size
                self.fill(x - reach, y - 0.26 * size, shown + 2 * reach, 1.14 * size, piece.ink.shade)
            x += width

    def _piece(self, piece: Piece, x: float, y: float, stretch: float, kind: str) -> float:
        width = piece.width + stretch * piece.text.count(" ")
        if piece.anchor:
            # Of two parts with one name the first keeps it.
            self.press.places.setdefault(piece.anchor, (self.number, x, y + piece.ink.size * 1.2))
        if not piece.text:
            return x
        self._mark(piece.element, kind)
        self._ink(piece.ink)
        raised = 0.0
        for name, shown, rise in piece.ink.face.write(piece.text, self.press.document):
            if rise != raised:
                self.ops.append(f"{piece.ink.rise + rise * piece.ink.size / 1000:.4g} Ts")
                raised = rise
            if name != self.font:
                self.ops.append(f"{name} {piece.ink.size:.5g} Tf")
                self.font = name
            self.ops.append(f"{shown} TJ")
        if raised:
            self.ops.append(f"{piece.ink.rise:.4g} Ts")
        if piece.target and piece.element is not None:
            seen = piece.ink.face.width(piece.text.rstrip(), piece.ink.size)
            foot = y + piece.ink.rise
            box = (x, foot - DESCENT * piece.ink.size, x + seen, foot + ASCENT * piece.ink.size)
            self.link(box, piece.element, piece.target, piece.alt)
        return x + width

    def _ink(self, ink: Ink) -> None:
        last = self.ink
        if last is None or last.colour != ink.colour:
            self.ops.append(f"{colour(ink.colour)} rg")
        if last is None or last.rise != ink.rise:
            self.ops.append(f"{ink.rise:.4g} Ts")
        if last is None or last.size != ink.size:
            self.font = ""
        self.ink = ink

    def _mark(self, element: Element | None, kind: str) -> None:
        if element is None:
            self._close()
            self.ops.append(_artifact(kind))
            self.open = _FURNITURE
        elif element is not self.open:
            self._close()
            self.ops.append(self._begin(element))
            self.open = element

    def _begin(self, element: Element) -> str:
        number = len(self.owners)
        self.owners.append(element)
        element.hold(Content(self.number, number))
        return f"/{element.role} <</MCID {number}>> BDC"

    def _close(self) -> None:
        if self.open is not None:
            self.ops.append("EMC")
            self.open = None

    def fill(self, x: float, y: float, width: float, height: float, tint: str, kind: str = "") -> None:
        """Fill a rectangle, as ornament."""
        self.ops.append(f"{_artifact(kind)} {colour(tint)} rg {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f EMC")

    def link(self, area: tuple[float, float, float, float], element: Element, target: str, alt: str) -> None:
        """Lay a link over an area (left, bottom, right, top)."""
        self.press.link(_Link(self, area, element, target, alt))

    def dots(self, start: float, end: float, y: float, tint: str) -> None:
        """Draw a row of dots, as ornament."""
        if end > start:
            line = f"{start:.2f} {y + 0.5:.2f} m {end:.2f} {y + 0.5:.2f} l"
            self.ops.append(f"/Artifact BMC q 0.6 w 1 J [0 3] 0 d {colour(tint)} RG {line} S Q EMC")

    def picture(self, name: str, element: Element, x: float, y: float, scale: float) -> None:
        """Draw a form of the document as the content of an element."""
        self.ops.append(f"{self._begin(element)} q {scale:.5f} 0 0 {scale:.5f} {x:.2f} {y:.2f} cm /{name} Do Q EMC")

    def image(
        self, name: str, element: Element | None, area: tuple[float, float, float, float], kind: str = ""
    ) -> None:
        """Draw an image of the document.

        Args:
            name: of the image.
            element: what holds it; None for page furniture and ornament.
            area: its left and lower edge, width and height.
            kind: what kind of page furniture it is.
        """
        x, y, width, height = area
        begin = _artifact(kind) if element is None else self._begin(element)
        self.ops.append(f"{begin} q {width:.2f} 0 0 {height:.2f} {x:.2f} {y:.2f} cm /{name} Do Q EMC")


_FURNITURE = Element("Artifact")


def _artifact(kind: str) -> str:
    return f"/Artifact <</Type /Pagination /Subtype /{kind}>> BDC" if kind else "/Artifact BMC"


def colour(tint: str) -> str:
    """Turn hex RGB into three operands."""
    return " ".join(f"{int(tint[i : i + 2], 16) / 255:.4g}" for i in (0, 2, 4))


@dataclass(eq=False, slots=True)
class Press:
    """The document being made."""

    width: float
    height: float
    top: Element
    document: Any = field(default_factory=lambda: PDFDocument(compression=1, invariant=1, pdfVersion=VERSION))
    leaves: list[Leaf] = field(default_factory=list)
    places: dict[str, tuple[int, float, float]] = field(default_factory=dict)
    links: list[_Link] = field(default_factory=list)
    forms: dict[str, Any] = field(default_factory=dict)

    def leaf(self) -> Leaf:
        """Begin a page."""
        self.leaves.append(Leaf(self, len(self.leaves)))
        return self.leaves[-1]

    def link(self, link: _Link) -> None:
        """Note a link; where it leads is known when every page is drawn."""
        link.element.hold(Linked(link.leaf.number, f"Link{len(self.links)}"))
        self.links.append(link)

    def finish(self, catalog: dict[str, Any], info: dict[str, Any], outline: Sequence[Bookmark]) -> bytes:
        """Write the file.

        Args:
            catalog: entries of the catalog that are not the pages', the tree's or the outline's.
            info: the document's properties.
            outline: bookmarks in order; no level is left out on the way down.
        """
        document = self.document
        pages = PDFDictionary({"Type": PDFName("Pages"), "Count": len(self.leaves)})
        pages["Kids"] = PDFArray([page_reference(leaf.number) for leaf in self.leaves])
        root = document.Reference(pages, "Pages")
        for leaf in self.leaves:
            self._page(leaf, root)
        for number, link in enumerate(self.links):
            document.Reference(self._annotation(link, len(self.leaves) + number), f"Link{number}")
        owners, linking = [leaf.owners for leaf in self.leaves], [link.element for link in self.links]
        tree = write_structure(document, self.top, owners, linking)
        for font in document.delayedFonts:
            font.addObjects(document)
        entries = {"Type": PDFName("Catalog"), "Pages": root, "StructTreeRoot": tree, **catalog}
        entries["MarkInfo"] = PDFDictionary({"Marked": "true"})
        if outline:
            entries |= {
                "Outlines": write_outline(document, outline, self._destination),
                "PageMode": PDFName("UseOutlines"),
            }
        return self._bytes(PDFDictionary(entries), PDFDictionary(info))

    def _bytes(self, catalog: Any, info: Any) -> bytes:
        document = self.document
        document.Catalog, document.info = catalog, info
        for thing in document.idToObject.values():
            if type(thing) is PDFStream:
                thing.__class__ = Stream
        said = "\n".join(op for leaf in self.leaves for op in leaf.ops)
        digest = sha256(said.encode() + info.format(document)).hexdigest()[:32].encode()
        document._ID = b"[<" + digest + b"><" + digest + b">]"
        data: bytes = document.format()
        return data

    def _page(self, leaf: Leaf, parent: Any) -> None:
        resources = {"Font": PDFObjectReference("BasicFonts"), "XObject": PDFDictionary(self.forms)}
        entries = {
            "Type": PDFName("Page"), "Parent": parent, "StructParents": leaf.number, "Tabs": PDFName("S"),
            "MediaBox": PDFArray([0, 0, self.width, self.height]), "Resources": PDFDictionary(resources),
            "Contents": self.document.Reference(Stream(content="\n".join(leaf.ops), filters=[PDFZCompress])),
        }  # fmt: skip
        annotations = [f"Link{n}" for n, link in enumerate(self.links) if link.leaf is leaf]
        if annotations:
            entries["Annots"] = PDFArray([PDFObjectReference(name) for name in annotations])
        self.document.Reference(PDFDictionary(entries), f"Page{leaf.number}")

    def _annotation(self, link: _Link, number: int) -> Any:
        return PDFDictionary({
            "Type": PDFName("Annot"), "Subtype": PDFName("Link"), "Rect": PDFArray([round(v, 2) for v in link.box]),
            "Border": PDFArray([0, 0, 0]), "F": 4, "StructParent": number, "Contents": PDFString(link.alt),
            "Dest": self._destination(link.target),
        })  # fmt: skip

    def _destination(self, anchor: str) -> Any:
        page, x, y = self.places[anchor]
        return PDFArray([page_reference(page), PDFName("XYZ"), round(x, 2), round(y, 2), "null"])
