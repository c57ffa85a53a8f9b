"""An editor's words stand only where the paper prints what they are on; whoever wrote them is told."""

from __future__ import annotations

from dataclasses import replace

from briefgen.assembly import Strand
from briefgen.model.editor import Chosen, Editing, OwnWords
from briefgen.pipeline.strands import settled
from briefgen.pipeline.support import tell_unfit
from tests import shops


def own(text: str, *support: str) -> OwnWords:
    return OwnWords(text, support, "editor/traffic.toml, heading")


def left(*printed: int, headings: tuple = (), notes: tuple = ()) -> tuple[Editing, list[str]]:
    strand = shops.shop(*printed, drawn=False).strands[0]
    editing = Editing("the desk", None, headings, notes)
    (made,), remarks = settled([Strand(strand.theme, strand.selection, (), editing)], "standard")
    assert all(remark.note for remark in remarks)
    return made.editing, [remark.what for remark in remarks]


def test_a_heading_stands_where_all_it_rests_on_is_printed_and_some_of_it_under_it():
    heading = ("all", own("Traffic grew", "harbour-1", "harbour-2"))
    assert left(1, 2, headings=(heading,)) == (Editing("the desk", None, (heading,)), [])
    editing, told = left(1, 3, headings=(heading,))
    assert editing.headings == ()
    assert told == ["is left out, since this paper does not print what it is on (harbour-1, harbour-2)"]


def test_a_heading_of_a_section_that_the_paper_has_not_is_left_out_without_a_word():
    editing, told = left(1, headings=(("harbours", own("Traffic grew", "harbour-1")),))
    assert (editing.headings, told) == ((), [])


def test_a_note_stands_where_the_first_passage_it_names_is_printed():
    note = own("Of what, it does not say.", "harbour-1", "harbour-3")
    assert left(1, notes=(note,))[0].notes == (note,)
    editing, told = left(3, notes=(note,))
    assert (editing.notes, len(told)) == ((), 1)


def test_a_passage_chosen_for_a_key_point_that_cannot_be_one_is_told():
    strand = shops.shop(drawn=False).strands[0]
    lead, first = strand.selection.lead, strand.selection.facts[0]
    editing = Editing("the desk", points=Chosen((lead.id, first.id, "1.2"), "editor/traffic.toml:3, key_points"))
    told = list(tell_unfit(editing, replace(strand.selection, points=(first,))))
    assert [str(remark).partition(":")[2] for remark in told] == [
        "3, key_points: 1.2 is no key point: it cannot be read without what stands around it; choose another passage"
    ]
    gone = replace(strand.selection, points=(first,), sections=(), judged=(first,))
    assert "this paper does not print it" in str(next(tell_unfit(editing, gone)))
    assert list(tell_unfit(editing, strand.selection)) == []
