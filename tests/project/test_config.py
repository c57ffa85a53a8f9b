import pytest

from briefgen.errors import UsageError
from briefgen.model.source import File
from briefgen.project.config import load_config


def load(text: str):
    config, spoilt = load_config(File("briefgen.toml", text.encode()))
    for table in spoilt:
        raise UsageError(table.remark.where, table.remark.what, table.remark.mend)
    return config


def test_an_empty_project_file_has_its_defaults():
    config = load("format = 1\n")
    assert (config.project.template, config.project.language, config.brief) == ("brief", "", {})


def test_every_table_is_read():
    config = load(
        'format = 1\n[project]\nsource = "harbour"\n[paper]\nmarking = "OFFICIAL"\n'
        '[brief.weekly]\nthemes = ["economic"]\n'
    )
    assert config.project.source == "harbour"
    assert config.paper.marking == "OFFICIAL"
    assert config.brief["weekly"].themes == ("economic",)


@pytest.mark.parametrize(
    ("text", "where", "words"),
    [
        ("format = 1\n[project]\nsorce = 'x'\n", "briefgen.toml:3", "did you mean “source”"),
        ("format = 1\n[projekt]\n", "briefgen.toml:2", "did you mean “project”"),
        ("format = 1\n[schedul]\n", "briefgen.toml:2", "did you mean “schedule”"),
        ("format = 1\n[mail]\nhost = 'x'\n", "briefgen.toml:2", "“mail.from” is missing"),
        ("format = 1\n[schedule.x]\ncron = '0 6 * * mon'\nthemes = ['a']\n", "briefgen.toml:2", "zone” is missing"),
        (
            "format = 1\n[schedule.x]\ncron = '0 6 * * mon'\ntimezone = 'UTC'\n",
            "briefgen.toml:2",
            "“briefs” or “themes”",
        ),
        ("format = 1\n[schedule.x]\ntries = 0\ncron = ''\ntimezone = ''\nthemes = ['a']", "briefgen.toml:2", "from 1"),
        ("format = 1\n[schedule.x]\n[schedule.x]\n", "briefgen.toml:3", "no valid TOML"),
        ("format = 1\n[schedule.x]\ncorn = '0 6 * * mon'\n", "briefgen.toml:3", "did you mean “cron”"),
        ("format = 1\n[paper]\nmarking = 3\n", "briefgen.toml:3", "not text in quotes"),
        ("format = 2\n", "briefgen.toml:1", "not one of 1"),
        ("", "briefgen.toml", "“format” is missing"),
        ("format = \n", "briefgen.toml:1", "no valid TOML"),
        ("format = 1\n[brief.weekly]\nthemes = []\n", "briefgen.toml:2", "at least one theme"),
    ],
)
def test_a_fault_is_a_usage_error_with_its_line(text, where, words):
    with pytest.raises(UsageError) as caught:
        load(text)
    assert caught.value.remark.where == where
    assert words in str(caught.value)


def test_schedules_that_are_said_wrongly_are_given_apart_and_the_others_stay():
    good = "cron = '0 6 * * mon'\ntimezone = 'UTC'\nthemes = ['a']\n"
    text = f"format = 1\n[schedule.a]\ncorn = 1\n[schedule.b]\n{good}[schedule.c]\n{good}tries = 0\n[schedule]\nd = 3\n"
    config, spoilt = load_config(File("briefgen.toml", text.encode()))
    assert list(config.schedule) == ["b"]
    assert {table.name: table.remark.where for table in spoilt} == {
        "a": "briefgen.toml:3", "c": "briefgen.toml:8", "d": "briefgen.toml:14",
    }  # fmt: skip
    with pytest.raises(UsageError, match="not a table"):
        load_config(File("briefgen.toml", b"format = 1\nschedule = 3\n"))
