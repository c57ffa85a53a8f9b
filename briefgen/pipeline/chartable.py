"""A theme and a source → the charts it could have: every comparable series tried with every kind that may be honest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from briefgen.charts.composition import Order
from briefgen.charts.kinds import compose
from briefgen.editorial import wording
from briefgen.editorial.phrases import Wording
from briefgen.errors import EditorialError, UnknownName
from briefgen.facts.gatherings import gather_measures
from briefgen.facts.measures import join
from briefgen.facts.selection import select
from briefgen.model.chart import Chart
from briefgen.model.fact import Factbase, Selection
from briefgen.model.theme import ChartRule, MeasureRule, Theme
from briefgen.pipeline.study import find_facts, read_themes
from briefgen.project import LANGUAGE, Project, inquire
from briefgen.project.files import read_file

_KINDS: tuple[Literal["survey", "bar", "dot"], ...] = ("survey", "bar", "dot")
"""Tried in this order; the first that does not refuse is suggested."""
_WITHOUT = (ChartRule("timeline", "Dated events", minimum=5), ChartRule("exchange", "What each supplies to the other"))
"""Charts of no measure."""


@dataclass(frozen=True, slots=True)
class Chartable:
    """One chart that a theme could have, or a series of which none is honest."""

    rule: ChartRule | None
    """None where every kind refuses."""
    measure: MeasureRule | None
    """None for a chart of no measure: a timeline, an exchange."""
    new: bool
    """Whether the theme does not name the measure yet."""
    shown: tuple[str, ...]
    """What the chart would show; the values that cannot be compared, where there is none."""
    why: str = ""
    """Why every kind refuses."""
    left: tuple[str, ...] = ()
    """What the chart would leave out, and why."""


def suggest_charts(project: Project, name: str, source: str | None) -> tuple[Chartable, ...]:
    """Find what could be drawn on a theme, beside what its file asks for already.

    Raises:
        UnknownName: the theme or the source is unknown.
        SourceError: the source is missing, or refused.
        EditorialError: a theme, the wording, or what lies beside the source is faulty.
    """
    if name not in project.themes:
        raise UnknownName.among("the command line", "theme", name, project.themes)
    commission = inquire(project, source)
    theme, base = read_themes(commission)[name], find_facts(commission)
    return tuple(_suggested(theme, base, _words(project)))


def _words(project: Project) -> Wording:
    path = project.wordings[project.config.project.language or LANGUAGE]
    return wording.load(read_file(path, project.name_of(path), EditorialError)).chart()


def _suggested(theme: Theme, base: Factbase, words: Wording) -> Iterator[Chartable]:
    selection = select(base, theme, "full")
    found = gather_measures(base, selection.facts, {measure.name for measure in theme.measures})
    wide = replace(selection, base=replace(base, series=(*base.series, *join(base.facts, found, base.source))))
    asked = {measure for chart in theme.charts for measure in chart.measures}
    for rule in (*(m for m in theme.measures if m.name not in asked), *found):
        suggestion = _measured(wide, rule, words, new=rule in found)
        if suggestion is not None:
            yield suggestion
    for wanted in (w for w in _WITHOUT if all(chart.kind != w.kind for chart in theme.charts)):
        chart, _ = compose(Order(wide, wanted, words))
        if chart is not None:
            yield Chartable(wanted, None, False, _shown(chart))


def _measured(selection: Selection, measure: MeasureRule, words: Wording, *, new: bool) -> Chartable | None:
    """Try a measure with every kind; None where the source has fewer than two values of it."""
    printed = {fact.id for fact in selection.facts}
    series = selection.base.of_measure(measure.name)
    points = [p for p in series.points if p.fact in printed] if series else []
    if len(points) < 2:
        return None
    whys = []
    for kind in _KINDS:
        rule = ChartRule(kind, measure.title, (measure.name,))
        chart, remarks = compose(Order(selection, rule, words))
        if chart is not None and (kind != "survey" or _is_asked(chart, measure, selection.base)):
            return Chartable(rule, measure, new, _shown(chart), left=tuple(remark.what for remark in remarks))
        whys += [remark.what for remark in remarks[-1:]] if chart is None else []
    text = selection.base.source.text
    values = tuple(
        f"{' '.join(p.quantity.span.of(text).split())} ({selection.base.by_id[p.fact].place})" for p in points
    )
    return Chartable(None, measure, new, values, "; ".join(dict.fromkeys(whys)))


def _is_asked(chart: Chart, measure: MeasureRule, base: Factbase) -> bool:
    """Tell answers to a survey, which somebody reports, from shares of anything else."""
    facts = {d.evidence.fact for panel in chart.panels for d in panel.data}
    return measure.unit == "percent" and all(base.by_id[name].attribution is not None for name in facts)


def _shown(chart: Chart) -> tuple[str, ...]:
    rows = [(f"{d.label}: {d.printed}", d.evidence) for panel in chart.panels for d in panel.data]
    rows += [(f"{e.start}: {e.label}", e.evidence) for panel in chart.panels for e in panel.events]
    rows += [(f"{panel.title}: {p.text}", p.evidence) for panel in chart.panels for p in panel.phrases]
    return tuple(f"{said} ({where.place})" for said, where in rows)
