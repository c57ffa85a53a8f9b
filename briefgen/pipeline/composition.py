"""Commission and Factbase → Brief, verified. Charts are drawn once, here, for every format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from briefgen.assembly import Strand, assemble, state_facts
from briefgen.editorial import wording as wordings
from briefgen.editorial.wording import Wording
from briefgen.errors import EditorialError, Remark
from briefgen.facts.ranking import CEILINGS
from briefgen.facts.selection import select
from briefgen.fonts import find
from briefgen.model.brief import Brief
from briefgen.model.change import Change
from briefgen.model.commission import Commission
from briefgen.model.fact import Factbase, Selection
from briefgen.model.look import Template
from briefgen.model.source import File
from briefgen.pipeline.fitting import Cut, fit
from briefgen.pipeline.strands import cut_strands, make_strand, settled, without_key_figures
from briefgen.pipeline.study import read_themes
from briefgen.pipeline.tongues import translate
from briefgen.provenance import verify
from briefgen.provenance.comparison import compare, read_former
from briefgen.word.furnishing import furnish
from briefgen.word.opening import open_template
from briefgen.writers.pdf.extent import count_pages
from briefgen.writers.pdf.lacking import name_lacking

Progress = Callable[[str], None]

_VERY = "name the trace of a former issue of this very paper"
_OVERLEAF = ("source", "review", "notes")
"""Parts of a one-page paper that may stand on the back."""
_SPARE = 14.0
"""Points at the foot of its first page that the PDF leaves free, a line: LibreOffice needed 5 more at the most."""


@dataclass(frozen=True, slots=True)
class Composition:
    """A brief that may be written, and the template it is written into."""

    brief: Brief
    template: Template


def compose(commission: Commission, base: Factbase, progress: Progress = lambda _: None) -> Composition:
    """Select, draw and assemble, then verify every word against the source.

    Raises:
        EditorialError: a theme, the wording or the template is faulty, the marking is lower than the source's, or the
            source has nothing on the themes.
        TraceError: the brief says something its source does not.
    """
    wording = wordings.load(_file(commission, "wording"), commission.file("wording-shipped"))
    base = translate(base, commission.language, wording)
    template = _template(commission)
    themes = read_themes(commission)
    strands, remarks = (
        [],
        [*commission.remarks, *wording.remarks, *template.remarks, *_other_faces(commission, template)],
    )
    for name in commission.themes:
        progress(f"{commission.name}: selecting and drawing {name}")
        strand, met = make_strand(base, themes[name], commission, template, wording)
        strands.append(strand)
        remarks += met
    if not any(strand.selection.facts for strand in strands):
        raise EditorialError(commission.name, *_nothing(base, strands))
    progress(f"{commission.name}: assembling")
    draft = _Draft(commission, base, template, wording, tuple(strands), tuple(remarks))
    brief = _fitted(draft) if commission.length == "one-page" else draft.assembled(draft.strands)
    verify(brief, base, commission.previous)
    made = Composition(*furnish(brief, template))
    if "pdf" not in commission.formats:
        return made
    lacking = tuple(name_lacking(made.brief, made.template))
    return replace(made, brief=replace(made.brief, remarks=(*made.brief.remarks, *lacking)))


def _nothing(base: Factbase, strands: Iterable[Strand]) -> tuple[str, str]:
    """Say why a paper would quote nothing, and what to do."""
    called, titles = base.source.card.called, ", ".join(strand.theme.title for strand in strands)
    left = [omission for strand in strands for omission in strand.selection.left_out]
    if not left:
        return f"{called} has no passage on {titles}", "briefgen build without a theme counts what there is"
    whys = "; ".join(dict.fromkeys(omission.why for omission in left))
    said = "the only passage" if len(left) == 1 else f"none of the {len(left)} passages"
    what = f"{said} of {called} on {titles} is {'not ' if len(left) == 1 else ''}printed: {whys}"
    return what, "a longer paper holds more (--length full); what is excluded stands in overrides.csv"


@dataclass(frozen=True, slots=True)
class _Draft:
    """A paper whose passages are chosen and whose charts are drawn."""

    commission: Commission
    base: Factbase
    template: Template
    wording: Wording
    strands: tuple[Strand, ...]
    remarks: tuple[Remark, ...]

    def assembled(self, strands: tuple[Strand, ...], *, figures: bool = True) -> Brief:
        """Settle page 1 and put the paper together.

        Args:
            strands: what it has of each theme.
            figures: whether it may have key figures.
        """
        strands, remarks = settled(strands, self.commission.length)
        strands = strands if figures else without_key_figures(strands)
        change = _change(self.commission, self.base, strands)
        said = (*self.remarks, *remarks)
        return assemble(self.commission, self.base, strands, self.template.order, self.wording, said, change)

    def cut(self, cut: Cut) -> Brief:
        """Put together what a cut leaves."""
        strands = tuple(cut_strands(self.strands, cut, self.commission.length))
        return self.assembled(strands, figures=cut.figures)

    def fits(self, brief: Brief) -> bool:
        """Tell whether page 1 holds all that comes before the statement on the source and the notes."""
        furnished, template = furnish(brief, self.template)
        parts = list(furnished.parts)
        while parts and parts[-1].name in _OVERLEAF:
            parts.pop()
        return count_pages(replace(furnished, parts=tuple(parts), notes=()), template, _SPARE) <= 1


def _fitted(draft: _Draft) -> Brief:
    """Cut a one-page paper until page 1 holds it, or say that nothing does."""
    length = draft.commission.length
    charts = sum(len(strand.plates) for strand in draft.strands)
    fitted = fit(draft.cut, draft.fits, charts, CEILINGS[length])
    if fitted.fits:
        return fitted.made
    what = "does not fit on one page, even with its fewest passages"
    remark = Remark(draft.commission.name, what, "shorten the editor’s words, or take --length standard")
    return replace(fitted.made, remarks=(*fitted.made.remarks, remark))


def _template(commission: Commission) -> Template:
    """Open the template and lend it the project's fonts."""
    opened = open_template(_file(commission, "template"))
    fonts = tuple(file for role, file in commission.files if role.startswith("font:"))
    look = replace(opened.look, fonts=(*opened.look.fonts, *fonts))
    return replace(opened, look=look, embed_fonts=commission.embed_fonts, word_only=commission.word_only)


def _other_faces(commission: Commission, template: Template) -> Iterator[Remark]:
    """Say which faces of the template the PDF is set in others for."""
    if "pdf" in commission.formats:
        for family in dict.fromkeys(style.face for style in template.look.styles):
            yield from find(family, own=template.look.fonts).remarks
        for picture in template.look.ornaments:
            if not picture.is_drawable:
                what = f"the picture “{picture.alt}” of kind {picture.kind.upper() or 'unknown'} is not in the PDF"
                yield Remark(template.file.name, what, "save it as PNG")


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
        raise EditorialError("--since", what + "+".join(commission.themes), _VERY)
    if former.length not in ("", commission.length):
        raise EditorialError("--since", f"is of a {former.length} paper, not of a {commission.length} one", _VERY)
    printed = {f.id: f for strand in strands for f in strand.selection.facts}
    stated = state_facts(base, sorted(printed.values(), key=lambda f: f.span))
    return compare(former, stated, commission.inputs)


def selections(commission: Commission, base: Factbase) -> tuple[Selection, ...]:
    """Select for every theme of a commission, and draw nothing."""
    themes = read_themes(commission)
    return tuple(select(base, themes[name], commission.length) for name in commission.themes)


def _file(commission: Commission, role: str) -> File:
    file = commission.file(role)
    if file is None:
        raise EditorialError(commission.name, f"has no {role}", f"name one with --{role}")
    return file
