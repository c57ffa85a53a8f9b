"""Selections, plates and the template's order of parts → Brief. A file a part; the numbers are set here, last."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import chain

from briefgen.assembly.annex import make_annex
from briefgen.assembly.apparatus import weigh
from briefgen.assembly.changes import make_changes
from briefgen.assembly.endnotes import anchored, entries, notes_part
from briefgen.assembly.figures import make_key_figures
from briefgen.assembly.front import make_bottom_line, make_front, make_key_points
from briefgen.assembly.gallery import part_charts
from briefgen.assembly.limits import make_limits
from briefgen.assembly.numbering import numbered
from briefgen.assembly.people import make_people
from briefgen.assembly.positions import make_positions
from briefgen.assembly.review import make_review
from briefgen.assembly.sections import make_sections
from briefgen.assembly.statement import make_statement
from briefgen.assembly.stating import state_facts
from briefgen.assembly.workshop import APPARATUS, Strand, Workshop
from briefgen.editorial.wording import Wording
from briefgen.errors import Remark
from briefgen.model.brief import Brief, Imprint, NoteEntry, Part
from briefgen.model.change import Change
from briefgen.model.commission import Commission
from briefgen.model.fact import Factbase

__all__ = ["Strand", "assemble", "state_facts"]

_MAKERS: dict[str, Callable[[Workshop], Part | None]] = {
    "front": make_front,
    "changed": make_changes,
    "bottom-line": make_bottom_line,
    "key-points": make_key_points,
    "key-figures": make_key_figures,
    "sections": make_sections,
    "positions": make_positions,
    "people": make_people,
    "limits": make_limits,
    "source": make_statement,
    "annex": make_annex,
}


def assemble(
    commission: Commission,
    base: Factbase,
    strands: tuple[Strand, ...],
    order: tuple[str, ...],
    wording: Wording,
    remarks: tuple[Remark, ...] = (),
    change: Change | None = None,
) -> Brief:
    """Put a paper together.

    Args:
        commission: what is wanted.
        base: all facts of the source.
        strands: one a theme, in the order wanted.
        order: names of the parts as the template has them; the notes always stand last.
        wording: our own sentences.
        remarks: met on the way here; they travel with the paper.
        change: since a former issue; None where none was given.

    Raises:
        EditorialError: the wording file lacks a sentence, or one cannot be filled.
    """
    shop = Workshop(commission, base, strands, wording, change)
    shop = replace(shop, apparatus=weigh(shop))
    imprint = _imprint(shop)
    listed = entries(shop)
    wanted = (name for name in order if name in _MAKERS and (name in shop.apparatus or name not in APPARATUS))
    made = tuple(part for name in wanted if (part := _MAKERS[name](shop)))
    parts = list(part_charts(made, order, wording.text("titles.charts")))
    parts += [make_review(shop)] if commission.review else []
    parts += [part for part in (notes_part(shop, listed, _imprinted(shop, imprint)),) if part]
    return _brief(shop, anchored(shop, numbered(tuple(parts), wording), listed), listed, imprint, remarks)


def _brief(
    shop: Workshop,
    parts: tuple[Part, ...],
    listed: tuple[NoteEntry, ...],
    imprint: Imprint,
    remarks: tuple[Remark, ...],
) -> Brief:
    commission, wording = shop.commission, shop.wording
    titles, joint = [shop.title_of(s.theme) for s in shop.strands], wording.text("titles.joined")
    return Brief(
        name=commission.name,
        title=wording.text("titles.paper", subject=shop.source.card.subject, theme=joint.join(map(_lowered, titles))),
        subject=joint.join(titles),
        themes=commission.themes,
        language=wording.language if commission.language.partition("-")[0] != wording.language else commission.language,
        source_language=shop.source.card.language,
        date=commission.date,
        marking=commission.marking,
        organisation=commission.organisation,
        contact=commission.contact,
        parts=parts,
        notes=listed,
        imprint=imprint,
        labels=(*wording.group("labels").items(), ("day", wording.day(commission.date))),
        inputs=commission.inputs,
        remarks=tuple(dict.fromkeys(chain(shop.source.remarks, shop.base.remarks, remarks))),
        stated=state_facts(shop.base, shop.facts),
        changes=shop.change,
        length=commission.length,
        letters="".join(sorted({char for char in shop.source.text if char > "~" and char.isprintable()})),
    )


def _lowered(theme: str) -> str:
    """Set a title behind a colon in lower case, names and abbreviations apart."""
    first, _, rest = theme.partition(" ")
    return theme if first.isupper() or rest[:1].isupper() else theme[:1].lower() + theme[1:]


def _imprint(shop: Workshop) -> Imprint:
    version = dict(shop.commission.versions).get("briefgen", "")
    return Imprint(shop.source.name, shop.source.sha256, version, shop.commission.key)


def _imprinted(shop: Workshop, imprint: Imprint) -> str:
    return shop.wording.text(
        "notes.imprint", version=imprint.version, source=imprint.source_sha256[:16], inputs=imprint.inputs_sha256[:16]
    )
