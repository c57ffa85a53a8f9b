"""Periods of a series → the window they span and the years in it that none of them touches. Nothing is filled in."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from briefgen.facts import edtf


def window(periods: Iterable[str]) -> str:
    """Give the years from the first to the last as EDTF, open where a period is; empty where none names a year."""
    given = list(periods)
    years = _years(given)
    if not years:
        return ""
    is_open = any(edtf.end(period) == ".." for period in given if period)
    first, last = edtf.moment(min(years)), ".." if is_open else edtf.moment(max(years))
    return first if first == last else f"{first}/{last}"


def gaps(periods: Iterable[str]) -> tuple[str, ...]:
    """List the runs of years within the window that no period touches, as EDTF."""
    years = _years(periods)
    lacking = [year for year in range(min(years, default=0), max(years, default=0)) if year not in years]
    runs = (list(run) for _, run in groupby(enumerate(lacking), key=lambda pair: pair[1] - pair[0]))
    return tuple(window(edtf.moment(year) for _, year in run) for run in runs)


def _years(periods: Iterable[str]) -> set[int]:
    """List the years that periods touch; of an open one only the end that it names."""
    touched: set[int] = set()
    for period in periods:
        for part in period.strip("{}").split(","):
            first, last = edtf.first_year(part), edtf.last_year(part)
            touched.update(range(first, last + 1) if first else ())
    return touched
