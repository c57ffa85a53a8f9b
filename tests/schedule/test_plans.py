from datetime import date, timedelta

import pytest

from briefgen.errors import UsageError
from briefgen.schedule.plans import read_plans, read_span

GOOD = '[schedule.good]\nthemes = ["economic"]\ncron = "0 6 * * mon"\ntimezone = "UTC"\n'


def test_everything_a_schedule_says_is_in_its_plan(shop):
    shop.say(
        '[mail]\nhost = "localhost"\nfrom = "briefs@example.org"\n'
        '[schedule.weekly]\nthemes = ["economic"]\ncron = "0 6 * * mon"\ntimezone = "Europe/London"\nlead = "30m"\n'
        'grace = "12h"\nskip_dates = "holidays.csv"\ndeliver = ["folder:papers", "mail:a@example.org"]\n'
        'on_unchanged = ["mail:b@example.org"]\non_failure = ["mail:c@example.org"]\n'
    )
    (shop.root / "holidays.csv").write_text("date,name\n2025-12-25,Christmas\n2026-01-01,\n")
    (plan,), faulty = read_plans(shop.project)
    assert (faulty, plan.remarks) == ((), ())
    assert (plan.lead, plan.grace) == (timedelta(minutes=30), timedelta(hours=12))
    assert plan.skipped == {date(2025, 12, 25), date(2026, 1, 1)}
    assert [str(p) for p in (*plan.deliver, *plan.quiet, *plan.alarms)] == [
        "folder:papers", "mail:a@example.org", "mail:b@example.org", "mail:c@example.org",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('cron = "0 0 30 2 *"\ntimezone = "UTC"\n', "never fires"),
        ('cron = "0 6 * * mon"\ntimezone = "Mars/Olympus"\n', "no time zone"),
        ('cron = "0 6 * * mon"\ntimezone = "UTC"\nlead = "soon"\n', "no length of time"),
        ('cron = "0 6 * * mon"\ntimezone = "UTC"\ngrace = "-1h"\n', "no length of time"),
        ('cron = "0 6 * * mon"\ntimezone = "UTC"\nskip_dates = "none.csv"\n', "no such file"),
    ],
)
def test_a_faulty_schedule_is_named_and_the_others_run(shop, line, words):
    shop.say('[schedule.bad]\nthemes = ["economic"]\non_failure = ["folder:alarms"]\n' + line + GOOD)
    plans, (bad,) = read_plans(shop.project)
    assert [plan.name for plan in plans] == ["good"]
    assert words in str(bad.remark)
    assert str(bad.alarms[0]) == "folder:alarms"


def test_two_schedules_whose_names_some_systems_take_for_one_are_refused(shop):
    shop.say(GOOD + GOOD.replace("good", "Good"))
    plans, (bad,) = read_plans(shop.project)
    assert [plan.name for plan in plans] == ["good"]
    assert "but for capitals" in str(bad.remark)


def test_a_name_that_is_no_folder_is_refused(shop):
    shop.say(GOOD.replace("schedule.good", 'schedule."../x"'))
    assert "cannot be the name" in str(read_plans(shop.project)[1][0].remark)


def test_a_bad_place_is_left_out_and_the_paper_is_still_built(shop):
    shop.say(GOOD + 'deliver = ["mail:a@x.org\\nBcc: b@x.org", "folder:papers"]\n')
    (plan,), _ = read_plans(shop.project)
    assert [str(place) for place in plan.deliver] == ["folder:papers"]
    assert "line break" in str(plan.remarks[0])


def test_mail_without_a_server_and_a_sender_that_is_none_are_said(shop):
    shop.say(GOOD + 'deliver = ["mail:a@x.org"]\n')
    assert "no [mail]" in str(read_plans(shop.project)[0][0].remarks[0])
    shop.say('[mail]\nhost = "h"\nfrom = "Me <me@x.org>"\n' + GOOD + 'deliver = ["mail:a@x.org"]\n')
    assert "no mail address" in str(read_plans(shop.project)[0][0].remarks[0])


@pytest.mark.parametrize(("text", "span"), [("30m", timedelta(minutes=30)), ("2 d", timedelta(days=2))])
def test_a_length_of_time_is_read(text, span):
    assert read_span(text, "x") == span
    with pytest.raises(UsageError):
        read_span(text + "x", "x")
