"""The outbox: sent once, tried again with patience, unknown after a crash, and never in a paper's way."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefgen.schedule import dispatch as module
from briefgen.schedule.ledger import Ledger
from tests.schedule.conftest import WEEKLY
from tests.schedule.delivery.conftest import certificate, postman

__all__ = ["certificate", "postman"]


def with_mail(server, *lines):
    table = f'[mail]\nhost = "{server.host}"\nfrom = "{server.from_}"\nport = {server.port}\nsecurity = "none"\n'
    return table + "timeout = 30\n" + WEEKLY + "".join(f"{line}\n" for line in lines)


@pytest.fixture
def mailed(shop, postman):
    there = postman()
    shop.say(with_mail(there.server, 'deliver = ["mail:reader@example.org"]', 'on_failure = ["mail:ops@example.org"]'))
    return there


def test_a_slot_is_one_mail_with_its_papers_and_what_changed(shop, mailed):
    shop.at("2025-11-03T06:00")
    shop.source("US$4 billion", "US$6 billion")
    shop.at("2025-11-10T06:00")
    first, second = mailed.letters
    assert first["Subject"] == "weekly, 3 November 2025: first issue"
    assert {part.get_filename() for part in first.iter_attachments()} == {"economic.docx", "military.docx"}
    subject = "weekly, 10 November 2025: changed: economic; no passage changed but a file behind: military"
    assert second["Subject"] == subject
    text = second.get_body().get_content()
    assert "no passage, figure or note mark, but behind it: source" in text
    assert "US$4 billion is now US$6 billion (para. 1, note 1)" in text
    assert "changed since 3 November 2025" in text
    assert first["Message-ID"] != second["Message-ID"]


def test_nothing_changed_no_mail_but_to_those_who_want_to_know(shop, mailed):
    shop.say(shop.said + 'on_unchanged = ["mail:keeper@example.org"]\n')
    shop.at("2025-11-03T06:00")
    shop.at("2025-11-10T06:00")
    assert [letter["To"] for letter in mailed.letters] == ["reader@example.org", "keeper@example.org"]
    assert "no change since 3 November; next 17 November" in mailed.letters[1].get_content()


def test_a_file_behind_the_papers_that_changes_no_passage_is_named_in_the_mail(shop, mailed):
    shop.at("2025-11-03T06:00")
    card = shop.root / "data" / "harbour" / "source.toml"
    card.write_text(card.read_text("utf-8") + "# looked through\n", encoding="utf-8")
    shop.at("2025-11-10T06:00")
    letter = mailed.letters[-1]
    assert letter["Subject"] == "weekly, 10 November 2025: no passage changed but a file behind: economic, military"
    assert letter.get_body().get_content().count("but behind it: card") == 2


def test_another_appearance_is_no_mail(shop, mailed):
    shop.at("2025-11-03T06:00")
    shop.say('[paper]\nmarking = "OFFICIAL"\n' + shop.said)
    assert shop.at("2025-11-10T06:00").slots[0].kind == "appearance"
    assert len(mailed.letters) == 1


def test_a_dead_server_blocks_no_paper_and_gets_its_mail_later_under_the_same_name(shop, mailed):
    mailed.rcpt = "450 not now"
    done = shop.at("2025-11-03T06:00")
    assert [s.state for s in done.slots] == ["done"]
    assert [(d.state, d.tries) for d in done.deliveries] == [("waiting", 1)]
    assert shop.round(minutes=4).deliveries == ()
    waits = []
    for _ in range(5):
        delivery = shop.deliveries[0]
        waits.append(int((delivery.next_try - shop.now).total_seconds() // 60))
        shop.now = delivery.next_try
        shop.round()
    assert waits[1:] == [10, 20, 40, 60]
    mailed.rcpt = "250 OK"
    shop.now = shop.deliveries[0].next_try
    shop.round()
    (delivery,) = shop.deliveries
    assert delivery.state == "sent"
    assert [letter["Message-ID"] for letter in mailed.letters] == [delivery.message_id]


def test_what_waits_for_another_try_is_sent_at_once_when_somebody_asks(shop, mailed):
    mailed.rcpt = "450 not now"
    shop.at("2025-11-03T06:00")
    mailed.rcpt = "250 OK"
    assert shop.round(minutes=1).deliveries == ()
    shop.look(lambda office: module_retry(office, shop))
    assert [d.state for d in shop.round().deliveries] == ["sent"]


def test_one_that_is_refused_for_good_is_told_to_others_and_not_tried_again(shop, mailed):
    mailed.rcpt = "550 no such user"
    shop.at("2025-11-03T06:00")
    report, notice = shop.deliveries
    assert (report.state, notice.what, notice.place) == ("failed", "notice", "mail:ops@example.org")
    assert "550" in notice.text
    mailed.rcpt = "250 OK"
    shop.round(minutes=90)
    assert [letter["To"] for letter in mailed.letters] == ["ops@example.org"]
    shop.look(lambda office: module_retry(office, shop))
    shop.round()
    assert [letter["To"] for letter in mailed.letters] == ["ops@example.org", "reader@example.org"]


def module_retry(office, shop):
    from briefgen.schedule.upkeep import retry

    return retry(office, "weekly", shop.now)


def test_after_twelve_tries_it_has_failed(shop, mailed, monkeypatch):
    mailed.rcpt = "450 not now"
    shop.at("2025-11-03T06:00")
    for _ in range(14):
        shop.round(minutes=61)
    assert (shop.deliveries[0].state, shop.deliveries[0].tries) == ("failed", module.TRIES)


def test_a_server_that_falls_silent_leaves_it_unknown_until_somebody_asks_again(shop, mailed):
    patient = shop.said
    shop.say(patient.replace("timeout = 30\n", "timeout = 1\n"))
    mailed.wait = 1.4
    shop.at("2025-11-03T06:00")
    assert shop.deliveries[0].state == "unknown"
    mailed.wait = 0.0
    shop.say(patient)
    shop.round(minutes=90)
    assert [letter["To"] for letter in mailed.letters] == ["reader@example.org", "ops@example.org"]
    shop.look(lambda office: module_retry(office, shop))
    shop.round()
    assert [letter["To"] for letter in mailed.letters][2:] == ["reader@example.org"]
    assert mailed.letters[0]["Message-ID"] == mailed.letters[2]["Message-ID"]


def test_a_process_killed_while_it_sends_leaves_it_unknown(shop, mailed):
    """Killed with -9 in a process of its own, while the server has the message and has not answered."""
    mailed.wait = 3.0
    script = (
        "import sys; from tests.schedule.conftest import Shop; from pathlib import Path; "
        "Shop(Path(sys.argv[1])).at('2025-11-03T06:00')"
    )
    world = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    child = subprocess.Popen([sys.executable, "-c", script, str(shop.root)], env=world)
    for _ in range(2400):
        if mailed.raw or child.poll() is not None:
            break
        time.sleep(0.05)
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    mailed.wait = 0.0
    assert len(mailed.raw) == 1
    assert shop.deliveries[0].state == "sending"
    shop.now = shop.now.replace(hour=6, minute=1)
    shop.round()
    report, notice = shop.deliveries
    assert (report.state, notice.what) == ("unknown", "notice")
    assert "may have arrived" in notice.text
    shop.round(minutes=5)
    assert [letter["To"] for letter in mailed.letters] == ["reader@example.org", "ops@example.org"]


def test_a_webhook_gets_what_a_mail_says_as_data(shop, hook):
    shop.say(WEEKLY + f'deliver = ["webhook:{hook.url}"]\n')
    shop.at("2025-11-03T06:00")
    (body,) = hook.bodies
    assert (body["schedule"], body["slot"], body["kind"]) == ("weekly", "2025-11-03_0600", "first")
    assert [paper["name"] for paper in body["papers"]] == ["economic", "military"]
    assert set(body["papers"][0]["files"]) == {"economic.docx"}


def test_a_place_that_the_project_file_no_longer_names_gets_nothing_more(shop, mailed):
    mailed.rcpt = "450 not now"
    shop.at("2025-11-03T06:00")
    shop.say(shop.said.replace('deliver = ["mail:reader@example.org"]\n', ""))
    mailed.rcpt = "250 OK"
    shop.round(minutes=90)
    assert shop.deliveries[0].state == "dropped"
    assert mailed.raw == []


def test_a_failure_is_told_by_every_kind_of_place(shop, postman, hook):
    there = postman()
    (shop.root / "alarms").mkdir()
    alarms = f'on_failure = ["mail:ops@example.org", "folder:alarms", "webhook:{hook.url}"]'
    shop.say(with_mail(there.server, alarms, "tries = 1", 'source = "harbor"'))
    shop.at("2025-11-03T06:00")
    (letter,) = there.letters
    assert letter["Subject"] == "weekly: failed, Monday 3 November 2025 06:00"
    assert "did you mean “harbour”" in letter.get_content()
    (note,) = (shop.root / "alarms").iterdir()
    assert "harbour" in note.read_text("utf-8")
    assert hook.bodies[0]["what"] == "notice"


def test_a_faulty_schedule_is_told_once_and_again_when_it_is_something_else(shop, postman):
    there = postman()
    bad = with_mail(there.server, 'on_failure = ["mail:ops@example.org"]').replace("0 6 * * mon", "0 0 30 2 *")
    shop.say(bad)
    for _ in range(3):
        assert "never fires" in str(shop.round(minutes=5).faults[0])
    assert [letter["Subject"] for letter in there.letters] == ["weekly: cannot run"]
    shop.say(bad.replace("Europe/London", "Mars/X"))
    shop.round(minutes=5)
    assert len(there.letters) == 2


def test_a_theme_that_no_longer_exists_is_told_before_its_slot_is_due(shop, postman):
    there = postman()
    good = with_mail(there.server, 'on_failure = ["mail:ops@example.org"]')
    shop.say(good.replace('"military"', '"milittary"'))
    for fresh in (True, False):
        done = shop.round(minutes=1)
        assert [str(fault).partition(": ")[2].partition(";")[0] for fault in done.faults] == ["no theme “milittary”"]
        assert bool(done.fresh) == fresh
    (letter,) = there.letters
    assert letter["Subject"] == "weekly: wants mending"
    shop.say(good)
    assert shop.at("2025-11-03T06:00").slots[0].state == "done"


def test_what_a_schedule_has_to_deliver_waits_while_it_is_faulty(shop, mailed):
    mailed.rcpt = "450 not now"
    shop.at("2025-11-03T06:00")
    good = shop.said
    shop.say(good.replace("0 6 * * mon", "0 0 30 2 *").replace('on_failure = ["mail:ops@example.org"]\n', ""))
    mailed.rcpt = "250 OK"
    shop.round(minutes=90)
    assert mailed.raw == []
    shop.say(good)
    shop.round()
    assert [letter["To"] for letter in mailed.letters] == ["reader@example.org"]


def test_a_ledger_of_a_delivery_is_written_before_it_is_tried(shop, hook):
    seen = []
    shop.say(WEEKLY + f'deliver = ["webhook:{hook.url}"]\n')
    original = module.post_webhook

    def look(parcel, address):
        other = Ledger(shop.root / ".briefgen" / "ledger.sqlite")
        seen.extend(d.state for d in other.deliveries())
        other.close()
        original(parcel, address)

    module.post_webhook = look
    try:
        shop.at("2025-11-03T06:00")
    finally:
        module.post_webhook = original
    assert seen == ["sending"]
