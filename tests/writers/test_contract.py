"""What every writer owes: each run of text with each mark at its place, the list of notes, the same bytes twice."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from html import unescape

import pytest
from lxml import etree

from briefgen.errors import UnknownName
from briefgen.model.brief import (
    Brief,
    Figure,
    Inlines,
    KeyFigures,
    NoteRef,
    Paragraph,
    Part,
    Words,
    blocks_of,
    flat,
    inlines_of,
)
from briefgen.model.look import Template
from briefgen.model.source import File
from briefgen.word.opening import open_template
from briefgen.writers import FORMATS, write
from tests import papers
from tests.paths import TEMPLATES

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def template() -> Template:
    return open_template(File("brief.docx", (TEMPLATES / "brief.docx").read_bytes()))


@pytest.fixture(scope="module")
def written(template) -> dict[str, bytes]:
    return {form: write(papers.brief(), template, form) for form in FORMATS}


def word_text(paper: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(paper)) as archive:
        trees = [etree.fromstring(archive.read(f"word/{name}.xml")) for name in ("document", "endnotes")]
    return "".join(t.text or "" for tree in trees for t in tree.iter(f"{W}t"))


def pdf_text(paper: bytes) -> str:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", "-", "-"], input=paper, capture_output=True, check=True)
    return done.stdout.decode()


def html_text(paper: bytes) -> str:
    body = paper.decode().partition("<body>")[2]
    return unescape(re.sub(r"<[^>]+>", "", re.sub(r"<svg.*?</svg>", "", body, flags=re.S)))


def md_text(paper: bytes) -> str:
    text = re.sub(r"\]\[\^", "],[^", paper.decode())
    text = re.sub(r"\[\^([^\]]+)\]", r"\1", text)
    return re.sub(r"\\(.)", r"\1", re.sub(r"(?<!\\)\*\*|^> ?", "", text, flags=re.M))


READ: dict[str, Callable[[bytes], str]] = {"docx": word_text, "pdf": pdf_text, "html": html_text, "md": md_text}


def squeezed(text: str) -> str:
    """Drop white space, and hyphens: pdftotext takes one at the end of a line for a broken word."""
    return re.sub(r"[\s-]+", "", text)


def shown(inlines: Inlines) -> str:
    """Give a run as a reader sees it, its marks as digits, a comma between neighbours."""
    text, last = "", None
    for inline in flat(inlines):
        marked = isinstance(inline, NoteRef)
        text += ("," if marked and isinstance(last, NoteRef) else "") + (inline.label if marked else inline.text)
        last = inline
    return squeezed(text)


def runs(brief: Brief) -> list[str]:
    said = [shown(run) for block in blocks_of(brief) for run in inlines_of(block)]
    return [*filter(None, said), *(shown(entry.inlines) for entry in brief.notes)]


@pytest.mark.parametrize("form", FORMATS)
def test_every_writer_prints_every_run_with_every_mark(written, form):
    text = squeezed(READ[form](written[form]))
    wanted = runs(papers.brief())
    assert len(wanted) > 30
    assert [run for run in wanted if run not in text] == []


@pytest.mark.parametrize("form", FORMATS)
def test_every_writer_lists_the_notes_by_the_source_s_numbers(written, form):
    text = squeezed(READ[form](written[form]))
    at = [text.find(f"Note{e.label}.{shown(e.inlines)}") for e in papers.brief().notes]
    assert -1 not in at
    assert at == sorted(at)


@pytest.mark.parametrize("form", ["html", "md"])
def test_every_writer_tells_what_a_chart_shows(written, form):
    (figure,) = [b for b in blocks_of(papers.brief()) if isinstance(b, Figure)]
    assert figure.plate.alt in unescape(written[form].decode())


@pytest.mark.parametrize("form", FORMATS)
def test_every_writer_gives_the_same_bytes_twice(written, template, form):
    assert write(papers.brief(), template, form) == written[form]


def test_a_format_nobody_writes_names_those_there_are(template):
    with pytest.raises(UnknownName, match="docx, html, md, pdf"):
        write(papers.brief(), template, "odt")


def test_the_sample_paper_has_a_block_of_every_kind():
    kinds = {type(b).__name__ for b in blocks_of(papers.brief())}
    assert {KeyFigures.__name__, "Table", "Figure", "Callout", "Bullets", "Heading", "Paragraph"} <= kinds


@pytest.mark.parametrize("form", ["html", "md"])
def test_a_title_that_the_template_brought_is_set_once_as_the_title(template, form):
    brief = papers.brief()
    title = Part("title", "", (Paragraph((Words(brief.title),), "static"), Paragraph((Words("Desk"),), "static")))
    text = write(replace(brief, parts=(title, *brief.parts)), template, form).decode()
    shown = {"html": f"<h1>{brief.title}</h1>", "md": f"# {brief.title}\n\nDesk"}[form]
    assert text.count(shown) == 1
    assert READ[form](text.encode()).count(brief.title) == 1
