"""Each way in which a paper can say more than its source is tried, and each stops the build."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefgen.errors import TraceError
from briefgen.model.brief import Brief, Edit, Figure, Inline, NoteRef, NoteText, Paragraph, Quote, Reference, Words
from briefgen.model.chart import Datum, Evidence
from briefgen.model.fact import Factbase
from briefgen.model.source import Span
from briefgen.provenance import verify
from tests import papers


def with_paragraph(*inlines: Inline, role: str = "body") -> Brief:
    """Give the sample paper one more paragraph in its body."""
    brief = papers.brief()
    parts = tuple(
        replace(p, blocks=(*p.blocks, Paragraph(inlines, role))) if p.name == "sections" else p for p in brief.parts
    )
    return replace(brief, parts=parts)


def with_datum(**change: object) -> Brief:
    """Change the last value of the sample paper's chart."""
    brief = papers.brief()

    def changed(block: object) -> object:
        if not isinstance(block, Figure):
            return block
        panel = block.plate.chart.panels[0]
        data: tuple[Datum, ...] = (*panel.data[:-1], replace(panel.data[-1], **change))
        chart = replace(block.plate.chart, panels=(replace(panel, data=data),))
        return replace(block, plate=replace(block.plate, chart=chart))

    parts = tuple(replace(p, blocks=tuple(changed(b) for b in p.blocks)) for p in brief.parts)
    return replace(brief, parts=parts)


def test_the_sample_paper_says_what_its_source_says():
    verify(papers.brief(), papers.base())


def test_an_altered_word_is_refused():
    quote = papers.quote("nothing else is known.")
    with pytest.raises(TraceError, match="the source says ‘nothing else is known"):
        verify(with_paragraph(replace(quote, text="everything else is known.")), papers.base())


def test_an_edit_that_is_not_permitted_is_refused():
    quote = papers.quote("nothing else is known.")
    at = quote.span.start
    edit = Edit(Span(at, at + 7), "everything", "line rejoined")
    with pytest.raises(TraceError, match="not permitted"):
        verify(with_paragraph(Quote(quote.span, "everything else is known.", (edit,))), papers.base())


def test_capitals_are_lowered_at_an_opening_only():
    quote = papers.quote("HARBOUR of")
    edit = Edit(Span(quote.span.start, quote.span.start + 7), "Harbour", "display opening")
    verify(with_paragraph(Quote(quote.span, "Harbour of", (edit,))), papers.base())
    treaty = papers.quote("Договор")
    inside = Edit(treaty.span, "договор", "display opening")
    with pytest.raises(TraceError, match="not permitted"):
        verify(with_paragraph(Quote(treaty.span, "договор", (inside,))), papers.base())


def test_a_moved_mark_is_refused():
    moved = replace(papers.mark("8"), at=papers.mark("8").at - 3)
    with pytest.raises(TraceError, match="no mark 8"):
        verify(with_paragraph(papers.quote("nothing else is known."), moved), papers.base())


def test_a_mark_printed_behind_other_words_is_refused():
    with pytest.raises(TraceError, match="mark 8 is printed away from its place"):
        verify(with_paragraph(papers.quote("nothing else is known."), papers.mark("8")), papers.base())


def test_an_invented_mark_is_refused():
    quote = papers.quote("nothing else is known.")
    with pytest.raises(TraceError, match="no mark 9"):
        verify(with_paragraph(quote, NoteRef("9", "1", quote.span.end)), papers.base())


def test_a_mark_left_out_is_refused():
    with pytest.raises(TraceError, match="mark 22 is missing"):
        verify(with_paragraph(papers.quote("signed a treaty on 3 May 2020.")), papers.base())


@pytest.mark.parametrize("text", ["It handled 133.5 tonnes.", "It fell by 12 percent.", "In 1917 it began."])
def test_a_number_not_in_the_source_is_refused(text):
    with pytest.raises(TraceError, match="is not in the source"):
        verify(with_paragraph(Words(text, ("harbour-1",)), role="ours"), papers.base())


def test_a_number_of_the_facts_named_is_let_pass():
    verify(with_paragraph(Words("It handled 12.5 million.", ("harbour-1",)), role="ours"), papers.base())


def test_a_drawn_value_that_no_fact_states_is_refused():
    with pytest.raises(TraceError, match=r"not stated in 1\.1"):
        verify(with_datum(value=12.6e6), papers.base())


def test_a_drawn_label_with_another_number_is_refused():
    with pytest.raises(TraceError, match=r"the number 12\.6"):
        verify(with_datum(printed="12.6 million tonnes"), papers.base())


def test_the_words_of_a_note_are_the_source_s():
    brief = papers.brief()
    entry = replace(brief.notes[1], inlines=(NoteText("2", "1", "Somebody, Something, p. 5."),))
    with pytest.raises(TraceError, match="the words of note 2"):
        verify(replace(brief, notes=(brief.notes[0], entry, *brief.notes[2:])), papers.base())


def test_a_note_cited_must_be_listed():
    brief = papers.brief()
    with pytest.raises(TraceError, match="note 22 is cited but not listed"):
        verify(replace(brief, notes=brief.notes[:-1]), papers.base())


def test_evidence_must_name_a_listed_note():
    with pytest.raises(TraceError, match="“note 7” is named but not listed"):
        verify(with_paragraph(Reference("note-1-7", "note 7"), role="ours"), papers.base())


@pytest.mark.parametrize(("target", "text"), [("figure-9", "Figure 9"), ("table-2", "Table 2"), ("part-maps", "Maps")])
def test_a_reference_to_what_the_paper_lacks_is_refused(target, text):
    with pytest.raises(TraceError, match=f"“{text}” is not in the paper"):
        verify(with_paragraph(Reference(target, text), role="ours"), papers.base())


def test_a_reference_to_a_figure_table_or_titled_part_is_let_pass():
    there = (Reference("figure-1", "Figure 1"), Reference("table-1", "Table 1"), Reference("part-notes", "Notes"))
    verify(with_paragraph(*there, role="ours"), papers.base())


def test_every_listed_note_has_one_real_reference_in_ascending_order():
    brief = papers.brief()
    with pytest.raises(TraceError, match="the references of the notes"):
        verify(replace(brief, notes=tuple(reversed(brief.notes))), papers.base())


def test_a_number_in_a_title_is_refused():
    brief = papers.brief()
    with pytest.raises(TraceError, match="the number 47"):
        verify(replace(brief, title="Aldmere harbour: 47 ships"), papers.base())


def grown() -> Factbase:
    """Let the sample source's first sentence state a growth as well."""
    base = papers.base()
    first = base.facts[0]
    level = first.quantities[0]
    growth = replace(level, value=25.0, unit="percent", direction="change+", base_period="2018")
    return replace(base, facts=(replace(first, quantities=(level, growth)), *base.facts[1:]))


def test_a_derived_value_is_worked_out_again():
    derived = {"derived": "12.5 ÷ 1.25", "printed": "about 10 million tonnes", "period": "2018", "label": "2019"}
    unnoted = Evidence("harbour-1", "1.1", ())
    verify(with_datum(value=10e6, evidence=unnoted, **derived), grown())
    with pytest.raises(TraceError, match="derives 9e"):
        verify(with_datum(value=9e6, evidence=unnoted, **derived), grown())


def test_a_derived_value_bears_no_note_of_the_source():
    derived = {"derived": "12.5 ÷ 1.25", "printed": "about 10 million tonnes", "period": "2018", "label": "2019"}
    with pytest.raises(TraceError, match="derives"):
        verify(with_datum(value=10e6, **derived), grown())
