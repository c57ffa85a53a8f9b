from __future__ import annotations

from dataclasses import replace

from briefgen.assembly.endnotes import anchored, entries, notes_part
from briefgen.assembly.sections import make_sections
from briefgen.model.brief import NoteRef, NoteText, Paragraph, Part, flat, inlines_of, plain
from tests import shops


def real(parts: tuple[Part, ...]) -> list[tuple[str, str]]:
    return [
        (part.name, inline.label)
        for part in parts
        for block in part.blocks
        for inlines in inlines_of(block)
        for inline in flat(inlines)
        if isinstance(inline, NoteRef) and inline.real
    ]


def made(shop):
    listed = entries(shop)
    body, notes = make_sections(shop), notes_part(shop, listed, "imprint")
    return listed, anchored(shop, (body, notes), listed)


def test_the_list_keeps_the_source_s_numbers_with_gaps_ascending():
    assert [e.label for e in entries(shops.shop())] == ["1", "2", "8", "22"]
    assert [e.label for e in entries(shops.shop(2, 4, drawn=False))] == ["8", "22"]


def test_a_supplied_text_is_given_and_a_missing_one_is_said_to_be_missing():
    listed = {e.label: e for e in entries(shops.shop())}
    assert listed["2"].inlines == (NoteText("2", "1", "Port Authority, Annual Report, p. 4."),)
    assert plain(listed["22"].inlines) == (
        "Text not supplied. Stands at: ‘and Pavel Договор signed a treaty on 3 May 2020.’ (para.\u00a02)."
    )


def test_the_finding_words_end_at_the_mark_and_start_at_a_word():
    eight = {e.label: e for e in entries(shops.shop())}["8"]
    assert plain(eight.inlines) == "Text not supplied. Stands at: ‘It grew “steadily” after that.’ (para.\u00a01)."


def test_the_references_stand_in_the_body_where_they_ascend_there():
    _, parts = made(shops.shop(drawn=False))
    assert real(parts) == [("sections", "1"), ("sections", "2"), ("sections", "8"), ("sections", "22")]


def test_where_they_do_not_ascend_one_line_under_notes_holds_them():
    shop = shops.shop(drawn=False)
    strand = shop.strands[0]
    (section,) = strand.selection.sections
    late, early = section.facts[3:], section.facts[:3]
    turned = replace(strand.selection, sections=(replace(section, facts=late), replace(section, facts=early)))
    _, parts = made(replace(shop, strands=(replace(strand, selection=turned),)))
    assert real(parts) == [("notes", "1"), ("notes", "2"), ("notes", "8"), ("notes", "22")]
    line = parts[-1].blocks[1]
    assert isinstance(line, Paragraph)
    assert plain(line.inlines).startswith("Notes cited in this paper: ")


def test_a_paper_without_notes_has_an_imprint_and_no_sentence_on_notes():
    shop = shops.shop(3, drawn=False)
    part = notes_part(shop, entries(shop), "imprint")
    assert [plain(b.inlines) for b in part.blocks] == ["imprint"]


def test_a_paper_without_a_note_has_no_heading_for_them():
    shop = shops.shop(3, drawn=False)
    part = notes_part(shop, entries(shop), "imprint")
    assert part is not None
    assert (part.title, [plain(b.inlines) for b in part.blocks]) == ("", ["imprint"])
