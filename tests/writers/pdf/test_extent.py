from __future__ import annotations

import io
from dataclasses import replace

from pikepdf import Pdf

from briefgen.model.brief import Paragraph, Part, Words
from briefgen.model.look import Cover
from briefgen.writers.pdf import write
from briefgen.writers.pdf.extent import count_pages


def test_as_many_pages_are_counted_as_are_written(sample, template):
    long = Part(
        "sections", "", tuple(Paragraph((Words("So it was, and so it is said to be. " * 9),)) for _ in range(40))
    )
    for brief in (sample, replace(sample, parts=(*sample.parts, long))):
        with Pdf.open(io.BytesIO(write(brief, template))) as pdf:
            assert count_pages(brief, template) == len(pdf.pages)


def test_what_is_to_stay_free_may_cost_a_page(sample, template):
    page = template.look.page
    assert count_pages(sample, template, (page.height - page.top - page.bottom) / 2) > count_pages(sample, template)


def test_a_cover_is_written_but_not_counted(sample, template):
    covered = replace(template, look=replace(template.look, cover=Cover(parts=1)))
    paper = replace(sample, parts=(Part("text-1", "", (Paragraph((Words("For the Committee"),)),)), *sample.parts))
    with Pdf.open(io.BytesIO(write(paper, covered))) as pdf:
        assert count_pages(paper, covered) == len(pdf.pages) - 1
