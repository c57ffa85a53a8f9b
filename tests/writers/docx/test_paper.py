"""A paper in Word: real endnotes with the source's numbers, whole in both validators' eyes, same bytes twice."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from lxml import etree

from briefgen.model.brief import Brief, NoteEntry, Paragraph, Part, Quote, Words, blocks_of, flat, inlines_of
from briefgen.model.look import Template
from briefgen.model.source import File, Span
from briefgen.word.checks import find_faults
from briefgen.word.embedding import families_embedded
from briefgen.word.opening import open_template
from briefgen.word.package import read_manifest
from briefgen.writers.docx import write
from briefgen.writers.docx.pagination import settle_figures
from tests.papers import mark, quote
from tests.paths import ROOT
from tests.writers.docx.conftest import W, part, text

Ask = Callable[[bytes, str], list[str]]
Render = Callable[..., str]


@pytest.mark.parametrize("version", ["Office2010", "Microsoft365"])
def test_microsofts_validator_finds_nothing(paper: bytes, faults: Ask, version: str) -> None:
    assert faults(paper, version) == []


def test_our_own_checks_find_nothing(paper: bytes) -> None:
    assert find_faults(File("paper.docx", paper)) == ()


def test_every_real_mark_is_an_endnote_reference_with_the_sources_number(body: etree._Element) -> None:
    references = list(body.iter(f"{W}endnoteReference"))
    assert [text(r.getparent()) for r in references] == ["1", "2", "8", "22"]
    assert {r.get(f"{W}customMarkFollows") for r in references} == {"1"}
    assert [len(t.text) for r in references for t in r.getparent().iter(f"{W}t")] == [1, 1, 1, 1, 1]


def test_the_notes_stand_in_the_order_of_their_marks_and_begin_with_their_number(paper: bytes) -> None:
    notes = [n for n in part(paper, "word/endnotes.xml") if n.get(f"{W}type") is None]
    assert [re.match(r"Note \d+\. ", text(n)).group() for n in notes] == [
        "Note 1. ",
        "Note 2. ",
        "Note 8. ",
        "Note 22. ",
    ]
    assert text(notes[1]) == "Note 2. Port Authority, Annual Report, p. 4."


def test_every_other_mark_links_to_the_real_one(body: etree._Element) -> None:
    links = [h for h in body.iter(f"{W}hyperlink") if h.get(f"{W}tooltip")]
    assert [(text(h), h.get(f"{W}anchor")) for h in links] == [
        ("1", "note_1_1"), ("22", "note_1_22"), ("1", "note_1_1"), ("1", "note_1_1"),
    ]  # fmt: skip
    names = {b.get(f"{W}name") for b in body.iter(f"{W}bookmarkStart")}
    assert {h.get(f"{W}anchor") for h in body.iter(f"{W}hyperlink")} <= names


def test_marks_side_by_side_are_parted(body: etree._Element) -> None:
    assert "2019.1,2 It grew" in text(body)


def test_numbers_of_endnotes_are_decimal_in_the_section_and_in_the_settings(paper: bytes) -> None:
    section = part(paper, "word/document.xml").find(f".//{W}sectPr/{W}endnotePr/{W}numFmt")
    settings = part(paper, "word/settings.xml").find(f"{W}endnotePr/{W}numFmt")
    assert section.get(f"{W}val") == settings.get(f"{W}val") == "decimal"


def test_the_paper_says_every_word_of_the_brief_in_order(
    brief: Brief, body: etree._Element, template: Template
) -> None:
    said = text(body).replace("\u00a0", " ")
    at = 0
    for block in blocks_of(replace(brief, parts=settle_figures(brief, template.look))):
        for inlines in inlines_of(block):
            for inline in flat(inlines):
                words = inline.label if hasattr(inline, "label") else inline.text
                assert words in said[at:], words
                at = said.index(words, at) + len(words)


def test_the_templates_own_text_is_gone_and_its_furniture_filled(paper: bytes, body: etree._Element) -> None:
    assert "Bottom Line" not in text(body)
    assert text(part(paper, "word/header1.xml")) == "Aldmere harbour: trafficOFFICIAL"
    footer = etree.tostring(part(paper, "word/footer1.xml"))
    assert b" PAGE " in footer
    assert b" NUMPAGES " in footer


def test_properties_and_manifest_say_what_the_paper_is(paper: bytes) -> None:
    properties = Document(io.BytesIO(paper)).core_properties
    said = (properties.title, properties.subject, properties.author, properties.keywords, properties.language)
    assert said == ("Aldmere harbour: traffic", "Traffic", "Harbour desk", "traffic", "en-AU")
    assert read_manifest(paper) == {
        "briefgen.version": "0.1.0", "briefgen.source": "harbour", "briefgen.source.sha256": "0" * 64,
        "briefgen.inputs.sha256": "1" * 64,
    }  # fmt: skip


def test_without_an_organisation_the_author_is_briefgen(brief: Brief, template: Template) -> None:
    paper = write(replace(brief, organisation=""), template)
    assert Document(io.BytesIO(paper)).core_properties.author == "briefgen"


def test_a_paper_with_all_its_real_marks_under_notes_obeys(brief: Brief, template: Template, faults: Ask) -> None:
    moved = replace(brief, parts=tuple(p for p in brief.parts if p.name in ("front", "notes")))
    line = (Words("Cited: "), mark("1", real=True), mark("2", real=True), mark("8", real=True))
    notes = Part("notes", "Notes", (Paragraph(line, "ours"),))
    paper = write(replace(moved, parts=(moved.parts[0], notes), notes=brief.notes[:3]), template)
    assert "Cited: 1,2,8" in text(part(paper, "word/document.xml"))
    assert faults(paper, "Microsoft365") == []
    assert find_faults(File("paper.docx", paper)) == ()


HOSTILE = "a\x00b\x0b & <b>x</b> {{ title }} \ud800 🚢 שלום 12 \u202eabc\u202c مرحبا \ufffe ]]> 港'\"\ttab\nline"


def test_hostile_text_is_text(brief: Brief, template: Template, faults: Ask, rendered: Render) -> None:
    inlines = (Quote(Span(0, 1), HOSTILE), Words(HOSTILE), mark("1", real=True))
    entry = NoteEntry("1", "1", (Words(HOSTILE),))
    front = Part("front", HOSTILE, (Paragraph(inlines),))
    paper = write(replace(brief, title=HOSTILE, marking=HOSTILE, parts=(front,), notes=(entry,)), template)
    assert faults(paper, "Microsoft365") == []
    assert find_faults(File("paper.docx", paper)) == ()
    words = text(part(paper, "word/document.xml"))
    assert words.count("ab & <b>x</b> {{ title }}") == 4
    assert "🚢" in words
    assert "<b>x</b> {{ title }}" in rendered(paper)


def test_no_line_begins_with_a_place_or_ends_within_one(body: etree._Element) -> None:
    assert text(body).count("\u00a0(para.\u00a02)") == 2


def test_labels_that_are_no_numbers_are_marks_too(brief: Brief, template: Template, faults: Ask) -> None:
    marks = tuple(replace(mark("1"), label=label, real=True) for label in ("*", "†", "iv"))
    notes = tuple(NoteEntry(label, "1", (Words("x"),)) for label in ("*", "†", "iv"))
    front = Part("front", "", (Paragraph((quote("nothing else"), *marks)),))
    paper = write(replace(brief, parts=(front,), notes=notes), template)
    assert "nothing else*,†,iv" in text(part(paper, "word/document.xml"))
    assert faults(paper, "Microsoft365") == []


def test_languages_are_said_run_by_run(body: etree._Element) -> None:
    said = {
        text(r): dict(r.find(f"{W}rPr/{W}lang").attrib)
        for r in body.iter(f"{W}r")
        if r.find(f"{W}rPr/{W}lang") is not None
    }
    assert said == {"林海": {f"{W}eastAsia": "zh-CN"}, "Договор": {f"{W}val": "ru-RU"}}


def test_a_french_paper_of_an_english_source_tells_the_two_apart(brief: Brief, template: Template) -> None:
    body = part(write(replace(brief, language="fr"), template), "word/document.xml")
    english = [text(r) for r in body.iter(f"{W}r") if (lang := r.find(f"{W}rPr/{W}lang")) is not None
               and lang.get(f"{W}val") == "en-AU"]  # fmt: skip
    assert "Mayor Lin " in english
    assert "Prepared 1 December 2025" not in english


def test_our_words_among_the_sources_have_their_own_style(body: etree._Element) -> None:
    ours = [text(r) for r in body.iter(f"{W}r") if (s := r.find(f"{W}rPr/{W}rStyle")) is not None
            and s.get(f"{W}val") == "OurInsertion"]  # fmt: skip
    assert ours == ["The source states: “", "”", "[…]", "(Figure 1,", ")", "[…]"]


def test_spaces_and_empty_words_between_the_sources_sentences_are_no_insertions(
    brief: Brief, template: Template
) -> None:
    inlines = (quote("nothing else"), Words(" "), Words(""), quote("is known."))
    body = part(write(replace(brief, parts=(Part("x", "", (Paragraph(inlines),)),)), template), "word/document.xml")
    assert "nothing else is known." in text(body)
    assert b"OurInsertion" not in etree.tostring(body)


def test_figures_travel_as_vector_beside_pixels_with_words_for_both(
    paper: bytes, brief: Brief, body: etree._Element
) -> None:
    (inline,) = body.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}inline")
    picture = next(b for b in blocks_of(brief) if hasattr(b, "plate")).plate
    assert {n.get("descr") for n in inline.iter() if n.get("descr")} == {picture.alt}
    with zipfile.ZipFile(io.BytesIO(paper)) as archive:
        media = {name: archive.read(name) for name in archive.namelist() if "/media/" in name}
    assert sorted(media.values()) == sorted([picture.picture.png, picture.picture.svg])
    assert etree.tostring(inline).count(b"svgBlip") >= 1


def test_captions_number_themselves_and_can_be_linked_to(body: etree._Element) -> None:
    captions = [p for p in body.iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "Caption"]
    assert [text(c) for c in captions] == ["Figure 1. Traffic grew", "Table 1. Tonnes a year"]
    assert [c.find(f".//{W}bookmarkStart").get(f"{W}name") for c in captions] == ["figure_1", "table_1"]
    assert [c.find(f".//{W}instrText").text for c in captions] == [" SEQ Figure \\* ARABIC ", " SEQ Table \\* ARABIC "]


def test_tables_fill_the_measure_and_keep_their_rows_whole(body: etree._Element, template: Template) -> None:
    for table in body.iter(f"{W}tbl"):
        widths = [int(c.get(f"{W}w")) for c in table.find(f"{W}tblGrid")]
        assert sum(widths) == round(template.look.page.measure * 20)
        rows = table.findall(f"{W}tr")
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * (len(rows) - 1)


def test_figure_and_table_stay_with_their_caption_and_source(body: etree._Element) -> None:
    kept = {"FigureSubtitle", "Picture"}
    for paragraph in body.iter(f"{W}p"):
        if paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val") in kept:
            assert paragraph.find(f"{W}pPr/{W}keepNext") is not None
    table = list(body.iter(f"{W}tbl"))[-1]
    assert all(p.find(f"{W}pPr/{W}keepNext") is not None for p in table.iter(f"{W}p"))
    assert text(table.getnext()) == "Source: the article"


def test_the_same_brief_gives_the_same_bytes_in_another_process_elsewhere(paper: bytes, tmp_path: Path) -> None:
    script = (
        "import sys; from tests.papers import brief; from briefgen.word.opening import open_template\n"
        "from briefgen.model.source import File; from briefgen.writers.docx import write\n"
        "sys.stdout.buffer.write(write(brief(), open_template(File('brief.docx', open(sys.argv[1], 'rb').read()))))"
    )
    world = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "77", "TZ": "Asia/Kathmandu", "LC_ALL": "C"}
    command = [sys.executable, "-c", script, ROOT / "templates" / "brief.docx"]
    other = subprocess.run(command, cwd=tmp_path, env=world, capture_output=True, check=True).stdout
    assert other == paper


def test_another_day_changes_nothing_but_the_dates(brief: Brief, template: Template, paper: bytes) -> None:
    later = write(replace(brief, date=date(2026, 1, 2)), template)
    assert later != paper
    assert etree.tostring(part(later, "word/document.xml")) == etree.tostring(part(paper, "word/document.xml"))


DEJAVU = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>/usr/share/fonts/truetype/dejavu</dir><cachedir>{}</cachedir></fontconfig>"""


@pytest.mark.parametrize("fonts", ["those installed", "DejaVu only"])
def test_libreoffice_shows_the_marks_as_the_source_has_them(
    paper: bytes, rendered: Render, fonts: str, tmp_path: Path
) -> None:
    world = {}
    if fonts == "DejaVu only":
        (tmp_path / "fonts.conf").write_text(DEJAVU.format(tmp_path / "cache"))
        world = {"FONTCONFIG_FILE": str(tmp_path / "fonts.conf")}
    said = " ".join(rendered(paper, **world).split())
    assert "2019.1,2 It grew “steadily” after that.8 (Figure 1, Figure 1)" in said
    assert "3 May 2020.22 […] The notes say so again.1" in said
    for label in ("1", "2", "8", "22"):
        assert re.search(rf"(?<![\d,]){label} Note {label}\. ", said), f"the list's own mark of note {label}"


def test_a_template_with_endnotes_and_properties_of_its_own_gives_a_clean_paper(
    brief: Brief, paper: bytes, faults: Ask
) -> None:
    """The finished paper is itself a template: it has endnotes, pictures, links, custom properties."""
    again = write(brief, open_template(File("paper.docx", paper)))
    assert faults(again, "Microsoft365") == []
    assert find_faults(File("again.docx", again)) == ()
    with zipfile.ZipFile(io.BytesIO(again)) as archive:
        assert len([n for n in archive.namelist() if "/media/" in n]) == 2
    assert text(part(again, "word/endnotes.xml")) == text(part(paper, "word/endnotes.xml"))


def test_a_template_of_other_make_gives_a_valid_paper(brief: Brief, faults: Ask) -> None:
    buffer = io.BytesIO()
    Document().save(buffer)
    template = open_template(File("plain.docx", buffer.getvalue()))
    paper = write(brief, template)
    assert faults(paper, "Office2010") == []
    assert find_faults(File("paper.docx", paper)) == ()


def test_the_papers_fonts_travel_in_it_and_it_stays_small(paper: bytes) -> None:
    found = families_embedded(Document(io.BytesIO(paper)))
    assert set(found) == {"Source Serif Pro", "Source Sans Pro", "Noto Sans SC"}
    assert len(paper) < 250_000


def test_fonts_can_be_left_out(brief: Brief, template: Template, paper: bytes) -> None:
    bare = write(brief, replace(template, embed_fonts=False))
    assert families_embedded(Document(io.BytesIO(bare))) == {}
    with zipfile.ZipFile(io.BytesIO(bare)) as archive:
        assert not [name for name in archive.namelist() if name.endswith(".odttf")]


def test_where_only_dejavu_is_installed_the_faces_are_still_ours(
    paper: bytes, rendered: Render, tmp_path: Path
) -> None:
    (tmp_path / "fonts.conf").write_text(DEJAVU.format(tmp_path / "cache"))
    assert "林海" in rendered(paper, FONTCONFIG_FILE=str(tmp_path / "fonts.conf"))
    said = subprocess.run(["pdffonts", rendered.folder() / "paper.pdf"], capture_output=True, check=True)
    shown = said.stdout.decode()
    assert "SourceSerifPro-Regular" in shown
    assert "SourceSansPro-Bold" in shown
    assert "NotoSansSC" in shown
    assert "DejaVuS" not in shown
