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


def editing_of(theme: str, commission: Commission) -> tuple[Editing | None, tuple[Remark, ...]]:
    """Read the editor's words on a theme in the paper's language; those in another one are left out, with a remark.

    Raises:
        EditorialError: the file is faulty.
    """
    stem, foreign = editor_stem(theme, commission), commission.file(f"editor:{theme}")
    file = commission.file(f"editor:{stem}")
    if file is not None:
        editing = words.load(file)
        return None if editing.is_empty else editing, ()
    if foreign is None:
        return None, ()
    what = f"is not written in {primary(commission.language)} as the paper is: the editor’s words are left out"
    return None, (Remark(foreign.name, what, f"write {stem}.toml beside it"),)


def editor_stem(theme: str, commission: Commission) -> str:
    """Name the file of the editor's words on a theme, its language behind the name where another's has the plain one.

    Raises:
        EditorialError: the file is faulty.
    """
    wanted = primary(commission.language)
    file, own = commission.file(f"editor:{theme}"), f"{theme}.{wanted}"
    if commission.file(f"editor:{own}"):
        return own
    foreign = file is not None and primary(words.said_language(file) or wanted) != wanted
    return own if foreign else theme


def primary(tag: str) -> str:
    """Give a language without its region: "fr" of "fr-CA"."""
    return tag.partition("-")[0].lower()
