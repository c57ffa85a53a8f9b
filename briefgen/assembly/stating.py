"""Facts → what a paper states, as data: what the next issue is compared with."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.model.change import Amount, Stated
from briefgen.model.fact import Fact, Factbase, Quantity


def state_facts(base: Factbase, facts: Iterable[Fact]) -> tuple[Stated, ...]:
    """Write down the passages of a paper."""
    return tuple(
        Stated(fact.id, fact.place, base.words(fact), tuple(m.label for m in fact.marks),
               tuple(as_amount(base, quantity) for quantity in fact.quantities), _places(base, fact))
        for fact in facts
    )  # fmt: skip


def _places(base: Factbase, fact: Fact) -> tuple[int, ...]:
    """Count the characters of a passage, on one line, before each of its marks: a mark covers what it stands at."""
    text = base.source.text
    return tuple(len(" ".join(text[fact.span.start : mark.at].split())) for mark in fact.marks)


def as_amount(base: Factbase, quantity: Quantity) -> Amount:
    """Write down a figure as it is printed."""
    text = " ".join(quantity.span.of(base.source.text).split())
    return Amount(text, f"{quantity.currency or quantity.unit or ''} {quantity.direction}", quantity.period)
