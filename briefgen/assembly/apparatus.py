"""A paper's parts → which of those beside its body it has: the apparatus never outweighs the body (DESIGN §5.6)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from briefgen.assembly.annex import list_words, make_annex, words_in
from briefgen.assembly.limits import make_limits
from briefgen.assembly.people import make_people
from briefgen.assembly.positions import make_positions
from briefgen.assembly.sections import make_sections
from briefgen.assembly.statement import make_statement
from briefgen.assembly.workshop import APPARATUS, Workshop

_LISTED = 1000
"""Words up to which a full paper lists what it leaves out, however short its body is."""


def weigh(shop: Workshop) -> tuple[str, ...]:
    """Say which of the parts and lists that may be left out a paper has.

    A full paper has them whole, but that it counts what is left out where a list of it would be longer than the body:
    a book leaves out thousands of passages. In a standard one each stands only where all that is beside the body stays
    lighter than the body with it. The table of positions comes first, since it is the figure of a theme that has no
    chart; what is left out goes before what is used, since nothing else of the paper says it. Values behind charts
    always stand: they are the chart for those who cannot see it.
    """
    match shop.commission.length:
        case "one-page":
            return ()
        case "full":
            long = list_words(shop, "left-out") > max(_LISTED, words_in(make_sections(shop)))
            return tuple(name for name in APPARATUS if not (long and name == "left-out"))
        case _:
            return _lighter(shop)


def _lighter(shop: Workshop) -> tuple[str, ...]:
    fixed = (make_limits(shop), make_statement(shop), make_annex(replace(shop, apparatus=())))
    room = words_in(make_sections(shop)) - sum(words_in(part) for part in fixed if part)
    kept = []
    for name in _WEIGHTS:
        words = _WEIGHTS[name](shop)
        if words <= room:
            kept.append(name)
            room -= words
    return tuple(name for name in APPARATUS if name in kept)


def _positions(shop: Workshop) -> int:
    part = make_positions(shop)
    return words_in(part) if part else 0


def _people(shop: Workshop) -> int:
    part = make_people(shop)
    return words_in(part) if part else 0


_WEIGHTS: dict[str, Callable[[Workshop], int]] = {
    "positions": _positions,
    "people": _people,
    "left-out": lambda shop: list_words(shop, "left-out"),
    "used": lambda shop: list_words(shop, "used"),
}
"""Name → its words; most wanted first."""
