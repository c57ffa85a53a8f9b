"""The benchmark of whole documents, which lies outside the repo: its texts are not free.

Collected only where BRIEFGEN_MARKS names its folder of texts and gold.
"""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path

import pytest

from briefgen.marks import find

FOLDER = os.environ.get("BRIEFGEN_MARKS", "")
Key = tuple[int, int, int | None]


@cache
def scored() -> dict[str, tuple[int, int, int]]:
    """Count right, false and missed marks of each document."""
    counts = {}
    for gold in sorted(Path(FOLDER).glob("**/*.gold.json")):
        name = gold.name.removesuffix(".gold.json")
        text = gold.with_name(f"{name}.txt").read_bytes().decode()
        wanted = {(m["start"], m["end"], m["number"]) for m in json.loads(gold.read_text("utf-8"))}
        found: set[Key] = {(m.supplied.start, m.supplied.end, m.number) for m in find(text).marks}
        counts[name] = (len(found & wanted), len(found - wanted), len(wanted - found))
    return counts


def f1(right: int, false: int, missed: int) -> float:
    return 2 * right / (2 * right + false + missed) if right + false + missed else 1.0


if FOLDER:

    def test_nearly_every_mark_is_found_in_all_documents_together():
        assert f1(*(sum(column) for column in zip(*scored().values(), strict=True))) >= 0.992

    def test_nearly_every_mark_is_found_in_each_kind_of_document():
        noted = [f1(*counts) for counts in scored().values() if counts[0] + counts[2]]
        assert sum(noted) / len(noted) >= 0.985

    def test_four_documents_in_five_are_exact():
        assert sum(not false + missed for _, false, missed in scored().values()) >= 0.8 * len(scored())

    def test_a_document_without_notes_has_none():
        assert not any(false for right, false, missed in scored().values() if not right + missed)

    @pytest.mark.parametrize("name", [n for n in ("seed",) if Path(FOLDER, f"{n}.txt").exists()])
    def test_the_article_is_exact(name: str):
        assert scored()[name] == (34, 0, 0)
