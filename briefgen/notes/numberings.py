"""Note texts of a document → the same, each with the numbering its mark is of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from briefgen.model.source import Mark
from briefgen.notes.texts import NoteText


def assign_runs(texts: Iterable[NoteText], marks: Sequence[Mark]) -> tuple[NoteText, ...]:
    """Say of which numbering each text is.

    A text that the document links is of its mark's. A list of notes, from where numbers begin anew, is of the numbering
    whose last mark stands before it, as long as no list before it is. If all lists follow the same mark, and there are
    as many of them as of numberings, they are taken in turn. Otherwise it stays open.

    Args:
        marks: in the order they stand, ``supplied`` in offsets of the text that ``at`` and ``stands`` count in.
    """
    texts = tuple(texts)
    linked = {mark.supplied.start: mark.run for mark in marks}
    lists = _lists([text for text in texts if text.stands is not None])
    runs = dict(zip((id(text) for each in lists for text in each), _runs(lists, marks), strict=True))
    return tuple(
        replace(text, run=runs.get(id(text), text.run if text.at is None else linked.get(text.at, text.run)))
        for text in texts
    )


def _lists(texts: list[NoteText]) -> list[list[NoteText]]:
    """Part the texts where their numbers begin anew."""
    lists = [texts[:1]] if texts else []
    for before, text in pairwise(texts):
        if int(text.label) <= int(before.label):
            lists.append([])
        lists[-1].append(text)
    return lists


def _runs(lists: list[list[NoteText]], marks: Sequence[Mark]) -> list[str]:
    """Give the numbering of every text of every list, in order."""
    runs = list(dict.fromkeys(mark.run for mark in marks))
    places = [mark.supplied.start for mark in marks]
    before = [bisect_left(places, each[0].stands or 0) - 1 for each in lists]
    followed = [marks[index].run if index >= 0 else "" for index in before]
    if len(lists) > 1 and len(set(followed)) == 1:
        followed = runs if len(runs) == len(lists) else [""] * len(lists)
    elif len(lists) == 1 and len(runs) != 1:
        followed = [""]
    followed = ["" if run in followed[:index] else run for index, run in enumerate(followed)]
    return [run for run, each in zip(followed, lists, strict=True) for _ in each]
