"""Selection → its page 1: bottom line, key figures and key points, on which no figure stands for a third time.

A figure stands at most twice outside the annex (DESIGN §5.6). The body prints it once, word for word, and cannot
yield, so one more place is left: it goes to the chart, which shows most; then to the editor, whose words are not ours
to choose; then to the bottom line, to a key figure, to a key point, in the order in which page 1 is read. So a
sentence whose figure is charted is neither bottom line nor key point, and a key figure repeats none of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefgen.facts.front import COUNTS, REPEATED, WORTH_POINTS, lead, points, stands_alone
from briefgen.model.fact import Fact, Point, Reason, Selection, Series
from briefgen.model.source import Span
from briefgen.model.theme import Theme

_CHOSEN = Reason("chosen by the editor")
MOST, LEAST = 6, 2
"""Key figures on a page; one alone is none."""


def settle(
    selection: Selection,
    theme: Theme,
    length: str,
    shown: frozenset[Span] = frozenset(),
    chosen: Sequence[Fact] = (),
    *,
    led: bool = False,
) -> Selection:
    """Choose what stands on page 1, among the facts that a selection prints.

    Args:
        selection: what is printed.
        theme: what it is on.
        length: name of a length.
        shown: figures that stand in a chart, or in an editor's words.
        chosen: what an editor wants for key points, most important first; where there are any, no others are.
        led: whether the bottom line is the editor's, so that the source's own sentence is not wanted.
    """
    base, ranks, printed = selection.base, selection.ranking.ranks, selection.facts
    foremost = None if led else lead(base, theme, [f for f in printed if not _figures(f) & shown], ranks)
    taken = shown | _figures(foremost)
    words = sum(len(base.words(f).split()) for f in printed)
    most = min(COUNTS[length], REPEATED - (foremost is not None))
    wanted = [f for f in chosen if f in printed and f is not foremost and not _figures(f) & taken]
    wanted = [f for f in wanted if stands_alone(base, f)][:most] if words > WORTH_POINTS else []
    taken |= {span for f in wanted for span in _figures(f)}
    tiles = tuple(_key_figures(selection, theme, taken))[:MOST]
    tiles = tiles if len(tiles) >= LEAST else ()
    taken |= {point.quantity.span for _, point in tiles}
    rest = [f for f in printed if f is not foremost and not _figures(f) & taken]
    front = [(f, _CHOSEN) for f in wanted] or points(base, rest, ranks, most, words)
    return replace(
        selection,
        lead=foremost,
        figures=tiles,
        points=tuple(fact for fact, _ in front),
        why_points=tuple(why for _, why in front),
    )


def _figures(fact: Fact | None) -> frozenset[Span]:
    """Give the figures a fact states; a length of time is none."""
    return frozenset(q.span for q in fact.quantities if q.direction != "duration") if fact else frozenset()


def _key_figures(selection: Selection, theme: Theme, taken: frozenset[Span]) -> Iterator[tuple[Series, Point]]:
    """Take the latest value of each measure the theme wants, unless one of them stands elsewhere already."""
    printed = {f.id for f in selection.facts}
    for name in theme.figures or tuple(m.name for m in theme.measures):
        series = selection.base.of_measure(name)
        values = [p for p in series.points if p.fact in printed] if series else []
        if series and values and not any(p.quantity.span in taken for p in values):
            yield series, max(values, key=lambda p: p.quantity.period)
