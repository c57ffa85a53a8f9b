"""A cron line in a zone → the moments it is due. Debian cron's rules for missing and repeated hours, by cronsim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from difflib import get_close_matches
from itertools import islice
from zoneinfo import ZoneInfo, available_timezones

from cronsim import CronSim, CronSimError

from briefgen.errors import UsageError

_OVERLAP = timedelta(hours=3)
"""More than any zone sets its clocks back: the search begins that much earlier, and drops what is before."""


@dataclass(frozen=True, slots=True)
class Timing:
    """When slots are due."""

    cron: str
    zone: ZoneInfo

    @property
    def words(self) -> str:
        """The cron line in words."""
        return CronSim(self.cron, datetime(2000, 1, 1, tzinfo=UTC)).explain()

    @property
    def fixed(self) -> bool:
        """Whether it names hours; "every so many" have nothing to make up for when an hour is missing, as in cron."""
        return not any(field.startswith("*") for field in self.cron.split()[:2])

    def local(self, moment: datetime) -> datetime:
        """Give a moment in the zone's own time."""
        return moment.astimezone(self.zone)

    def after(self, moment: datetime) -> Iterator[datetime]:
        """Give the moments due after another, as UTC, without end."""
        for due in CronSim(self.cron, self.local(moment - _OVERLAP)):
            found = due.astimezone(UTC)
            if found > moment:
                yield found

    def between(self, start: datetime, end: datetime) -> Iterator[datetime]:
        """Give the moments due after one moment and up to another, that included."""
        for due in self.after(start):
            if due > end:
                return
            yield due

    def oddity(self, due: datetime) -> str:
        """Say what the clocks did to a slot: its hour is missing that day, or comes twice; empty as a rule."""
        local = self.local(due)
        shifted = self.local(due - timedelta(seconds=1)).utcoffset() != local.utcoffset()
        for turn in _met(self, local.date()) if shifted or _is_double(local) else ():
            if turn.missing and shifted and not self._fires(local):
                return f"{turn.what}: it is due right after the gap"
            if not turn.missing and turn.wall == local.replace(tzinfo=None, fold=0):
                return f"{turn.what}: this is the {'second' if local.fold else 'first'}"
        return ""

    def _fires(self, local: datetime) -> bool:
        """Tell whether the cron line itself names a wall time."""
        wall = local.replace(tzinfo=None, fold=0)
        return next(CronSim(self.cron, wall - timedelta(seconds=1))) == wall

    def name(self, due: datetime) -> str:
        """Name a slot as its run folder: local date and time; the second of two equal ones says so."""
        local = self.local(due)
        second = f"{local.second:02}" if local.second else ""
        return f"{local:%Y-%m-%d_%H%M}{second}" + ("-2" if _is_second(local) else "")


def read_timing(cron: str, zone: str, where: str) -> Timing:
    """Read a cron line and a zone.

    Raises:
        UsageError: the zone is unknown, the line is none, or it never fires.
    """
    line = " ".join(cron.split())
    try:
        found = ZoneInfo(zone)
    except (ValueError, OSError, LookupError) as fault:
        near = get_close_matches(zone, available_timezones(), n=1)
        mend = f"did you mean “{near[0]}”?" if near else "name one as Europe/Berlin"
        raise UsageError(where, f"no time zone “{zone}”", mend) from fault
    if len(line.split()) != 5:
        mend = "write minute, hour, day, month, day of the week: 0 6 * * mon"
        raise UsageError(where, f"“{cron}” has not the five fields of a cron line", mend)
    try:
        timing = Timing(line, found)
        # cronsim gives up 50 years on.
        if next(timing.after(datetime(2000, 1, 1, tzinfo=UTC)), None) is None:
            raise _never(cron, where)
    except CronSimError as fault:
        if _fits_some_month(line):
            raise _never(cron, where) from fault
        what = f"“{cron}” is no cron line: {str(fault).lower()}"
        raise UsageError(where, what, "write it as 0 6 * * mon-fri") from fault
    return timing


def _never(cron: str, where: str) -> UsageError:
    return UsageError(where, f"“{cron}” never fires", "name a day that the month has: 0 6 1 * *")


def _fits_some_month(line: str) -> bool:
    """Tell whether a refused line would be one in another month: cronsim calls the 30th of February no cron line."""
    minute, hour, day, month, weekday = line.split()
    try:
        for fields in (f"{minute} {hour} {day} * {weekday}", f"{minute} {hour} * {month} {weekday}"):
            CronSim(fields, datetime(2000, 1, 1, tzinfo=UTC))
    except CronSimError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Turn:
    """A day on which the clocks of a zone are set, and what that does to a schedule."""

    day: date
    wall: datetime
    """Naive."""
    what: str
    missing: bool
    """Whether the wall time does not exist; else it comes twice."""


def turns(timing: Timing, start: datetime, days: int = 400) -> tuple[Turn, ...]:
    """Find the slots that fall into a missing or a repeated hour."""
    return tuple(turn for day in _turning_days(timing, start, days) for turn in _met(timing, day))


def _turning_days(timing: Timing, start: datetime, days: int) -> Iterator[date]:
    first = timing.local(start).date()
    for n in range(days):
        day = first + timedelta(days=n)
        ends = [datetime(d.year, d.month, d.day, tzinfo=timing.zone) for d in (day, day + timedelta(days=1))]
        if ends[0].utcoffset() != ends[1].utcoffset():
            yield day


def _met(timing: Timing, day: date) -> Iterator[Turn]:
    """Compare the day as the cron line sees it with the day as the zone has it; of a gap the first slot is named."""
    midnight, gap = datetime(day.year, day.month, day.day), not timing.fixed
    for wall in islice(CronSim(timing.cron, midnight - timedelta(seconds=1)), 24 * 60):
        if wall.date() != day:
            return
        real = wall.replace(tzinfo=timing.zone)
        back = real.astimezone(UTC).astimezone(timing.zone)
        if back.replace(tzinfo=None) != wall:
            if gap:
                continue
            gap = True
            yield Turn(day, wall, f"{wall:%H:%M} does not exist on {day.day} {day:%B %Y} in {timing.zone.key}", True)
        elif real.utcoffset() != wall.replace(tzinfo=timing.zone, fold=1).utcoffset():
            yield Turn(day, wall, f"{wall:%H:%M} comes twice on {day.day} {day:%B %Y} in {timing.zone.key}", False)


def _is_second(local: datetime) -> bool:
    return bool(local.fold) and _is_double(local)


def _is_double(local: datetime) -> bool:
    return local.replace(fold=1).utcoffset() != local.replace(fold=0).utcoffset()
