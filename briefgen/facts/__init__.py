"""Source, themes → Factbase: sentences with figures, times, kind, themes, what they lean on; and series of figures."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from briefgen.facts import ids, kinds, labels, measures, needs, periods, quantities, sentences
from briefgen.facts.unexplained import audit
from briefgen.model.fact import Attribution, Fact, Factbase, Period, Quantity, Reason, Theming
from briefgen.model.source import Mark, Source, Span
from briefgen.model.theme import Theme

__all__ = ["audit", "extract"]


@dataclass(frozen=True, slots=True)
class _Paragraph:
    number: int
    spans: tuple[Span, ...]
    section: int
    """Number of headings above it: what leans backward does not reach over one."""


def extract(source: Source, themes: Sequence[Theme] = (), abbreviations: Collection[str] = ()) -> Factbase:
    """Find the facts of a source.

    Args:
        themes: what facts may belong to; their measures join the figures.
        abbreviations: more words whose full stop ends no sentence.
    """
    paragraphs = list(_paragraphs(source, abbreviations))
    names = ids.assign(source.name, (span.of(source.text) for p in paragraphs for span in p.spans))
    facts = tuple(_facts(source, paragraphs, names, labels.compile(themes)))
    rules = [rule for theme in themes for rule in theme.measures]
    return Factbase(source, facts, measures.join(facts, rules, source))


def _paragraphs(source: Source, abbreviations: Collection[str]) -> Iterator[_Paragraph]:
    language = source.card.language
    section = number = 0
    for passage in source.passages:
        if passage.kind == "heading":
            section += 1
        elif passage.kind == "paragraph":
            number += 1
            yield _Paragraph(number, sentences.split(source.text, passage.span, language, abbreviations), section)


def _facts(
    source: Source, paragraphs: Sequence[_Paragraph], names: Sequence[str], lexicon: labels.Lexicon
) -> Iterator[Fact]:
    marks = _Marks(source, [span for p in paragraphs for span in p.spans])
    first = 0
    before: _Paragraph | None = None
    for paragraph in paragraphs:
        near = before if before and before.section == paragraph.section else None
        said = [span.of(source.text) for span in paragraph.spans]
        leanings = needs.lean(said, [span.of(source.text) for span in near.spans] if near else ())
        last = ""
        for place, (span, words, leaning) in enumerate(zip(paragraph.spans, said, leanings, strict=True)):
            found = periods.find(words, source.card.language, last)
            last = next((p.edtf for p in reversed(found) if p.edtf), last)
            verdict = kinds.judge(words)
            yield Fact(
                names[first + place], span, paragraph.number, place + 1, marks.of(span),
                tuple(_moved_quantity(q, span.start) for q in quantities.find(words, found, source.card.language)),
                tuple(_moved_period(p, span.start) for p in found), (),
                tuple(_moved_theming(t, span.start) for t in lexicon.score(words)),
                verdict.kind, _moved_reason(verdict.why, span.start),
                _moved_attribution(verdict.attribution, span.start),
                tuple(dict.fromkeys(names[first + on] for on in leaning.on if first + on >= 0)),
                _moved_reason(leaning.why, span.start) if leaning.why else None,
                tuple(s.moved(span.start) for s in verdict.loaded),
            )  # fmt: skip
        first += len(paragraph.spans)
        before = paragraph


class _Marks:
    """The marks of a source by the sentence they stand in: one at its very end belongs to it, not to the next."""

    def __init__(self, source: Source, spans: Sequence[Span]) -> None:
        self._of: dict[Span, list[Mark]] = {}
        starts = [span.start for span in spans]
        inside = [p.span for p in source.passages if p.kind == "paragraph"]
        for mark in source.marks:
            at = max(0, bisect_left(starts, mark.at) - 1)
            if spans and any(p.start <= mark.at <= p.end for p in inside):
                self._of.setdefault(spans[at], []).append(mark)

    def of(self, span: Span) -> tuple[Mark, ...]:
        return tuple(self._of.get(span, ()))


def _moved_quantity(quantity: Quantity, by: int) -> Quantity:
    return Quantity(
        quantity.span.moved(by), quantity.value, quantity.upper, quantity.unit, quantity.currency, quantity.period,
        quantity.base_period, quantity.direction, quantity.hedge,
    )  # fmt: skip


def _moved_period(period: Period, by: int) -> Period:
    return Period(period.span.moved(by), period.edtf, period.relative)


def _moved_theming(theming: Theming, by: int) -> Theming:
    moved = tuple((term, weight, span.moved(by)) for term, weight, span in theming.matched)
    return Theming(theming.theme, theming.score, moved)


def _moved_reason(reason: Reason, by: int) -> Reason:
    return Reason(reason.what, tuple(span.moved(by) for span in reason.spans))


def _moved_attribution(attribution: Attribution | None, by: int) -> Attribution | None:
    return Attribution(attribution.speaker, attribution.span.moved(by)) if attribution else None
