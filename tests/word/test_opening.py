"""Templates are opened or refused, one line each; what a file lacks is lent and said."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from contextlib import suppress
from copy import deepcopy

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from briefgen.errors import EditorialError
from briefgen.model.look import CHARACTER_STYLE_OF, STYLE_OF
from briefgen.model.source import File
from briefgen.word.opening import open_document, open_template
from briefgen.word.styles import id_of
from tests.paths import TEMPLATES

SHIPPED = File("brief.docx", (TEMPLATES / "brief.docx").read_bytes())
OLE = bytes.fromhex("D0CF11E0A1B11AE1")
MAIN = b"wordprocessingml.document.main+xml"


def repacked(change: Callable[[str, bytes], bytes | None], more: tuple[tuple[str, bytes], ...] = ()) -> File:
    """Change the parts of the shipped template; None drops one."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(SHIPPED.content)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = change(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
        for name, content in more:
            new.writestr(name, content)
    return File("mine.docx", buffer.getvalue())


def with_part(wanted: str, content: bytes | None) -> File:
    return repacked(lambda name, old: content if name == wanted else old)


def zipped(**parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def test_the_shipped_template_opens_without_a_remark() -> None:
    template = open_template(SHIPPED)
    assert template.remarks == ()
    assert template.order[:2] == ("title", "front")
    assert template.order[-1] == "notes"


REFUSED = {
    "nothing in it": (b"", "is empty"),
    "a text": (b"Dear reader", "is not a Word document"),
    "an old .doc": (OLE + bytes(600), ".doc"),
    "a password": (OLE + bytes(500) + "EncryptedPackage".encode("utf-16-le"), "has a password"),
    "cut off": (SHIPPED.content[:3000], "is damaged"),
    "bytes turned": (SHIPPED.content[:2000] + bytes(40) + SHIPPED.content[2040:], "is damaged"),
    "another zip": (zipped(a="b"), "[Content_Types].xml"),
    "a spreadsheet": (zipped(**{"[Content_Types].xml": "<Types/>"}), "though packed like one"),
    "macros": (repacked(lambda n, c: c.replace(MAIN, b"ms-word.document.macroEnabled.main+xml")).content, "macros"),
    "a part twice": (repacked(lambda n, c: c, (("WORD/document.xml", b"<a/>"),)).content, "twice"),
    "a DOCTYPE": (with_part("word/styles.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>").content, "DOCTYPE"),
    "broken markup": (with_part("word/styles.xml", b"<a><b></a>").content, "not well-formed"),
    "no relations": (with_part("_rels/.rels", None).content, "is damaged"),
    "no body": (with_part("word/document.xml", b"<a/>").content, "is damaged"),
}


@pytest.mark.parametrize(("content", "said"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_template_is_refused_in_one_line(content: bytes, said: str) -> None:
    with pytest.raises(EditorialError) as refusal:
        open_template(File("mine.docx", content))
    line = str(refusal.value)
    assert refusal.value.exit_code == 4
    assert said in line
    assert line.startswith("mine.docx: ")
    assert "\n" not in line
    assert refusal.value.remark.mend


def test_a_part_that_unpacks_to_a_flood_is_refused_before_it_is_parsed() -> None:
    flood = repacked(lambda n, c: c, (("word/media/image1.bin", bytes(40 << 20)),))
    assert len(flood.content) < 200_000
    with pytest.raises(EditorialError, match="unpacks to over 200 times its size"):
        open_template(flood)


def test_millions_of_empty_paragraphs_are_refused_before_they_are_parsed() -> None:
    head, _, tail = _part(SHIPPED, "word/document.xml").partition(b"<w:body>")
    body = head + b"<w:body>" + b"<w:p/>" * 1_100_000 + tail
    with pytest.raises(EditorialError, match="over 200 times its size"):
        open_template(with_part("word/document.xml", body))


def test_a_part_within_another_is_refused_before_a_paper_is_built() -> None:
    document = Document(TEMPLATES / "brief.docx")
    parts = {c.find(f"{qn('w:sdtPr')}/{qn('w:alias')}").get(qn("w:val")): c for c in document.element.body[:-1]}
    parts["Annex"].find(qn("w:sdtContent")).append(parts["Key points"])
    buffer = io.BytesIO()
    document.save(buffer)
    with pytest.raises(EditorialError, match="“Key points” stands within another part"):
        open_template(File("mine.docx", buffer.getvalue()))


def test_a_dotx_opens_like_a_docx() -> None:
    file = repacked(lambda n, c: c.replace(MAIN, b"wordprocessingml.template.main+xml"))
    assert open_template(file).look == open_template(SHIPPED).look


def test_a_template_of_other_make_is_lent_the_styles_it_lacks() -> None:
    buffer = io.BytesIO()
    Document().save(buffer)
    document, remarks = open_document(File("plain.docx", buffer.getvalue()))
    (remark,) = remarks
    assert "“Bottom Line”" in remark.what
    assert "“Heading 1”" not in remark.what
    for name in (*STYLE_OF.values(), *CHARACTER_STYLE_OF.values()):
        assert id_of(document, name)


def test_a_house_style_tied_to_ours_by_its_alias_is_taken() -> None:
    ours, theirs = (
        b'<w:name w:val="Bottom Line"/>',
        b'<w:name w:val="Lead"/><w:aliases w:val="House Lead,Bottom Line"/>',
    )
    file = repacked(lambda n, c: c.replace(ours, theirs))
    document, remarks = open_document(file)
    assert remarks == ()
    assert id_of(document, "Bottom Line") == "BottomLine"


def test_a_picture_outside_the_file_is_refused_and_not_fetched() -> None:
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    link = b'<Relationship Id="x" TargetMode="External" Target="http://192.0.2.1/x.png" Type="%s"/>' % kind
    end = b"</Relationships>"
    file = repacked(lambda n, c: c.replace(end, link + end) if n == "word/_rels/document.xml.rels" else c)
    with pytest.raises(EditorialError, match=r"192\.0\.2\.1"):
        open_template(file)


def _part(file: File, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
        return archive.read(name)


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_template_opens_or_is_refused_in_one_line(seed: int) -> None:
    """Elements dropped, doubled, misnamed: no other error than ours, whatever python-docx stumbles over."""
    chance = random.Random(seed)
    with zipfile.ZipFile(io.BytesIO(SHIPPED.content)) as archive:
        name = chance.choice([n for n in archive.namelist() if n.endswith((".xml", ".rels"))])
    root = etree.fromstring(_part(SHIPPED, name))
    for _ in range(chance.randint(1, 4)):
        node = chance.choice(list(root.iter(etree.Element)))
        parent = node.getparent()
        match chance.choice(("drop", "double", "attribute")):
            case "drop" if parent is not None:
                parent.remove(node)
            case "double" if parent is not None:
                parent.append(deepcopy(node))
            case "attribute" if node.attrib:
                node.set(chance.choice(list(node.attrib)), chance.choice(("", "x", "-1", "9" * 14)))
    with suppress(EditorialError):
        open_template(with_part(name, etree.tostring(root)))
