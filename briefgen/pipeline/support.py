"""An editor's words, Factbase → the passages they rest on. What these do not bear, or no section has, is refused."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.editorial import words
from briefgen.errors import EditorialError, nearest
from briefgen.facts import periods, quantities
from briefgen.facts.sectioning import divide
from briefgen.model.editor import Editing, OwnWords
from briefgen.model.fact import Fact, Factbase, Section
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
    return divide(base, theme, base.facts) if theme.quota else theme.sections
