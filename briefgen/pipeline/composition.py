"""Commission and Factbase → Brief, verified. Charts are drawn once, here, for every format."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from briefgen.assembly import Strand, assemble, state_facts
from briefgen.charts import plates
from briefgen.editorial import wording as wordings
from briefgen.editorial import words
from briefgen.editorial.wording import Wording
from briefgen.errors import EditorialError, Remark
from briefgen.facts.selection import select
from briefgen.model.brief import Brief
from briefgen.model.change import Change
from briefgen.model.commission import Commission
from briefgen.model.fact import Factbase, Selection
from briefgen.model.look import Template
from briefgen.model.source import File
from briefgen.model.theme import Theme
from briefgen.pipeline.study import read_themes
from briefgen.provenance import verify
from briefgen.provenance.comparison import compare, read_former
from briefgen.word.furnishing import furnish
from briefgen.word.opening import open_template

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Composition:
    """A brief that may be written, and the template it is written into."""

    brief: Brief
    template: Template


def compose(commission: Commission, base: Factbase, progress: Progress = lambda _: None) -> Composition:
    """Select, draw and assemble, then verify every word against the source.

    Raises:
        EditorialError: a theme, the wording or the template is faulty, or the marking is lower than the source's.
        TraceError: the brief says something its source does not.
    """
    wording = wordings.load(_file(commission, "wording"))
    template = open_template(_file(commission, "template"))
    themes = read_themes(commission)
    strands, remarks = [], [*commission.remarks, *template.remarks]
    for name in commission.themes:
        progress(f"{commission.name}: selecting and drawing {name}")
        strand, met = _strand(base, themes[name], commission, template, wording)
        strands.append(strand)
        remarks += met
    progress(f"{commission.name}: assembling")
    change = _change(commission, base, strands)
    brief = assemble(commission, base, tuple(strands), template.order, wording, tuple(remarks), change)
    verify(brief, base, commission.previous)
    return Composition(*furnish(brief, template))


def _change(commission: Commission, base: Factbase, strands: Iterable[Strand]) -> Change | None:
    """Compare what the paper will state with a former issue, where one is given.

    Raises:
        EditorialError: the former trace is none, or is of another paper.
    """
    if commission.previous is None:
        return None
    former = read_former(commission.previous, "--since")
    if (former.source, former.themes) != (commission.source, commission.themes):
        what = f"is of {former.source}, {'+'.join(former.themes)}, not of {commission.source}, "
        mend = "name the trace of a former issue of this very paper"
        raise EditorialError("--since", what + "+".join(commission.themes), mend)
    printed = {f.id: f for strand in strands for f in strand.selection.facts}
    stated = state_facts(base, sorted(printed.values(), key=lambda f: f.span))
    return compare(former, stated, commission.inputs)


def selections(commission: Commission, base: Factbase) -> tuple[Selection, ...]:
    """Select for every theme of a commission, and draw nothing."""
    themes = read_themes(commission)
    return tuple(select(base, themes[name], commission.length) for name in commission.themes)


def _strand(
    base: Factbase, theme: Theme, commission: Commission, template: Template, wording: Wording
) -> tuple[Strand, tuple[Remark, ...]]:
    selection = select(base, theme, commission.length)
    drawn, remarks = plates(selection, theme.charts, template.look, commission.language, wording.chart())
    editor = commission.file(f"editor:{theme.name}")
    editing = words.load(editor) if editor else None
    return Strand(theme, selection, drawn, editing), (*selection.remarks, *remarks)


def _file(commission: Commission, role: str) -> File:
    file = commission.file(role)
    if file is None:
        raise EditorialError(commission.name, f"has no {role}", f"name one with --{role}")
    return file
