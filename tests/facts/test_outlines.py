"""Headings that name no topic are passed over."""

from __future__ import annotations

import pytest

from briefgen.facts.outlines import topics
from tests.facts import made


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("Argued September 19, 2016 Decided October 19, 2016", False),
        ("A. Ferryman last updated May 26, 2022", False),
        ("Signed 4 May 1920", False),
        ("The crossing of 4 May 1920", True),
        ("IV.", False),
        ("Events of May 1920", True),
    ],
)
def test_a_date_or_a_number_is_no_topic(title, named):
    found = topics(made.source("# Ships of Norland", "Norland sent ships.", f"# {title}", "It sold them all."))
    assert (title in found.titles) is named
