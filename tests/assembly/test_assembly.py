"""The whole of assembly on the sample source: order, numbers, and that verification agrees."""

from __future__ import annotations

from dataclasses import replace

from briefgen.assembly import assemble
from briefgen.model.brief import Figure, Reference, Table, blocks_of, flat, inlines_of, plain
from briefgen.provenance import verify
from tests import papers, shops

ORDER = ("front", "bottom-line", "key-points", "key-figures", "sections", "limits", "source", "annex", "notes")


def assembled(order=ORDER, **change):
    shop = shops.shop(**change)
    return assemble(shop.commission, shop.base, shop.strands, order, shop.wording)


def test_what_is_assembled_can_be_verified():
    verify(assembled(), papers.base())


def test_parts_come_in_the_template_s_order_and_notes_last():
    order = ("annex", "notes", "sections", "front")
    assert [p.name for p in assembled(order).parts] == ["annex", "sections", "front", "notes"]


def test_figures_and_tables_are_numbered_in_order_and_pointers_follow():
    brief = assembled(length="full")
    assert [b.number for b in blocks_of(brief) if isinstance(b, Figure)] == [1]
    assert [b.number for b in blocks_of(brief) if isinstance(b, Table)] == [1, 2]
    pointed = [i for b in blocks_of(brief) for run in inlines_of(b) for i in flat(run) if isinstance(i, Reference)]
    assert {r.text for r in pointed if r.target == "figure-1"} == {"Figure 1"}
    assert not any(r.target.startswith("chart:") for r in pointed)
    titles = [plain(b.title) for b in blocks_of(brief) if isinstance(b, Table)]
    assert titles == ["Data behind Figure 1: Traffic grew", "Passages used"]


def test_the_title_names_subject_and_theme():
    assert assembled().title == "Aldmere harbour: traffic"


def test_a_theme_that_begins_with_a_name_keeps_its_capital():
    shop = shops.shop()
    strand = replace(shop.strands[0], theme=replace(shop.strands[0].theme, title="United States policy"))
    brief = assemble(shop.commission, shop.base, (strand,), ORDER, shop.wording)
    assert brief.title == "Aldmere harbour: United States policy"


def test_a_remark_travels_with_the_paper_once():
    from briefgen.errors import Remark

    shop = shops.shop()
    remark = Remark("here", "something")
    brief = assemble(shop.commission, shop.base, shop.strands, ORDER, shop.wording, (remark, remark))
    assert brief.remarks == (remark,)


def test_of_several_themes_each_begins_small_behind_the_subject():
    shop = shops.shop()
    brief = assemble(shop.commission, shop.base, shop.strands * 2, ORDER, shop.wording)
    assert (brief.title, brief.subject) == ("Aldmere harbour: traffic; traffic", "Traffic; Traffic")
