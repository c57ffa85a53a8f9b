"""Fact bases made of a few lines, for tests of what is done with facts."""

from __future__ import annotations

from briefgen.facts import extract
from briefgen.model.fact import Factbase
from briefgen.model.source import Card, Mark, Passage, Source, Span
from briefgen.model.theme import MeasureRule, SectionRule, Theme


def source(*paragraphs: str) -> Source:
    """A source of paragraphs; a line that opens with "# " is a heading, "⟦1⟧" a note mark."""
    text, passages, marks = "", [], []
    for paragraph in paragraphs:
        start = len(text)
        kind = "heading" if paragraph.startswith("# ") else "paragraph"
        for n, piece in enumerate(paragraph.removeprefix("# ").replace("⟧", "⟦").split("⟦")):
            if n % 2:
                marks.append(Mark(piece, int(piece), "1", len(text), Span(len(text), len(text) + 1), 9.0))
            else:
                text += piece
        passages.append(Passage(Span(start, len(text)), kind))
        text += "\n"
    return Source("made", Card("Norland", "the report"), text, tuple(passages), tuple(marks), (), (), "0" * 64)


def theme(
    terms: dict[str, float],
    sections: dict[str, dict[str, float]] | None = None,
    measures: tuple[MeasureRule, ...] = (),
    quota: bool = False,
) -> Theme:
    rules = tuple(SectionRule(n, n.title(), tuple(t.items())) for n, t in (sections or {}).items())
    return Theme("topic", "Topic", tuple(terms.items()), (), 2.0, 0.45, rules, measures, (), quota=quota)


def base(about: Theme, *paragraphs: str) -> Factbase:
    return extract(source(*paragraphs), [about])
