from datetime import date

import pytest

from briefgen.errors import UsageError
from briefgen.project.settings import Setting, choose_date, settle


def test_an_option_goes_before_the_environment_and_that_before_the_file(monkeypatch):
    file = ("in file", "briefgen.toml")
    assert settle("source", None, file) == Setting("in file", "briefgen.toml")
    monkeypatch.setenv("BRIEFGEN_SOURCE", "in environment")
    assert settle("source", None, file) == Setting("in environment", "BRIEFGEN_SOURCE", typed=True)
    assert settle("source", "typed", file) == Setting("typed", "--source", typed=True)


def test_the_most_special_file_that_says_something_counts():
    assert settle("source", None, ("", "brief"), ("plain", "project")).value == "plain"
    assert settle("source", None, ("special", "brief"), ("plain", "project")).value == "special"


def test_an_empty_variable_says_nothing(monkeypatch):
    monkeypatch.setenv("BRIEFGEN_SOURCE", "")
    assert settle("source", None, ("in file", "briefgen.toml")).value == "in file"


def test_a_date_is_typed_or_in_the_epoch_or_the_clocks(monkeypatch):
    assert choose_date("2024-02-29") == (date(2024, 2, 29), True)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86399")
    assert choose_date(None) == (date(1970, 1, 1), True)
    assert choose_date("2024-02-29") == (date(2024, 2, 29), True)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert choose_date(None)[1] is False


@pytest.mark.parametrize("text", ["", "today", "2023-02-29", "2024-1-1 ", "20240101", "2024-01-01T00:00"])
def test_what_is_no_date_is_refused(text):
    with pytest.raises(UsageError, match="is no date"):
        choose_date(text)


@pytest.mark.parametrize("text", ["soon", "1e9", "99999999999999999999"])
def test_an_epoch_that_is_no_count_of_seconds_is_refused(monkeypatch, text):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", text)
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH"):
        choose_date(None)
