"""Former trace × what a paper states now → Change. A pure function: pairs by id first, then by the words they share."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import Any

from briefgen.errors import EditorialError, TraceError
from briefgen.model.brief import Brief
from briefgen.model.change import Amount, Change, Pair, Shift, Stated
from briefgen.model.fact import Factbase

ALIKE = 0.6
"""Share of words that two passages have in common and in order, numbers apart, to be one passage reworded."""
DRESS = frozenset({"template"})
"""Roles of inputs that change how a paper looks, never what it says."""

_WORD = re.compile(r"\w+")
_MEND = "name the .trace.json of a former issue of this paper"


@dataclass(frozen=True, slots=True)
class Former:
    """What the trace of a former issue says of it."""

    day: date
    source: str
    themes: tuple[str, ...]
    stated: tuple[Stated, ...]
    inputs: tuple[tuple[str, str, str], ...]
    length: str = ""
    """Empty where an earlier version wrote the trace."""


def read_former(content: bytes, name: str) -> Former:
    """Read a former trace.

    Raises:
        EditorialError: it is no trace of ours, or one that an earlier version wrote.
    """
    try:
        brief = json.loads(content)["brief"]
        if "stated" not in brief:
            raise EditorialError(name, "is of a version that did not write down what a paper states", _MEND)
        return Former(
            date.fromisoformat(brief["date"]), str(brief["imprint"]["source_name"]), tuple(brief["themes"]),
            tuple(_stated(row) for row in brief["stated"]),
            tuple((str(role), str(file), str(digest)) for role, file, digest in brief["inputs"]),
            str(brief.get("length", "")),
        )  # fmt: skip
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as fault:
        raise EditorialError(name, "is no trace of a paper", _MEND) from fault


def _stated(row: dict[str, Any]) -> Stated:
    amounts = tuple(Amount(str(a["text"]), str(a["kind"]), str(a["period"])) for a in row["amounts"])
    at = tuple(map(int, row.get("at", ())))
    return Stated(str(row["id"]), str(row["place"]), str(row["text"]), tuple(map(str, row["marks"])), amounts, at)


def compare(former: Former, stated: Sequence[Stated], inputs: Iterable[tuple[str, str, str]]) -> Change:
    """Say what changed since a former issue."""
    old = {s.id: s for s in former.stated}
    new = {s.id: s for s in stated}
    gone = [s for s in former.stated if s.id not in new]
    added = [s for s in stated if s.id not in old]
    pairs = _paired(gone, added)
    return Change(
        former.day,
        tuple(s for s in added if s not in {p.after for p in pairs}),
        tuple(s for s in gone if s not in {p.before for p in pairs}),
        tuple(pairs),
        tuple(Pair(old[s.id], s) for s in stated if s.id in old and _marked_otherwise(old[s.id], s)),
        _files(former.inputs, inputs),
    )


def _marked_otherwise(before: Stated, after: Stated) -> bool:
    moved = bool(before.at and after.at) and before.at != after.at
    return before.marks != after.marks or moved


def _files(before: Iterable[tuple[str, str, str]], after: Iterable[tuple[str, str, str]]) -> tuple[str, ...]:
    hashes = [{role: digest for role, _, digest in rows if role not in DRESS} for rows in (before, after)]
    roles = dict.fromkeys([*hashes[0], *hashes[1]])
    return tuple(role for role in roles if hashes[0].get(role) != hashes[1].get(role))


def _paired(gone: Sequence[Stated], added: Sequence[Stated]) -> list[Pair]:
    """Pair what is gone with what came: the most alike first, the nearer in order where equally alike."""
    before, after = [_words(s.text) for s in gone], [_words(s.text) for s in added]
    found = [
        (-alike, abs(i - j), i, j)
        for i, one in enumerate(before)
        for j, two in enumerate(after)
        if (alike := _alike(one, two)) >= ALIKE
    ]
    taken: tuple[set[int], set[int]] = (set(), set())
    pairs: dict[int, Pair] = {}
    for _, _, i, j in sorted(found):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            pairs[j] = Pair(gone[i], added[j], _shifts(gone[i].amounts, added[j].amounts))
    return [pairs[j] for j in sorted(pairs)]


def _words(text: str) -> tuple[str, ...]:
    """Give the words of a passage, numbers left out."""
    return tuple(word for word in _WORD.findall(text.casefold()) if not word[0].isdigit())


def _alike(one: tuple[str, ...], two: tuple[str, ...]) -> float:
    """Give the share of words that two passages have in common in one order; 0 where even without order it is small.

    Words of any passage ("trade in … reached … billion") in another order are no sign of one passage.
    """
    if 2 * (Counter(one) & Counter(two)).total() < ALIKE * (len(one) + len(two)):
        return 0.0
    return SequenceMatcher(None, one, two, autojunk=False).ratio()


def _shifts(before: Iterable[Amount], after: Iterable[Amount]) -> tuple[Shift, ...]:
    """Pair amounts of one kind and period in the order they stand; those that are as they were fall out first.

    Amounts of different periods are different figures, and none of them is now the other.
    """
    old, new = list(before), list(after)
    for amount in list(old):
        same = next((a for a in new if a.text == amount.text), None)
        if same:
            old.remove(amount)
            new.remove(same)
    shifts = []
    for amount in new:
        found = next((a for a in old if (a.kind, a.period) == (amount.kind, amount.period)), None)
        if found:
            old.remove(found)
            shifts.append(Shift(found, amount))
    return tuple(shifts)


def former_passages(brief: Brief, ids: Iterable[str]) -> tuple[Stated, ...]:
    """Find passages of the former issue among those that a paper's changes name.

    Raises:
        TraceError: there is none of that id.
    """
    change = brief.changes
    before = (*change.gone, *(pair.before for pair in (*change.reworded, *change.marked))) if change else ()
    known = {stated.id: stated for stated in before}
    for name in ids:
        if name not in known:
            raise TraceError(brief.name, f"names a passage that no former issue had: {name}")
    return tuple(known[name] for name in ids)


def check_changes(brief: Brief, base: Factbase, previous: bytes | None) -> None:
    """Check that a paper states what its source does, and changed since a former issue as that issue's trace says.

    Raises:
        TraceError: a passage that is not the source's, or a change that is none.
    """
    for stated in brief.stated:
        fact = base.by_id.get(stated.id)
        if fact is None or base.words(fact) != stated.text or tuple(m.label for m in fact.marks) != stated.marks:
            raise TraceError(brief.name, f"says that the source states ‘{stated.text[:80]}’")
    if brief.changes is None:
        return
    if previous is None or compare(read_former(previous, brief.name), brief.stated, brief.inputs) != brief.changes:
        raise TraceError(brief.name, "says that something changed which the former issue does not bear out")
