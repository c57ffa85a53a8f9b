"""EDTF (ISO 8601-2) strings: built, moved by years, asked for their ends. A time is text here, never a date object."""

from __future__ import annotations

import re
from datetime import date, timedelta

_YEAR = re.compile(r"(?<![\d-])\d{4}(?!\d)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def moment(year: int, month: int = 0, day: int = 0) -> str:
    """Write a year, a month or a day; what is 0 is left out."""
    return "-".join([f"{year:04d}", *(f"{n:02d}" for n in (month, day) if n)])


def months(year: int, first: int, last: int) -> str:
    """Write a run of months of one year: "2021-01/2021-08"."""
    return f"{moment(year, first)}/{moment(year, last)}"


def shifted(edtf: str, years: int) -> str:
    """Move every year of a string."""
    return _YEAR.sub(lambda m: f"{int(m.group()) + years:04d}", edtf)


def transferred(edtf: str, year: int) -> str:
    """Move a string so that its first year is the given one: the same months of another year."""
    first = first_year(edtf)
    return shifted(edtf, year - first) if first else moment(year)


def first_year(edtf: str) -> int:
    """Give the first year a string names; 0 where it names none."""
    match = _YEAR.search(edtf)
    return int(match.group()) if match else 0


def last_year(edtf: str) -> int:
    """Give the last year a string names; 0 where it names none."""
    found = _YEAR.findall(edtf)
    return int(found[-1]) if found else 0


def next_day(edtf: str, days: int = 1) -> str:
    """Give the day some days after one; empty where the string is no single day."""
    if not is_day(edtf):
        return ""
    return (date.fromisoformat(edtf) + timedelta(days=days)).isoformat()


def is_day(edtf: str) -> bool:
    """Tell whether a string is one day of the calendar."""
    try:
        return _DAY.fullmatch(edtf) is not None and date.fromisoformat(edtf) is not None
    except ValueError:
        return False


def is_moment(edtf: str) -> bool:
    """Tell whether a string is one year, month or day."""
    return re.fullmatch(r"\d{4}(?:-\d\d){0,2}", edtf) is not None


def start(edtf: str) -> str:
    """Give where a string starts."""
    return edtf.strip("{}").split(",")[0].partition("/")[0].rstrip("~?")


def end(edtf: str) -> str:
    """Give where a string ends; ".." where it is open."""
    return edtf.strip("{}").split(",")[-1].rpartition("/")[2].rstrip("~?")
