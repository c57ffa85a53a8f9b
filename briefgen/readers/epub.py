"""An e-book → Sheet: its chapters in the order of its spine, laid end to end as one page, then read as one."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from briefgen.errors import SourceError
from briefgen.model.source import File
from briefgen.readers.html import Node, parse_html, read_tree, settable
from briefgen.readers.sheet import Sheet

_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_OPF = "{http://www.idpf.org/2007/opf}"
_DECLARATION = re.compile(r"\A\ufeff?\s*<\?xml[^>]*\?>")


def read_epub(file: File) -> Sheet:
    """Lay an e-book flat. It must have come through the gate.

    Raises:
        SourceError: no e-book, protected, or without text.
    """
    with zipfile.ZipFile(io.BytesIO(file.content)) as book:
        if "META-INF/encryption.xml" in book.namelist() and b"font" not in book.read("META-INF/encryption.xml").lower():
            raise SourceError(file.name, "is protected against copying", "get a copy without protection")
        try:
            pages = list(_pages(book))
        except (KeyError, etree.XMLSyntaxError) as fault:
            raise SourceError(file.name, "is no e-book, or damaged", "save it anew as .epub") from fault
        whole = etree.Element("div")
        for name, content in pages:
            whole.append(_page(content, name, file.name))
    return read_tree(whole, file.name)


def _pages(book: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Go through the pages in reading order, but for the table of contents."""
    container = _parse(book.read("META-INF/container.xml"))
    package = next((root.get("full-path", "") for root in container.iter(f"{_CONTAINER}rootfile")), "")
    root = _parse(book.read(package))
    items = {item.get("id"): item for item in root.iter(f"{_OPF}item")}
    for reference in root.iter(f"{_OPF}itemref"):
        item = items.get(reference.get("idref"))
        if item is not None and "nav" not in item.get("properties", "").split():
            name = posixpath.normpath(posixpath.join(posixpath.dirname(package), unquote(item.get("href", ""))))
            yield name, book.read(name).decode("utf-8", "replace")


def _page(content: str, name: str, book: str) -> Node:
    """Parse a page; its names are made those of the whole book."""
    root = parse_html(_DECLARATION.sub("", content), book)
    body = next(root.iter("body"), root)
    body.tag = "div"
    body.set("id", settable(name))
    for node in body.iter("*"):
        for key in ("id", "name"):
            if node.get(key) and node is not body:
                node.set(key, settable(f"{name}#{node.get(key)}"))
        if node.tag == "a" and node.get("href"):
            path, _, fragment = unquote(node.get("href", "")).partition("#")
            if ":" not in path:
                target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
                node.set("href", settable(f"#{target}#{fragment}" if fragment else f"#{target}"))
    return body


def _parse(content: bytes) -> Node:
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
