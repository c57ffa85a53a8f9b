"""A theme and a Factbase → what a paper has of the theme: passages, charts drawn once, own words, its page 1."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefgen.assembly import Strand
from briefgen.charts import plates
from briefgen.editorial.wording import Wording
from briefgen.editorial.words import find_chosen
from briefgen.errors import Remark
from briefgen.facts.pageone import settle
from briefgen.facts.selection import choose, select
from briefgen.model.commission import Commission
from briefgen.model.editor import Editing
from briefgen.model.fact import Factbase
from briefgen.model.look import Template
from briefgen.model.theme import Theme
from briefgen.pipeline.fitting import Cut
from briefgen.pipeline.support import check_sections, find_support, keep_borne, tell_unfit
from briefgen.pipeline.tally import count_figures, told_too_often
from briefgen.pipeline.tongues import editing_of


def make_strand(
    base: Factbase, theme: Theme, commission: Commission, template: Template, wording: Wording
) -> tuple[Strand, tuple[Remark, ...]]:
    """Select and draw.

    Raises:
        EditorialError: the editor's file is faulty.
    """
    editing, left = editing_of(theme.name, commission)
    check_sections(editing, theme, base)
    selection = select(base, theme, commission.length, _borne(base, editing))
    charts = tuple(replace(rule, title=wording.title(theme.name, rule.title, rule.title)) for rule in theme.charts)
    drawn, remarks = plates(selection, charts, template.look, commission.language, wording.chart())
    return Strand(theme, selection, drawn, editing), (*left, *selection.remarks, *remarks)


def _borne(base: Factbase, editing: Editing | None) -> tuple[str, ...]:
    """Give the ids of what an editor's words rest on, then of the key points chosen."""
    chosen = find_chosen(editing.points if editing else None, base)
    return tuple(dict.fromkeys(fact.id for fact in (*find_support(editing, base), *chosen)))


def settled(strands: Iterable[Strand], length: str) -> tuple[tuple[Strand, ...], tuple[Remark, ...]]:
    """Leave out own words whose passages are not printed, and let page 1 say no figure that stands twice already.

    An editor whose words are left out, or say a figure once too often, is told.

    Raises:
        EditorialError: the passages of an editor's statement do not bear it.
    """
    made: list[Strand] = []
    remarks: list[Remark] = []
    for strand in strands:
        selection = strand.selection
        editing, untold = keep_borne(strand.editing, selection)
        counted = count_figures(selection.base, selection.facts, strand.plates, editing, tabled=length != "one-page")
        led = editing is not None and editing.bottom_line is not None
        chosen = find_chosen(editing.points if editing else None, selection.base)
        selection = settle(selection, strand.theme, length, frozenset(counted), chosen, led=led)
        made.append(replace(strand, editing=editing, selection=selection))
        remarks += (*untold, *tell_unfit(editing, selection), *told_too_often(selection.base, counted, editing))
    return tuple(made), tuple(remarks)


def cut_strands(strands: Iterable[Strand], cut: Cut, length: str) -> Iterator[Strand]:
    """Leave out of a paper what a cut leaves out; the first charts stay."""
    charts = cut.charts
    for strand in strands:
        selection = strand.selection
        if cut.words is not None:
            base, first = selection.base, _borne(selection.base, strand.editing)
            selection = choose(base, strand.theme, selection.ranking, length, cut.words, first)
        kept, charts = strand.plates[:charts], max(0, charts - len(strand.plates))
        yield replace(strand, selection=selection, plates=kept)


def without_key_figures(strands: Iterable[Strand]) -> tuple[Strand, ...]:
    """Leave the key figures out."""
    return tuple(replace(strand, selection=replace(strand.selection, figures=())) for strand in strands)
