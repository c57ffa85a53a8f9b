"""Factbase, wording → the same Factbase, all that is not the source's own words said in the paper's language."""

from __future__ import annotations

from dataclasses import replace

from briefgen.editorial import words
from briefgen.editorial.wording import Wording
from briefgen.errors import Remark
from briefgen.model.commission import Commission
from briefgen.model.editor import Editing
from briefgen.model.fact import Factbase


def translate(base: Factbase, language: str, wording: Wording) -> Factbase:
    """Give what the card says and the titles of measures in a language, where somebody has put them into it."""
    card = base.source.card
    for said in card.said:
        if primary(said.language) == primary(language):
            known = {name: text for name in ("subject", "called", "rights") if (text := getattr(said, name))}
            card = replace(card, **known)
    series = tuple(replace(one, title=wording.measure(one.measure, one.title)) for one in base.series)
    return replace(base, source=replace(base.source, card=card), series=series)


def editing_of(theme: str, commission: Commission, base: Factbase) -> tuple[Editing | None, tuple[Remark, ...]]:
    """Read the editor's words on a theme in the paper's language; those in another one are left out, with a remark.

    Raises:
        EditorialError: the file is faulty.
    """
    wanted = primary(commission.language)
    file = commission.file(f"editor:{theme}.{wanted}") or commission.file(f"editor:{theme}")
    if file is None:
        return None, ()
    editing = words.load(file)
    written = primary(editing.language or base.source.card.language)
    if written == wanted or file.name.endswith(f".{wanted}.toml"):
        return editing, ()
    what = f"is written in {written}, the paper in {wanted}: the editor’s words are left out"
    return None, (Remark(file.name, what, f"write {theme}.{wanted}.toml beside it"),)


def primary(tag: str) -> str:
    """Give a language without its region: "fr" of "fr-CA"."""
    return tag.partition("-")[0].lower()
