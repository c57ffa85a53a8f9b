"""What is read out, copied and clicked in the sample paper; and the same bytes wherever it is written."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from briefgen.model.brief import Brief, NoteRef, Paragraph, Part, Words, blocks_of, flat, inlines_of
from briefgen.model.look import Template
from briefgen.writers.pdf import write


def test_what_is_read_out_is_the_golden_text(
    paper: Path, listen: Callable[[Path], str], spoken: Callable[[Path], str], golden: Callable[[str], None]
) -> None:
    """Read a changed golden file from top to bottom, as a listener would."""
    golden(f"{listen(paper)}\nSpoken instead of what is seen:\n{spoken(paper)}")


def test_every_sentence_of_the_brief_can_be_copied_whole(
    paper: Path, sample: Brief, copied: Callable[[Path], str]
) -> None:
    text = " ".join(copied(paper).split())
    for block in blocks_of(sample):
        for inlines in inlines_of(block):
            for part in (i for i in flat(inlines) if not isinstance(i, NoteRef)):
                assert " ".join(part.text.split()) in text


def test_chinese_cyrillic_and_quotation_marks_are_copied_as_they_are(
    paper: Path, copied: Callable[[Path], str]
) -> None:
    text = copied(paper)
    for whole in ("林海", "Договор", "“steadily”", "source’s", "Aldmere & Sons"):
        assert whole in text


def links(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [a for page in pdf.pages for a in page.get("/Annots", [])]


def test_every_link_leads_to_a_place_on_a_page(paper: Path) -> None:
    with pikepdf.open(paper) as pdf:
        pages = {page.obj.objgen for page in pdf.pages}
        assert links(pdf)
        for link in links(pdf):
            page, kind, left, top, _ = link.Dest
            assert page.objgen in pages
            assert kind == "/XYZ"
            assert 0 <= left <= pdf.pages[0].MediaBox[2]
            assert 0 <= top <= pdf.pages[0].MediaBox[3]


def test_every_mark_leads_to_its_note_and_every_note_back_to_each_mark(paper: Path, sample: Brief) -> None:
    marks = [i for b in blocks_of(sample) for line in inlines_of(b) for i in flat(line) if isinstance(i, NoteRef)]
    with pikepdf.open(paper) as pdf:
        said = [str(link.Contents) for link in links(pdf)]
        for label in {mark.label for mark in marks}:
            count = sum(mark.label == label for mark in marks)
            assert said.count(f"Note {label}") == count
            for nth in range(1, count + 1):
                which = f", occurrence {nth}" if count > 1 else ""
                assert f"Back to mark {label}{which}" in said


def test_a_mark_leads_to_the_line_of_its_note(paper: Path, copied: Callable[[Path], str]) -> None:
    with pikepdf.open(paper) as pdf:
        tops = {int(str(a.Contents).split()[1]): float(a.Dest[3]) for a in links(pdf) if "Note " in str(a.Contents)}
    assert tops[1] > tops[2] > tops[8] > tops[22]


def test_the_outline_names_the_parts_and_headings(paper: Path, sample: Brief) -> None:
    with pikepdf.open(paper) as pdf, pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
        deeper = [child.title for item in outline.root for child in item.children]
    assert [p.title for p in sample.parts if p.title] == [t for t in titles if t not in ("Traffic", "Treaties")]
    assert deeper == ["Data behind Figure 1"]


def test_two_parts_of_one_name_have_bookmarks_of_their_own(sample: Brief, template: Template, tmp_path: Path) -> None:
    part = next(part for part in sample.parts if part.name == "key-points")
    path = tmp_path / "twice.pdf"
    path.write_bytes(write(replace(sample, parts=(part, replace(part, title="More"))), template))
    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        tops = [float(item.destination[3]) for item in outline.root]
    assert len(tops) == 3
    assert tops == sorted(set(tops), reverse=True)


def test_properties_say_the_same_twice_and_the_dates_are_the_papers(paper: Path, sample: Brief) -> None:
    with pikepdf.open(paper) as pdf:
        info, packet = pdf.docinfo, pdf.open_metadata()
        assert str(info.Title) == packet["dc:title"] == sample.title
        assert str(info.CreationDate) == "D:20251201000000Z"
        assert packet["xmp:CreateDate"] == packet["xmp:ModifyDate"] == "2025-12-01T00:00:00Z"
        assert sample.imprint.inputs_sha256 in str(info.Keywords)
        assert str(pdf.Root.Lang) == "en-AU"


def test_fonts_are_subsets_and_the_chart_is_vector(paper: Path) -> None:
    with pikepdf.open(paper) as pdf:
        fonts = pdf.pages[0].Resources.Font
        assert all(str(font.BaseFont)[7] == "+" for font in fonts.values())
        drawing = pdf.pages[0].Resources.XObject["/Picture1"]
        assert drawing.Subtype == "/Form"
        assert "/XObject" not in drawing.Resources or not list(drawing.Resources.XObject)


SCRIPT = """
import sys
from briefgen.model.look import Template
from briefgen.model.source import File
from briefgen.writers.pdf import write
from tests import papers
from tests.writers.pdf.conftest import dressed
sys.stdout.buffer.write(write(papers.brief(), Template(File("brief.docx", b""), dressed(), ())))
"""


@pytest.mark.parametrize(
    ("seed", "zone", "language"), [("1", "Asia/Kolkata", "C"), ("77", "America/St_Johns", "fr_FR.UTF-8")]
)
def test_the_bytes_do_not_depend_on_process_hash_seed_zone_or_locale(
    paper: Path, tmp_path: Path, seed: str, zone: str, language: str
) -> None:
    said = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": language, "SOURCE_DATE_EPOCH": seed}
    code = [sys.executable, "-c", SCRIPT]
    root = Path(__file__).parents[3]
    done = subprocess.run(code, capture_output=True, check=True, cwd=root, env=os.environ | said)
    assert done.stdout == paper.read_bytes()


def test_nothing_of_this_machine_is_in_the_file(paper: Path) -> None:
    with pikepdf.open(paper) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream):
                assert b"/work" not in thing.read_bytes()
                assert str(Path.home()).encode() not in thing.read_bytes()


def test_a_paper_without_notes_has_no_list_of_them(sample: Brief, template: Template, tmp_path: Path) -> None:
    bare = replace(sample, notes=(), parts=sample.parts[:1])
    path = tmp_path / "bare.pdf"
    path.write_bytes(write(bare, template))
    with pikepdf.open(path) as pdf:
        assert "/Outlines" not in pdf.Root
        assert not links(pdf)


def test_a_title_that_the_template_places_is_the_only_one_and_the_first_heading(
    sample: Brief, template: Template, tmp_path: Path, listen: Callable[[Path], str], copied: Callable[[Path], str]
) -> None:
    placed = Part("title", "", (Paragraph((Words("Aldmere harbour"),), "static", "Title"),))
    path = tmp_path / "placed.pdf"
    path.write_bytes(write(replace(sample, title="Another title", parts=(placed, *sample.parts)), template))
    spoken = [line.strip() for line in listen(path).splitlines()]
    assert spoken[spoken.index("H1 (block)") + 1] == '"Aldmere harbour"'
    assert spoken.count("H1 (block)") == 1
    # Once on each page, in the running head.
    assert copied(path).count("Another title") == copied(path).count("\f")


def test_a_style_that_begins_a_page_does(sample: Brief, template: Template, tmp_path: Path) -> None:
    styles = tuple(replace(s, page_before=s.name == "Heading 1") for s in template.look.styles)
    path = tmp_path / "pages.pdf"
    path.write_bytes(write(sample, replace(template, look=replace(template.look, styles=styles))))
    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        firsts = [item.destination[0].objgen for item in outline.root]
    assert len(set(firsts)) == len(firsts)
