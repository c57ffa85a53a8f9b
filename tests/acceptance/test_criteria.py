"""The acceptance criteria of the genre that a program can check (genre.md part 4, as DESIGN §5 amends them).

Each test names the criterion's number. A covering subset of theme × length × editor runs here; the whole product by
``python -m tests.campaign acceptance``, which asks for it by an environment variable.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import pairwise

import pytest
from docx.oxml.ns import qn

from briefgen.model.brief import (
    Emphasis,
    Figure,
    Heading,
    KeyFigures,
    Locator,
    NoteRef,
    Paragraph,
    Quote,
    Table,
    Words,
    blocks_of,
    flat,
    plain,
)
from tests.acceptance import papers
from tests.acceptance.papers import Accepted

PAGES = {"one-page": 2, "standard": 9, "full": 15}
"""Most pages, notes and annex among them; genre.md §1.3 counts them apart."""
UNSURE = re.compile(
    r"\b(likely|unlikely|probabl[ey]|almost certain|confidence that|moderate confidence|high confidence)\b", re.I
)


@pytest.fixture(scope="module", params=papers.chosen(), ids=lambda c: f"{c[0]}-{c[1]}{'-edited' if c[2] else ''}")
def paper(request: pytest.FixtureRequest) -> Accepted:
    return papers.built(*request.param)


@pytest.fixture
def length(request: pytest.FixtureRequest) -> str:
    return request.node.callspec.params["paper"][1]


def test_1_3_every_sentence_is_its_slice_and_every_mark_stands_where_the_source_has_it(paper):
    text = paper.base.source.text
    for quote in (i for i in paper.inlines if isinstance(i, Quote)):
        if not quote.edits:
            assert quote.text == quote.span.of(text)
    stand = {(m.label, m.run, m.at) for m in paper.base.source.marks}
    assert {(r.label, r.run, r.at) for r in paper.inlines if isinstance(r, NoteRef)} <= stand


def test_2_the_trace_holds_every_printed_quote(paper):
    told = json.dumps(json.loads(paper.trace)["brief"], ensure_ascii=False)
    for quote in paper.quotes("sections"):
        assert json.dumps(quote.text, ensure_ascii=False) in told


def test_5_notes_listed_are_those_of_the_sentences_printed_ascending_with_gaps(paper):
    listed = [int(e.label) for e in paper.brief.notes]
    of_facts = sorted({int(m.label) for f in paper.body for m in f.marks})
    assert listed == of_facts
    assert {int(r.label) for r in paper.refs("sections")} == set(listed)


def test_6_word_and_pdf_have_the_same_list_of_notes(paper):
    in_word = [re.match(r"Note (\w+)\. (.*)", said) for _, said in paper.endnotes]
    assert [m[1] for m in in_word] == [e.label for e in paper.brief.notes]
    assert paper.word_marks == [e.label for e in paper.brief.notes]
    in_pdf = re.findall(r"^Note (\d+)\.", "\n".join(paper.pages), re.M)
    assert in_pdf == [e.label for e in paper.brief.notes]
    for match, entry in zip(in_word, paper.brief.notes, strict=True):
        assert match[2].split() == plain(entry.inlines).split()


def test_7_no_digit_of_a_mark_is_left_in_the_text(paper):
    for quote in paper.quotes("sections"):
        assert not re.search(r"[a-z”’][.,]?’?\d{1,2}(?=\s|$)", quote.text), quote.text


def test_8_what_stands_in_quotation_marks_in_our_words_stands_in_the_source(paper):
    text = " ".join(paper.base.source.text.split())
    for said in (i.text for i in paper.inlines if isinstance(i, Words)):
        for quoted in re.findall(r"“([^”]{4,})”", said):
            assert quoted in text


def test_9_native_scripts_extract_whole_from_both_files(paper):
    wanted = {i.text for i in paper.quotes("sections") if i.lang}
    pdf = "".join("".join(paper.pages).split())
    word = "".join(t.text or "" for t in paper.document.element.body.iter(qn("w:t")))
    for run in wanted:
        assert "".join(run.split()) in pdf
        assert "".join(run.split()) in "".join(word.split())


def test_11_a_key_figure_has_value_label_period_and_evidence(paper):
    for block in blocks_of(paper.brief):
        if isinstance(block, KeyFigures):
            for tile in block.tiles:
                assert all(plain(i).strip() for i in (tile.value, tile.label, tile.period, tile.evidence))


def test_12_a_part_of_a_year_is_named_wherever_its_value_is_drawn(paper):
    for block in blocks_of(paper.brief):
        if isinstance(block, Figure):
            for panel in block.plate.chart.panels:
                for datum in panel.data:
                    if re.fullmatch(r"\d{4}-\d\d/\d{4}-\d\d", datum.period):
                        assert re.search(r"[A-Z][a-z]+–[A-Z][a-z]+ \d{4}", datum.label), datum


def test_13_a_derived_value_says_so_bears_no_note_and_shows_its_working(paper, length):
    for block in blocks_of(paper.brief):
        if isinstance(block, Figure):
            for datum in (d for p in block.plate.chart.panels for d in p.data if d.derived):
                assert datum.evidence.notes == ()
                tables = [plain(c) for t in blocks_of(paper.brief) if isinstance(t, Table) for r in t.rows for c in r]
                assert length == "one-page" or any(datum.derived in cell for cell in tables)


def test_15_the_statement_counts_what_is_printed(paper):
    said = "".join(i.text for i in paper.of("source") if isinstance(i, Words))
    k, m = len(paper.body), sum(bool(f.marks) for f in paper.body)
    match = re.search(r"Of the (\d+) sentences? used here, (\d+) carr", said)
    assert match is None or (int(match[1]), int(match[2])) == (k, m)
    assert match or len(paper.brief.part("source").blocks) == 1


def test_16_a_missing_note_text_is_said_to_be_missing_in_the_agreed_words(paper):
    for entry in paper.brief.notes:
        assert re.fullmatch(r"Text not supplied\. Stands at: ‘.+’ \(para\.\s\d+\)\.", plain(entry.inlines))


def test_17_judgements_and_forecasts_are_said_to_be_the_source_s(paper):
    words = "".join(
        i.text if not isinstance(i, NoteRef) else ""
        for b in papers.blocks_of_part(paper.brief, "sections")
        if isinstance(b, Paragraph | Heading)
        for i in flat(b.inlines)
    )
    if any(f.kind in {"judgement", "forecast"} for f in paper.body):
        assert "The source judges" in words or "The source expects" in words


def test_18_no_term_of_likelihood_or_confidence_is_ours(paper):
    for said in (i.text for i in paper.inlines if isinstance(i, Words)):
        assert not UNSURE.search(said), said


def test_21_the_front_says_date_age_sources_and_whose_words_and_the_last_page_version_and_hash(paper):
    said = " ".join(i.text for i in paper.of("front") if isinstance(i, Words))
    for words in ("Prepared 25 November 2026", "One source", "Newest dated evidence", "Whose words"):
        assert words in said
    assert paper.brief.imprint.source_sha256[:12] in paper.pages[-1].replace("\n", "")


def test_22_the_bottom_line_has_at_most_40_words_and_stands_on_page_1(paper):
    part = paper.brief.part("bottom-line")
    if part is None:
        pytest.fail("every paper of the article has a sentence that can stand alone")
    line = part.blocks[0]
    said = plain(tuple(i for i in line.inlines if not isinstance(i, Emphasis | Locator)))
    assert papers.words(re.sub(r"^The source (states|judges): ", "", said)) <= 40
    said = said.strip()
    assert "".join(said.split())[:60] in "".join(paper.pages[0].split())


def test_23_pages_and_words_keep_to_the_profile(paper, length):
    assert len(paper.pages) <= PAGES[length]
    printed = sum(papers.words(q.text) for q in paper.quotes("sections") if not q.lang)
    chosen = sum(papers.words(paper.base.words(f)) for f in paper.body)
    assert printed <= 1.25 * chosen
    assert printed <= {"one-page": 400, "standard": 1500, "full": 4000}[length] * 1.05


def test_24_heading_levels_do_not_jump_and_word_and_pdf_have_one_outline(paper):
    levels = [0, *(int(p.style.name[-1]) for p in paper.document.paragraphs if p.style.name.startswith("Heading "))]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    in_word = [p.text for p in paper.document.paragraphs if p.style.name.startswith("Heading ")]
    with paper.reader.open_outline() as outline:
        in_pdf = [str(item.title) for item in walk(outline.root)]
    assert [t for t in in_pdf if t != paper.brief.title] == in_word


def walk(items):
    for item in items:
        yield item
        yield from walk(item.children)


def test_25_no_sentence_stands_twice_in_the_body_and_page_1_repeats_at_most_five(paper):
    spans = Counter(q.span for q in paper.quotes("sections") if len(q.text) > 25)
    assert not [span for span, times in spans.items() if times > 1]
    front = [q.span for part in ("bottom-line", "key-points") for q in paper.quotes(part)]
    assert sum(any(span.meets(fact.span) for span in front) for fact in paper.body) <= 5


def test_27_nothing_is_left_of_templates_and_no_heading_is_last_on_a_page(paper):
    for page in paper.pages:
        assert not re.search(r"\{\{|\}\}|\{%|\bNone\b|\bnan\b|\bTODO\b|lorem ipsum", page)
    heads = {p.text for p in paper.document.paragraphs if p.style.name.startswith("Heading ")}
    for page in paper.pages[:-1]:
        lines = [line.strip() for line in page.splitlines() if line.strip() and not re.match(r"\s*Page \d", line)]
        assert lines[-1] not in heads


def test_28_the_language_of_the_document_is_the_source_s_english(paper):
    assert str(paper.reader.Root.Lang).startswith("en")


def test_29_30_31_a_figure_has_live_text_is_cited_and_its_values_stand_in_a_table(paper, length):
    pointed = {i.target for i in paper.inlines if type(i).__name__ == "Reference"}
    tables = [t for t in blocks_of(paper.brief) if isinstance(t, Table)]
    for block in blocks_of(paper.brief):
        if isinstance(block, Figure):
            assert 1 <= len(plain(block.title).split()) <= 15
            assert plain(block.subtitle)
            assert plain(block.source).startswith("Source: ")
            assert block.anchor in pointed
            assert 30 <= len(block.plate.alt) <= 600
            chart = block.plate.chart
            rows = sum(len(p.data) + len(p.events) for p in chart.panels)
            if length != "one-page":
                assert any(f"Figure {block.number}" in plain(t.title) and len(t.rows) >= rows for t in tables)


def test_35_36_37_the_word_file_is_what_word_people_expect(paper):
    core = paper.document.core_properties
    assert core.title == paper.brief.title
    assert core.author
    assert core.language.startswith("en")
    assert not list(paper.document.element.body.iter(qn("w:ins"), qn("w:del"), qn("w:commentReference")))
    drawings = list(paper.document.element.body.iter("{*}docPr"))
    assert all(len(d.get("descr") or "") >= 30 for d in drawings)
    for table in paper.document.tables:
        assert table.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert not list(table._tbl.iter(qn("w:gridSpan"), qn("w:vMerge")))


def test_38_every_link_of_the_pdf_leads_somewhere_and_every_font_is_embedded(paper):
    root = paper.reader.Root
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    names = {str(k) for k in root.Names.Dests.Names[::2]} if "/Names" in root and "/Dests" in root.Names else None
    for page in paper.reader.pages:
        for font in (page.resources.get("/Font") or {}).values():
            below = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            assert "/FontFile2" in below.FontDescriptor, below.BaseFont
        for link in page.get("/Annots", []):
            target = link.get("/Dest")
            assert target is not None or "/A" in link
            assert names is None or not isinstance(target, str) or str(target) in names
