from datetime import UTC, datetime, timedelta

import pytest

from briefgen.errors import UnknownName
from briefgen.schedule.upkeep import foresee, resume, retry, stand
from tests.schedule.conftest import WEEKLY


def test_the_next_five_are_given_with_what_the_clocks_do(shop):
    shop.say(WEEKLY.replace("0 6 * * mon", "30 1 * * *"))
    (plan,) = shop.look(lambda office: office.plans)
    rows = foresee(plan, datetime(2026, 3, 27, 12, tzinfo=UTC))
    assert [f"{row.local:%d %H:%M %Z}" for row in rows] == [
        "28 01:30 GMT", "29 02:00 BST", "30 01:30 BST", "31 01:30 BST", "01 01:30 BST",
    ]  # fmt: skip
    assert "01:30 does not exist" in rows[1].remark
    assert [bool(row.remark) for row in rows] == [False, True, False, False, False]


def test_a_slot_after_the_clocks_were_set_says_so(shop):
    shop.say(WEEKLY.replace("0 6 * * mon", "0 6 * * *"))
    (plan,) = shop.look(lambda office: office.plans)
    rows = foresee(plan, datetime(2026, 3, 27, 12, tzinfo=UTC))
    assert [row.remark for row in rows][:2] == ["", "the clocks have been set"]
    assert [f"{row.due:%H:%M}" for row in rows][:2] == ["06:00", "05:00"]


def test_a_slot_nobody_entered_is_overdue_after_a_quarter_of_an_hour(shop):
    def overdue(minutes):
        (row,) = shop.look(
            lambda office: stand(office, datetime(2025, 11, 3, 6, tzinfo=UTC) + timedelta(minutes=minutes))
        )
        return row

    assert overdue(14).in_order
    late = overdue(16)
    assert not late.in_order
    assert late.overdue == (datetime(2025, 11, 3, 6, tzinfo=UTC),)
    shop.at("2025-11-03T06:20")
    assert overdue(21).in_order


def test_a_failed_slot_is_out_of_order_until_it_is_tried_again(shop):
    good = shop.said
    shop.say(good.replace('"military"', '"milittary"') + "tries = 1\n")
    shop.at("2025-11-03T06:00")
    assert not shop.look(lambda office: stand(office, shop.now))[0].in_order
    shop.say(good + 'grace = "1h"\n')
    shop.now += timedelta(hours=30)
    slots, _ = shop.look(lambda office: retry(office, None, shop.now))
    assert [slot.state for slot in slots] == ["failed"]
    assert shop.round().slots[0].state == "done"
    assert shop.look(lambda office: stand(office, shop.now))[0].in_order


def test_a_paused_schedule_goes_on_when_told_to(shop):
    good = shop.said.replace("0 6 * * mon", "0 6 * * *")
    shop.say(good.replace('"military"', '"milittary"') + "tries = 1\n")
    for day in range(3, 9):
        shop.at(f"2025-11-{day:02}T06:00")
    assert [slot.state for slot in shop.slots] == ["failed"] * 5 + ["skipped"]
    assert shop.look(lambda office: stand(office, shop.now))[0].paused
    shop.say(good)
    assert shop.look(lambda office: resume(office, "weekly"))
    assert not shop.look(lambda office: resume(office, "weekly"))
    assert shop.at("2025-11-09T06:00").slots[0].state == "done"


def test_an_unknown_schedule_is_named_with_the_nearest(shop):
    with pytest.raises(UnknownName, match="did you mean “weekly”"):
        shop.look(lambda office: retry(office, "weakly", shop.now))
