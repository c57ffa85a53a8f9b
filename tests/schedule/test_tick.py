"""The tick in simulated time: what becomes of slots, of retries, of pauses, of a clock that is set back."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from briefgen.errors import OutputError
from briefgen.project import locked
from briefgen.project.config import Schedule
from briefgen.schedule.ledger import Ledger
from briefgen.schedule.places import Place
from briefgen.schedule.plans import Plan, read_span
from briefgen.schedule.slots import Timing
from briefgen.schedule.tick import Desk, Ending, enter_now, run_due

START = datetime(2025, 11, 3, 5, 55, tzinfo=UTC)


def plan(name="w", cron="0 6 * * *", zone="UTC", skipped=(), **said):
    said = Schedule(cron, zone, themes=("x",), **said)
    spans = [read_span(text, "x") if text else None for text in (said.lead, said.grace)]
    mail = (Place("mail", "reader@example.org"),)
    alarm = (Place("mail", "ops@example.org"),)
    return Plan(
        name, said, Timing(cron, ZoneInfo(zone)), spans[0] or timedelta(), spans[1], frozenset(skipped), mail, (), alarm
    )


class World:
    """A ledger, a clock and work that does as it is told."""

    def __init__(self, folder, *plans):
        self.ledger, self.plans, self.now, self.folder = Ledger(folder / "l.sqlite"), plans, START, folder
        self.outcome = lambda plan, slot: Ending("done", "changed", "f")
        self.worked = []
        self.adopted = None
        self.tick()

    def tick(self, **later):
        self.now += timedelta(**later)

        def work(plan, slot):
            self.worked.append((plan.name, slot.due, self.now))
            return self.outcome(plan, slot)

        desk = Desk(self.ledger, self.plans, lambda: self.now, work, self.folder / "locks", lambda p, s: self.adopted)
        return list(run_due(desk))

    def states(self):
        return [slot.state for slot in self.ledger.slots()]

    def posted(self, what):
        return [d.due[:16] for d in self.ledger.deliveries("what=?", what)]


def fail(plan, slot):
    raise OutputError("out", "cannot be written: no space left", "free the disk")


@pytest.fixture
def world(tmp_path):
    made = []

    def build(*plans):
        made.append(World(tmp_path, *plans))
        return made[-1]

    yield build
    for each in made:
        each.ledger.close()


def test_a_schedule_begins_with_the_first_slot_after_it_was_first_seen(world):
    w = world(plan())
    assert w.states() == []
    w.tick(minutes=4)
    assert w.states() == []
    w.tick(minutes=1)
    assert w.states() == ["done"]
    assert w.posted("report") == ["2025-11-03T06:00"]


def test_run_twice_nothing_happens_twice(world):
    w = world(plan())
    w.tick(minutes=5)
    for _ in range(3):
        assert w.tick() == []
    assert (len(w.worked), w.states(), len(w.posted("report"))) == (1, ["done"], 1)


def test_of_slots_that_passed_unseen_the_newest_is_built_and_the_others_have_a_row(world):
    w = world(plan())
    w.tick(days=3, hours=1)
    assert w.states() == ["skipped", "skipped", "skipped", "done"]
    assert "later slot" in w.ledger.slots()[0].why


def test_all_are_built_where_the_file_says_so(world):
    w = world(plan(catch_up="all"))
    w.tick(days=2, hours=1)
    assert w.states() == ["done"] * 3
    assert [due for _, due, _ in w.worked] == sorted(due for _, due, _ in w.worked)


def test_beyond_its_grace_a_slot_is_missed_and_somebody_is_told(world):
    w = world(plan(grace="2h"))
    w.tick(hours=3)
    (slot,) = w.ledger.slots()
    assert (slot.state, slot.why) == ("missed", "nothing ran until 2 h 55 min after it was due")
    (notice,) = w.ledger.deliveries("what='notice'")
    assert notice.place == "mail:ops@example.org"
    assert "missed" in notice.subject
    assert w.worked == []


def test_a_day_to_skip_has_a_row_and_no_paper(world):
    w = world(plan(skipped={START.date()}, skip_dates="holidays.csv"))
    w.tick(days=1, minutes=5)
    assert [(s.state, s.why) for s in w.ledger.slots()] == [("skipped", "a day of holidays.csv"), ("done", "")]


def test_a_holiday_does_not_overtake_the_slot_before_it(world):
    w = world(plan(skipped={START.date() + timedelta(days=1)}, skip_dates="h.csv"))
    w.outcome = fail
    w.tick(minutes=5)
    w.outcome = lambda plan, slot: Ending("done", "changed", "f")
    w.tick(days=1)
    assert w.states() == ["done", "skipped"]


def test_it_is_built_early_and_delivered_on_the_slot(world):
    w = world(plan(lead="30m", cron="0 7 * * *"))
    w.tick(minutes=34)
    assert w.states() == []
    w.tick(minutes=1)
    assert w.states() == ["done"]
    (report,) = w.ledger.deliveries("what='report'")
    assert report.next_try == datetime(2025, 11, 3, 7, tzinfo=UTC)


def test_a_failure_is_tried_again_after_5_10_and_20_minutes_then_told_once(world):
    w = world(plan())
    w.outcome = fail
    w.tick(minutes=5)
    for _ in range(120):
        w.tick(minutes=1)
    times = [when for _, _, when in w.worked]
    assert [(b - a).seconds // 60 for a, b in pairwise(times)] == [5, 10, 20]
    (slot,) = w.ledger.slots()
    assert (slot.state, slot.tries) == ("failed", 4)
    assert "no space left" in slot.why
    assert len(w.posted("notice")) == 1
    assert w.posted("report") == []


def test_after_five_failures_in_a_row_a_schedule_is_paused_and_that_is_said(world):
    w = world(plan(tries=1))
    w.outcome = fail
    w.tick(minutes=5)
    for _ in range(6):
        w.tick(days=1)
    assert w.states() == ["failed"] * 5 + ["skipped"] * 2
    assert "paused" in w.ledger.slots()[-1].why
    assert "paused until `briefgen schedule resume w`" in w.ledger.deliveries("what='notice'")[-1].text
    assert len(w.worked) == 5


def test_a_success_between_failures_starts_the_count_anew(world):
    w = world(plan(tries=1))
    for n in range(12):
        w.outcome = fail if n % 5 else (lambda plan, slot: Ending("done", "changed", "f"))
        w.tick(**({"minutes": 5} if n == 0 else {"days": 1}))
    assert "skipped" not in w.states()


def test_one_that_fails_every_time_never_stops_the_others(world):
    def outcome(plan, slot):
        if plan.name == "bad":
            raise ZeroDivisionError("a bug")
        return Ending("done", "changed", "f")

    w = world(plan("bad"), plan("good"))
    w.outcome = outcome
    w.tick(minutes=5)
    assert {s.schedule: s.state for s in w.ledger.slots()} == {"bad": "open", "good": "done"}
    assert "a fault of briefgen's own: ZeroDivisionError" in w.ledger.slots("schedule='bad'")[0].why


def test_a_slot_that_was_tried_and_overtaken_has_failed_one_that_was_not_is_skipped(world):
    w = world(plan(cron="*/2 6 * * *"))
    w.outcome = fail
    w.tick(minutes=5)
    w.tick(minutes=2)
    assert w.states() == ["failed", "open"]
    assert len(w.posted("notice")) == 1


def test_a_slot_found_half_built_with_its_lock_free_is_built_again(world):
    w = world(plan())

    def die(plan, slot):
        raise KeyboardInterrupt

    w.outcome = die
    with pytest.raises(KeyboardInterrupt):
        w.tick(minutes=5)
    assert w.states() == ["building"]
    w.outcome = lambda plan, slot: Ending("done", "changed", "f")
    w.tick()
    assert (w.states(), w.ledger.slots()[0].tries) == (["done"], 2)


def test_one_that_kills_its_process_each_time_fails_in_the_end(world):
    w = world(plan())

    def die(plan, slot):
        raise KeyboardInterrupt

    w.outcome = die
    w.now += timedelta(minutes=5)
    for _ in range(4):
        with pytest.raises(KeyboardInterrupt):
            w.tick()
    w.tick()
    assert w.states() == ["failed"]
    assert "died each time" in w.ledger.slots()[0].why


def test_what_a_dead_process_published_is_taken_for_done_however_late(world):
    w = world(plan(grace="1h"))

    def die(plan, slot):
        raise KeyboardInterrupt

    w.outcome = die
    with pytest.raises(KeyboardInterrupt):
        w.tick(minutes=5)
    w.adopted = Ending("done", "changed", "2025-11-03_0600")
    w.tick(hours=9)
    assert w.states() == ["done"]
    assert w.posted("report") == ["2025-11-03T06:00"]
    assert len(w.worked) == 1


def test_a_slot_that_another_process_builds_is_left_to_it(world, tmp_path):
    w = world(plan())
    with locked(tmp_path / "locks", "w"):
        assert w.tick(minutes=5) == []
    assert w.states() == ["open"]


def test_a_clock_set_back_two_hours_repeats_nothing_and_loses_nothing(world):
    w = world(plan(cron="*/30 * * * *"))
    for _ in range(8):
        w.tick(minutes=30)
    before = w.states()
    w.now -= timedelta(hours=2)
    for _ in range(3):
        w.tick(minutes=30)
    assert w.states() == before
    for _ in range(3):
        w.tick(minutes=30)
    assert len(w.ledger.slots()) == len(before) + 2
    assert set(w.states()) == {"done"}


def test_a_clock_that_was_years_ahead_stops_nothing(world):
    w = world(plan(cron="0 6 1 * *"))
    w.tick(days=3650)
    assert "done" in w.states()
    w.now = START
    w.tick()
    w.tick(days=31)
    assert w.ledger.slot("w", datetime(2025, 12, 1, 6, tzinfo=UTC)).state == "done"


def test_a_slot_asked_for_is_built_now_and_only_once_a_second(world):
    w = world(plan())
    for _ in range(2):
        enter_now(w.ledger, w.plans[0], w.now)
    w.tick()
    assert (w.states(), len(w.worked)) == (["done"], 1)


def test_a_schedule_that_is_no_longer_in_the_file_leaves_no_slot_open(world):
    w = world(plan())
    w.outcome = fail
    w.tick(minutes=5)
    w.plans = ()
    w.tick()
    assert w.states() == ["skipped"]


def test_another_appearance_is_no_reason_for_a_mail(world):
    w = world(plan())
    w.outcome = lambda plan, slot: Ending("done", "appearance", "f")
    w.tick(minutes=5)
    assert (w.states(), w.posted("report")) == (["done"], [])
