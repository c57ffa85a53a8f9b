from __future__ import annotations

from dataclasses import replace

from briefgen.assembly.citing import cite, marks_within
from briefgen.model.brief import NoteRef, Quote, plain
from briefgen.model.source import Card, Passage, Source, Span
from tests import papers


def sample(text: str, language: str = "en") -> Source:
    passage = Passage(Span(0, len(text)), "paragraph")
    return Source("sample", Card("Sample", language=language), text, (passage,), (), (), (), "0" * 64)


def said(source: Source) -> str:
    return plain(cite(source, Span(0, len(source.text))))


def drawn(inlines) -> str:
    """Draw marks in brackets: 2020.⟦1⟧."""
    return "".join(f"⟦{i.label}⟧" if isinstance(i, NoteRef) else i.text for i in inlines)


def test_marks_stand_where_the_source_has_them():
    source = papers.source()
    assert "2019.⟦1⟧⟦2⟧ It grew “steadily” after that.⟦8⟧ In 2008" in drawn(cite(source, source.passages[0].span))


def test_a_mark_before_the_first_character_belongs_to_what_stands_before():
    source = papers.source()
    quote = papers.quote(" In 2008")
    assert [m.label for m in marks_within(source, quote.span)] == []
    assert [m.label for m in marks_within(source, papers.quote("after that.").span)] == ["8"]


def test_a_broken_line_is_rejoined_and_logged():
    source = papers.source()
    edits = [e.why for i in cite(source, source.passages[0].span) if isinstance(i, Quote) for e in i.edits]
    assert edits == ["display opening", "line rejoined"]


def test_an_opening_in_capitals_is_set_as_the_rest_writes_its_words():
    text = "THE PORT–CITY of NATO grew. The Port and the City met NATO; NATO answered the Port."
    assert said(sample(text)).startswith("The Port–City of NATO grew")


def test_a_word_the_source_never_writes_otherwise_stays():
    assert said(sample("THE ZYGO grew. The rest is silence.")).startswith("The ZYGO grew")


def test_one_abbreviation_at_the_beginning_is_no_display_opening():
    assert said(sample("IT spending grew, and it was good.")).startswith("IT spending")


def test_capitals_inside_a_paragraph_stay():
    text = "It grew. THE PORT said so. The Port."
    source = sample(text)
    assert plain(cite(source, Span(9, len(text)))) == "THE PORT said so. The Port."


def test_latin_glued_to_han_is_parted_and_logged():
    source = sample("Mayor Lin 林海criticised it.")
    assert said(source) == "Mayor Lin 林海 criticised it."


def test_foreign_scripts_carry_their_language():
    source = papers.source()
    runs = {i.text: i.lang for i in cite(source, source.passages[1].span) if isinstance(i, Quote) and i.lang}
    assert runs == {"林海": "zh-Hans", "Договор": "ru"}


def test_a_script_is_not_foreign_in_its_own_language():
    source = papers.source()
    russian = replace(source, card=replace(source.card, language="ru"))
    assert all(i.lang != "ru" for i in cite(russian, source.passages[1].span) if isinstance(i, Quote))


def test_edits_turn_the_slice_into_the_quote():
    source = papers.source()
    for inline in cite(source, source.passages[0].span):
        if isinstance(inline, Quote) and not inline.edits:
            assert inline.span.of(source.text) == inline.text
