"""Document, fonts → the fonts travel in it, obfuscated as ECMA-376 17.8.1 has it, so that every reader shows them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID, uuid5

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from briefgen.fonts import families, is_usable
from briefgen.model.source import File
from briefgen.word.elements import Node, element, insert, read, remove

_OBFUSCATED = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_SPACE = UUID("6f1d2f8e-6d0c-5c39-9c1b-0d6a7b1f5e42")
"""Of the keys, which are made from the fonts' own bytes."""
_SHAPES = {
    (False, False): "embedRegular", (True, False): "embedBold", (False, True): "embedItalic",
    (True, True): "embedBoldItalic",
}  # fmt: skip
_HIDDEN = 32
"""Bytes at the front of a font that are obfuscated."""


@dataclass(frozen=True, slots=True)
class Embedded:
    """One font to travel in a document."""

    family: str
    bold: bool
    italic: bool
    content: bytes


def embed_fonts(document: Document, fonts: tuple[Embedded, ...], used: Collection[str], *, subset: bool) -> None:
    """Put fonts into a document; those of the same families that it had give way, and those of families not used.

    Args:
        document: what they travel in.
        fonts: what is put in.
        used: families of the document's styles.
        subset: whether they have the document's own characters only, so that Word lets nobody type in them.
    """
    table, root = _font_table(document)
    taken = {str(part.partname) for part in document.part.package.iter_parts()}
    names = (name for n in range(1, 1000) if (name := f"/word/fonts/font{n}.odttf") not in taken)
    rows: dict[str, Node] = {read(row, "name"): row for row in root}
    brought = {font.family for font in fonts}
    for row in root:
        if read(row, "name") in brought or read(row, "name") not in used:
            _strip(table, row)
    for family in dict.fromkeys(font.family for font in fonts):
        row = rows.setdefault(family, element("font", name=family))
        if row.getparent() is None:
            root.append(row)
        ours = sorted((f for f in fonts if f.family == family), key=lambda f: (f.italic, f.bold))
        for font in ours:
            row.append(_entry(table, font, PackURI(next(names)), subset))
    table._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    _say_so(document)


def drop_fonts(document: Document) -> None:
    """Take out the fonts that travel in a document."""
    table, root = _font_table(document)
    for row in root:
        _strip(table, row)
    table._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    for tag in ("embedTrueTypeFonts", "saveSubsetFonts"):
        for old in document.settings.element.findall(qn(f"w:{tag}")):
            remove(old)


def _strip(table: Part, row: Node) -> None:
    """Take the fonts of one family out."""
    for child in [c for c in row if c.get(_RELATION) is not None]:
        table.rels.pop(str(child.get(_RELATION)), None)
        row.remove(child)


def families_embedded(document: Document) -> Mapping[str, tuple[str, ...]]:
    """List the fonts that travel in a document: family → shapes."""
    _, root = _font_table(document)
    rows = {read(row, "name"): tuple(c.tag.rpartition("}")[2] for c in row if c.get(_RELATION)) for row in root}
    return {family: shapes for family, shapes in rows.items() if shapes}


def fonts_within(document: Document) -> tuple[File, ...]:
    """Give the fonts that travel in a document and that text can be set in; families of ours are left out."""
    table, root = _font_table(document)
    ours = {name.lower() for name in families()}
    found = []
    for row in root:
        for entry in row if read(row, "name").lower() not in ours else ():
            relation = table.rels.get(str(entry.get(_RELATION)))
            if relation is not None and not relation.is_external:
                content = _plain(relation.target_part.blob, read(entry, "fontKey"))
                found.append(File(str(relation.target_part.partname).strip("/"), content))
    return tuple(file for file in found if is_usable(file))


def _plain(content: bytes, key: str) -> bytes:
    try:
        return obfuscated(content, UUID(key))
    except ValueError:
        return content


def _font_table(document: Document) -> tuple[Part, Node]:
    try:
        part = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    except KeyError:
        empty = f"<w:fonts {nsdecls('w', 'r')}/>".encode()
        package = document.part.package
        part = Part(PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE, empty, package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FONT_TABLE)
    return part, etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))


def _entry(table: Part, font: Embedded, name: PackURI, subset: bool) -> Node:
    key = uuid5(_SPACE, font.content.hex())
    part = Part(name, _OBFUSCATED, obfuscated(font.content, key), table.package)
    entry = element(_SHAPES[font.bold, font.italic], fontKey=f"{{{str(key).upper()}}}")
    if subset:
        entry.set(qn("w:subsetted"), "1")
    entry.set(_RELATION, table.relate_to(part, RELATIONSHIP_TYPE.FONT))
    return entry


def obfuscated(content: bytes, key: UUID) -> bytes:
    """Turn a font's first bytes with its key; turned again they are what they were (ECMA-376 17.8.1)."""
    turned = bytes(c ^ k for c, k in zip(content[:_HIDDEN], key.bytes[::-1] * 2, strict=False))
    return turned + content[_HIDDEN:]


def _say_so(document: Document) -> None:
    """Tell Word to keep the fonts in the file when it saves it."""
    settings = document.settings.element
    for tag in ("embedTrueTypeFonts", "saveSubsetFonts"):
        if settings.find(qn(f"w:{tag}")) is None:
            behind = ("writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime",
                      "doNotDisplayPageBoundaries", "displayBackgroundShape", "printPostScriptOverText",
                      "printFractionalCharacterWidth", "printFormsData", "embedTrueTypeFonts")  # fmt: skip
            insert(settings, element(tag), behind)
