"""Document, properties → bytes that depend on nothing else; and the manifest read back from such bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time

from docx import Document as parse_document
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml.ns import nsmap, qn
from lxml import etree

from briefgen.word.elements import cleaned

_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_LONGEST = 255
"""Characters a core property may have; python-docx holds to it."""


def pack(members: Iterable[tuple[str, bytes]], day: date) -> bytes:
    """Zip parts, every one dated to the day."""
    stamp = max(day, date(1980, 1, 1))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members:
            info = zipfile.ZipInfo(name, (stamp.year, stamp.month, stamp.day, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            info.create_system = 3
            archive.writestr(info, content)
    return buffer.getvalue()


def save(document: Document, day: date) -> bytes:
    """Serialise a document; its dates and those of its parts are the day's."""
    moment = datetime.combine(day, time(), UTC).replace(tzinfo=None)
    core = document.core_properties
    core.created = core.modified = moment
    core.revision = 1
    core.last_modified_by = core.author
    _drop_session_ids(document)
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        return pack([(name, archive.read(name)) for name in archive.namelist()], day)


def describe(document: Document, **properties: str) -> None:
    """Set core properties: title, subject, author, keywords, language, comments, category."""
    for name, text in properties.items():
        setattr(document.core_properties, name, cleaned(text)[:_LONGEST])


def stamp(document: Document, manifest: Mapping[str, str]) -> None:
    """Write the manifest into the custom properties; those of the template stay."""
    package = document.part.package
    try:
        part: Part | None = package.part_related_by(RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
        root = _custom_root(part.blob) if part is not None else _new_root()
    except KeyError:
        part, root = None, _new_root()
    for name, text in manifest.items():
        for old in [p for p in root if p.get("name") == name]:
            root.remove(old)
        number = 1 + max((int(pid) for p in root if (pid := p.get("pid", "")).isdecimal()), default=1)
        item = etree.SubElement(root, f"{{{_CUSTOM}}}property", fmtid=_FORMAT_ID, pid=str(number), name=name)
        etree.SubElement(item, f"{{{_TYPES}}}lpwstr").text = cleaned(text)
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    if part is None:
        part = Part(PackURI("/docProps/custom.xml"), _CUSTOM_TYPE, blob, package)
        package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
    else:
        part._blob = blob


def read_manifest(content: bytes) -> dict[str, str]:
    """Read the custom properties of a document that came through the gate."""
    package = parse_document(io.BytesIO(content)).part.package
    try:
        root = _custom_root(package.part_related_by(RELATIONSHIP_TYPE.CUSTOM_PROPERTIES).blob)
    except KeyError:
        return {}
    return {str(item.get("name")): "".join(map(str, item.itertext())) for item in root}


def _new_root() -> etree._Element:
    return etree.fromstring(f'<Properties xmlns="{_CUSTOM}" xmlns:vt="{_TYPES}"/>')


def _custom_root(blob: bytes) -> etree._Element:
    return etree.fromstring(blob, etree.XMLParser(resolve_entities=False, no_network=True))


def _drop_session_ids(document: Document) -> None:
    """Drop Word's marks of editing sessions: they would tell one saving from the next."""
    for old in document.settings.element.findall(qn("w:rsids")):
        document.settings.element.remove(old)
    prefix = f"{{{nsmap['w']}}}rsid"
    for part in document.part.package.iter_parts():
        for node in part.element.iter(etree.Element) if isinstance(part, XmlPart) else ():
            for name in [name for name in node.attrib if name.startswith(prefix)]:
                del node.attrib[name]
