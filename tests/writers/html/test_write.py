from __future__ import annotations

import base64
import io
import re
from dataclasses import replace
from itertools import pairwise
from urllib.parse import unquote

import pytest
from fontTools.ttLib import TTFont
from lxml import etree

from briefgen.model.brief import NoteRef, Part, Words
from briefgen.model.look import Template
from briefgen.model.source import File
from briefgen.writers.html import write
from tests import papers


@pytest.fixture(scope="module")
def template() -> Template:
    return Template(File("brief.docx", b""), papers.look(), ())


@pytest.fixture(scope="module")
def page(template) -> str:
    return write(papers.brief(), template).decode()


@pytest.fixture(scope="module")
def tree(page) -> etree._Element:
    return etree.fromstring(page.encode(), etree.HTMLParser(encoding="utf-8"))


def test_every_id_is_given_once_and_every_link_leads_to_one(tree):
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = [unquote(href[1:]) for href in tree.xpath("//a/@href | //use/@*[local-name()='href']")]
    assert targets
    assert set(targets) <= set(ids)


def test_a_mark_leads_to_its_note_and_the_note_back_to_every_mark(tree):
    there = tree.xpath("//a[@role='doc-noteref'][.='1']/@href")
    assert set(there) == {"#note-1-1"}
    back = tree.xpath("//li[@id='note-1-1']/a[@role='doc-backlink']")
    assert len(back) == len(there) == 4
    assert [a.text for a in back] == ["↑a", "↑b", "↑c", "↑d"]
    assert back[1].get("aria-label") == "Back to mark 1, occurrence 2"


def test_nothing_is_fetched_from_elsewhere(page):
    assert not re.findall(r'(?:src|href)="(?!#)[^"]*"|@import|url\((?!#|data:)', page)
    assert set(re.findall(r"https?://[^\s\"<]+", page)) <= {
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/1999/xlink",
    }


def test_letters_that_a_reader_s_fonts_may_lack_travel_in_the_page_and_no_others(page, template):
    ((family, data),) = re.findall(
        r'@font-face { font-family: "([^"]+)"; src: url\(data:font/ttf;base64,([^)]+)\)', page
    )
    assert f'"{family}", serif' in page
    assert f'"{family}", sans-serif' in page
    with TTFont(io.BytesIO(base64.b64decode(data))) as font:
        assert {ord("林"), ord("海")} <= set(font.getBestCmap())
        assert len(font.getBestCmap()) < 150, "cut down to the letters of the page"
    latin = replace(papers.brief(), parts=(), notes=())
    assert "@font-face" not in write(latin, template).decode()


def test_a_chart_is_not_shrunk_beyond_reading_on_a_narrow_screen(tree, page):
    assert all("picture" in svg.getparent().get("class") for svg in tree.xpath("//figure//svg"))
    assert ".picture { overflow-x: auto; }" in page


def test_headings_go_down_a_level_at_a_time(tree):
    levels = [int(h.tag[1]) for h in tree.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_chart_is_drawn_in_the_page_and_described(tree):
    (svg,) = tree.xpath("//figure[@id='figure-1']/div/svg")
    assert svg.get("role") == "img"
    assert svg.get("aria-label") == papers.plate().alt
    assert svg.xpath(".//path")
    assert not svg.xpath(".//style | .//metadata")


def test_foreign_words_carry_their_language_and_ours_are_told_apart(page, tree):
    assert '<span lang="zh-Hans">林海</span>' in page
    assert '<span lang="ru">Договор</span>' in page
    assert tree.xpath("//p[@class='body']//span[@class='own'][.=' […] ']")
    assert tree.xpath("/html/@lang") == ["en-AU"]


def test_a_source_in_another_language_is_tagged_throughout(template):
    page = write(replace(papers.brief(), source_language="fr"), template).decode()
    assert '<span lang="fr">The HARBOUR of Aldmere &amp; Sons handled' in page


def test_signs_of_the_markup_are_text(template):
    brief = replace(papers.brief(), title="<b> & “c”", parts=())
    page = write(brief, template).decode()
    assert page.count("&lt;b&gt; &amp; “c”") == 2
    assert "<b>" not in page


def test_a_table_names_its_columns_and_sets_numbers_flush_right(tree):
    (table,) = tree.xpath("//table[@id='table-1']")
    assert [th.text for th in table.xpath(".//th[@scope='col']")] == ["Year", "Tonnes", "Evidence"]
    assert len(table.xpath(".//td[@class='number']")) == len(table.xpath(".//tbody/tr"))
    assert table.xpath("string(caption)") == "Table 1. Tonnes a year"


def test_a_mark_of_a_strange_label_is_linked_all_the_same(template):
    brief = papers.brief()
    entry = replace(brief.notes[0], label="†")
    part = Part("sections", "", (replace(brief.parts[1].blocks[0], inlines=(Words("So"), NoteRef("†", "1", 3))),))
    page = write(replace(brief, parts=(part,), notes=(entry,)), template).decode()
    tree = etree.fromstring(page.encode(), etree.HTMLParser(encoding="utf-8"))
    ids = set(tree.xpath("//@id"))
    assert {unquote(href[1:]) for href in tree.xpath("//a/@href")} <= ids
    assert "note-1-†" in ids
