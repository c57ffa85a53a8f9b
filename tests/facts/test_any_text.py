"""Whatever a source holds, its sentences lose nothing and its figures are slices that do not overlap."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.facts import audit, extract, periods, quantities, sentences
from briefgen.model.source import Span
from tests.facts.made import source

PIECES = [
    "½", "３", "²", "2019", "US$", "–", "-", "/", ".", ",", "%", "(", ")", "a", "half", "third", "of", "the", "since",
    "between", "and", "to", "from", "million", "bn", "1,000", "1.000", "May", "4", "00", "31", "2019-13-45", "0", "one",
    "dozen", "’", "“", "”", "‘", "\n", "quarter", "Q3", "early", "first", "eight", "months", "same period in", "BC",
    "FY", "99999999999999999999", "1e9", "第", "年", "亿", "次", "т", "г.", "тыс.", "more than", "doubled", "times",
    "№ 5", "[3]", "Troops", "ships", "visited", "today", "the following year", "He said. It", "No. 5", "twice",
]  # fmt: skip
TEXTS = st.builds(
    lambda pieces, gap: gap.join(pieces), st.lists(st.sampled_from(PIECES), max_size=25), st.sampled_from(["", " "])
)
LANGUAGES = st.sampled_from(["en", "en-AU", "en-US", "de", "fr", "ru", "zh", "es", "xx"])
BEFORE = st.sampled_from(["", "2020", "2012/..", "2020-05-04", "{2019,2020}", "199X", "2022-01~/2022-04~", "-0220"])


def apart(spans: list[Span], text: str) -> bool:
    inside = all(0 <= s.start < s.end <= len(text) for s in spans)
    return inside and all(a.end <= b.start for a, b in pairwise(spans))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(TEXTS, LANGUAGES, BEFORE)
def test_figures_are_slices_that_do_not_overlap(text, language, before):
    times = periods.find(text, language, before)
    figures = quantities.find(text, times, language)
    assert apart([p.span for p in times], text)
    assert apart([q.span for q in figures], text)
    assert not any(p.span.meets(q.span) for p in times for q in figures)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(TEXTS, LANGUAGES)
def test_sentences_lose_nothing_but_blanks(text, language):
    cut = sentences.split(text, Span(0, len(text)), language)
    assert "".join("".join(s.of(text) for s in cut).split()) == "".join(text.split())


def test_a_table_set_as_one_endless_sentence_is_read_whole():
    text = "the port took 1,234 crates and 5 ships in 2019, " * 400
    base = extract(source(text))
    (fact,) = base.facts
    assert [q.span.of(base.source.text) for q in fact.quantities] == ["1,234 crates", "5 ships"] * 400
    assert audit(base) == ()
