from __future__ import annotations

from dataclasses import replace

from briefgen.model.brief import Bullets, Callout, NoteRef, Paragraph, Part, Words
from briefgen.model.source import Card, File
from briefgen.readers import read
from briefgen.writers.md import write
from tests import papers


def said(*blocks) -> str:
    return write(replace(papers.brief(), parts=(Part("sections", "", blocks),), notes=())).decode()


def test_marks_are_footnotes_under_the_source_s_own_labels():
    text = write(papers.brief()).decode()
    assert "handled 12.5 million tonnes in 2019.**[^1][^2] It grew" in text
    assert "[^22]: **Note 22.** Text not supplied." in text


def test_a_reader_is_told_where_programs_would_number_the_notes_anew():
    told = "> Each note begins with its number in the source."
    assert told in write(papers.brief()).decode(), "notes 1, 2, 22 and 8 would be shown as 1, 2, 3 and 4"
    assert told not in said(Paragraph((Words("a"), NoteRef("1", "1", 0), NoteRef("2", "1", 0), NoteRef("1", "1", 0))))


def test_our_own_reader_finds_the_marks_and_notes_again():
    source = read(File("paper.md", write(papers.brief())), name="paper", card=Card("x"))
    body = [m.label for m in source.marks]
    assert list(dict.fromkeys(body)) == ["1", "22", "2", "8"]
    assert {n.label for n in source.notes} == {"1", "2", "8", "22"}
    assert "Port Authority, Annual Report, p. 4." in (source.note("2", "1").text or "")


def test_signs_that_mean_something_in_markdown_are_text():
    words = "a*b*c _d_ [e] <f> `g` #h | US$5 and US$6 &amp; \\"
    assert r"a\*b\*c \_d\_ \[e\] \<f\> \`g\` #h \| US\$5 and US\$6 \&amp; \\" in said(Paragraph((Words(words),)))


def test_a_paragraph_that_begins_like_a_list_or_heading_stays_one():
    for words, kept in (("1. May", "1\\. May"), ("- so", "\\- so"), ("# one", "\\# one"), ("2020 was", "2020 was")):
        assert f"\n\n{kept}" in said(Paragraph((Words(words),)))
    assert "- 3\\. June" in said(Bullets(((Words("3. June"),),)))


def test_a_box_is_one_block_quotation():
    text = said(Callout((Words("Note"),), (Paragraph((Words("one"),)), Bullets(((Words("two"),),)))))
    assert "> **Note**\n>\n> one\n>\n> - two" in text


def test_a_chart_is_told_in_words_and_its_values_stand_in_a_table():
    text = write(papers.brief()).decode()
    assert "**Figure 1. Traffic grew**\n\n> Tonnes a year, Aldmere\n>\n> Bar chart of tonnes a year" in text
    assert "| Year | Tonnes | Evidence |\n| --- | ---: | --- |" in text


def test_notes_of_several_numberings_are_told_apart():
    brief = papers.brief()
    notes = (brief.notes[0], replace(brief.notes[0], run="2"))
    text = write(replace(brief, notes=notes)).decode()
    assert "[^1]: " in text
    assert "[^2-1]: " in text
