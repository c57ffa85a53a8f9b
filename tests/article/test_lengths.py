"""The lengths hold on the article: one page and its back, no apparatus heavier than the body, no figure said thrice."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from briefgen.assembly.annex import words_in
from briefgen.model.brief import Brief, Figure, Paragraph, blocks_of, inlines_of, plain
from briefgen.pipeline.composition import compose
from briefgen.pipeline.tally import count_figures
from briefgen.project import Order, gather, open_project
from briefgen.writers.pdf.extent import count_pages
from tests.article import truth
from tests.paths import ROOT

APPARATUS = ("positions", "people", "limits", "source", "annex")
OUTSIDE = ("bottom-line", "key-points", "key-figures")


@cache
def made(theme: str, length: str, editor: bool):
    order = Order(names=(theme,), date="2026-11-25", lengths=(length,), overrides=editor, editor=editor)
    (commission,) = gather(open_project(ROOT), order)
    return compose(commission, truth.base())


def words(brief: Brief, *names: str) -> int:
    return sum(words_in(part) for part in brief.parts if part.name in names)


@pytest.mark.parametrize("editor", [True, False])
@pytest.mark.parametrize("theme", truth.THEMES)
def test_a_one_page_paper_is_a_page_and_its_back(theme, editor):
    brief, template = made(theme, "one-page", editor).brief, made(theme, "one-page", editor).template
    assert count_pages(brief, template) <= 2
    front = tuple(part for part in brief.parts if part.name not in ("source", "notes"))
    assert count_pages(replace(brief, parts=front, notes=()), template) == 1
    assert words(brief, "sections") >= 160


@pytest.mark.parametrize("theme", truth.THEMES)
def test_every_message_of_the_article_s_editor_stands_in_a_standard_paper(theme):
    told = [str(remark) for remark in made(theme, "standard", True).brief.remarks if "left out" in remark.what]
    assert told == []


@pytest.mark.parametrize("theme", truth.THEMES)
def test_a_one_page_paper_loses_no_limit_and_no_note(theme):
    brief = made(theme, "one-page", False).brief
    (limits,) = [p for p in brief.part("limits").blocks if isinstance(p, Paragraph)]
    printed = [f for f in truth.base().facts if _is_printed(brief, truth.base().words(f))]
    assert f"of the {len(printed)} passages used" in plain(limits.inlines)
    assert {e.label for e in brief.notes} == {m.label for f in printed for m in f.marks}


def _is_printed(brief: Brief, sentence: str) -> bool:
    body = " ".join(plain(run) for b in brief.part("sections").blocks for run in inlines_of(b))
    return sentence[4:] in body


@pytest.mark.parametrize("editor", [True, False])
@pytest.mark.parametrize("theme", truth.THEMES)
def test_in_a_standard_paper_the_apparatus_is_lighter_than_the_body(theme, editor):
    brief = made(theme, "standard", editor).brief
    assert words(brief, *APPARATUS) <= words(brief, "sections")


@pytest.mark.parametrize("theme", truth.THEMES)
def test_a_full_paper_lists_every_passage_used(theme):
    tables = [plain(b.title) for b in made(theme, "full", False).brief.part("annex").blocks]
    assert "Passages used" in tables


@pytest.mark.parametrize("length", ["one-page", "standard", "full"])
@pytest.mark.parametrize("theme", truth.THEMES)
def test_no_figure_stands_more_than_twice_outside_the_annex(theme, length):
    brief, base = made(theme, length, False).brief, truth.base()
    plates = [b.plate for b in blocks_of(brief) if isinstance(b, Figure)]
    charted = count_figures(base, base.facts, plates, None)
    front = [plain(run) for name in OUTSIDE if brief.part(name) for run in _runs(brief.part(name))]
    for fact in base.facts:
        for quantity in (q for q in fact.quantities if q.direction != "duration"):
            said = base.words(fact) if len(front) else ""
            figure = " ".join(quantity.span.of(base.source.text).split())
            repeated = sum(run.strip("”") in said or said in run or run == figure for run in front if figure in run)
            assert charted[quantity.span] + repeated <= 1, figure


def _runs(part):
    stack = list(part.blocks)
    while stack:
        block = stack.pop()
        stack += getattr(block, "blocks", ())
        yield from inlines_of(block)
