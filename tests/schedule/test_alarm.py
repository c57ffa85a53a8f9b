"""A project file that cannot be read at all: whoever its last readable form named is told, once."""

import pytest

from briefgen.errors import UsageError
from briefgen.schedule.alarm import open_watched
from tests.schedule.conftest import WEEKLY
from tests.schedule.delivery.conftest import certificate, postman
from tests.schedule.test_dispatch import with_mail

__all__ = ["certificate", "postman"]


@pytest.fixture
def alarmed(shop, postman):
    there = postman()
    shop.say(with_mail(there.server, 'on_failure = ["mail:ops@example.org"]'))
    open_watched(str(shop.root))
    return there


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (WEEKLY, "is no valid TOML: cannot declare ('schedule', 'weekly') twice"),
        ("[mial]\n", "unknown key “mial”"),
        ("x = \n", "is no valid TOML"),
    ],
)
def test_it_is_told_once_and_again_when_it_is_something_else(shop, alarmed, harm, words):
    good = shop.said
    for _ in range(3):
        shop.say(good + harm)
        with pytest.raises(UsageError) as caught:
            open_watched(str(shop.root))
        assert words in str(caught.value)
    (letter,) = alarmed.letters
    assert letter["Subject"] == "weekly: cannot run"
    assert words in letter.get_content()
    assert "no schedule runs until then" in letter.get_content()
    shop.say(good + "[paper]\nmarkng = 1\n")
    with pytest.raises(UsageError):
        open_watched(str(shop.root))
    assert len(alarmed.letters) == 2


def test_what_was_due_meanwhile_gets_its_row_when_the_file_is_mended(shop, alarmed):
    good = shop.said
    shop.say(good + "x = \n")
    with pytest.raises(UsageError):
        open_watched(str(shop.root))
    shop.say(good)
    open_watched(str(shop.root))
    shop.at("2025-11-03T09:00")
    assert [slot.state for slot in shop.slots] == ["done"]
    assert {d.state for d in shop.deliveries} == {"sent"}


def test_nothing_else_goes_out_while_the_file_cannot_be_read(shop, alarmed):
    shop.say(shop.said + 'deliver = ["mail:reader@example.org"]\n')
    open_watched(str(shop.root))
    alarmed.rcpt = "450 not now"
    shop.at("2025-11-03T06:00")
    alarmed.rcpt = "250 OK"
    shop.say(shop.said + "x = \n")
    with pytest.raises(UsageError):
        open_watched(str(shop.root))
    assert [letter["To"] for letter in alarmed.letters] == ["ops@example.org"]


def test_the_copy_is_as_private_as_the_file(shop):
    (shop.root / "briefgen.toml").chmod(0o600)
    shop.say(shop.said + "keep = 3\n")
    open_watched(str(shop.root))
    assert (shop.root / ".briefgen" / "last-readable.toml").stat().st_mode & 0o777 == 0o600


def test_a_project_that_never_could_be_read_is_one_line_and_leaves_nothing(tmp_path, run):
    (tmp_path / "briefgen.toml").write_text("format = \n", encoding="utf-8")
    ran = run("--project", str(tmp_path), "schedule", "run")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert [path.name for path in tmp_path.iterdir()] == ["briefgen.toml"]
    assert run("--project", str(tmp_path / "nowhere"), "schedule", "run").code == 2


def test_a_schedule_said_wrongly_tells_its_own_people(shop, postman):
    there = postman()
    good = with_mail(there.server, 'on_failure = ["mail:ops@example.org"]')
    shop.say(good + "lead = 30\n")
    project = open_watched(str(shop.root))
    assert [table.name for table in project.spoilt] == ["weekly"]
    from briefgen.schedule.office import make_round, open_office

    for _ in range(2):
        with open_office(project) as office:
            done = make_round(office, None, lambda: shop.now)
        assert "“schedule.weekly.lead” is the number 30, not text in quotes" in str(done.faults[0])
    (letter,) = there.letters
    assert letter["Subject"] == "weekly: cannot run"
