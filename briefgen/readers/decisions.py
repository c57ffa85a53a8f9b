"""marks.csv → which marks the user keeps or drops. A decision is found again by its context when the file changed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from briefgen.errors import EditorialError, Remark
from briefgen.model.source import File, Mark
from briefgen.records import Record, load_csv

REACH = 24
"""Characters of context on each side."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of marks.csv: a label with what stands around it, and whether it is a note mark."""

    label: str
    start: int
    """Where the label stood in the text of the sheet."""
    before: str = ""
    after: str = ""
    keep: bool | None = None
    """None until the user has decided."""


def read_decisions(file: File) -> tuple[Record[Decision], ...]:
    """Read the decisions on marks.

    Raises:
        EditorialError: the table does not fit.
    """
    return load_csv(file, Decision, EditorialError)


def propose(text: str, marks: Iterable[tuple[int, Mark]]) -> tuple[Decision, ...]:
    """Write marks to confirm as decisions still to be made.

    Args:
        text: of the sheet, labels in it.
        marks: each with the offset of its label in that text.
    """
    return tuple(_undecided(text, start, start + mark.supplied.end - mark.supplied.start) for start, mark in marks)


def _undecided(text: str, start: int, end: int) -> Decision:
    return Decision(text[start:end], start, text[max(0, start - REACH) : start], text[end : end + REACH])


def locate(decisions: Iterable[Record[Decision]], text: str) -> tuple[dict[int, bool], tuple[Remark, ...]]:
    """Find where the decisions made stand in a text: offset of the label → whether it is kept."""
    places: dict[int, bool] = {}
    remarks: list[Remark] = []
    for record in decisions:
        decision = record.value
        if decision.keep is None:
            continue
        at = _place(decision, text)
        if at is None:
            what = f"“{decision.label}” stands nowhere in this context any more; the decision is not used"
            remarks.append(Remark(record.where, what, "mend “before” and “after”, or delete the line"))
        else:
            places[at] = decision.keep
    return places, tuple(remarks)


def _place(decision: Decision, text: str) -> int | None:
    """Find the label in its context, the nearest to where it stood; white space may have changed."""
    before, label, after = (_loose(part) for part in (decision.before, decision.label, decision.after))
    found = [m.start(1) for m in re.finditer(f"{before}({label}){after}", text)]
    return min(found, key=lambda at: abs(at - decision.start), default=None)


def _loose(part: str) -> str:
    return r"\s+".join(map(re.escape, re.split(r"\s+", part)))
