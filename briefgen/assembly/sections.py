"""Selection → the body: the source's sentences by section, in source order, charts beside the text they show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from briefgen.assembly.citing import cite, marks_within
from briefgen.assembly.editing import editors_note, own
from briefgen.assembly.evidence import grounds_of, name_grounds
from briefgen.assembly.leads import find_lead
from briefgen.assembly.workshop import Strand, Workshop, judged_by
from briefgen.model.brief import (
    Block,
    Emphasis,
    Figure,
    Heading,
    Inline,
    Inlines,
    Locator,
    NoteRef,
    Paragraph,
    Part,
    Reference,
    Words,
)
from briefgen.model.chart import Plate
from briefgen.model.editor import OwnWords
from briefgen.model.fact import JUDGED, Fact, Section
from briefgen.model.source import Span

_COLONS = (":", "：")
_LONGEST_PLACE = 40
"""Characters of a heading that a locator may hold: the paragraph's number finds the place without it."""


def make_sections(shop: Workshop) -> Part:
    """Make the body; with several themes each has its heading and its sections under it."""
    blocks: list[Block] = []
    several = len(shop.strands) > 1
    for strand in (s for s in shop.strands if s.selection.facts or s.editing):
        if several:
            blocks.append(Heading((shop.wording.plain(shop.title_of(strand.theme)),), 1))
        blocks += _strand(shop, strand, 2 if several else 1)
    return Part("sections", "", tuple(blocks))


def _strand(shop: Workshop, strand: Strand, level: int) -> Iterator[Block]:
    waiting = [p for p in strand.plates if p.chart.kind != "timeline"]
    sections = tuple(_sections(shop, strand))
    below = [f for section in sections for f in section.facts]
    for section in sections:
        title = _title(shop, strand, section)
        opening = shop.run_in(title) if shop.brisk else ()
        if not shop.brisk:
            yield Heading((title,), level)
        first = section.facts[0]
        # A sentence that takes a side is not printed louder than the others, nor one under an editor's message.
        told = shop.brisk or first.loaded or _message(strand, section)
        lead = None if told else find_lead(shop.source, first.span)
        for _, group in groupby(section.facts, key=lambda f: f.paragraph):
            facts = tuple(group)
            below = below[len(facts) :]
            shown = _beside(waiting, facts, tuple(below))
            waiting = [p for p in waiting if p not in shown]
            said = _paragraph(shop, facts, shown, lead, under=section.title, labelled=section.name != "judges")
            announces = not shown and facts[-1] is not section.facts[-1] and shop.base.words(facts[-1])[-1:] in _COLONS
            yield Paragraph((*opening, *said), leads=announces)
            opening = ()
            yield from (_figure(shop, plate) for plate in shown)
    for plate in strand.plates:
        if plate.chart.kind == "timeline":
            yield Paragraph((_pointer(plate, shop), shop.wording.say("body.dated")), "ours", leads=True)
            yield _figure(shop, plate)
    if strand.editing:
        yield from editors_note(shop, strand.editing)


def _title(shop: Workshop, strand: Strand, section: Section) -> Words:
    """Give a section's title: the editor's message, or the theme's."""
    message = _message(strand, section)
    return own(shop, message) if message else shop.wording.plain(section.title)


def _message(strand: Strand, section: Section) -> OwnWords | None:
    return strand.editing.heading(section.name) if strand.editing else None


def _sections(shop: Workshop, strand: Strand) -> Iterator[Section]:
    """Give the sections under their titles in the paper's language, then the one of what the source judges."""
    for section in strand.selection.sections:
        yield replace(section, title=shop.wording.title(strand.theme.name, section.name, section.title))
    if strand.selection.judged:
        kinds = {fact.kind for fact in strand.selection.judged}
        title = "titles.judges-expects" if kinds == JUDGED else "titles.judges"
        yield Section("judges", shop.wording.text(title), strand.selection.judged)


def _beside(waiting: list[Plate], facts: tuple[Fact, ...], below: tuple[Fact, ...]) -> list[Plate]:
    """Choose the charts to stand behind a paragraph; of several, one that a paragraph below shows too waits for it."""
    fit = [plate for plate in waiting if _shares(plate, facts)]
    return [plate for number, plate in enumerate(fit) if not number or not _shares(plate, below)]


def _shares(plate: Plate, facts: tuple[Fact, ...]) -> bool:
    return any(e.fact == f.id for e in plate.chart.evidence for f in facts)


def _paragraph(
    shop: Workshop, facts: tuple[Fact, ...], shown: list[Plate], lead: Span | None, *, under: str, labelled: bool
) -> Inlines:
    """Set the chosen sentences of one source paragraph, never two (DESIGN §5.1)."""
    inlines: list[Inline] = []
    judged: Inlines = ()
    last = 0
    for run in _neighbours(facts, by_kind=labelled):
        label = judged_by(shop, run[0].kind) if labelled else ()
        if inlines:
            follows = run[0].sentence == last + 1
            inlines.append(shop.wording.plain(" ") if follows else shop.wording.say("body.gap"))
        inlines += label if label != judged else ()
        judged, last = label, run[-1].sentence
        inlines += _led(shop, Span(run[0].span.start, run[-1].span.end), lead)
    for plate in shown:
        inlines += [shop.wording.say("body.figure-open"), _pointer(plate, shop), shop.wording.say("body.figure-close")]
    return (*inlines, _locator(shop, facts[0], under))


def _led(shop: Workshop, span: Span, lead: Span | None) -> Inlines:
    """Quote a stretch, its lead in bold where it opens with one."""
    if lead is None or lead.start != span.start:
        return cite(shop.source, span)
    last = tuple(NoteRef(m.label, m.run, m.at) for m in marks_within(shop.source, lead) if m.at == lead.end)
    bold = Emphasis(cite(shop.source, lead, (m for m in marks_within(shop.source, lead) if m.at < lead.end)))
    return bold, *last, *(cite(shop.source, Span(lead.end, span.end)) if lead.end < span.end else ())


def _neighbours(facts: tuple[Fact, ...], *, by_kind: bool) -> Iterator[tuple[Fact, ...]]:
    """Cut where a sentence of the source is left out, and before and behind a judgement to be labelled."""
    run: list[Fact] = []
    for fact in facts:
        apart = run and fact.sentence != run[-1].sentence + 1
        turns = run and by_kind and JUDGED & {fact.kind, run[-1].kind} and fact.kind != run[-1].kind
        if apart or turns:
            yield tuple(run)
            run = []
        run.append(fact)
    yield tuple(run)


def _locator(shop: Workshop, fact: Fact, under: str) -> Locator:
    """Say where a paragraph stands; its heading only where it is short and not the section's own title."""
    heading = shop.heading_over(fact)
    words = " ".join(heading.span.of(shop.source.text).split()) if heading else ""
    if words in ("", under) or len(words) > _LONGEST_PLACE:
        return Locator(shop.wording.text("body.paragraph", n=fact.paragraph, page=fact.page))
    return Locator(shop.wording.text("body.headed", heading=words, n=fact.paragraph, page=fact.page))


def _pointer(plate: Plate, shop: Workshop) -> Reference:
    """Point to a chart by name; numbering turns it into the figure's number."""
    return Reference(f"chart:{plate.chart.name}", shop.wording.text("labels.figure"))


def _figure(shop: Workshop, plate: Plate) -> Figure:
    plain, chart = shop.wording.plain, plate.chart
    facts = tuple(e.fact for e in chart.evidence)
    source = name_grounds(grounds_of(chart, shop.base), shop.wording, shop.source.card.called)
    return Figure(0, plate, (plain(chart.title, facts),), (plain(chart.subtitle, facts),), source)
