import io
import sys

from briefgen.cli import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_nothing_moves_where_there_is_no_terminal(monkeypatch, capsys):
    monkeypatch.setattr(progress, "PATIENCE", 0)
    with progress.shown_progress(quiet=False) as tell:
        tell("reading")
    assert capsys.readouterr() == ("", "")


def test_a_line_moves_on_a_terminal_once_patience_ends(monkeypatch):
    for patience, shown in ((60, False), (0, True)):
        screen = Terminal()
        monkeypatch.setattr(sys, "stderr", screen)
        monkeypatch.setattr(progress, "PATIENCE", patience)
        with progress.shown_progress(quiet=False) as tell:
            tell("reading [harbour]")
        assert ("reading [harbour]" in screen.getvalue()) is shown


def test_quiet_is_quiet_on_a_terminal_too(monkeypatch):
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(progress, "PATIENCE", 0)
    with progress.shown_progress(quiet=True) as tell:
        tell("reading")
    assert screen.getvalue() == ""
