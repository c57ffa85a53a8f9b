"""Brief, Template → how many pages it takes as PDF, without writing it."""

from __future__ import annotations

from briefgen.model.brief import Brief, anchors_of
from briefgen.model.look import Template
from briefgen.writers.pdf.compositor import Compositor
from briefgen.writers.pdf.contents import covers_of, lay_out_paper
from briefgen.writers.pdf.furniture import cleared
from briefgen.writers.pdf.press import Press
from briefgen.writers.pdf.story import Story
from briefgen.writers.pdf.structure import Element


def count_pages(brief: Brief, template: Template, spare: float = 0.0) -> int:
    """Count the pages of a paper, its cover aside.

    Args:
        brief: the paper.
        template: whose look it takes.
        spare: points at the foot of each page that are to stay free; then none is set closer to hold more.

    Raises:
        OutputError: a character is in no font, or a package of fonts is not installed.
    """
    look = cleared(template.look)
    page = look.page
    press = Press(page.width, page.height, Element("Document"))
    story = Story(Compositor(brief, look, anchors_of(brief)), press)
    pages = lay_out_paper(story, list(story.tell()), page.height - page.top - page.bottom - spare, closer=not spare)
    return len(pages) - covers_of(pages)
