"""Factbase, decisions → Factbase as decided. The last word: no rule runs after it, and no decision is lost silently.

A decision is found again by the id of its passage, else by the words the passage opens with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefgen.editorial.misfits import settle
from briefgen.errors import EditorialError
from briefgen.facts import ids
from briefgen.model.decision import EVERY, Decision
from briefgen.model.fact import Fact, Factbase, Reason, Theming

ADDED = 2.0
"""Score of a theme that an editor added: the usual threshold."""
MEND = "mend “opening” with the words the passage has now, or delete the line"
_PLACE = re.compile(r"\d+\.\d+")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


def decide(base: Factbase, decisions: Iterable[Decision]) -> Factbase:
    """Apply decisions to the facts they are about; one that a newer text fits no more is a remark.

    Raises:
        EditorialError: a decision fits no passage, or two; two decide on one passage; or a passage is pinned
            for a theme that it is not on.
    """
    passages = _Passages(base)
    decided: dict[str, Fact] = {}
    misfits: list[EditorialError] = []
    for decision in sorted(decisions, key=lambda each: passages.named(each) is None):
        try:
            fact = passages.find(decision)
            if known := decided.get(fact.id):
                what = f"{fact.place} is decided on in {known.decision.where if known.decision else ''} already"
                raise EditorialError(decision.where, what, "make one line of the two")
            decided[fact.id] = _decided(fact, decision)
        except EditorialError as fault:
            misfits.append(fault)
    remarks = settle(base.source, misfits)
    return replace(base, facts=tuple(decided.get(f.id, f) for f in base.facts), remarks=(*base.remarks, *remarks))


class _Passages:
    """The facts of a source by what a decision may call them."""

    def __init__(self, base: Factbase) -> None:
        self._base = base
        self._words = [(ids.normalise(base.words(fact)), fact) for fact in base.facts]

    def named(self, decision: Decision) -> Fact | None:
        """Find the passage that has the id of a decision and opens as it says; None where there is none."""
        fact = self._base.by_id.get(decision.fact)
        fits = fact and ids.normalise(self._base.words(fact)).startswith(ids.normalise(decision.opening))
        return fact if fits else None

    def find(self, decision: Decision) -> Fact:
        """Find the passage a decision is about.

        Raises:
            EditorialError: there is none, or there are two.
        """
        if exact := self.named(decision):
            return exact
        named = self._base.by_id.get(decision.fact)
        opened = self._opening(decision.opening)
        fits = [*([named] if named else []), *(fact for fact in opened if fact is not named)]
        if _PLACE.fullmatch(decision.fact):
            fits = self._placed(decision, opened)
        if len(fits) > 1:
            places = " and ".join(fact.place for fact in fits[:3])
            what = f"the decision fits {places}"
            raise EditorialError(decision.where, what, "write more of the opening, or the id of the one that is meant")
        if not fits:
            said = [f"is “{decision.fact}”"] if decision.fact else []
            said += [f"opens with “{decision.opening}”"] if decision.opening else []
            raise EditorialError(decision.where, f"no passage {' or '.join(said)}", MEND)
        return fits[0]

    def _opening(self, opening: str) -> list[Fact]:
        """List the facts that open with these words; where none does, those that would with other figures."""
        wanted = ids.normalise(opening)
        if not wanted:
            return []
        found = [fact for words, fact in self._words if words.startswith(wanted)]
        loose = _FIGURE.sub("0", wanted)
        return found or [fact for words, fact in self._words if _FIGURE.sub("0", words).startswith(loose)]

    @staticmethod
    def _placed(decision: Decision, opened: list[Fact]) -> list[Fact]:
        """Take a place only with its opening: it moves when the text does, and a spreadsheet writes 2.1 for 2.10."""
        if not decision.opening:
            raise EditorialError(decision.where, f"names a place, {decision.fact}, alone", "give the opening words too")
        return [fact for fact in opened if fact.place == decision.fact] or opened


def _decided(fact: Fact, decision: Decision) -> Fact:
    themes = _themes(fact.themes, decision)
    names = {theming.theme for theming in themes}
    for theme in decision.pin:
        if theme not in (EVERY, *names):
            what = f"{fact.place} is pinned for “{theme}” and is not on it"
            raise EditorialError(decision.where, what, f"add “{theme}” too")
    if decision.kind in (None, fact.kind):
        return replace(fact, themes=themes, decision=decision)
    why = Reason(f"an editor’s decision ({decision.where})")
    return replace(fact, themes=themes, kind=decision.kind, why_kind=why, attribution=None, decision=decision)


def _themes(found: Sequence[Theming], decision: Decision) -> tuple[Theming, ...]:
    """Take away and add; where every theme is taken away first, those added stand in the editor's order."""
    known = {theming.theme: theming for theming in found}
    added = {name: known.get(name, Theming(name, ADDED, ())) for name in decision.add}
    stay = {} if EVERY in decision.drop else {name: t for name, t in known.items() if name not in decision.drop}
    themes = stay | added
    if decision.primary:
        best = max(theming.score for theming in themes.values())
        first = {decision.primary: replace(themes[decision.primary], score=best)}
        themes = first | {name: t for name, t in themes.items() if name != decision.primary}
    return tuple(themes.values())
