"""The ledger lost, broken or on a full disk: made again from what was published."""

import pytest

from briefgen.errors import OutputError
from tests.schedule.conftest import WEEKLY


def ledger(shop):
    return shop.root / ".briefgen" / "ledger.sqlite"


@pytest.fixture
def delivered(shop, hook):
    shop.say(WEEKLY + f'deliver = ["folder:papers", "webhook:{hook.url}"]\n')
    shop.at("2025-11-03T06:00")
    shop.source("US$4 billion", "US$6 billion")
    shop.at("2025-11-10T06:00")
    assert len(hook.bodies) == 2
    return hook


@pytest.mark.parametrize("harm", ["lost", "garbage", "cut"])
def test_a_ledger_that_is_lost_or_broken_is_made_again_and_nothing_is_sent_twice(shop, delivered, harm):
    if harm == "lost":
        ledger(shop).unlink()
    elif harm == "garbage":
        ledger(shop).write_bytes(b"not a database at all" * 300)
    else:
        ledger(shop).write_bytes(ledger(shop).read_bytes()[:9000])
    shop.at("2025-11-10T06:05")
    assert [(s.state, s.folder) for s in shop.slots] == [("done", "2025-11-03_0600"), ("done", "2025-11-10_0600")]
    assert {d.state for d in shop.deliveries} == {"unknown"}
    assert len(delivered.bodies) == 2
    assert (harm != "lost") == bool(list(ledger(shop).parent.glob("*.broken-*")))


def test_slots_since_the_newest_run_enter_anew_and_what_changed_meanwhile_is_delivered(shop, delivered):
    shop.at("2025-11-17T06:00")
    ledger(shop).unlink()
    shop.at("2025-11-17T06:05")
    assert [s.state for s in shop.slots] == ["done", "done", "unchanged"]
    shop.source("US$6 billion", "US$8 billion")
    shop.at("2025-11-24T06:00")
    assert len(delivered.bodies) == 3


def test_what_is_unknown_is_sent_again_only_when_somebody_asks(shop, delivered):
    from briefgen.schedule.upkeep import retry

    ledger(shop).unlink()
    shop.at("2025-11-10T06:05")
    shop.look(lambda office: retry(office, "weekly", shop.now))
    shop.round()
    assert len(delivered.bodies) == 4
    assert delivered.keys[2:] == delivered.keys[:2]


def test_a_state_folder_that_cannot_be_made_is_one_line(shop):
    import shutil

    shutil.rmtree(shop.root / ".briefgen")
    (shop.root / ".briefgen").write_text("in the way")
    with pytest.raises(OutputError, match=r"\.briefgen"):
        shop.round()


def test_looking_makes_nothing(folder):
    from datetime import UTC, datetime

    from briefgen.project import open_project
    from briefgen.schedule.inspection import inspect_schedules

    (folder / "briefgen.toml").write_text("format = 1\n" + WEEKLY, encoding="utf-8")
    inspect_schedules(open_project(folder), datetime.now(UTC))
    assert not (folder / ".briefgen").exists()
