from __future__ import annotations

from dataclasses import replace

import pytest

from briefgen.assembly.workshop import newest
from briefgen.model.fact import Period
from briefgen.model.source import Span
from tests import papers


def facts(*edtf: str, relative: bool = False):
    one = papers.base().facts[0]
    return [replace(one, periods=(Period(Span(0, 1), e, relative),)) for e in edtf]


@pytest.mark.parametrize(
    ("periods", "latest"),
    [
        (("2020", "2019-12-31"), "2020"),
        (("2020-03", "2020-03-09"), "2020-03"),
        (("2021-01/2021-08", "2020"), "2021-08"),
        (("{2019,2022}", "2020"), "2022"),
        (("2005/..", "1999"), "1999"),
        (("2021~", "2020"), "2021"),
    ],
)
def test_the_newest_evidence_is_the_latest_end_of_a_dated_period(periods, latest):
    found = newest(facts(*periods))
    assert found is not None
    assert found[0] == latest


def test_what_is_not_dated_is_not_new():
    assert newest(facts("", "2005/..")) is None
    assert newest(facts("2022", relative=True)) is None


def test_what_a_forecast_looks_to_is_no_evidence():
    (dated,) = facts("2031")
    found = newest([replace(dated, kind="forecast"), *facts("2013")])
    assert found is not None
    assert found[0] == "2013"
    assert newest([replace(dated, kind="forecast")]) is None


def test_what_somebody_says_will_be_by_a_year_is_no_evidence_and_what_was_so_by_then_is():
    (dated,) = facts("../2030")
    assert newest([replace(dated, kind="reported")]) is None
    assert newest([replace(dated, kind="fact")]) is not None
