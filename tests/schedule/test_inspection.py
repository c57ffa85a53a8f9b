"""Bad input as issue 8 lists it: said by ``check``, and at the tick."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.schedule.conftest import WEEKLY

FOLDER = 'deliver = ["folder:papers"]\n'


def checked(run):
    ran = run("check")
    return ran.code, ran.out + ran.err


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("0 6 * * mon", "0 0 30 2 *", "never fires"),
        ("Europe/London", "Europe/Lodnon", "no time zone “Europe/Lodnon”; did you mean “Europe/London”?"),
        ('"military"', '"militray"', "no theme “militray”"),
        ("formats", 'deliver = ["mail:a@x.org\\nBcc: b@x.org"]\nformats', "line break"),
        ("formats", 'deliver = ["folder:no/such/parent"]\nformats', "cannot be made"),
        ("formats", 'source = "harbor"\nformats', "did you mean “harbour”"),
        ("formats", 'template = "letter"\nformats', "no template “letter”"),
        ("formats", 'length = "long"\nformats', "no length “long”"),
        ('["docx"]', '["doc"]', "no format “doc”"),
    ],
)
def test_it_is_said_by_check_and_at_the_tick(shop, run, old, new, words):
    shop.say(WEEKLY.replace(old, new))
    code, said = checked(run)
    assert (code, words in said) == (1, True), said
    assert "[schedule.weekly]" in said
    done = shop.at("2025-11-03T06:00")
    lines = [*map(str, done.faults), *(s.why for s in done.slots), *(d.why for d in done.deliveries)]
    assert any(words.replace("cannot be made", "is not there") in line for line in lines), lines


def test_a_slot_in_the_missing_hour_is_said_by_check_and_by_its_tick(shop, run):
    shop.say(WEEKLY.replace("0 6 * * mon", "30 1 * * *"))
    code, said = checked(run)
    assert code == 0
    assert "01:30 does not exist on" in said
    shop.at("2026-03-28T02:00")
    (slot,) = shop.at("2026-03-29T01:00").slots
    words = "01:30 does not exist on 29 March 2026 in Europe/London: it is due right after the gap"
    assert (slot.state, slot.why) == ("unchanged", words)
    (slot,) = shop.at("2026-03-30T00:30").slots
    assert slot.why == ""


def test_a_slot_in_the_repeated_hour_is_said_by_its_tick_whatever_its_end(shop):
    shop.say(WEEKLY.replace("0 6 * * mon", "30 1 * * *") + 'source = "harbor"\ntries = 1\n')
    shop.at("2026-10-24T02:00")
    (slot,) = shop.at("2026-10-25T00:30").slots
    assert slot.state == "failed"
    assert "no source “harbor”" in slot.why
    assert slot.why.endswith("; 01:30 comes twice on 25 October 2026 in Europe/London: this is the first")


def test_two_schedules_of_one_name_are_a_faulty_project_file(shop, run):
    shop.say(WEEKLY + WEEKLY)
    for words in (("check",), ("schedule", "run")):
        ran = run(*words)
        assert (ran.code, ran.err.count("\n")) == (2, 1)
        assert "twice" in ran.err
        assert "briefgen.toml:" in ran.err


def test_an_unknown_key_is_an_error_with_a_suggestion_and_never_stops_the_others(shop, run):
    other = WEEKLY.replace("weekly", "other").replace("0 6 * * mon", "* * * * *")
    shop.say(WEEKLY + "only_if_changd = true\n" + other)
    shop.look(lambda office: office.ledger.set_upto("other", datetime.now(UTC) - timedelta(minutes=2)))
    ran = run("schedule", "run")
    assert (ran.code, "did you mean “only_if_changed”" in ran.err) == (2, True)
    assert "other " in ran.out
    assert "done (first)" in ran.out
    for words in (("check",), ("build", "economic")):
        ran = run(*words)
        assert (ran.code, "did you mean “only_if_changed”" in ran.err, ran.err.count("\n")) == (2, True, 1)
    status = run("schedule", "status")
    assert (status.code, "only_if_changed" in status.err) == (1, True)


def test_a_folder_that_vanished_is_a_finding(shop, run):
    shop.say(WEEKLY + FOLDER)
    shop.at("2025-11-03T06:00")
    assert checked(run)[0] == 0
    (shop.root / "papers").rename(shop.root / "elsewhere")
    code, said = checked(run)
    assert (code, "folder:papers has vanished" in said) == (1, True)


def test_an_out_folder_that_vanished_is_built_anew_as_a_first_issue(shop):
    import shutil

    shop.at("2025-11-03T06:00")
    shutil.rmtree(shop.root / "out")
    (slot,) = shop.at("2025-11-10T06:00").slots
    assert (slot.state, slot.kind) == ("done", "first")


def test_two_schedules_that_deliver_one_name_to_one_folder_are_a_finding(shop, run):
    shop.say(WEEKLY + FOLDER + WEEKLY.replace("weekly", "other") + FOLDER)
    code, said = checked(run)
    assert (code, "so does “weekly”" in said) == (1, True)


def test_a_password_that_is_not_here_is_a_remark(shop, run):
    mail = '[mail]\nhost = "h"\nfrom = "a@x.org"\nuser = "a"\npassword_env = "NO_SUCH_PASSWORD"\n'
    shop.say(mail + WEEKLY + 'deliver = ["mail:b@x.org"]\n')
    code, said = checked(run)
    assert (code, "NO_SUCH_PASSWORD is not set here" in said) == (0, True)
