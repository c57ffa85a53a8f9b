from __future__ import annotations

from dataclasses import replace

import pytest

from briefgen.assembly.leads import find_lead
from briefgen.assembly.sections import make_sections
from briefgen.model.brief import Emphasis, NoteRef, Paragraph, plain
from briefgen.model.source import Card, Source, Span
from tests import papers, shops
from tests.article import truth


def lead(text: str, language: str = "en-GB") -> str | None:
    source = Source("sample", Card("Sample", language=language), text, (), (), (), (), "0" * 64)
    span = find_lead(source, Span(0, len(text)))
    return span.of(text) if span else None


@pytest.mark.parametrize(
    ("sentence", "bold"),
    [
        ("The harbour has flourished, with traffic reaching 12 million tonnes.", "The harbour has flourished,"),
        ("Aldmere exports grain, while importing coal and timber from the north.", "Aldmere exports grain,"),
        ("The port was dredged; ships of every size now enter it at all hours of the day.", "The port was dredged;"),
        (
            "The port doubled its traffic — a record that stood for many years after the war.",
            "The port doubled its traffic",
        ),
        ("The port met the mayor, the guild, and the bank.", "The port met the mayor, the guild, and the bank."),
        ("The two ports signed a treaty in 2008.", "The two ports signed a treaty in 2008."),
    ],
)
def test_a_lead_ends_at_a_clause_boundary(sentence, bold):
    assert lead(sentence) == bold


@pytest.mark.parametrize(
    "sentence",
    [
        "Traffic has grown, while the old quay and all its cranes are no longer used by anybody at all.",
        "The port has grown, and its owners might sell it to whoever comes along with the money in hand.",
        "Traffic has grown, which some, however, doubt, since the counting of ships was changed in that year.",
        "A large harbour, with quays on both sides of the river and a railway along each of them, lies there.",
        "The harbour of the city (once large, with many ships, as old maps of that time show) is small.",
        "There are two views about how the ports, and large ones above all, should be dredged and held.",
        "Has the harbour grown, with traffic reaching 12 million tonnes?",
    ],
)
def test_what_is_turned_behind_it_or_has_no_verb_is_no_lead(sentence):
    assert lead(sentence) is None


def test_a_source_in_another_language_gets_none():
    assert lead("Der Hafen has flourished, with traffic.", "de") is None


def test_the_first_paragraph_of_a_section_opens_with_it_and_no_other():
    body = make_sections(shops.shop(2, 3, drawn=False))
    (paragraph,) = [b for b in body.blocks if isinstance(b, Paragraph)]
    bold = [i for i in paragraph.inlines if isinstance(i, Emphasis)]
    assert [plain(b.inlines) for b in bold] == ["It grew “steadily” after that."]


def test_a_mark_in_the_midst_of_a_lead_is_printed_where_it_stands():
    base = papers.base()
    moved = {m: replace(m, at=base.source.text.index(" “steadily”")) for m in base.source.marks if m.label == "8"}
    source = replace(base.source, marks=tuple(moved.get(m, m) for m in base.source.marks))
    facts = tuple(replace(f, marks=tuple(moved.get(m, m) for m in f.marks)) for f in base.facts)
    body = make_sections(shops.shop(2, 3, base=replace(base, source=source, facts=facts), drawn=False))
    (paragraph,) = [b for b in body.blocks if isinstance(b, Paragraph)]
    (bold,) = [i for i in paragraph.inlines if isinstance(i, Emphasis)]
    assert [i.label if isinstance(i, NoteRef) else plain((i,)) for i in bold.inlines] == [
        "It grew", "8", " “steadily” after that."
    ]  # fmt: skip


def test_a_lead_is_emphasis_and_repeats_nothing():
    told = {}
    for theme in truth.THEMES:
        body = truth.brief(theme).part("sections")
        told[theme] = [
            plain(i.inlines)
            for b in body.blocks
            if isinstance(b, Paragraph)
            for i in b.inlines
            if isinstance(i, Emphasis)
        ]
        assert all(len(words.split()) <= 14 for words in told[theme])
    assert "The economic relationship has flourished," in told["economic"]


def test_a_sentence_that_takes_a_side_leads_nothing():
    base = papers.base()
    first = replace(base.facts[4], loaded=(papers.quote("again").span,))
    for facts, bold in ((base.facts, 1), ((*base.facts[:4], first), 0)):
        blocks = make_sections(shops.shop(5, base=replace(base, facts=facts), drawn=False)).blocks
        assert sum(isinstance(i, Emphasis) for b in blocks if isinstance(b, Paragraph) for i in b.inlines) == bold
