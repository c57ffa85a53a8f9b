"""Change the article and everything must follow: a value, a place or a sentence typed anywhere would show here."""

from __future__ import annotations

import re

import pytest

from briefgen.model.brief import Brief, Figure, NoteRef, Quote, blocks_of, flat, inlines_of, plain
from tests.article import changed, truth
from tests.paths import ROOT


def figures(brief: Brief) -> list[Figure]:
    return [b for b in blocks_of(brief) if isinstance(b, Figure)]


def data(brief: Brief) -> list[tuple[str, str, str]]:
    """Give every bar, a derived one without its value: that is worked out from the others."""
    return [
        (d.label, "" if d.derived else d.printed, d.note)
        for f in figures(brief)
        for p in f.plate.chart.panels
        for d in p.data
    ]


def events(brief: Brief) -> list[tuple[str, str]]:
    return [(e.start, e.end) for f in figures(brief) for p in f.plate.chart.panels for e in p.events]


def refs(brief: Brief) -> list[int]:
    return [
        int(i.label) for b in blocks_of(brief) for run in inlines_of(b) for i in flat(run) if isinstance(i, NoteRef)
    ]


def test_with_other_numbers_the_sentences_follow():
    source, sentences = changed.numbers()
    base = truth.base(source)
    assert [base.words(f) for f in base.facts] == sentences
    assert [f.place for f in base.facts] == [f.place for f in truth.base().facts]
    assert [m.number for m in base.source.marks] == list(range(41, 75))


def test_with_other_numbers_kinds_and_themes_stay():
    source, _ = changed.numbers()
    for here, there in zip(truth.base(source).facts, truth.base().facts, strict=True):
        assert (here.kind, here.theme_names, len(here.quantities)) == (
            there.kind,
            there.theme_names,
            len(there.quantities),
        )


@pytest.mark.parametrize("theme", truth.THEMES)
def test_with_other_numbers_charts_notes_and_counts_follow(theme):
    source, _ = changed.numbers()
    here, there = truth.brief(theme, source=source), truth.brief(theme)
    assert data(here) == [tuple(changed.other_words(text) for text in row) for row in data(there)]
    back = [(_back(start), _back(end)) for start, end in events(there)]
    assert events(here) == back
    assert refs(here) == [n + changed.SHIFT for n in refs(there)]
    assert [int(e.label) for e in here.notes] == [int(e.label) + changed.SHIFT for e in there.notes]
    assert len(list(blocks_of(here))) == len(list(blocks_of(there)))


def _back(edtf: str) -> str:
    return re.sub(r"\d{4}", lambda m: str(int(m[0]) - changed.YEARS), edtf)


def test_the_trade_chart_draws_the_changed_values():
    source, _ = changed.numbers()
    assert any("120.7" in printed for _, printed, _ in data(truth.brief("economic", source=source)))


def test_in_another_order_the_sentences_keep_their_names_and_the_notes_ascend():
    source, order = changed.turned()
    here, there = truth.base(source), truth.base()
    assert {f.id for f in here.facts} == {f.id for f in there.facts}
    assert [m.number for m in here.source.marks] == list(range(1, 35))
    moved = {f.id: (order.index(f.paragraph) + 1, f.sentence) for f in there.facts}
    assert {f.id: (f.paragraph, f.sentence) for f in here.facts} == moved


@pytest.mark.parametrize("theme", truth.THEMES)
def test_in_another_order_every_paper_says_the_same_with_its_own_notes(theme):
    source, _ = changed.turned()
    here, there = truth.brief(theme, source=source), truth.brief(theme)
    assert sorted(quoted(here)) == sorted(quoted(there))
    assert sorted(data(here)) == sorted(data(there))
    assert [int(e.label) for e in here.notes] == sorted(int(e.label) for e in here.notes)
    assert len(here.notes) == len(there.notes)


def quoted(brief: Brief) -> list[str]:
    body = brief.part("sections")
    words = [plain(run) for b in body.blocks for run in inlines_of(b) if any(isinstance(i, Quote) for i in run)]
    return re.findall(r"\w+", " ".join(re.sub(r"\(para\. \d+\)|\(see Figure \d\)|\[[^]]*\]", "", w) for w in words))


def test_no_sentence_value_or_name_of_the_article_stands_in_our_code_or_templates():
    base = truth.base()
    told = {base.words(f)[:40] for f in base.facts} | {f.id for f in base.facts}
    told |= {"107.7", "5.85", "29.5", "4,000 kilometres", "习近平", "友谊勋章", "江泽民", "赵立坚", "Договор"}
    told |= {"Communisty", "Zhao Lijian", "Jiang Zemin", "Patrushev", "Hockey"}
    for folder in ("briefgen", "templates"):
        for path in (ROOT / folder).rglob("*"):
            if path.suffix in {".py", ".toml", ".html", ".md"}:
                text = path.read_text(encoding="utf-8")
                assert not [words for words in told if words in text], path
