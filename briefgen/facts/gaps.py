"""Series → the whole years between its first and its last for which the source gives no value."""

from __future__ import annotations

import re
from itertools import pairwise

from briefgen.model.fact import Series

_YEAR = re.compile(r"\d{4}")


def missing_years(series: Series) -> tuple[str, ...]:
    """List the gaps between the whole years of a series as EDTF: "1994/2018", or "2017" for a single year.

    Parts of years and open windows neither make nor fill a gap.
    """
    years = sorted({int(year) for point in series.points for year in _years(point.quantity.period)})
    return tuple(
        f"{before + 1}" if after - before == 2 else f"{before + 1}/{after - 1}"
        for before, after in pairwise(years)
        if after - before > 1
    )


def _years(period: str) -> list[str]:
    members = period.strip("{}").split(",")
    return members if all(_YEAR.fullmatch(member) for member in members) else []
