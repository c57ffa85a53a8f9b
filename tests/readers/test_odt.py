from __future__ import annotations

import io
import zipfile

import pytest

from briefgen.errors import SourceError
from briefgen.gate import admit
from briefgen.model.source import File
from briefgen.readers.odt import read_odt
from tests.readers.drawing import drawn

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = " ".join(f'xmlns:{n}="{OASIS}:{n}:1.0"' for n in ("office", "style", "table", "text"))
STYLES = """<style:style style:name="T1"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="T2" style:parent-style-name="T1"/>
<style:style style:name="T3"><style:text-properties style:text-position="-33% 58%"/></style:style>
<style:style style:name="P1" style:parent-style-name="Heading_20_2"/>"""


def odt(body: str, manifest: str = "<manifest/>") -> File:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        package.writestr("META-INF/manifest.xml", manifest)
        styles = f"<office:automatic-styles>{STYLES}</office:automatic-styles>"
        whole = f"<office:body><office:text>{body}</office:text></office:body>"
        package.writestr("content.xml", f"<office:document-content {SPACES}>{styles}{whole}</office:document-content>")
    return admit(File("a.odt", content.getvalue()))


def note(label: str, text: str, kind: str = "footnote") -> str:
    body = f"<text:note-body><text:p>{text}</text:p></text:note-body>"
    return f'<text:note text:note-class="{kind}"><text:note-citation>{label}</text:note-citation>{body}</text:note>'


def test_labels_are_kept_as_printed():
    read = read_odt(odt(f"<text:p>One.{note('22', 'Smith.')} Two.{note('*', 'Jones.')}</text:p>"))
    assert drawn(read) == ["One.⟦22⟧ Two.⟦*⟧"]
    assert [(n.label, n.run, n.text) for n in read.notes] == [("22", "1", "Smith."), ("*", "1", "Jones.")]


def test_footnotes_and_endnotes_are_told_apart():
    read = read_odt(odt(f"<text:p>One.{note('1', 'A')}{note('i', 'B', 'endnote')}</text:p>"))
    assert [g.run for g in read.given] == ["footnotes", "endnotes"]


def test_headings_have_their_levels_and_raised_digits_are_candidates():
    body = """<text:h text:outline-level="3">Deep</text:h><text:p text:style-name="P1">Named</text:p>
    <text:p>In<text:s text:c="2"/>10<text:span text:style-name="T2">6</text:span> H<text:span text:style-name="T3">2
    </text:span>O<text:tab/>a<text:line-break/>b</text:p>
    <text:list><text:list-item><text:p>item</text:p></text:list-item></text:list>"""
    assert drawn(read_odt(odt(body))) == ["###Deep", "##Named", "In  10⟪6⟫ H2 O\ta\nb", "item"]


def test_what_is_not_printed_is_not_read():
    body = "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:table-of-content><text:p>1</text:p>"
    body += "</text:table-of-content><text:p>One.<office:annotation><text:p>say</text:p></office:annotation></text:p>"
    assert drawn(read_odt(odt(body))) == ["One."]


def test_cells_are_passages_that_know_their_heads():
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    rows = "".join(
        f"<table:table-row>{cell.format(a)}{cell.format(b)}</table:table-row>"
        for a, b in (("Year", "In"), ("1992", "5"))
    )
    read = read_odt(odt(f"<table:table>{rows}</table:table>"))
    assert drawn(read) == ["Year", "In", "1992", "5"]
    assert [h.of(read.text) for h in read.passages[3].heads] == ["1992", "In"]


@pytest.mark.parametrize(
    ("file", "line"),
    [
        (lambda: odt("<text:p>x</text:p>", "<encryption-data/>"), "a.odt: is protected by a password"),
        (lambda: odt("<text:p/>"), "a.odt: holds no text"),
        (lambda: odt("").__class__("a.odt", b"PK\x05\x06" + b"\0" * 18), "a.odt: is no OpenDocument text"),
    ],
)
def test_what_cannot_be_read_is_refused(file, line):
    with pytest.raises(SourceError) as caught:
        read_odt(file())
    assert str(caught.value).startswith(line)
