from __future__ import annotations

import io
import zipfile

import pytest

from briefgen.errors import SourceError
from briefgen.gate import admit
from briefgen.model.source import File
from briefgen.readers.epub import read_epub
from tests.readers.drawing import drawn

CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>
<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""


def epub(pages: dict[str, str], **more: str) -> File:
    items = "".join(f'<item id="i{i}" href="{n}" media-type="application/xhtml+xml"/>' for i, n in enumerate(pages))
    spine = "".join(f'<itemref idref="i{i}"/>' for i in range(len(pages)))
    opf = f'<package xmlns="http://www.idpf.org/2007/opf"><manifest>{items}</manifest><spine>{spine}</spine></package>'
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml", CONTAINER)
        book.writestr("OPS/book.opf", opf)
        for name, body in pages.items():
            head = '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml">'
            book.writestr(f"OPS/{name}", f"{head}<head><title>x</title></head><body>{body}</body></html>")
        for name, body in more.items():
            book.writestr(name, body)
    return File("a.epub", content.getvalue())


NOTEREF = '<a epub:type="noteref" href="../notes.xhtml#n1">1</a>'
MARK = '<a id="r1" href="../notes.xhtml#n2">1</a>'
BACK = '<a href="text/two.xhtml#r1">1</a>'


def test_chapters_are_read_in_order_and_notes_of_another_page_are_found():
    pages = {
        "text/one.xhtml": f"<h1>One</h1><p>A bridge.{NOTEREF}</p>",
        "text/two.xhtml": f"<h1>Two</h1><p>A ferry.{MARK}</p>",
        "notes.xhtml": f"<h2>Notes</h2><p id='n1'>1. Smith.</p><p id='n2'>{BACK} Jones.</p>",
    }
    read = read_epub(admit(epub(pages)))
    assert drawn(read) == ["#One", "A bridge.⟦1⟧", "#Two", "A ferry.⟦1⟧"]
    assert [(n.label, n.text) for n in read.notes] == [("1", "Smith."), ("1", "Jones.")]
    assert [g.run for g in read.given] == ["1", "2"]


def test_equal_names_on_two_pages_are_two():
    page = '<p>A.<a epub:type="noteref" href="#n1">1</a></p><aside epub:type="footnote" id="n1">{}</aside>'
    read = read_epub(epub({"one.xhtml": page.format("Smith."), "two.xhtml": page.format("Jones.")}))
    assert [n.text for n in read.notes] == ["Smith.", "Jones."]


def test_a_protected_book_is_refused():
    book = epub({"one.xhtml": "<p>x</p>"}, **{"META-INF/encryption.xml": "<encryption/>"})
    with pytest.raises(SourceError, match=r"a\.epub: is protected against copying"):
        read_epub(book)


def test_a_package_that_is_no_book_is_refused():
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as book:
        book.writestr("a.txt", "x")
    with pytest.raises(SourceError, match=r"a\.epub: is no e-book, or damaged"):
        read_epub(File("a.epub", content.getvalue()))
