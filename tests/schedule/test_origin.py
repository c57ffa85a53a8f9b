"""A watched original: read again when it is another, its decisions kept, its doubtful marks named."""

import json
import os
import time
from hashlib import sha256
from threading import Event, Thread

import pytest

from briefgen.schedule import origin
from tests.conftest import CARD, HARBOUR
from tests.schedule.conftest import WEEKLY

ALARM = 'on_failure = ["folder:alarms"]\n'


@pytest.fixture
def original(shop, tmp_path):
    path = tmp_path / "share" / "report.txt"
    path.parent.mkdir()
    write(path, HARBOUR)
    (shop.root / "data" / "harbour" / "source.toml").write_text(CARD + f'origin = "{path}"\n', encoding="utf-8")
    (shop.root / "alarms").mkdir()
    shop.say(WEEKLY + ALARM)
    shop.at("2025-11-03T06:00")
    return path


def write(path, text, age=60):
    path.write_text(text, encoding="utf-8")
    os.utime(path, (time.time() - age, time.time() - age))


@pytest.fixture(autouse=True)
def _patience(monkeypatch):
    """A tenth of a second stands for the ten that are waited for."""
    monkeypatch.setattr(origin, "SETTLED", 0.1)
    monkeypatch.setattr(origin, "PATIENCE", 0.6)


def copy(shop):
    return (shop.root / "data" / "harbour" / "source.txt").read_text("utf-8")


def test_an_original_that_is_as_it_was_changes_nothing(shop, original):
    assert shop.at("2025-11-10T06:00").slots[0].state == "unchanged"


def test_a_new_original_becomes_the_copy_and_a_changed_paper(shop, original):
    write(original, HARBOUR.replace("US$4", "US$6"))
    (slot,) = shop.at("2025-11-10T06:00").slots
    assert (slot.state, slot.kind) == ("done", "changed")
    assert "US$6 billion" in copy(shop)
    card = (shop.root / "data" / "harbour" / "source.toml").read_text("utf-8")
    assert f'origin = "{original}"' in card
    assert f'origin_sha256 = "{sha256(original.read_bytes()).hexdigest()}"' in card
    assert shop.at("2025-11-17T06:00").slots[0].state == "unchanged"


def test_decisions_and_notes_stay(shop, original):
    notes = shop.root / "data" / "harbour" / "notes.csv"
    notes.write_text("label,text\n1,Port Authority report.\n", encoding="utf-8")
    write(original, HARBOUR.replace("US$4", "US$6"))
    shop.at("2025-11-10T06:00")
    assert notes.read_text("utf-8").endswith("Port Authority report.\n")
    trace = (shop.root / "out" / "weekly" / "latest" / "economic.trace.json").read_text("utf-8")
    assert "Port Authority report." in trace


def test_a_decision_whose_passage_left_or_is_there_twice_is_kept_and_told_and_the_paper_built(shop, original):
    data = shop.root / "data" / "harbour"
    rows = ";The council judged;frictions\n;In 2020;military\n;Aldmere harbour;military\n"
    (data / "overrides.csv").write_text(f"fact;opening;add\n{rows}", encoding="utf-8")
    assert shop.at("2025-11-10T06:00").slots[0].state == "done"
    again = "In 2020 the mayor left.\n"
    write(original, HARBOUR.replace("The council judged", "The mayor judged") + again)
    (slot,) = shop.at("2025-11-17T06:00").slots
    assert (slot.state, slot.kind) == ("done", "changed")
    (notice,) = [d for d in shop.deliveries if d.what == "notice"]
    assert "overrides.csv:2: no passage opens with “The council judged”; the line is kept" in notice.text
    assert "overrides.csv:3: the decision fits" in notice.text
    assert (data / "overrides.csv").read_text("utf-8") == f"fact;opening;add\n{rows}"
    assert shop.at("2025-11-24T06:00").slots[0].state == "unchanged"
    write(original, HARBOUR)
    assert shop.at("2025-12-01T06:00").slots[0].state == "done"
    assert len([d for d in shop.deliveries if d.what == "notice"]) == 1, "all fit again"


def test_what_a_person_should_confirm_is_told(shop, original):
    """The card expects four notes; the new text marks five."""
    write(original, HARBOUR + "A fifth thing was said.5\n")
    shop.at("2025-11-10T06:00")
    notices = [d for d in shop.deliveries if d.what == "notice"]
    assert len(notices) == 1
    assert "notes_expected" in notices[0].text
    assert "to confirm" in notices[0].subject
    assert notices[0].state == "sent"


def test_a_doubtful_note_mark_is_read_as_the_model_has_it_and_named(shop, original):
    """The year and the mark run into one: 20214."""
    write(original, HARBOUR.replace(" 2021.4", " 20214."))
    (slot,) = shop.at("2025-11-10T06:00").slots
    assert (slot.state, slot.kind) == ("done", "changed")
    brief = json.loads((shop.root / "out" / "weekly" / "latest" / "military.trace.json").read_bytes())["brief"]
    assert "4" in {note["label"] for note in brief["notes"]}
    (notice,) = [d for d in shop.deliveries if d.what == "notice"]
    assert "source.txt: taken for note mark 4 without being sure: ‘…" in notice.text
    assert "on 4 March 20214’; confirm it in marks.csv" in notice.text
    assert [d.state for d in shop.deliveries if d.what == "notice"] == ["sent"]


def test_one_that_is_being_written_is_waited_for_then_tried_later(shop, original):
    original.write_text(HARBOUR.replace("US$4", "US$6"), encoding="utf-8")
    assert shop.at("2025-11-10T06:00").slots[0].state == "done"
    stop = Event()

    def keep_writing():
        while not stop.wait(0.02):
            original.write_text(HARBOUR.replace("US$4", "US$8"), encoding="utf-8")

    original.write_text(HARBOUR.replace("US$4", "US$8"), encoding="utf-8")
    writer = Thread(target=keep_writing)
    writer.start()
    try:
        (slot,) = shop.at("2025-11-17T06:00").slots
    finally:
        stop.set()
        writer.join()
    assert slot.state == "open"
    assert "is being written" in slot.why
    time.sleep(0.2)
    assert shop.round(minutes=5).slots[0].state == "done"


def test_one_that_cannot_be_read_never_replaces_the_copy(shop, original):
    original.write_bytes(b"")
    os.utime(original, (0, 0))
    time.sleep(0.15)
    (slot,) = shop.at("2025-11-10T06:00").slots
    assert slot.state == "open"
    assert "cannot be used" in slot.why
    assert copy(shop) == HARBOUR


def test_one_that_is_gone_is_told_and_the_copy_serves(shop, original):
    original.unlink()
    assert shop.at("2025-11-10T06:00").slots[0].state == "unchanged"
    assert "the original is not there" in next(d for d in shop.deliveries if d.what == "notice").text


def test_an_origin_in_words_is_not_watched(shop):
    card = shop.root / "data" / "harbour" / "source.toml"
    card.write_text(CARD + 'origin = "Harbour Review 12, pp. 3-4"\n', encoding="utf-8")
    assert shop.at("2025-11-03T06:00").slots[0].state == "done"
