"""A watched original with the real ten seconds: written in two halves, written without end, renewed whole."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

from briefgen.schedule import origin
from tests.campaign.faults import Figures
from tests.campaign.site import CARD, TEXT, Site


def watch(site: Site, original: Path) -> Figures:
    """Let an original be written in four ways while a tick reads it; ``more`` gives the seconds that each took."""
    figures, source = Figures(), site.root / "data" / "harbour"
    original.write_text(TEXT.format(1), encoding="utf-8")
    (source / "source.toml").write_text(f'{CARD}origin = "{original}"\n', encoding="utf-8")
    site.tick(0)

    def case(name: str, minute: int, write: Callable[[], None], states: set[str], copy: int, least: float) -> None:
        begun = time.monotonic()
        writer = Thread(target=write)
        writer.start()
        time.sleep(0.2)
        slots = site.tick(minute, asked=name != TRIED_AGAIN).slots
        taken = time.monotonic() - begun
        STOP.set()
        writer.join()
        STOP.clear()
        figures.rounds += 1
        figures.more[name] = round(taken, 1)
        found, held = {slot.state for slot in slots}, (source / "source.txt").read_text("utf-8")
        if found != states:
            figures.violations.append(f"{name}: the slot is {found}, not {states}: {[slot.why for slot in slots]}")
        if held != TEXT.format(copy):
            figures.violations.append(f"{name}: the copy is not that of {copy}")
        if taken < least:
            figures.violations.append(f"{name}: read after {taken:.1f} s, not {least}")

    case("saved just now", 10, lambda: _save(original, 2), {"done"}, 2, origin.SETTLED)
    case("in two halves, six seconds apart", 20, lambda: _halve(original, 3), {"done"}, 3, origin.SETTLED + 6)
    case("written without end", 30, lambda: _go_on(original, 4), {"open"}, 3, origin.PATIENCE)
    time.sleep(origin.SETTLED)
    case(TRIED_AGAIN, 36, lambda: None, {"done"}, 4, 0)
    return figures


STOP = Event()
TRIED_AGAIN = "tried again when it has lain still"


def _save(path: Path, n: int) -> None:
    path.write_text(TEXT.format(n), encoding="utf-8")


def _halve(path: Path, n: int) -> None:
    text = TEXT.format(n)
    with path.open("w", encoding="utf-8") as file:
        file.write(text[: len(text) // 2])
        file.flush()
        time.sleep(6)
        file.write(text[len(text) // 2 :])


def _go_on(path: Path, n: int) -> None:
    _save(path, n)
    while not STOP.wait(1):
        _save(path, n)
