from __future__ import annotations

from dataclasses import replace

from briefgen.assembly.sections import make_sections
from briefgen.model.brief import Emphasis, Figure, Heading, Locator, NoteRef, Paragraph, Quote, plain
from briefgen.model.chart import Evidence
from briefgen.model.editor import Editing, OwnWords
from briefgen.model.fact import Factbase, Section
from briefgen.model.source import Passage, Span
from tests import papers, shops


def test_a_paragraph_never_joins_two_of_the_source_s():
    body = make_sections(shops.shop(drawn=False))
    paragraphs = [b for b in body.blocks if isinstance(b, Paragraph)]
    assert [plain(p.inlines)[-9:] for p in paragraphs] == ["(para. 1)", "(para. 2)"]


def test_between_sentences_that_are_not_neighbours_stands_an_ellipsis():
    body = make_sections(shops.shop(1, 3, drawn=False))
    (paragraph,) = [b for b in body.blocks if isinstance(b, Paragraph)]
    assert "2019. […] In 2008" in plain(paragraph.inlines)
    assert "8" not in [i.label for i in paragraph.inlines if isinstance(i, NoteRef)]


def test_neighbours_are_quoted_with_what_stands_between_them():
    body = make_sections(shops.shop(1, 2, drawn=False))
    (paragraph,) = [b for b in body.blocks if isinstance(b, Paragraph)]
    assert plain(paragraph.inlines) == (
        "The HARBOUR of Aldmere & Sons handled 12.5 million tonnes in 2019. It grew “steadily” after that. (para. 1)"
    )


def test_a_figure_stands_behind_the_paragraph_that_points_to_it():
    blocks = make_sections(shops.shop()).blocks
    at = next(n for n, b in enumerate(blocks) if isinstance(b, Figure))
    pointed = blocks[at - 1]
    assert isinstance(pointed, Paragraph)
    assert "(see Figure)" in plain(pointed.inlines)


def kinds(**by_number: str) -> Factbase:
    base = papers.base()
    facts = tuple(replace(f, kind=by_number.get(f"f{n}", "fact")) for n, f in enumerate(base.facts, 1))
    return replace(base, facts=facts)


def test_a_judgement_nothing_leans_on_stands_under_the_source_judges():
    blocks = make_sections(shops.shop(base=kinds(f5="judgement"), drawn=False)).blocks
    heads = [plain(b.inlines) for b in blocks if isinstance(b, Heading)]
    assert heads == ["Traffic", "The source judges"]
    assert plain(blocks[-1].inlines) == "The notes say so again. (para. 2)"


def test_a_judgement_a_statement_leans_on_stays_beside_it_and_is_labelled():
    base = kinds(f2="judgement")
    facts = tuple(replace(f, needs=("harbour-2",)) if f.id == "harbour-3" else f for f in base.facts)
    blocks = make_sections(shops.shop(1, 2, 3, base=replace(base, facts=facts), drawn=False)).blocks
    (paragraph,) = [b for b in blocks if isinstance(b, Paragraph)]
    assert "2019. [The source judges:] It grew" in plain(paragraph.inlines)
    assert not any(plain(b.inlines) == "The source judges" for b in blocks if isinstance(b, Heading))


def test_under_an_editors_message_no_sentence_is_bold():
    shop = shops.shop(2, drawn=False)
    message = OwnWords("Traffic grew", ("harbour-2",), "traffic.toml")
    told = replace(shop.strands[0], editing=Editing("us", headings=(("all", message),)))
    bold = [
        any(isinstance(i, Emphasis) for b in make_sections(made).blocks if isinstance(b, Paragraph) for i in b.inlines)
        for made in (shop, replace(shop, strands=(told,)))
    ]
    assert bold == [True, False]


def test_what_announces_items_is_not_parted_from_them():
    base = papers.base()
    text = base.source.text
    first = next(n for n, f in enumerate(base.facts) if base.facts[n + 1].paragraph > f.paragraph)
    end = base.facts[first].span.end
    colon = replace(base, source=replace(base.source, text=f"{text[: end - 1]}:{text[end:]}"))
    leads = [b.leads for b in make_sections(shops.shop(base=colon, drawn=False)).blocks if isinstance(b, Paragraph)]
    assert leads == [True, False]
    assert not any(b.leads for b in make_sections(shops.shop(drawn=False)).blocks if isinstance(b, Paragraph))


def test_several_themes_have_a_heading_each_and_sections_below():
    shop = shops.shop(drawn=False)
    body = make_sections(replace(shop, strands=shop.strands * 2))
    assert [b.level for b in body.blocks if isinstance(b, Heading)] == [1, 2, 1, 2]


def test_a_locator_names_the_heading_the_source_has():
    base = papers.base()
    text = base.source.text
    from briefgen.model.source import Passage, Span

    heading = Passage(Span(0, 3), "heading", 1)
    source = replace(base.source, passages=(heading, *base.source.passages))
    facts = tuple(f for f in base.facts if f.paragraph == 2)
    body = make_sections(shops.shop(base=replace(base, source=source, facts=facts), drawn=False))
    (paragraph,) = [b for b in body.blocks if isinstance(b, Paragraph)]
    assert isinstance(paragraph.inlines[-1], Locator)
    assert paragraph.inlines[-1].text == f" ({text[:3]}, para. 2)"


def test_every_mark_of_the_facts_printed_is_printed_once():
    body = make_sections(shops.shop(drawn=False))
    refs = [i.label for b in body.blocks if isinstance(b, Paragraph) for i in b.inlines if isinstance(i, NoteRef)]
    assert refs == ["1", "2", "8", "22", "1"]
    assert any(isinstance(i, Quote) for b in body.blocks if isinstance(b, Paragraph) for i in b.inlines)


def test_a_locator_names_the_heading_only_where_it_is_not_the_section_s_own():
    base = papers.base()
    head = Passage(Span(0, 3), "heading", 1)
    facts = tuple(replace(f, span=Span(max(4, f.span.start), f.span.end)) for f in base.facts)
    over = replace(base, facts=facts, source=replace(base.source, passages=(head, *base.source.passages)))
    shop = shops.shop(3, base=over, drawn=False)
    (strand,) = shop.strands
    own = replace(strand.selection, sections=(Section("a", "THE", strand.selection.facts),))
    told = [
        b.inlines[-1]
        for each in (strand, replace(strand, selection=own))
        for b in make_sections(replace(shop, strands=(each,))).blocks
        if isinstance(b, Paragraph)
    ]
    assert [i.text for i in told if isinstance(i, Locator)] == [" (THE, para. 1)", " (para. 1)"]


def test_a_theme_without_a_passage_has_no_heading():
    shop = shops.shop(drawn=False)
    (strand,) = shop.strands
    empty = replace(strand, selection=replace(strand.selection, sections=()))
    body = make_sections(replace(shop, strands=(strand, empty)))
    assert [plain(b.inlines) for b in body.blocks if isinstance(b, Heading)] == ["Traffic", "Traffic"]
    assert make_sections(replace(shop, strands=(empty, empty))).blocks == ()


def test_a_locator_leaves_a_long_heading_to_the_source():
    base = papers.base()
    head = Passage(Span(0, 60), "heading", 1)
    over = replace(base, source=replace(base.source, passages=(head, *base.source.passages)), facts=base.facts[3:])
    body = make_sections(shops.shop(base=over, drawn=False))
    (paragraph,) = [b for b in body.blocks if isinstance(b, Paragraph)]
    assert isinstance(paragraph.inlines[-1], Locator)
    assert paragraph.inlines[-1].text == " (para. 2)"


def test_of_two_charts_of_one_paragraph_the_second_waits_for_another_paragraph_that_it_shows():
    made = shops.shop()
    strand = made.strands[0]
    plate = papers.plate()
    base = papers.base()
    (panel,) = plate.chart.panels
    far = replace(panel.data[0], evidence=Evidence(base.facts[3].id, "2.1", ()))
    both = replace(plate.chart, name="both", panels=(replace(panel, data=(panel.data[1], far)),))
    near = replace(plate.chart, name="near")
    for second, order in ((both, "PFPF"), (near, "PFFP")):  # paragraphs and figures
        plates = (plate, replace(plate, chart=second))
        part = make_sections(replace(made, strands=(replace(strand, plates=plates),)))
        kinds = "".join("F" if isinstance(b, Figure) else "P" for b in part.blocks if isinstance(b, Figure | Paragraph))
        assert kinds == order
