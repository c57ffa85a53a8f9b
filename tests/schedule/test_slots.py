from datetime import UTC, datetime, timedelta
from itertools import islice

import pytest

from briefgen.errors import UsageError
from briefgen.schedule.slots import read_timing, turns

NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)


def local(timing, start, count):
    return [timing.local(due).isoformat() for due in islice(timing.after(start), count)]


def test_a_slot_in_the_missing_hour_is_due_once_right_after_the_gap():
    timing = read_timing("30 2 * * *", "Europe/Berlin", "x")
    assert local(timing, datetime(2026, 3, 28, tzinfo=UTC), 3) == [
        "2026-03-28T02:30:00+01:00", "2026-03-29T03:00:00+02:00", "2026-03-30T02:30:00+02:00",
    ]  # fmt: skip


def test_a_slot_in_the_repeated_hour_is_due_once():
    timing = read_timing("30 2 * * *", "Europe/Berlin", "x")
    assert local(timing, datetime(2026, 10, 24, 12, tzinfo=UTC), 2) == [
        "2026-10-25T02:30:00+02:00", "2026-10-26T02:30:00+01:00",
    ]  # fmt: skip
    between = datetime(2026, 10, 25, 0, 45, tzinfo=UTC)
    assert local(timing, between, 1) == ["2026-10-26T02:30:00+01:00"]


def test_hourly_slots_of_a_repeated_hour_have_names_of_their_own_that_sort_in_time():
    timing = read_timing("0 * * * *", "Europe/Berlin", "x")
    names = [timing.name(due) for due in islice(timing.after(datetime(2026, 10, 24, 22, 30, tzinfo=UTC)), 4)]
    assert names == ["2026-10-25_0100", "2026-10-25_0200", "2026-10-25_0200-2", "2026-10-25_0300"]
    assert sorted(names) == names


def test_a_slot_asked_for_bears_its_second():
    timing = read_timing("0 6 * * *", "Asia/Kathmandu", "x")
    assert timing.name(datetime(2026, 1, 1, 0, 15, 7, tzinfo=UTC)) == "2026-01-01_060007"


def test_between_leaves_the_start_out_and_takes_the_end_in():
    timing = read_timing("0 6 * * *", "UTC", "x")
    six = datetime(2026, 1, 1, 6, tzinfo=UTC)
    assert list(timing.between(six, six + timedelta(days=1))) == [six + timedelta(days=1)]


@pytest.mark.parametrize(
    ("cron", "zone", "words"),
    [
        ("0 0 30 2 *", "UTC", "never fires"),
        ("0 0 31 4 *", "UTC", "never fires"),
        ("0 0 31 2,4,6 *", "UTC", "never fires"),
        ("0 0 32 1 *", "UTC", "no cron line: bad day-of-month"),
        ("0 25 30 2 *", "UTC", "no cron line: bad hour"),
        ("0 25 * * *", "UTC", "no cron line"),
        ("0 6 * * funday", "UTC", "no cron line"),
        ("0 6 * *", "UTC", "five fields"),
        ("* * * * * *", "UTC", "five fields"),
        ("0 6 * * mon", "Europe/Belrin", "no time zone “Europe/Belrin”; did you mean “Europe/Berlin”?"),
        ("0 6 * * mon", "head office", "name one as Europe/Berlin"),
        ("0 6 * * mon", "", "no time zone"),
        ("0 6 * * mon", "../../etc/passwd", "no time zone"),
        ("0 6 * * mon", "Europe", "no time zone"),
    ],
)
def test_what_never_comes_is_said(cron, zone, words):
    with pytest.raises(UsageError) as caught:
        read_timing(cron, zone, "briefgen.toml [schedule.x]")
    assert words in str(caught.value)


def test_days_on_which_the_clocks_are_set_are_named():
    found = turns(read_timing("30 2 * * *", "Europe/Berlin", "x"), NEW_YEAR)
    assert [(turn.day.isoformat(), turn.missing) for turn in found] == [("2026-03-29", True), ("2026-10-25", False)]
    assert found[0].what == "02:30 does not exist on 29 March 2026 in Europe/Berlin"
    assert turns(read_timing("0 6 * * *", "Europe/Berlin", "x"), NEW_YEAR) == ()
    assert turns(read_timing("30 2 * * mon-fri", "Europe/Berlin", "x"), NEW_YEAR) == ()
    assert [turn.missing for turn in turns(read_timing("*/20 2-3 * * *", "Europe/Berlin", "x"), NEW_YEAR)] == [
        False
    ] * 3
    assert turns(read_timing("30 */2 * * *", "Europe/Berlin", "x"), NEW_YEAR)[0].missing is False
    often = turns(read_timing("0,20,40 2 * * *", "Europe/Berlin", "x"), NEW_YEAR)
    assert [turn.what[:5] for turn in often if turn.missing] == ["02:00"], "they all run as one, and one line says so"
    half = turns(read_timing("15 2 * * *", "Australia/Lord_Howe", "x"), NEW_YEAR)
    assert [turn.missing for turn in half] == [True]


def oddities(cron, zone, start, count=3):
    timing = read_timing(cron, zone, "x")
    return [timing.oddity(due).partition(" in ")[0] for due in islice(timing.after(start), count)]


def test_what_the_clocks_did_to_a_slot_is_said_of_that_slot_only():
    spring, autumn = datetime(2026, 3, 28, 12, tzinfo=UTC), datetime(2026, 10, 24, 22, tzinfo=UTC)
    gone = "02:30 does not exist on 29 March 2026"
    assert oddities("30 2 * * *", "Europe/Berlin", spring) == [gone, "", ""]
    assert oddities("30 2,3 * * *", "Europe/Berlin", spring) == [gone, "", ""]
    assert oddities("0 3 * * *", "Europe/Berlin", spring) == ["", "", ""], "three o'clock is there by itself"
    assert oddities("*/20 * * * *", "Europe/Berlin", spring + timedelta(hours=12, minutes=50), 2) == ["", ""]
    twice = "02:30 comes twice on 25 October 2026"
    assert oddities("30 * * * *", "Europe/Berlin", autumn, 5) == ["", "", twice, twice, ""]
    lord_howe = oddities("15 2 * * *", "Australia/Lord_Howe", datetime(2026, 10, 3, tzinfo=UTC), 1)
    assert lord_howe == ["02:15 does not exist on 4 October 2026"]
    timing = read_timing("30 * * * *", "Europe/Berlin", "x")
    doubles = [timing.oddity(due).rpartition(" ")[2] for due in islice(timing.after(autumn), 4)]
    assert doubles[2:] == ["first", "second"]


def test_a_cron_line_is_told_in_words():
    assert read_timing("0  6 * *  mon", "UTC", "x").words == "At 06:00 on Monday"
