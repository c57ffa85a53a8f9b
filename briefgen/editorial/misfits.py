"""Rows that people wrote beside a source and that fit no sentence of it: refused, or told where the text is another.

The card keeps the hash of the document that all of them fitted when it was last taken in. Beside that document a row
that fits nothing is a mistake; beside a newer one its sentence may have gone, and the row is kept for its return.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from briefgen.errors import EditorialError, Remark
from briefgen.model.source import Source


def settle(source: Source, misfits: Iterable[EditorialError]) -> tuple[Remark, ...]:
    """Tell of the rows of one table that fit the source no more.

    Raises:
        EditorialError: the source is what it was, so they never fitted it.
    """
    told = [fault.remark for fault in misfits]
    if told and not source.is_another:
        raise EditorialError(told[0].where, _counted(told), told[0].mend)
    return tuple(replace(each, what=f"{each.what}; the line is kept and not used") for each in told)


def _counted(told: list[Remark]) -> str:
    """Say what is wrong with the first row, and where the others are."""
    if not told[1:]:
        return told[0].what
    lines = ", ".join(remark.where.rpartition(":")[2] for remark in told[1:])
    return f"{told[0].what} (nor do these lines fit: {lines})"
