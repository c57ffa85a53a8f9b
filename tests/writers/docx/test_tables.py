"""Tables fill the measure, part no word, and break between pages only in their middle; key figures stand abreast."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from dataclasses import replace

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree
from PIL import Image

from briefgen.model.brief import Block, Brief, Inlines, KeyFigures, Part, Table, Words, blocks_of
from briefgen.model.look import Template
from briefgen.model.source import File
from briefgen.word.defaults import TABLE
from briefgen.word.opening import open_template
from briefgen.writers.docx import write
from tests.papers import brief as sample
from tests.paths import TEMPLATES
from tests.writers.docx.conftest import W, part, text


def cell(words: str) -> Inlines:
    return (Words(words),)


def tables(template: Template, *blocks: Block) -> list[etree._Element]:
    paper = write(replace(sample(), parts=(Part("x", "", blocks),)), template)
    return list(part(paper, "word/document.xml").iter(f"{W}tbl"))


def widths(table: etree._Element) -> list[int]:
    return [int(column.get(f"{W}w")) for column in table.find(f"{W}tblGrid")]


def rows_of(count: int) -> tuple[tuple[Inlines, ...], ...]:
    return tuple((cell(str(i)), cell("x")) for i in range(count))


def kept(table: etree._Element) -> list[bool]:
    return [row.find(f".//{W}keepNext") is not None for row in table.findall(f"{W}tr")]


def test_shares_of_the_measure_are_kept_where_they_hold_their_words(template: Template) -> None:
    (table,) = tables(template, Table(1, cell("T"), (cell("A"), cell("B")), rows_of(1), widths=(1, 3)))
    assert widths(table) == [2126, 6378]


def test_a_column_too_narrow_for_its_longest_word_is_widened(template: Template) -> None:
    rows = ((cell("Demilitarisation of it"), cell("x")),)
    (table,) = tables(template, Table(1, cell("T"), (cell("A"), cell("B")), rows, widths=(1, 9)))
    assert widths(table)[0] > 16 * 9.5 * 20 * 0.6
    assert sum(widths(table)) == 8504


def test_words_no_table_can_hold_leave_the_shares_as_they_are(template: Template) -> None:
    rows = ((cell("x" * 90), cell("y" * 90)),)
    (table,) = tables(template, Table(1, cell("T"), (cell("A"), cell("B")), rows, widths=(1, 3)))
    assert widths(table) == [2126, 6378]


def test_a_table_breaks_in_its_middle_only(template: Template) -> None:
    plain, sourced = tables(
        template,
        Table(1, cell("T"), (cell("A"), cell("B")), rows_of(6)),
        Table(2, cell("U"), (cell("A"), cell("B")), rows_of(6), source=cell("Source: s")),
    )
    assert kept(plain) == [True, True, False, False, False, True, False]
    assert kept(sourced) == [True, True, False, False, False, True, True]


def test_a_tall_row_may_stand_alone_at_either_end_of_a_table(template: Template) -> None:
    tall = (cell("many words " * 40), cell("x"))
    (table,) = tables(template, Table(1, cell("T"), (cell("A"), cell("B")), (tall, *rows_of(4), tall)))
    assert kept(table) == [True, False, False, False, False, False, False]


def test_a_small_table_is_never_parted(template: Template) -> None:
    (table,) = tables(template, Table(1, cell("T"), (cell("A"), cell("B")), rows_of(5)))
    assert kept(table) == [True, True, True, True, True, False]


def test_a_column_takes_what_another_can_spare(template: Template) -> None:
    rows = ((cell("x"), cell("about US$69 billion (derived: 89 ÷ 1.295)")),)
    (table,) = tables(template, Table(1, cell("T"), (cell("A"), cell("B")), rows, widths=(3, 1)))
    assert widths(table)[1] > 41 * 9.5 * 20 * 0.44


def test_numbers_stand_right_under_a_heading_that_does(template: Template) -> None:
    (table,) = tables(template, Table(1, cell("T"), (cell("A"), cell("B")), rows_of(1), numeric=(1,)))
    head, row = table.findall(f"{W}tr")
    assert head.findall(f".//{W}jc")[0].get(f"{W}val") == "right"
    assert [s.get(f"{W}val") for s in row.iter(f"{W}pStyle")] == ["TableText", "TableNumber"]


def test_a_table_says_what_it_is(template: Template) -> None:
    (table,) = tables(template, Table(1, cell("Trade & <more>"), (cell("A"), cell("B")), rows_of(1)))
    assert table.find(f".//{W}tblCaption").get(f"{W}val") == "Trade & <more>"
    assert table.find(f".//{W}tblDescription").get(f"{W}val") == "A; B"


def test_what_follows_a_table_without_a_source_keeps_its_distance(template: Template) -> None:
    blocks = (Table(1, cell("T"), (cell("A"), cell("B")), rows_of(1)), *sample().parts[0].blocks)
    (table,) = tables(template, *blocks)
    assert int(table.getnext().find(f"{W}pPr/{W}spacing").get(f"{W}before")) == 200


@pytest.mark.parametrize(("count", "grids"), [(1, [1]), (3, [3]), (4, [2, 2]), (5, [2, 3]), (6, [3, 3])])
def test_key_figures_stand_at_most_three_abreast_and_whole(template: Template, count: int, grids: list[int]) -> None:
    figures = next(b for b in blocks_of(sample()) if isinstance(b, KeyFigures))
    made = tables(template, KeyFigures(figures.tiles[:1] * count))
    assert [len(table.findall(f".//{W}tc")) for table in made] == grids
    for table in made:
        for one in table.iter(f"{W}tc"):
            assert text(one).replace("\u00a0", " ") == "12.5 million tonnesHarbour traffic2019note 1, note 2"


def test_a_designers_rows_in_turn_are_seen(brief: Brief, rendered: Callable[..., str]) -> None:
    document = Document(TEMPLATES / "brief.docx")
    band = parse_xml(
        f'<w:tblStylePr {nsdecls("w")} w:type="band1Horz"><w:tcPr><w:shd w:val="clear" w:fill="FFE0A0"/></w:tcPr>'
        "</w:tblStylePr>"
    )
    document.styles[TABLE].element.append(band)
    buffer = io.BytesIO()
    document.save(buffer)
    rendered(write(brief, open_template(File("banded.docx", buffer.getvalue()))))
    folder = rendered.folder()
    subprocess.run(["pdftoppm", "-r", "40", "-png", folder / "paper.pdf", folder / "page"], check=True)
    pages = [Image.open(path).convert("RGB") for path in sorted(folder.glob("page*.png"))]
    shaded = [count for page in pages for count, colour in page.getcolors(1 << 20) or () if colour == (255, 224, 160)]
    assert sum(shaded) > 200
