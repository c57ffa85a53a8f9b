"""EDTF → windows of time, to be compared, placed on a scale and said. What cannot be read is no window."""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from dataclasses import dataclass

from briefgen.editorial.phrases import Wording, phrase

_MOMENT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_OPEN = ("..", "")


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A year, a month of it or a day; what is not given is 0."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def opening(self) -> float:
        """Where it begins on a scale of years."""
        month = max(self.month, 1)
        days = sum(monthrange(self.year, m)[1] for m in range(1, month)) + max(self.day, 1) - 1
        return self.year + days / (366 if isleap(self.year) else 365)

    @property
    def closing(self) -> float:
        """Where it ends on a scale of years."""
        if not self.month:
            return self.year + 1.0
        length = 1 if self.day else monthrange(self.year, self.month)[1]
        return self.opening + length / (366 if isleap(self.year) else 365)

    @property
    def edtf(self) -> str:
        """Write it as EDTF again."""
        return "-".join([f"{self.year:04}", *(f"{n:02}" for n in (self.month, self.day) if n)])


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of time; None at an end that is open."""

    first: Moment | None
    last: Moment | None

    @property
    def whole_year(self) -> int:
        """The year it covers from end to end; 0 where it is no such year."""
        if self.first is None or self.last is None or self.first.year != self.last.year:
            return 0
        whole = (self.first.month, self.last.month) in ((0, 0), (1, 12)) and not (self.first.day or self.last.day)
        return self.first.year if whole else 0

    @property
    def months(self) -> tuple[int, int] | None:
        """First and last month of a part of one year; None for everything else."""
        first, last = self.first, self.last
        if first is None or last is None or first.year != last.year or self.whole_year:
            return None
        return (first.month, last.month) if first.month and last.month and not (first.day or last.day) else None


def parse(edtf: str) -> tuple[Window, ...]:
    """Read an EDTF string; a set gives several windows, what is doubtful or vague (a decade) gives none."""
    members = edtf[1:-1].split(",") if edtf.startswith("{") and edtf.endswith("}") else [edtf]
    windows = [_window(member.strip()) for member in members]
    return tuple(w for w in windows if w is not None) if all(windows) else ()


def _window(edtf: str) -> Window | None:
    start, slash, end = edtf.partition("/")
    first = _moment(start)
    last = _moment(end) if slash else first
    unread = (first is None and start not in _OPEN) or (last is None and end not in _OPEN)
    if unread or (first is None and last is None):
        return None
    return None if first and last and last.closing <= first.opening else Window(first, last)


def _moment(text: str) -> Moment | None:
    match = _MOMENT.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part or 0) for part in match.groups())
    known = year > 0 and month <= 12 and (not day or 1 <= day <= monthrange(year, month)[1])
    return Moment(year, month, day) if known else None


def follows(before: Window, after: Window) -> bool:
    """Tell whether nothing comparable lies between: the next year, the next month, the same part a year on."""
    if before.first is None or before.last is None or after.first is None or after.last is None:
        return False
    if before.whole_year or before.months == after.months:
        return after.first.year <= before.first.year + 1
    return after.first.year * 12 + after.first.month == before.last.year * 12 + before.last.month + 1


def say(window: Window, words: Wording) -> str:
    """Say a window in words: "May–July 1887", "3 May 1887", "since 1885"."""
    first, last = window.first, window.last
    # Some languages say another word before a day than before a month or a year.
    days = {"from_day": bool(first and first.day), "to_day": bool(last and last.day)}
    if last is None:
        return phrase(words, "since", start=_say_moment(first, words), **days)
    if first is None:
        return phrase(words, "until", end=_say_moment(last, words), **days)
    if window.whole_year or first == last:
        return _say_moment(Moment(first.year) if window.whole_year else first, words)
    if months := window.months:
        start, end = (phrase(words, f"month-{month}") for month in months)
        return phrase(words, "months", start=start, end=end, year=first.year)
    name = "range" if first.month or last.month else "years"
    return phrase(words, name, start=_say_moment(first, words), end=_say_moment(last, words), **days)


def say_months(months: tuple[int, int], words: Wording) -> str:
    """Say a run of months without their year."""
    first, last = (phrase(words, f"month-{month}") for month in months)
    return first if first == last else f"{first}–{last}"


def _say_moment(moment: Moment | None, words: Wording) -> str:
    if moment is None or not moment.month:
        return f"{moment.year}" if moment else ""
    month = phrase(words, f"month-{moment.month}")
    if not moment.day:
        return phrase(words, "month", month=month, year=moment.year)
    return phrase(words, "day", day=moment.day, month=month, year=moment.year)
