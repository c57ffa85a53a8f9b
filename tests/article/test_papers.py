"""The finished files, read back by other means than ours: every sentence printed, with its marks, as supplied."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from briefgen.model.brief import Quote, flat, inlines_of
from briefgen.model.fact import Fact
from briefgen.pipeline.build import build_paper
from tests.article import truth

THEMES = ("economic", "diplomatic", "frictions")

needs_poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")
needs_office = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def papers(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("papers")
    for theme in THEMES:
        for file in build_paper(truth.commission(theme)).files:
            (folder / file.name).write_bytes(file.content)
    return folder


@pytest.fixture(scope="module")
def office(papers: Path) -> Path:
    """Let LibreOffice turn the Word files into PDF, all in one start."""
    out = papers / "office"
    profile = f"-env:UserInstallation={(papers / 'profile').as_uri()}"
    files = [str(papers / f"{theme}.docx") for theme in THEMES]
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(out), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return out


def text_of(pdf: Path) -> str:
    """Give a PDF's text on one line, page furniture and white space left out, case folded."""
    said = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", str(pdf), "-"], check=True, capture_output=True
    ).stdout.decode()
    lines = [
        line
        for line in said.splitlines()
        if not re.fullmatch(r"\s*(Page \d+ / \d+|China–Russia relations: .*)\s*", line)
    ]
    return squeezed("".join(lines))


def squeezed(text: str) -> str:
    """Drop white space, and hyphens: pdftotext takes one at the end of a line for a broken word."""
    return re.sub(r"[\s-]+", "", text).casefold()


def printed(theme: str) -> list[Fact]:
    """Give the facts whose words stand in the body."""
    runs = [run for b in truth.brief(theme).part("sections").blocks for run in inlines_of(b)]
    spans = [i.span for run in runs for i in flat(run) if isinstance(i, Quote)]
    return [f for f in truth.base().facts if any(s.meets(f.span) for s in spans)]


def as_supplied(fact: Fact) -> str:
    """Cut a sentence out of the supplied file, its note numbers glued to it as they are there."""
    source = truth.base().source
    end = max([source.supplied_at(fact.span.end - 1) + 1, *(m.supplied.end for m in fact.marks)])
    return truth.text()[source.supplied_at(fact.span.start) : end]


def check(text: str, theme: str) -> None:
    facts = printed(theme)
    assert facts
    for fact in facts:
        wanted = squeezed(as_supplied(fact))
        at = text.find(wanted)
        assert at >= 0, as_supplied(fact)
        assert not text[at + len(wanted)].isdigit() or not fact.marks, text[at : at + len(wanted) + 3]


@needs_poppler
@pytest.mark.parametrize("theme", THEMES)
def test_every_sentence_of_the_pdf_reads_as_the_file_supplied_with_its_marks(papers, theme):
    check(text_of(papers / f"{theme}.pdf"), theme)


@needs_office
@needs_poppler
@pytest.mark.parametrize("theme", THEMES)
def test_every_sentence_of_the_word_file_reads_as_the_file_supplied_with_its_marks(office, theme):
    check(text_of(office / f"{theme}.pdf"), theme)


@needs_office
@needs_poppler
def test_the_notes_list_of_the_word_file_bears_the_source_s_numbers(office):
    text = text_of(office / "economic.pdf")
    found = [int(n) for n in re.findall(r"note(\d+)\.textnotsupplied", text)]
    assert found == [int(e.label) for e in truth.brief("economic").notes]
