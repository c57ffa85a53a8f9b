"""File → Template, or the same file as a document ready to be filled. Nothing unsafe or broken reaches python-docx."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from xml.parsers import expat

from docx import Document as parse_document
from docx.document import Document

from briefgen.errors import EditorialError, Remark
from briefgen.model.look import Template
from briefgen.model.source import File
from briefgen.word.elements import element
from briefgen.word.look import accent_of, read_look
from briefgen.word.styles import lend_styles

ORDER = (
    "front", "changed", "bottom-line", "key-points", "key-figures", "sections", "limits", "source", "annex", "notes",
)  # fmt: skip
"""The parts of a paper in the order a template has that says nothing else."""

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_TYPES = "[Content_Types].xml"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}.main+xml"
_MEND = "save it in Word as a Word document (.docx)"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a template may hold, unpacked."""

    file: int = 50 << 20
    members: int = 4000
    total: int = 200 << 20
    ratio: int = 200
    ratio_floor: int = 1 << 20
    """Bytes below which a member may be packed as tightly as it likes."""
    elements: int = 500_000
    depth: int = 200


LIMITS = Limits()


def open_template(file: File) -> Template:
    """Open a Word template and read its look.

    Raises:
        EditorialError: it is no Word document, damaged, protected, holds macros or is too large.
    """
    document, remarks = open_document(file)
    return Template(file, read_look(document), ORDER, remarks)


def open_document(file: File) -> tuple[Document, tuple[Remark, ...]]:
    """Open a template as a document that has every style a paper uses, with remarks on what was lent.

    Raises:
        EditorialError: it is no Word document, damaged, protected, holds macros or is too large.
    """
    content = _checked(file)
    try:
        document = parse_document(io.BytesIO(content))
        if not document.sections:
            document.element.body.append(element("sectPr"))
        remarks = lend_styles(document, file.name, accent_of(document))
        read_look(document)
    except Exception as error:
        # python-docx answers a damaged package with whatever its own code trips over.
        raise EditorialError(file.name, "is damaged: Word’s parts in it do not fit together", _MEND) from error
    return document, _outside(document, file.name) + remarks


def _checked(file: File) -> bytes:
    """Give a package that may be parsed, its main part typed as a document."""
    _refuse_foreign(file)
    try:
        with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
            _refuse_oversize(file.name, archive)
            members = [(name, archive.read(name)) for name in archive.namelist()]
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise EditorialError(file.name, "is damaged: it cannot be unpacked", "fetch or save it anew") from error
    parts = dict(members)
    if _TYPES not in parts:
        raise EditorialError(file.name, "is a zip but not a Word document", _MEND)
    _refuse_kind(file.name, parts)
    _refuse_markup(file.name, parts)
    return _as_document(members, file.content)


def _refuse_foreign(file: File) -> None:
    """Refuse what is no zip at all, and say what it is instead."""
    content = file.content
    if not content:
        raise EditorialError(file.name, "is empty", _MEND)
    if content.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise EditorialError(file.name, "has a password", "save it in Word without one")
        raise EditorialError(file.name, "is a Word 97–2003 .doc", _MEND)
    if not content.startswith(b"PK"):
        raise EditorialError(file.name, "is not a Word document", _MEND)
    if len(content) > LIMITS.file:
        raise EditorialError(file.name, f"is larger than {LIMITS.file >> 20} MB", "shrink the pictures in it")


def _refuse_oversize(where: str, archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    names = {m.filename.casefold() for m in members}
    if len(names) < len(members):
        raise EditorialError(where, "is damaged: a part is in it twice", _MEND)
    packed = [m for m in members if m.file_size > max(LIMITS.ratio_floor, LIMITS.ratio * m.compress_size)]
    if packed or len(members) > LIMITS.members or sum(m.file_size for m in members) > LIMITS.total:
        raise EditorialError(where, "unpacks to far more than a template needs", "use another file")


def _refuse_kind(where: str, parts: dict[str, bytes]) -> None:
    types = parts[_TYPES]
    if b"macroEnabled" in types or any(name.endswith("vbaProject.bin") for name in parts):
        raise EditorialError(where, "holds macros", _MEND)
    if not any(_MAIN.format(kind).encode() in types for kind in ("document", "template")):
        raise EditorialError(where, "is not a Word document, though packed like one", _MEND)


def _refuse_markup(where: str, parts: dict[str, bytes]) -> None:
    """Walk every XML part once with expat, which holds no tree: DOCTYPEs, floods and broken markup end here."""
    budget = LIMITS.elements
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            budget -= _walk(where, name, content, budget)


def _walk(where: str, name: str, content: bytes, budget: int) -> int:
    count = depth = 0

    def begin(tag: str, attributes: dict[str, str]) -> None:
        nonlocal count, depth
        count, depth = count + 1, depth + 1
        if count > budget or depth > LIMITS.depth:
            raise EditorialError(where, f"holds far more than a template needs, in {name}", "use another file")

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1

    def declare(*_: object) -> None:
        raise EditorialError(where, f"has a DOCTYPE in {name}, which no Word document has", _MEND)

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler, parser.StartDoctypeDeclHandler = begin, end, declare
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError) as error:
        raise EditorialError(where, f"is damaged: {name} cannot be read", "fetch or save it anew") from error
    return count


def _as_document(members: list[tuple[str, bytes]], content: bytes) -> bytes:
    """Type a .dotx as a .docx: nothing else differs, and python-docx opens only the latter."""
    template, document = _MAIN.format("template").encode(), _MAIN.format("document").encode()
    if template not in dict(members)[_TYPES]:
        return content
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, part in members:
            archive.writestr(name, part.replace(template, document) if name == _TYPES else part)
    return buffer.getvalue()


def _outside(document: Document, where: str) -> tuple[Remark, ...]:
    """Remark on pictures and templates that lie outside the file; they are never fetched."""
    found = []
    for part in document.part.package.iter_parts():
        for relation in part.rels.values():
            kind = relation.reltype.rpartition("/")[2]
            if relation.is_external and kind != "hyperlink":
                target = re.sub(r"[^\x20-\x7e]", "?", relation.target_ref)[:60]
                found.append(Remark(where, f"points to a {kind} outside itself ({target}), which is not fetched"))
    return tuple(found)
