"""Papers to be accepted: built once from the article, opened as a reader's programs open them."""

from __future__ import annotations

import io
import os
import re
import subprocess
import zipfile
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from pathlib import Path

import pikepdf
from docx import Document
from docx.oxml.ns import qn

from briefgen.model.brief import Brief, blocks_of, flat, inlines_of
from briefgen.model.fact import Fact, Factbase
from briefgen.model.inlines import Inline, NoteRef, Quote
from briefgen.pipeline.build import build_paper
from briefgen.pipeline.composition import compose
from briefgen.pipeline.study import find_facts
from briefgen.project import Order, gather, open_project
from tests.article.truth import THEMES
from tests.paths import ROOT

Chosen = tuple[str, str, bool]
"""Theme, length, and whether the editor's words are printed."""
SUBSET: tuple[Chosen, ...] = (
    ("economic", "standard", True),
    ("economic", "one-page", False),
    ("military", "standard", False),
    ("diplomatic", "full", True),
    ("frictions", "standard", True),
    ("us-policy", "one-page", True),
    ("us-policy", "standard", False),
    ("overview", "standard", False),
)
WHOLE = tuple(product((*THEMES, "overview"), ("one-page", "standard", "full"), (False, True)))
WANTED = "BRIEFGEN_ACCEPTANCE"
"""Environment variable: "whole" asks for every paper."""


def chosen() -> tuple[Chosen, ...]:
    """Choose the papers of this run."""
    return WHOLE if os.environ.get(WANTED) == "whole" else SUBSET


@dataclass(frozen=True)
class Accepted:
    """One paper, in every form."""

    brief: Brief
    base: Factbase
    docx: bytes
    pdf: bytes
    trace: bytes

    @cached_property
    def inlines(self) -> tuple[Inline, ...]:
        """Every inline of the parts, in reading order."""
        return tuple(i for b in blocks_of(self.brief) for run in inlines_of(b) for i in flat(run))

    @cached_property
    def body(self) -> tuple[Fact, ...]:
        """The facts whose words stand in the sections."""
        return tuple(f for f in self.base.facts if any(q.span.meets(f.span) for q in self.quotes("sections")))

    def quotes(self, part: str) -> list[Quote]:
        """The quotes of one part."""
        return [i for i in self.of(part) if isinstance(i, Quote)]

    def refs(self, part: str) -> list[NoteRef]:
        """The note marks of one part."""
        return [i for i in self.of(part) if isinstance(i, NoteRef)]

    def of(self, part: str) -> list[Inline]:
        """The inlines of one part."""
        found = self.brief.part(part)
        if found is None:
            return []
        return [i for b in blocks_of_part(self.brief, part) for run in inlines_of(b) for i in flat(run)]

    @cached_property
    def document(self):
        """The Word file, opened."""
        return Document(io.BytesIO(self.docx))

    @cached_property
    def endnotes(self) -> list[tuple[str, str]]:
        """(id, words) of the Word file's endnotes in the order listed."""
        from lxml import etree

        root = etree.fromstring(zipfile.ZipFile(io.BytesIO(self.docx)).read("word/endnotes.xml"))
        notes = [n for n in root if n.get(qn("w:type")) is None]
        return [(n.get(qn("w:id")), "".join(t.text or "" for t in n.iter(qn("w:t")))) for n in notes]

    @cached_property
    def word_marks(self) -> list[str]:
        """Numbers of the Word file's real references, in the order they stand."""
        runs = [r.getparent() for r in self.document.element.body.iter(qn("w:endnoteReference"))]
        return ["".join(t.text or "" for t in run.iter(qn("w:t"))) for run in runs]

    @cached_property
    def pages(self) -> list[str]:
        """The PDF's text by page."""
        command = ["pdftotext", "-enc", "UTF-8", "-", "-"]
        said = subprocess.run(command, input=self.pdf, check=True, capture_output=True).stdout.decode()
        return said.split("\f")[:-1]

    @cached_property
    def reader(self) -> pikepdf.Pdf:
        """The PDF, opened."""
        return pikepdf.open(io.BytesIO(self.pdf))


def blocks_of_part(brief: Brief, part: str):
    """Every block of one part."""
    from dataclasses import replace

    found = brief.part(part)
    return list(blocks_of(replace(brief, parts=(found,)))) if found else []


def built(theme: str, length: str, edited: bool) -> Accepted:
    """Build one paper of the article."""
    order = Order(names=(theme,), date="2026-11-25", lengths=(length,), editor=edited)
    (commission,) = gather(open_project(ROOT), order)
    paper = build_paper(commission)
    files = {Path(f.name).suffix: f.content for f in paper.files}
    base = find_facts(commission)
    return Accepted(compose(commission, base).brief, base, files[".docx"], files[".pdf"], paper.trace.content)


def words(text: str) -> int:
    """Count words."""
    return len(re.findall(r"\w[\w’'.,–-]*", text))
