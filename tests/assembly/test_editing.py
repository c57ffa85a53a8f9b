from __future__ import annotations

from dataclasses import replace

import pytest

from briefgen.assembly import assemble
from briefgen.errors import EditorialError
from briefgen.model.brief import Callout, Heading, Paragraph, blocks_of, plain
from briefgen.model.editor import Editing, OwnWords
from briefgen.provenance import verify
from tests import papers, shops

ORDER = ("front", "bottom-line", "sections", "source", "notes")
LINE = OwnWords("Traffic reached 12.5 million tonnes in 2019.", ("1.1",), "traffic.toml, bottom_line")
MESSAGE = OwnWords("Traffic grew and a treaty was signed", ("1.2", "2.1"), "traffic.toml, heading “all”")
NOTE = OwnWords("Tonnes are not said to be metric.", ("1.1",), "traffic.toml, note 1")


def edited(editing: Editing):
    shop = shops.shop()
    strands = tuple(replace(s, editing=editing) for s in shop.strands)
    return assemble(shop.commission, shop.base, strands, ORDER, shop.wording)


def test_the_editor_s_bottom_line_is_labelled_and_says_on_what_it_rests():
    part = edited(Editing("the desk", LINE)).part("bottom-line")
    assert [(b.role, plain(b.inlines)) for b in part.blocks if isinstance(b, Paragraph)] == [
        ("bottom-line", LINE.text),
        ("ours", "Editor’s words, signed the desk; they rest on para. 1 of the source."),
    ]


def test_a_heading_is_the_editor_s_message():
    brief = edited(Editing("the desk", headings=(("all", MESSAGE),)))
    assert MESSAGE.text in [plain(b.inlines) for b in blocks_of(brief) if isinstance(b, Heading)]


def test_a_note_stands_in_a_box_of_its_own():
    (box,) = [b for b in blocks_of(edited(Editing("the desk", notes=(NOTE,)))) if isinstance(b, Callout)]
    assert plain(box.title) == "Editor’s note"
    assert plain(box.blocks[0].inlines).startswith(NOTE.text)
    assert "signed the desk" in plain(box.blocks[0].inlines)


def test_the_source_statement_counts_what_is_the_editor_s():
    brief = edited(Editing("the desk", LINE, (("all", MESSAGE),), (NOTE,)))
    (paragraph,) = brief.part("source").blocks
    assert "3 statements in it are the editor’s own, signed the desk." in plain(paragraph.inlines)


def test_the_edited_paper_can_be_verified():
    verify(edited(Editing("the desk", LINE, (("all", MESSAGE),), (NOTE,))), papers.base())


def test_what_its_passages_do_not_bear_stops_the_paper():
    with pytest.raises(EditorialError, match=r"says 12\.5, which its passages do not"):
        edited(Editing("the desk", replace(LINE, support=("1.2",))))
