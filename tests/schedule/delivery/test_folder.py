"""A folder of people's: stable names, an archive, a status; nothing of theirs is lost, whatever is open or changed."""

import subprocess

import pytest

from tests.schedule.conftest import WEEKLY

HELD = ((("chattr", "+i"), ("chattr", "-i"), 1), (("mount", "--bind"), ("umount",), 2))
"""Ways to keep a file from being replaced, how to end them, and how often each wants the file's name."""


@pytest.fixture
def folder_of(shop):
    shop.say(WEEKLY + 'deliver = ["folder:papers"]\n')
    shop.at("2025-11-03T06:00")
    return shop.root / "papers"


def status(folder):
    return (folder / "STATUS.txt").read_text("utf-8")


def run(shop, slot):
    return shop.root / "out" / "weekly" / slot


def test_the_papers_stand_under_stable_names_and_in_the_archive(shop, folder_of):
    for place in (folder_of, folder_of / "archive" / "2025-11-03_0600"):
        for name in ("economic.docx", "military.docx"):
            assert (place / name).read_bytes() == (run(shop, "2025-11-03_0600") / name).read_bytes()
    assert status(folder_of) == "weekly: Checked Monday 3 November 06:00: first issue; next 10 November\n"


def test_the_status_is_rewritten_at_each_slot(shop, folder_of):
    shop.at("2025-12-01T06:00")
    assert status(folder_of) == (
        "weekly: Checked Monday 1 December 06:00: no change since 3 November; next 8 December\n"
    )
    shop.source("US$4 billion", "US$6 billion")
    shop.at("2025-12-29T06:00")
    assert "Checked Monday 29 December 06:00: changed: economic" in status(folder_of)
    assert "next 5 January 2026" in status(folder_of)


def test_a_failure_stands_in_the_status_and_the_papers_stay(shop, folder_of):
    before = (folder_of / "economic.docx").read_bytes()
    card = shop.root / "data" / "harbour" / "source.toml"
    card.write_text('subject = "x"\nsubjcet = "y"\n', encoding="utf-8")
    shop.at("2025-11-10T06:00")
    for _ in range(4):
        shop.round(minutes=25)
    assert "Monday 10 November 06:00: failed" in status(folder_of)
    assert "no change since 3 November" in status(folder_of)
    assert (folder_of / "economic.docx").read_bytes() == before


def test_what_is_missing_or_damaged_is_restored_when_nothing_changed(shop, folder_of):
    want = (folder_of / "economic.docx").read_bytes()
    (folder_of / "economic.docx").unlink()
    shop.at("2025-11-10T06:00")
    assert (folder_of / "economic.docx").read_bytes() == want


def test_what_somebody_changed_is_kept_beside_ours(shop, folder_of):
    want = (folder_of / "economic.docx").read_bytes()
    (folder_of / "economic.docx").write_bytes(b"my own words")
    shop.at("2025-11-10T06:00")
    assert (folder_of / "economic.docx").read_bytes() == want
    kept = folder_of / "economic (changed by somebody, 2025-11-10_0600).docx"
    assert kept.read_bytes() == b"my own words"
    assert "kept as" in status(folder_of)
    shop.at("2025-11-17T06:00")
    assert kept.exists()
    assert "kept as" not in status(folder_of)


def test_a_file_that_cannot_be_replaced_is_delivered_beside_and_that_is_said(shop, folder_of):
    """An immutable file, or one that is a mount, stands for Windows' lock on an open one: no one may replace it."""
    held = folder_of / "economic.docx"
    hold, release = next(
        (pair for pair in HELD if subprocess.run([*pair[0], *[held] * pair[2]], capture_output=True).returncode == 0),
        ((), (), 0),
    )[:2]
    if not hold:
        pytest.skip("nobody can hold a file here: neither chattr nor mount may be used")
    try:
        shop.source("US$4 billion", "US$6 billion")
        shop.at("2025-11-10T06:00")
        want = (run(shop, "2025-11-10_0600") / "economic.docx").read_bytes()
        assert (folder_of / "economic (new).docx").read_bytes() == want
        assert held.read_bytes() != want
        assert "open elsewhere" in status(folder_of)
        assert [d.state for d in shop.deliveries] == ["sent", "sent"]
    finally:
        subprocess.run([*release, held], check=True)
    shop.at("2025-11-17T06:00")
    assert held.read_bytes() == want
    assert not (folder_of / "economic (new).docx").exists()


def test_a_folder_that_vanished_is_not_made_anew_and_what_it_missed_arrives_later(shop, folder_of):
    folder_of.rename(shop.root / "elsewhere")
    shop.source("US$4 billion", "US$6 billion")
    shop.at("2025-11-10T06:00")
    assert not folder_of.exists()
    last = shop.deliveries[-1]
    assert (last.state, "is not there" in last.why) == ("waiting", True)
    (shop.root / "elsewhere").rename(folder_of)
    shop.round(minutes=6)
    want = (run(shop, "2025-11-10_0600") / "economic.docx").read_bytes()
    assert (folder_of / "economic.docx").read_bytes() == want


def test_a_late_delivery_never_replaces_a_newer_paper(shop, folder_of):
    folder_of.rename(shop.root / "elsewhere")
    shop.source("US$4 billion", "US$6 billion")
    shop.at("2025-11-10T06:00")
    (shop.root / "elsewhere").rename(folder_of)
    shop.look(lambda office: office.ledger.set_delivery(
        office.ledger.deliveries()[-1], "waiting", shop.now, next_try=shop.now.replace(day=20)))  # fmt: skip
    shop.source("US$6 billion", "US$8 billion")
    shop.at("2025-11-17T06:00")
    newest = (run(shop, "2025-11-17_0600") / "economic.docx").read_bytes()
    shop.at("2025-11-20T07:00")
    assert [d.state for d in shop.deliveries] == ["sent"] * 3
    assert (folder_of / "economic.docx").read_bytes() == newest
    assert sorted(p.name for p in (folder_of / "archive").iterdir()) == [
        "2025-11-03_0600", "2025-11-10_0600", "2025-11-17_0600",
    ]  # fmt: skip


def test_two_schedules_in_one_folder_leave_each_others_status(shop):
    other = WEEKLY.replace("weekly", "other").replace('["economic", "military"]', '["overview"]')
    shop.say("".join(text + 'deliver = ["folder:papers"]\n' for text in (WEEKLY, other)))
    shop.at("2025-11-03T05:56")
    shop.at("2025-11-03T06:00")
    assert [line.partition(":")[0] for line in status(shop.root / "papers").splitlines()] == ["other", "weekly"]
