"""Documents of every kind, wounded at random: read or refused in one line, never anything else."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.errors import SourceError
from briefgen.model.source import Card, File, Source
from briefgen.readers import read
from tests.paths import ARTICLE
from tests.readers.docx.documents import docx, note, p, ref, table, up
from tests.readers.html.test_tree import CHROME, PANDOC, WIKI, WORD
from tests.readers.md.test_document import BLOCKS, NOTED
from tests.readers.test_epub import epub
from tests.readers.test_odt import note as odt_note
from tests.readers.test_odt import odt

STRANGE = (
    b"",
    b"-1",
    b"99999999999",
    b"x",
    b"\xc2\xb2",
    b"0",
    b"&#30;",
    b"&#xD800;",
    b'"',
    b"<",
    b"[^1]",
    b"\x00",
    b"\n",
)
WHOLE = {
    "docx": docx(
        p("Trade", style="H1")
        + p("One.", ref("endnote", 1, "22"), up("6"), ref("footnote", 2))
        + table(("a", "b"), ("1", "2")),
        endnotes=note("endnote", 1, "Smith."),
        footnotes=note("footnote", 2, "Jones."),
    ).content,
    "odt": odt(
        f'<text:h text:outline-level="3">T</text:h><text:p>One.{odt_note("22", "A")}<text:s text:c="2"/></text:p>'
    ).content,
    "epub": epub({"a.xhtml": PANDOC, "b.xhtml": "<h1>Two</h1><p>x</p>"}).content,
    "html": (WIKI + WORD + CHROME).encode(),
    "md": (NOTED + BLOCKS).encode(),
    "txt": ARTICLE.read_bytes()[:4000] + b"\n\nNotes\n1. Smith.\n2. Ibid., 3.\n",
}


def wounded(content: bytes, wounds: list[tuple[float, bytes, int]]) -> bytes:
    body = bytearray(content)
    for where, more, less in wounds:
        at = int(where * len(body))
        body[at : at + less] = more
    return bytes(body)


WOUNDS = st.lists(
    st.tuples(st.floats(0, 1), st.sampled_from(STRANGE) | st.binary(max_size=6), st.integers(0, 30)),
    min_size=1,
    max_size=6,
)


def outcome(file: File) -> Source | str:
    try:
        return read(file, name="a", card=Card("x"))
    except SourceError as refusal:
        return str(refusal)


@pytest.mark.parametrize("kind", WHOLE)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(WOUNDS, st.integers(0, 9))
def test_a_wounded_document_is_read_or_refused(kind, wounds, part):
    content = WHOLE[kind]
    if kind in ("docx", "odt", "epub"):
        page = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(page, "w") as new:
            names = old.namelist()
            for name in names:
                inner = old.read(name)
                new.writestr(name, wounded(inner, wounds) if name == names[part % len(names)] else inner)
        content = page.getvalue()
    else:
        content = wounded(content, wounds)
    found = outcome(File(f"a.{kind}", content))
    if isinstance(found, str):
        assert found.startswith("a.")
        assert "\n" not in found
    else:
        assert all(passage.span.of(found.text).strip() for passage in found.passages)
