from __future__ import annotations

import subprocess
import sys
import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.errors import EditorialError, SourceError
from briefgen.gate import LARGEST, LARGEST_TEXT, admit
from briefgen.model.source import File
from tests.gate import hostile


@pytest.mark.parametrize("name", hostile.HOSTILE)
def test_a_hostile_file_is_refused_in_one_line_within_two_seconds(name):
    make, reason = hostile.HOSTILE[name]
    content = make()
    begin = time.process_time()
    with pytest.raises(SourceError) as caught:
        admit(File("report.docx", content))
    assert time.process_time() - begin < 2
    line = str(caught.value)
    assert line.startswith("report.docx: ")
    assert reason in line
    assert "\n" not in line


MEASURE = r"""
import re, sys
from briefgen.errors import SourceError
from briefgen.gate import admit
from briefgen.model.source import File
content = open(sys.argv[1], "rb").read()
try:
    admit(File("a.docx", content))
except SourceError:
    # Not ru_maxrss: that is inherited from the process that started this one.
    print(int(re.search(r"VmHWM:\s*(\d+)", open("/proc/self/status").read())[1]) // 1024)
"""


@pytest.mark.parametrize(
    "name", ["bomb in the text", "bomb of elements", "a million elements", "quadratic", "many parts"]
)
def test_refusing_takes_less_than_300_megabytes(name, tmp_path):
    page = tmp_path / "a.docx"
    page.write_bytes(hostile.HOSTILE[name][0]())
    done = subprocess.run([sys.executable, "-c", MEASURE, page], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 300


def test_the_caller_names_the_error():
    with pytest.raises(EditorialError):
        admit(File("report.docx", b"PK"), EditorialError)


def test_an_ordinary_document_is_let_in_unchanged():
    file = File("report.docx", hostile.plain())
    assert admit(file) is file


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.rtf", b"{\\rtf1 " + b"\\{" * 2000 + b"{a}" * 2000 + b"\\\\{b}}"),
        ("a.html", b"<!DOCTYPE html><p>In XML, [<!ENTITY x 'y'>] declares an entity."),
    ],
)
def test_braces_and_entities_of_the_text_are_let_in(name, content):
    admit(File(name, content))


@pytest.mark.parametrize(
    "content",
    [
        hostile.with_link("hyperlink", "https://example.org/link/DDE"),
        hostile.with_link("hyperlink", "other.docx"),
        hostile.with_link("attachedTemplate", "file:///C:/Users/x/Normal.dotm"),
        hostile.with_body(b'<w:p><w:fldSimple w:instr="HYPERLINK &quot;http://x/ LINK &quot;"/></w:p>'),
    ],
)
def test_what_only_looks_dangerous_is_let_in(content):
    admit(File("report.docx", content))


ENTITY = b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("a.doc", b"text", "a.doc: is an old .doc or protected by a password; save it as .docx without a password"),
        ("a.docm", b"PK", "a.docm: is a document with macros; save it as .docx"),
        ("a.pdf", b"<html>", "a.pdf: is no PDF; export it again as PDF"),
        ("a.rtf", b"text", "a.rtf: is no RTF; save it as .docx or RTF"),
        ("a.txt", b"", "a.txt: is empty"),
        ("a.txt", b"a" * (LARGEST_TEXT + 1), "a.txt: has 20,000,001 bytes, more than 20,000,000; split it"),
        ("a.pdf", b"a" * (LARGEST + 1), "a.pdf: has 100,000,001 bytes, more than 100,000,000; split it"),
        ("a.rtf", b"{\\rtf1 " + b"{" * 1000 + b"}" * 1001, "a.rtf: is nested more than 1,000 deep; save it anew"),
        ("a.html", ENTITY + b"<p>&x;", "a.html: declares entities in its DOCTYPE; save it anew from a browser"),
        (
            "a.epub",
            hostile.changed(more={"a.xhtml": ENTITY}),
            "a.epub: declares entities in its DOCTYPE: a.xhtml; save",
        ),
        ("a.epub", b"PK", "a.epub: is damaged, cut off or no document of its kind"),
    ],
)
def test_other_kinds_have_their_own_reasons(name, content, line):
    with pytest.raises(SourceError) as caught:
        admit(File(name, content))
    assert str(caught.value).startswith(line)


PLAIN = hostile.plain()


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, len(PLAIN) - 1), st.binary(max_size=6), st.integers(0, 6)), min_size=1, max_size=8
    )
)
def test_a_damaged_file_is_let_in_or_refused_and_nothing_else(wounds):
    content = bytearray(PLAIN)
    for at, more, less in wounds:
        content[at : at + less] = more
    with suppress(SourceError):
        admit(File("a.docx", bytes(content)))
