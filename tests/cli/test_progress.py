import io
import sys
import time

import pytest

from briefgen.cli import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_nothing_moves_where_there_is_no_terminal(monkeypatch, capsys):
    monkeypatch.setattr(progress, "PATIENCE", 0)
    with progress.shown_progress(quiet=False) as tell:
        tell("reading")
    assert capsys.readouterr() == ("", "")


def test_a_line_moves_on_a_terminal_once_patience_ends_though_nothing_more_is_told(monkeypatch):
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(progress, "PATIENCE", 0.01)
    with progress.shown_progress(quiet=False) as tell:
        tell("reading [harbour]")
        for _ in range(1000):
            if "reading [harbour]" in screen.getvalue():
                break
            time.sleep(0.01)
    assert "reading [harbour]" in screen.getvalue()


@pytest.mark.parametrize(("patience", "quiet"), [(60, False), (0.01, True)], ids=["in time", "quiet"])
def test_nothing_moves_for_what_is_done_in_time_or_quietly(monkeypatch, patience, quiet):
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(progress, "PATIENCE", patience)
    with progress.shown_progress(quiet=quiet) as tell:
        tell("reading")
        time.sleep(0.1)
    assert screen.getvalue() == ""
