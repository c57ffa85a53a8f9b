"""Document properties with tags in them → the same, filled. They hold values only, no loops."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from lxml import etree

from briefgen.errors import EditorialError, Remark, nearest
from briefgen.sandbox import evaluate, fields_in, names_in
from briefgen.word.elements import cleaned
from briefgen.word.names import VALUES
from briefgen.word.paragraphs import Tag, TagFault, scan

_CORE = ("title", "subject", "author", "keywords", "comments", "category", "content_status")
_MARKS = ("{{", "{%", "{#", "}}")


def fill_properties(document: Document, name: str, values: Mapping[str, object]) -> dict[str, str]:
    """Fill the tags of a document's own properties, and give those of its core properties that held any.

    Args:
        name: of the template, for errors.

    Raises:
        EditorialError: a tag cannot be read or has no value; a check before says so.
    """
    part, texts = _custom(document)
    for node in texts:
        if part is not None and _tagged(node.text or ""):
            node.text = cleaned(_filled(name, node.text or "", values))
            part._blob = etree.tostring(node.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
    return {which: _filled(name, text, values) for which, text in _core(document).items() if _tagged(text)}


def check_properties(document: Document, name: str) -> Iterator[Remark]:
    """Find everything wrong with the tags of a document's properties.

    Args:
        name: of the template, for places.
    """
    own = {str(next(node.iterancestors()).get("name")): node.text or "" for node in _custom(document)[1]}
    for which, text in {**own, **_core(document)}.items():
        where = f"{name}, property “{cleaned(which)[:40]}”"
        for what, mend in _faults(where, text) if _tagged(text) else ():
            yield Remark(where, what, mend)


def _core(document: Document) -> dict[str, str]:
    return {which: str(getattr(document.core_properties, which) or "") for which in _CORE}


def _custom(document: Document) -> tuple[Part | None, list[etree._Element]]:
    """Find the texts of the custom properties, each a child of its property, and the part they are in."""
    try:
        part = document.part.package.part_related_by(RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
    except KeyError:
        return None, []
    root = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
    return part, [text for one in root for text in one if text.tag.endswith(("}lpwstr", "}lpstr"))]


def _tagged(text: str) -> bool:
    return any(mark in text for mark in _MARKS)


def _faults(where: str, text: str) -> Iterator[tuple[str, str]]:
    try:
        tags = scan(text)
    except TagFault as fault:
        yield str(fault).replace("in this paragraph", "in it"), ""
        return
    for tag in tags:
        yield from _fault(where, tag)


def _fault(where: str, tag: Tag) -> Iterator[tuple[str, str]]:
    if tag.kind == "statement":
        yield f"“{{% {tag.body[:40]} %}}” stands in a property", "properties hold values only, such as {{ title }}"
    elif tag.kind == "value":
        try:
            used, behind = names_in(where, tag.body), fields_in(where, tag.body)
        except EditorialError as error:
            yield error.remark.what, error.remark.mend
            return
        yield from ((f"“{name}” has no “{wanted}”", "a property holds values only") for name, wanted in sorted(behind))
        known = [value for value in VALUES if value != "sections"]
        yield from ((f"no value is called “{used_}”", nearest(used_, known)) for used_ in sorted(used - set(known)))


def _filled(name: str, text: str, values: Mapping[str, object]) -> str:
    made, at = "", 0
    try:
        tags = scan(text)
    except TagFault as fault:
        raise EditorialError(name, str(fault), "`briefgen template check` shows where") from fault
    for tag in tags:
        made += text[at : tag.start]
        if tag.kind == "value":
            found = evaluate(name, tag.body, values)
            made += ", ".join(map(str, found)) if isinstance(found, tuple) else str(found)
        at = tag.end
    return made + text[at:]
