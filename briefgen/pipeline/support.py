"""An editor's words, Factbase → the passages they rest on. What these do not bear, or no section has, is refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefgen.editorial import words
from briefgen.errors import EditorialError, Remark, nearest
from briefgen.facts import periods, quantities
from briefgen.facts.front import REPEATED, stands_alone
from briefgen.facts.sectioning import under_headings
from briefgen.model.editor import Editing, OwnWords
from briefgen.model.fact import Fact, Factbase, Section, Selection
from briefgen.model.theme import SectionRule, Theme

_PAIRS = (1.0, 2.0)
"""Of what comes in pairs everybody writes "the one" and "the two": such a count needs no passage."""


def find_support(editing: Editing | None, base: Factbase) -> tuple[Fact, ...]:
    """Give the facts that an editor's words rest on, those of the bottom line first.

    Raises:
        EditorialError: a passage is unknown, or a number, an amount in words or a quotation stands in none of them.
    """
    found: list[Fact] = []
    for said in editing.statements if editing else ():
        facts = words.supporting(said, base)
        for amount in _unborne(said, facts, base):
            raise EditorialError(
                said.where, f"says “{amount}”, which its passages do not", "name the passage that does"
            )
        found += facts
    return tuple(dict.fromkeys(found))


def _unborne(said: OwnWords, facts: tuple[Fact, ...], base: Factbase) -> Iterator[str]:
    """Yield the amounts, "tenfold" and "five ministers" too, whose value no passage has, nor their words."""
    language, stated = base.source.card.language, " ".join(base.words(fact) for fact in facts).casefold()
    values = {value for fact in facts for q in fact.quantities for value in (q.value, q.upper) if value is not None}
    for quantity in quantities.find(said.text, periods.find(said.text, language), language):
        amount = quantity.span.of(said.text)
        paired = quantity.direction == "count" and quantity.value in _PAIRS
        if not paired and quantity.value not in values and amount.casefold() not in stated:
            yield amount


def keep_borne(editing: Editing | None, selection: Selection) -> tuple[Editing | None, tuple[Remark, ...]]:
    """Keep the headings whose passages a paper prints, one of them under it, and the notes on what it prints.

    Returns:
        What is left of the editor's words, and what the editor is told.
    """
    if editing is None:
        return None, ()
    printed = {f.id for f in selection.facts}
    under = {s.name: {f.id for f in s.facts} for s in selection.sections}
    rests = {said: [f.id for f in words.supporting(said, selection.base)] for said in editing.statements}
    headings = tuple(
        (section, said)
        for section, said in editing.headings
        if printed.issuperset(rests[said]) and not under.get(section, set()).isdisjoint(rests[said])
    )
    notes = tuple(note for note in editing.notes if rests[note][0] in printed)
    kept = replace(editing, headings=headings, notes=notes)
    missed = [said for section, said in editing.headings if section in under] + list(editing.notes)
    return kept, tuple(_untold(said) for said in missed if said not in kept.statements)


def _untold(said: OwnWords) -> Remark:
    what = f"is left out, since this paper does not print what it is on ({', '.join(said.support)})"
    return Remark(said.where, what, note=True)


def tell_unfit(editing: Editing | None, selection: Selection) -> Iterator[Remark]:
    """Tell an editor which passages chosen for key points are none, where the paper has key points."""
    if editing is None or editing.points is None or not selection.points:
        return
    for fact in words.find_chosen(editing.points, selection.base):
        if fact not in selection.points and fact is not selection.lead:
            what = f"{fact.place} is no key point: {_why_unfit(fact, selection)}"
            yield Remark(editing.points.where, what, "choose another passage")


def _why_unfit(fact: Fact, selection: Selection) -> str:
    if fact not in selection.facts:
        return "this paper does not print it"
    if not stands_alone(selection.base, fact):
        return "it cannot be read without what stands around it"
    if len(selection.points) + (selection.lead is not None) >= REPEATED:
        return f"page 1 repeats {REPEATED} sentences at the most"
    return "page 1 says its figure already"


def check_sections(editing: Editing | None, theme: Theme, base: Factbase) -> None:
    """Check that the sections an editor has headings for are sections of the theme.

    Raises:
        EditorialError: one is not.
    """
    if editing is not None and editing.headings:
        known = [section.name for section in sections_of(theme, base)]
        for section, said in editing.headings:
            if section not in known:
                raise EditorialError(said.where, f"is no section of {theme.name}", nearest(section, known))


def sections_of(theme: Theme, base: Factbase) -> tuple[Section | SectionRule, ...]:
    """List the sections a theme may have: its own, or the source's headings for a theme with a quota."""
    return under_headings(base, theme, base.facts) if theme.quota else theme.sections
