"""Charts and an editor's words → how often each figure stands in them: the body says it once more, word for word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from briefgen.editorial.words import supporting
from briefgen.errors import Remark
from briefgen.model.chart import Chart, Plate
from briefgen.model.editor import Editing, OwnWords
from briefgen.model.fact import Fact, Factbase, Quantity
from briefgen.model.source import Span

_ROOM = 1
"""Places that a figure may have outside the body and the annex (DESIGN §5.6)."""


def count_figures(
    base: Factbase, facts: Iterable[Fact], plates: Iterable[Plate], editing: Editing | None, *, tabled: bool = False
) -> Counter[Span]:
    """Count the places of each figure, the body left out: charts, statements that repeat it, the table of positions.

    Args:
        tabled: whether the paper may have a table of positions.

    Raises:
        EditorialError: the passages of a statement do not bear it.
    """
    charts = [plate.chart for plate in plates]
    statements = editing.statements if editing else ()
    supports = [(words, {f.id for f in supporting(words, base)}) for words in statements]
    counted: Counter[Span] = Counter()
    for fact in facts:
        for quantity in fact.quantities:
            said = _said(base, quantity)
            shown = sum(_shows(chart, fact, quantity, said) for chart in charts)
            repeated = sum(said in words.text.casefold() for words, ids in supports if fact.id in ids)
            held = tabled and any(p.span.covers(quantity.span) for p in base.dossier.positions)
            if shown + repeated + held:
                counted[quantity.span] = shown + repeated + held
    return counted


def told_too_often(base: Factbase, counted: Counter[Span], editing: Editing | None) -> Iterator[Remark]:
    """Tell an editor which statement says a figure that stands twice without it."""
    for words in editing.statements if editing else ():
        said = [span for span in _stated(base, words) if counted[span] > _ROOM]
        if said:
            figures = " and ".join(f"“{' '.join(span.of(base.source.text).split())}”" for span in said)
            what = f"says {figures}, which the text and a chart or another statement say too"
            yield Remark(words.where, what, "say it without: a figure stands at most twice outside the annex")


def _stated(base: Factbase, words: OwnWords) -> Iterator[Span]:
    for fact in supporting(words, base):
        yield from (q.span for q in fact.quantities if _said(base, q) in words.text.casefold())


def _said(base: Factbase, quantity: Quantity) -> str:
    return " ".join(quantity.span.of(base.source.text).split()).casefold()


def _shows(chart: Chart, fact: Fact, quantity: Quantity, said: str) -> bool:
    """Tell whether a chart has a mark for a figure, or says it beside one."""
    for panel in chart.panels:
        for datum in panel.data:
            if datum.evidence.fact == fact.id and (datum.value == quantity.value or said in datum.note.casefold()):
                return True
        if any(item.evidence.fact == fact.id and said in item.text.casefold() for item in panel.phrases):
            return True
        if any(event.evidence.fact == fact.id and said in event.label.casefold() for event in panel.events):
            return True
    return False
