"""Every theme × length, automatic and edited, against every criterion that a program can check."""

from __future__ import annotations

import sys
from itertools import product

import pytest

from tests.acceptance import test_criteria
from tests.article.truth import THEMES

LENGTHS = ("one-page", "standard", "full")


def run() -> int:
    """Run the criteria over the whole product; give pytest's exit code."""
    whole = tuple(product((*THEMES, "overview"), LENGTHS, (False, True)))
    test_criteria.SUBSET = whole
    print(f"acceptance: {len(whole)} papers", file=sys.stderr)
    return int(pytest.main(["-q", "-p", "no:cacheprovider", "tests/acceptance"], plugins=[_Whole(whole)]))


class _Whole:
    """Parametrise the papers by the whole product instead of the subset."""

    def __init__(self, papers: tuple[tuple[str, str, bool], ...]) -> None:
        self.papers = papers

    def pytest_generate_tests(self, metafunc: pytest.Metafunc) -> None:
        if "paper" in metafunc.fixturenames:
            names = [f"{theme}-{length}{'-edited' if edited else ''}" for theme, length, edited in self.papers]
            metafunc.parametrize("paper", self.papers, ids=names, indirect=True, scope="module")
