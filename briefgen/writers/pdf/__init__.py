"""Brief, Template → PDF. Every file is tagged (PDF/UA-1) and archival (PDF/A-2a, with files attached A-3a)."""

from __future__ import annotations

from briefgen.model.brief import Brief, anchors_of
from briefgen.model.look import Template
from briefgen.model.source import File
from briefgen.writers.pdf.attachments import attach
from briefgen.writers.pdf.compositor import Compositor
from briefgen.writers.pdf.contents import covers_of, lay_out_paper
from briefgen.writers.pdf.furniture import Furnisher, cleared
from briefgen.writers.pdf.metadata import catalog, info
from briefgen.writers.pdf.paging import draw
from briefgen.writers.pdf.press import Press
from briefgen.writers.pdf.story import Story
from briefgen.writers.pdf.structure import Element


def write(brief: Brief, template: Template, attached: tuple[File, ...] = ()) -> bytes:
    """Write a brief as PDF.

    Args:
        brief: the paper.
        template: whose look it takes.
        attached: files that travel in it, say the data behind its charts.

    Raises:
        OutputError: a character is in no font, or a package of fonts is not installed.
    """
    look = cleared(template.look)
    page = look.page
    press = Press(page.width, page.height, Element("Document"))
    compositor = Compositor(brief, look, anchors_of(brief))
    story = Story(compositor, press)
    pages = lay_out_paper(story, list(story.tell()), page.height - page.top - page.bottom)
    compositor.place = "running head and foot"
    furnisher = Furnisher(compositor, covers_of(pages))
    for placed in pages:
        leaf = press.leaf()
        furnisher.draw(leaf, len(pages))
        draw(leaf, placed, page.left, page.height - page.top)
    entries = catalog(brief, press, bool(attached)) | attach(press, attached, brief.date)
    return press.finish(entries, info(brief), story.bookmarks)
