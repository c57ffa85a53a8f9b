"""Source, themes → Factbase: sentences with figures, times, kind, themes, what they lean on; and series of figures."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgen.facts import entities, ids, kinds, labels, listing, measures, needs, periods, quantities, sentences
from briefgen.facts.needs import Leaning
from briefgen.facts.overrides import decide
from briefgen.facts.pointing import points_elsewhere
from briefgen.facts.unexplained import audit
from briefgen.model.fact import Attribution, Fact, Factbase, Period, Quantity, Reason
from briefgen.model.source import Mark, Source, Span
from briefgen.model.theme import Theme

__all__ = ["audit", "decide", "extract"]

_LONGEST = 1500
"""Characters of a sentence up to which its figures are read in one go."""

_STRETCH = 500
"""Characters read in one go of what is longer."""


@dataclass(frozen=True, slots=True)
class _Paragraph:
    number: int
    spans: tuple[Span, ...]
    section: int
    """Number of headings above it: what leans backward does not reach over one."""
    page: int | None = None


def extract(source: Source, themes: Sequence[Theme] = ()) -> Factbase:
    """Find the facts of a source.

    Args:
        themes: what facts may belong to; their measures join the figures.
    """
    paragraphs = tuple(_paragraphs(source))
    facts = _Extraction(source, paragraphs, labels.compile(themes)).facts()
    rules = [rule for theme in themes for rule in theme.measures]
    return Factbase(source, facts, measures.join(facts, rules, source))


def _paragraphs(source: Source) -> Iterator[_Paragraph]:
    language, abbreviations = source.card.language, source.card.abbreviations
    section = number = 0
    for passage in source.passages:
        if passage.kind == "heading":
            section += 1
        elif passage.kind == "paragraph":
            number += 1
            spans = sentences.split(source.text, passage.span, language, abbreviations)
            yield _Paragraph(number, spans, section, passage.page)


class _Extraction:
    """The facts of one source, made in the order they stand: each may lean on those before it."""

    def __init__(self, source: Source, paragraphs: Sequence[_Paragraph], lexicon: labels.Lexicon) -> None:
        spans = [span for paragraph in paragraphs for span in paragraph.spans]
        self._source, self._paragraphs, self._lexicon = source, paragraphs, lexicon
        self._names = ids.assign(source.name, (span.of(source.text) for span in spans))
        self._marks = _marks_of(source, spans)
        self._ruling = kinds.rules([span.of(source.text) for span in spans])
        self._made: list[Fact] = []

    def facts(self) -> tuple[Fact, ...]:
        before: _Paragraph | None = None
        ends: list[int] = []
        for paragraph, above in zip(self._paragraphs, self._announced(), strict=True):
            near = before if before and before.section == paragraph.section else None
            leanings = needs.lean(self._said(paragraph), self._said(near) if near else ())
            first, last = len(self._made), ""
            if above is not None and leanings[0].why is None:
                leanings[0] = Leaning((ends[above] - first,), needs.ITEM)
            for span, leaning in zip(paragraph.spans, leanings, strict=True):
                on = [self._made[self._speaking(first + n)] for n in leaning.on if 0 <= first + n < len(self._made)]
                fact = self._fact(span, paragraph, len(self._made) - first + 1, leaning, on, last)
                last = next((p.edtf for p in reversed(fact.periods) if p.edtf), last)
                self._made.append(fact)
            before = paragraph
            ends.append(len(self._made) - 1)
        return tuple(self._made)

    def _speaking(self, number: int) -> int:
        """Go back from a fact that only cites to the one it cites for: that is what the next one leans on."""
        while number and points_elsewhere(self._made[number].span.of(self._source.text)):
            if self._made[number - 1].paragraph != self._made[number].paragraph:
                break
            number -= 1
        return number

    def _announced(self) -> list[int | None]:
        passages = (p.span.of(self._source.text) for p in self._source.passages if p.kind == "paragraph")
        rows = zip(self._paragraphs, passages, strict=True)
        said = ((p.section, opening.lstrip()[:8], self._said(p)) for p, opening in rows)
        return listing.announced(said, self._source.card.language)

    def _said(self, paragraph: _Paragraph) -> list[str]:
        return [span.of(self._source.text) for span in paragraph.spans]

    def _fact(
        self, span: Span, paragraph: _Paragraph, place: int, leaning: Leaning, on: Sequence[Fact], last: str
    ) -> Fact:
        """Make a fact of a sentence.

        Args:
            on: the facts it leans on.
            last: EDTF of the time named last before it in its paragraph; empty for none.
        """
        words, by = span.of(self._source.text), span.start
        figures, times = self._figures(words, last)
        quoted = leaning.why is needs.QUOTED
        verdict = kinds.judge(words, self._ruling)
        spoken = on[0].attribution if quoted and on else None
        own = tuple(theming.moved(by) for theming in self._lexicon.score(words))
        return Fact(
            id=self._names[len(self._made)],
            span=span,
            paragraph=paragraph.number,
            page=paragraph.page,
            sentence=place,
            marks=self._marks.get(span, ()),
            quantities=tuple(_moved_quantity(q, by) for q in figures),
            periods=tuple(_moved_period(p, by) for p in times),
            entities=entities.find(words),
            themes=labels.inherit(own, on[0].themes if on else ()),
            kind="reported" if quoted else verdict.kind,
            why_kind=needs.QUOTED if quoted and verdict.kind != "reported" else _moved_reason(verdict.why, by),
            attribution=_moved_attribution(verdict.attribution, by) or spoken,
            needs=tuple(dict.fromkeys(fact.id for fact in on)),
            why_needs=_moved_reason(leaning.why, by) if leaning.why else None,
            loaded=tuple(s.moved(by) for s in verdict.loaded),
        )

    def _figures(self, words: str, last: str) -> tuple[list[Quantity], list[Period]]:
        """Find quantities and times; a table set as one endless sentence is read in stretches."""
        language = self._source.card.language
        figures: list[Quantity] = []
        times: list[Period] = []
        for at in _stretches(words):
            piece = at.of(words)
            found = periods.find(piece, language, last)
            figures += [_moved_quantity(q, at.start) for q in quantities.find(piece, found, language)]
            times += [_moved_period(p, at.start) for p in found]
            last = next((p.edtf for p in reversed(found) if p.edtf), last)
        return figures, times


def _stretches(words: str) -> Iterator[Span]:
    """Cut what is too long for a sentence, behind its commas, so that every rule costs what its text is long."""
    start = 0
    while len(words) > _LONGEST and len(words) - start > _STRETCH:
        cuts = (words.rfind(mark, start + 1, start + _STRETCH) for mark in (", ", "; ", "\n", " "))
        end = next((cut + 1 for cut in cuts if cut > start), start + _STRETCH)
        yield Span(start, end)
        start = end
    yield Span(start, len(words))


def _marks_of(source: Source, spans: Sequence[Span]) -> dict[Span, tuple[Mark, ...]]:
    """Give each sentence the marks in it; one at its very end is its own, not the next one's."""
    held: dict[Span, tuple[Mark, ...]] = {}
    starts = [span.start for span in spans]
    passages = sorted(p.span for p in source.passages if p.kind == "paragraph")
    for mark in source.marks if spans else ():
        passage = passages[max(0, bisect_right(passages, Span(mark.at, len(source.text))) - 1)]
        if passage.start <= mark.at <= passage.end:
            span = spans[max(0, bisect_left(starts, mark.at) - 1)]
            held[span] = (*held.get(span, ()), mark)
    return held


def _moved_quantity(quantity: Quantity, by: int) -> Quantity:
    if not by:
        return quantity
    return Quantity(
        quantity.span.moved(by), quantity.value, quantity.upper, quantity.unit, quantity.currency, quantity.period,
        quantity.base_period, quantity.direction, quantity.hedge,
    )  # fmt: skip


def _moved_period(period: Period, by: int) -> Period:
    return Period(period.span.moved(by), period.edtf, period.relative) if by else period


def _moved_reason(reason: Reason, by: int) -> Reason:
    return Reason(reason.what, tuple(span.moved(by) for span in reason.spans))


def _moved_attribution(attribution: Attribution | None, by: int) -> Attribution | None:
    return Attribution(attribution.speaker, attribution.span.moved(by)) if attribution else None
