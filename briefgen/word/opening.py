"""File → Template, or the same file as a document ready to be filled. Nothing unsafe or broken reaches python-docx."""

from __future__ import annotations

import io
import zipfile

from docx import Document as parse_document
from docx.document import Document

from briefgen.errors import EditorialError, Remark
from briefgen.gate.markup import Refusal
from briefgen.gate.packages import inspect_package
from briefgen.model.look import Template
from briefgen.model.source import File
from briefgen.word.controls import check_misplaced
from briefgen.word.elements import element
from briefgen.word.endnotes import prepare_endnotes
from briefgen.word.look import accent_of, read_look
from briefgen.word.names import ORDER
from briefgen.word.parts import has_tags, lost_parts, read_slots
from briefgen.word.properties import check_properties
from briefgen.word.styles import lend_styles
from briefgen.word.tags import check_tags

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_TYPES = "[Content_Types].xml"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}.main+xml"
_ALL = "`briefgen template check FILE` lists all that is wrong with it"
_LOST = "has the grey samples of its parts and no places for them any more, as after saving in LibreOffice"
_KEEP = "the usual order of the parts is taken; shape it in Word, or put tags such as {{ key_points }}"
_MEND = "save it in Word as a Word document (.docx)"


def open_template(file: File) -> Template:
    """Open a Word template and read its look.

    Raises:
        EditorialError: it is no Word document, damaged, protected, holds macros or is too large, or a tag or a part's
            place is wrong.
    """
    document, remarks = open_document(file)
    faults = (*check_tags(document, file.name), *check_misplaced(document, file.name))
    found = [fault.remark for fault in faults] + list(check_properties(document, file.name))
    if found:
        first, more = found[0], len(found) - 1
        what = f"{first.what} (and {more} more)" if more else first.what
        raise EditorialError(first.where, what, "; ".join(filter(None, (first.mend, _ALL))))
    order = tuple(slot.name for slot in read_slots(document))
    look = read_look(document)
    if look.cover is not None and set(order) <= {"title"} and not has_tags(document.element.body):
        # A cover says nothing of the parts behind it: they stand in their usual order.
        return Template(file, look, (*order, *ORDER), remarks, furnished=True)
    furnished = (bool(order) and order != ("title",)) or has_tags(document.element.body)
    if not furnished and lost_parts(document):
        remarks = (*remarks, Remark(file.name, _LOST, _KEEP))
    return Template(file, look, order if furnished else ORDER, remarks, furnished)


def open_document(file: File) -> tuple[Document, tuple[Remark, ...]]:
    """Open a template as a document that has every style a paper uses, with remarks on what was lent.

    Raises:
        EditorialError: it is no Word document, damaged, protected, holds macros or is too large.
    """
    content = admit(file)
    try:
        document = parse_document(io.BytesIO(content))
        if not document.sections:
            document.element.body.append(element("sectPr"))
        remarks = lend_styles(document, file.name, accent_of(document))
        read_look(document)
        # Read for what it trips over only: what is wrong with the tags is said by those who open it to be filled.
        tuple(check_properties(document, file.name))
        prepare_endnotes(document)
        # What cannot be saved unchanged could not be saved as a paper either.
        document.save(io.BytesIO())
    except Exception as error:
        # python-docx answers a damaged package with whatever its own code trips over.
        raise EditorialError(file.name, "is damaged: Word’s parts in it do not fit together", _MEND) from error
    return document, remarks


def admit(file: File) -> bytes:
    """Give a package that may be parsed, its main part typed as a document.

    Raises:
        EditorialError: it is no Word document, damaged, protected, holds macros or is too large.
    """
    _refuse_foreign(file)
    try:
        inspect_package(file.content, office=True)
    except Refusal as refusal:
        raise EditorialError(file.name, str(refusal), refusal.mend) from refusal
    with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]
    types = dict(members)[_TYPES]
    if b"macroEnabled" in types:
        raise EditorialError(file.name, "holds macros", _MEND)
    if not any(_MAIN.format(kind).encode() in types for kind in ("document", "template")):
        raise EditorialError(file.name, "is not a Word document, though packed like one", _MEND)
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
