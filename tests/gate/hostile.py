"""Nothing → hostile documents, each made the way an attacker makes it; big ones are packed on the fly."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
from collections.abc import Callable

from docx import Document

DOCUMENT = "word/document.xml"
RELS = "word/_rels/document.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
Change = Callable[[bytes], bytes]


def plain() -> bytes:
    page = io.BytesIO()
    document = Document()
    document.add_paragraph("A bridge was opened in 1920.")
    document.save(page)
    return page.getvalue()


def changed(change: dict[str, Change] | None = None, more: dict[str, bytes] | None = None) -> bytes:
    page = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(plain())) as old, zipfile.ZipFile(page, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, (change or {}).get(name, lambda p: p)(part))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for name, part in (more or {}).items():
                new.writestr(name, part)
    return page.getvalue()


def with_doctype(doctype: bytes, body: bytes = b"") -> bytes:
    def change(part: bytes) -> bytes:
        head, _, rest = part.partition(b"?>")
        run = b"<w:body><w:p><w:r><w:t>" + body + b"</w:t></w:r></w:p>"
        return head + b"?>" + doctype + rest.replace(b"<w:body>", run, 1)

    return changed({DOCUMENT: change})


def with_body(body: bytes) -> bytes:
    return changed({DOCUMENT: lambda part: part.replace(b"<w:body>", b"<w:body>" + body, 1)})


def with_link(kind: str, target: str) -> bytes:
    link = f'<Relationship Id="x" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="External"/></Relationships>'
    return changed({RELS: lambda part: part.replace(b"</Relationships>", link.encode())})


def bomb(name: str, megabytes: int) -> bytes:
    page = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(plain())) as old, zipfile.ZipFile(page, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        with new.open(name, "w", force_zip64=True) as stream:
            head, tail = old.read(name).split(b"<w:body>") if name == DOCUMENT else (b"", b"")
            stream.write(head + b"<w:body>" if head else b"")
            for _ in range(megabytes):
                stream.write(b" " * (1 << 20))
            stream.write(tail)
    return page.getvalue()


def with_lying_size() -> bytes:
    content = bytearray(bomb("word/media/z.bin", 16))
    struct.pack_into("<L", content, content.rfind(b"PK\x01\x02") + 24, 100)
    return bytes(content)


def with_macros() -> bytes:
    link = f'<Relationship Id="v" Type="{OFFICE}/vbaProject" Target="vbaProject.bin"/></Relationships>'.encode()
    change: dict[str, Change] = {RELS: lambda part: part.replace(b"</Relationships>", link)}
    return changed(change, {"word/vbaProject.bin": b"macro"})


def with_utf16_doctype() -> bytes:
    def change(part: bytes) -> bytes:
        head = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE d [<!ENTITY a "b">]>'
        return (head + part.decode().split("?>", 1)[1]).encode("utf-16")

    return changed({DOCUMENT: change})


def with_split_field() -> bytes:
    run = b"<w:r>%s</w:r>"
    code = [b'<w:fldChar w:fldCharType="begin"/>', b"<w:instrText>INCLUDE</w:instrText>"]
    code += [b'<w:instrText>PICTURE "http://x/"</w:instrText>', b'<w:fldChar w:fldCharType="end"/>']
    return with_body(b"<w:p>" + b"".join(run % c for c in code) + b"</w:p>")


def encrypted() -> bytes:
    content = bytearray(plain())
    struct.pack_into("<H", content, content.find(b"PK\x01\x02") + 8, 1)
    return bytes(content)


LAUGHS = b'<!ENTITY a0 "lol">' + b"".join(b'<!ENTITY a%d "%s">' % (i, b"&a%d;" % (i - 1) * 10) for i in range(1, 10))

HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "entity of a file": (
        lambda: with_doctype(b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>', b"&x;"),
        "DOCTYPE",
    ),
    "parameter entity": (lambda: with_doctype(b'<!DOCTYPE d [<!ENTITY % p SYSTEM "file:///p.dtd"> %p;]>'), "DOCTYPE"),
    "outside DTD": (lambda: with_doctype(b'<!DOCTYPE d SYSTEM "http://127.0.0.1/evil.dtd">'), "DOCTYPE"),
    "billion laughs": (lambda: with_doctype(b"<!DOCTYPE d [" + LAUGHS + b"]>", b"&a9;"), "DOCTYPE"),
    "quadratic": (
        lambda: with_doctype(b'<!DOCTYPE d [<!ENTITY a "' + b"A" * 100_000 + b'">]>', b"&a;" * 20_000),
        "DOCTYPE",
    ),
    "UTF-16 DOCTYPE": (with_utf16_doctype, "DOCTYPE"),
    "bomb in the text": (lambda: bomb(DOCUMENT, 256), "unpacks to over 200 times its size"),
    "bomb in a picture": (lambda: bomb("word/media/z.bin", 256), "unpacks to over 200 times its size"),
    "bomb of elements": (lambda: with_body(b"<w:p/>" * 3_000_000), "unpacks to over 200 times its size"),
    "a million elements": (
        lambda: with_body(b"".join(b'<w:p w:x="%d"/>' % i for i in range(1_000_001))),
        "1,000,000 XML",
    ),
    "deep nesting": (lambda: with_body(b"<w:p>" * 10_000 + b"</w:p>" * 10_000), "nested more than 200 deep"),
    "many parts": (lambda: changed(more={f"word/media/x{i}": b"" for i in range(4000)}), "parts, more than 4,000"),
    "lying size": (with_lying_size, "is damaged: “word/media/z.bin” cannot be unpacked"),
    "slip out": (lambda: changed(more={"../../evil.txt": b"x"}), "unpacked elsewhere"),
    "absolute name": (lambda: changed(more={"/evil.txt": b"x"}), "unpacked elsewhere"),
    "part twice": (lambda: changed(more={DOCUMENT: b"<x/>"}), "twice"),
    "outside picture": (lambda: with_link("image", "http://127.0.0.1/track.png"), "fetches from outside (image"),
    "outside template": (lambda: with_link("attachedTemplate", "http://127.0.0.1/t.dotm"), "fetches from outside"),
    "template on a share": (lambda: with_link("attachedTemplate", "\\\\127.0.0.1\\t.dotm"), "fetches from outside"),
    "outside object": (lambda: with_link("oleObject", "\\\\127.0.0.1\\x"), "fetches from outside"),
    "script link": (lambda: with_link("hyperlink", "javascript:alert(1)"), "fetches from outside"),
    "macros": (with_macros, "holds macros"),
    "field split over runs": (with_split_field, "a field that fetches from outside (INCLUDEPICTURE)"),
    "simple field": (lambda: with_body(b'<w:p><w:fldSimple w:instr="DDEAUTO cmd x"/></w:p>'), "(DDEAUTO)"),
    "cut off": (lambda: plain()[: len(plain()) // 2], "is damaged, cut off"),
    "no zip": (lambda: b"MZ" + bytes(range(256)) * 16, "is damaged, cut off"),
    "zip of something else": (lambda: b"PK\x05\x06" + b"\0" * 18, "no Office document"),
    "password in the zip": (encrypted, "is protected by a password; save it without one"),
    "password in OLE": (
        lambda: bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 4096,
        "an old .doc or protected by a password",
    ),
    "torn XML": (lambda: with_body(b"<w:p>"), "not well-formed"),
    "empty": (lambda: b"", "is empty"),
}
"""Name → (what makes it, what the refusal says)."""
