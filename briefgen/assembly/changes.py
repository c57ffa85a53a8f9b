"""The box on page 1 that says what changed since a former issue. What that issue said comes from its trace."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from briefgen.assembly.citing import cite
from briefgen.assembly.evidence import ground, name_ground
from briefgen.assembly.stating import as_amount
from briefgen.assembly.workshop import Workshop
from briefgen.model.brief import Bullets, Callout, Inline, Inlines, Locator, Paragraph, Part
from briefgen.model.change import Change, Pair, Shift, Stated
from briefgen.model.fact import Fact

FORMER = "former:"
"""Before the id of a passage of the former issue, in the basis of words that come from it."""
_MOST = 4
"""Of each kind that are told; the others are counted."""
_SHORT = 8
"""Words that a passage had otherwise, up to which they are told."""
_WORDS = 30
"""Of a passage that is gone, before it is cut."""

Item = TypeVar("Item")


def make_changes(shop: Workshop) -> Part | None:
    """Make the box; None where no former issue was given."""
    change = shop.change
    if change is None:
        return None
    say = shop.wording.say
    title = (say("changed.title", since=shop.wording.day(change.since)),)
    if change.is_empty:
        told = say("changed.files", files=", ".join(change.files)) if change.files else say("changed.nothing")
        return Part("changed", "", (Callout(title, (Paragraph((told,), "ours"),)),))
    return Part("changed", "", (Callout(title, (Bullets(tuple(_told(shop, change))),)),))


def _told(shop: Workshop, change: Change) -> Iterator[Inlines]:
    yield from _some(shop, change.reworded, _reworded, "changed.more-reworded")
    yield from _some(shop, change.added, _added, "changed.more-added")
    yield from _some(shop, change.gone, _gone, "changed.more-gone")
    yield from _some(shop, change.marked, _marked, "changed.more-marked")


def _some(
    shop: Workshop, items: Sequence[Item], tell: Callable[[Workshop, Item], Inlines], more: str
) -> Iterator[Inlines]:
    yield from (tell(shop, item) for item in items[:_MOST])
    if len(items) > _MOST:
        yield (shop.wording.say(more, n=len(items) - _MOST),)


def _reworded(shop: Workshop, pair: Pair) -> Inlines:
    fact, say = shop.base.by_id[pair.after.id], shop.wording.say
    if not pair.shifts:
        return (say("changed.reworded"), *_quoted(shop, fact), *_instead(shop, pair))
    inlines: list[Inline] = [say("changed.figure")]
    for shift in pair.shifts:
        if shift is not pair.shifts[0]:
            inlines.append(say("changed.then"))
        inlines += _shifted(shop, fact, pair.before, shift)
    return (*inlines, say("changed.open"), *name_ground(ground(fact), shop.wording), say("changed.shut"),
            _locator(shop, fact))  # fmt: skip


def _instead(shop: Workshop, pair: Pair) -> Inlines:
    """Say which words the new ones stand for, where it is one short stretch: else a reader compares the issues."""
    old, new = pair.before.text.split(" "), pair.after.text.split(" ")
    steps = [s for s in SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if s[0] != "equal"]
    stretches = [old[start:end] for _, start, end, _, _ in steps]
    if len(stretches) != 1 or not 0 < len(stretches[0]) <= _SHORT:
        return ()
    words = shop.wording.plain(" ".join(stretches[0]), (FORMER + pair.before.id,))
    return shop.wording.say("changed.before"), words, shop.wording.say("changed.close")


def _shifted(shop: Workshop, fact: Fact, before: Stated, shift: Shift) -> Inlines:
    span = next(q.span for q in fact.quantities if as_amount(shop.base, q) == shift.after)
    old = shop.wording.plain(shift.before.text, (FORMER + before.id,))
    return (old, shop.wording.say("changed.becomes"), *cite(shop.source, span, ()))


def _added(shop: Workshop, stated: Stated) -> Inlines:
    return (shop.wording.say("changed.added"), *_quoted(shop, shop.base.by_id[stated.id]))


def _gone(shop: Workshop, stated: Stated) -> Inlines:
    words = stated.text.split(" ")
    basis = (FORMER + stated.id,)
    cut = shop.wording.say("changed.cut" if len(words) > _WORDS else "changed.close")
    place = Locator(shop.wording.text("changed.place", n=stated.place.partition(".")[0]), basis)
    # What the source still says may come back; what it says no more has been taken out of it.
    opening = "changed.unprinted" if stated.id in shop.base.by_id else "changed.gone"
    return (shop.wording.say(opening), shop.wording.plain(" ".join(words[:_WORDS]), basis), cut, place)


def _marked(shop: Workshop, pair: Pair) -> Inlines:
    fact, say = shop.base.by_id[pair.after.id], shop.wording.say
    listed = [", ".join(labels) or shop.wording.text("annex.none") for labels in (pair.before.marks, pair.after.marks)]
    basis = (FORMER + pair.before.id, fact.id)
    if pair.before.marks == pair.after.marks:
        return (say("changed.moved", basis, n=len(pair.after.marks), marks=listed[1]), *_quoted(shop, fact))
    told = say("changed.marked", basis, before=listed[0], after=listed[1])
    return (told, *_quoted(shop, fact))


def _quoted(shop: Workshop, fact: Fact) -> Inlines:
    return (*cite(shop.source, fact.span), shop.wording.say("changed.close"), _locator(shop, fact))


def _locator(shop: Workshop, fact: Fact) -> Locator:
    return Locator(shop.wording.text("body.paragraph", n=fact.paragraph, page=fact.page))
