"""Text goes before a figure that does not fit; nothing is lost, and figures keep their order and their part."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefgen.model.brief import Block, Brief, Figure, Heading, Paragraph, Part, Words, blocks_of
from briefgen.model.look import Template
from briefgen.writers.docx.pagination import Sheet, picture_scale, settle_figures
from tests.papers import brief as sample


@pytest.fixture
def figure() -> Figure:
    return next(b for b in blocks_of(sample()) if isinstance(b, Figure))


def text(words: int) -> Paragraph:
    return Paragraph((Words("harbour " * words),))


def settled(template: Template, *blocks: Block) -> list[Block]:
    brief: Brief = replace(sample(), parts=(Part("sections", "", blocks), Part("annex", "Annex", (text(5),))))
    first, second = settle_figures(brief, template.look)
    assert second.blocks == (text(5),)
    assert sorted(map(id, first.blocks)) == sorted(map(id, blocks))
    return list(first.blocks)


def test_a_figure_that_fits_stays(template: Template, figure: Figure) -> None:
    blocks = [text(100), figure, text(100), text(300)]
    assert settled(template, *blocks) == blocks


def test_a_figure_that_does_not_fit_lets_text_fill_the_page(template: Template, figure: Figure) -> None:
    heading = Heading((Words("More"),), 1)
    page = text(340)
    assert settled(template, page, figure, heading, text(90), text(120)) == [page, heading, text(90), figure, text(120)]


def test_a_figure_just_under_the_end_of_a_page_stays(template: Template, figure: Figure) -> None:
    """Little is left white there, and it stays next to its text."""
    page = text(490)
    assert settled(template, page, figure, text(90)) == [page, figure, text(90)]


def test_a_sentence_that_leads_to_a_figure_goes_with_it(template: Template, figure: Figure) -> None:
    lead = Paragraph((Words("Figure 1 shows the harbour."),), leads=True)
    page, more = text(340), Heading((Words("More"),), 1)
    assert settled(template, page, lead, figure, more, text(90)) == [page, more, text(90), lead, figure]
    assert settled(template, page, lead, text(9)) == [page, lead, text(9)]


def test_figures_never_overtake_each_other(template: Template, figure: Figure) -> None:
    other = replace(figure, number=2)
    done = settled(template, text(340), figure, other, text(90), text(120))
    assert [b.number for b in done if isinstance(b, Figure)] == [1, 2]


def test_a_figure_at_the_end_of_its_part_stays_in_it(template: Template, figure: Figure) -> None:
    page = text(400)
    assert settled(template, page, figure) == [page, figure]


def test_a_heading_never_goes_before_a_figure_without_its_text(template: Template, figure: Figure) -> None:
    heading = Heading((Words("More"),), 1)
    page, sheet = text(1), Sheet(template.look)
    while sheet.height(page) < sheet.page_height * 0.8:
        page = text(len(page.inlines[0].text) // 8 + 10)
    done = settled(template, page, figure, heading, text(300))
    assert done.index(figure) != done.index(heading) + 1


def test_every_block_has_a_height(template: Template) -> None:
    sheet = Sheet(template.look)
    heights = [sheet.height(block) for block in blocks_of(sample())]
    assert all(10 < height < 300 for height in heights)


def test_a_picture_shrinks_to_the_measure_and_leaves_room_for_its_lines(template: Template) -> None:
    assert picture_scale(300, 100, template.look) == 1.0
    assert picture_scale(850, 100, template.look) == pytest.approx(0.5, abs=0.01)
    assert picture_scale(300, 2000, template.look) * 2000 < 0.61 * Sheet(template.look).page_height
