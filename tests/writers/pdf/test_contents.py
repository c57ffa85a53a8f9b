"""A long paper lists its headings with the pages they stand on; a short one does without."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from briefgen.model.brief import Brief, Heading, Paragraph, Part, Words
from briefgen.model.look import Template
from briefgen.writers.pdf import write
from briefgen.writers.pdf.contents import LONG
from tests.verapdf import Validator

Read = Callable[[Path], str]


def lengthened(brief: Brief, count: int, level: int = 1) -> Brief:
    """Give a paper as many sections more, most of a page each."""
    blocks = [
        block
        for n in range(1, count + 1)
        for block in (Heading((Words(f"Quay {n}"),), level), *[Paragraph((Words("The quay lasts. " * 27),))] * 6)
    ]
    return replace(brief, parts=(brief.parts[0], brief.parts[1], Part("sections", "Quays", tuple(blocks))))


@pytest.fixture
def long(sample: Brief, template: Template, tmp_path: Path) -> Path:
    path = tmp_path / "long.pdf"
    path.write_bytes(write(lengthened(sample, 14, level=2), template))
    return path


def page_of(pdf: pikepdf.Pdf, link: pikepdf.Object) -> int:
    return next(n for n, page in enumerate(pdf.pages, 1) if page.obj.objgen == link.Dest[0].objgen)


def test_each_line_leads_to_the_page_it_names(long: Path) -> None:
    with pikepdf.open(long) as pdf:
        assert len(pdf.pages) > LONG
        said = [(str(a.Contents), page_of(pdf, a)) for page in pdf.pages for a in page.get("/Annots", [])]
    lines = [(words, page) for words, page in said if ", page " in words]
    assert [words.partition(", page ")[0] for words, _ in lines] == [
        "Quays", *(f"Quay {n}" for n in range(1, 15)), "Notes",
    ]  # fmt: skip
    assert all(words.endswith(f", page {page}") for words, page in lines)
    assert len({page for _, page in lines}) > 4


def test_it_is_read_out_as_contents_with_the_deeper_headings_inside(
    long: Path, listen: Read, validator: Validator
) -> None:
    lines = [line.strip() for line in listen(long).splitlines()]
    assert lines.count("TOCI") == 16
    assert lines.count("TOC") == 2
    assert any(line.startswith('"Quay 14 ') for line in lines)
    assert validator.broken(long, "ua1") == {}
    assert validator.broken(long, "2a") == {}


def test_it_stands_before_what_goes_on_for_pages(long: Path, copied: Read) -> None:
    first = copied(long).split("\f")[0]
    assert first.index("Bottom line") < first.index("Contents")


def test_it_stands_behind_what_the_first_page_says(
    sample: Brief, template: Template, tmp_path: Path, copied: Read
) -> None:
    path = tmp_path / "parts.pdf"
    points = tuple(
        Part(f"part-{n}", f"Part {n}", (Paragraph((Words("The quay lasts. " * 150),)),)) for n in range(1, 24)
    )
    path.write_bytes(write(replace(sample, parts=(sample.parts[0], *points)), template))
    text = copied(path)
    assert "Contents" not in text.split("\f")[0]
    assert text.index("Part 2") < text.index("Contents") < text.index("Part 3")


def test_what_is_copied_from_it_has_no_dots_for_leaders(long: Path, copied: Read) -> None:
    assert ". ." not in copied(long)
    assert "..." not in copied(long)


def test_where_little_room_is_left_it_stands_whole_in_two_columns(
    sample: Brief, template: Template, tmp_path: Path, copied: Read, validator: Validator
) -> None:
    path = tmp_path / "columns.pdf"
    first = Part("key-points", "Key points", (Paragraph((Words("The quay lasts. " * 135),)),))
    long = lengthened(sample, 16)
    path.write_bytes(write(replace(long, parts=(long.parts[0], first, *long.parts[2:])), template))
    page = copied(path).split("\f")[0]
    assert page.index("Contents") < page.index("Quay 1") < page.index("Quay 16")
    with pikepdf.open(path) as pdf:
        edges = {float(a.Rect[0]) for a in pdf.pages[0].Annots if ", page " in str(a.Contents)}
    assert len(edges) == 2
    assert validator.broken(path, "ua1") == {}


def test_what_is_kept_with_the_next_paragraph_is_not_kept_with_the_contents(
    sample: Brief, template: Template, tmp_path: Path, copied: Read
) -> None:
    first = Part("key-points", "Key points", (Paragraph((Words("The quay lasts. " * 218),)),))
    kept = Part("text-1", "", (Paragraph((Words("Signed here"),), "static", "Caption"),))
    styles = tuple(replace(s, keep_next=True) if s.name == "Caption" else s for s in template.look.styles)
    long = lengthened(sample, 16)
    path = tmp_path / "kept.pdf"
    paper = replace(long, parts=(long.parts[0], first, kept, *long.parts[2:]))
    path.write_bytes(write(paper, replace(template, look=replace(template.look, styles=styles))))
    page, following, *_ = copied(path).split("\f")
    assert "Signed here" in page
    assert "Contents" in following


def test_a_short_paper_has_none(paper: Path, copied: Read) -> None:
    assert "Contents" not in copied(paper)


def test_of_very_many_headings_only_the_first_level_is_listed(
    sample: Brief, template: Template, tmp_path: Path, copied: Read
) -> None:
    path = tmp_path / "many.pdf"
    path.write_bytes(write(lengthened(sample, 40, level=2), template))
    contents = copied(path).split("\f")[0]
    assert contents.count("Quays") == 2
    assert "Quay 39" not in contents


def test_a_paper_of_one_part_alone_has_it_below_the_title(
    sample: Brief, template: Template, tmp_path: Path, validator: Validator
) -> None:
    path = tmp_path / "one.pdf"
    path.write_bytes(write(replace(lengthened(sample, 14), notes=(), parts=lengthened(sample, 14).parts[2:]), template))
    assert validator.broken(path, "ua1") == {}
