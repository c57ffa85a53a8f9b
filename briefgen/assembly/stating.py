"""Facts → what a paper states, as data: what the next issue is compared with."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.model.change import Amount, Stated
from briefgen.model.fact import Fact, Factbase, Quantity


def state_facts(base: Factbase, facts: Iterable[Fact]) -> tuple[Stated, ...]:
    """Write down the passages of a paper."""
    return tuple(
        Stated(fact.id, fact.place, base.words(fact), tuple(m.label for m in fact.marks),
               tuple(as_amount(base, quantity) for quantity in fact.quantities))
        for fact in facts
    )  # fmt: skip


def as_amount(base: Factbase, quantity: Quantity) -> Amount:
    """Write down a figure as it is printed."""
    text = " ".join(quantity.span.of(base.source.text).split())
    return Amount(text, f"{quantity.currency or quantity.unit or ''} {quantity.direction}", quantity.period)
