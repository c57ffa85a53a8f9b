"""Nothing → the templates that ship: ``python -m briefgen.word.starters FOLDER``. A test makes them again."""

from __future__ import annotations

import sys
from pathlib import Path

from briefgen.word.markup import TAB, control, field, part, text
from briefgen.word.names import ORDER
from briefgen.word.skeleton import Design, build

_USUAL = ("title", *ORDER)
_HEAD = control("title") + TAB + control("marking")
_FOOT = control("marking") + TAB + text("Page ") + field("PAGE") + text(" of ") + field("NUMPAGES")


def _parts(*names: str) -> str:
    return "".join(part(name) for name in names)


BRIEF = Design("brief", _parts(*_USUAL), _HEAD, _FOOT)
"""A4; 30 mm at the sides, 28 mm above, 26 mm below."""

LETTER = Design(
    "brief-letter", _parts(*_USUAL), _HEAD, _FOOT, width=12240, height=15840, top=1512, bottom=1440, side=1728
)
"""US Letter; 1.2 inches at the sides."""

DESIGNS = {design.name: design for design in (BRIEF, LETTER)}


def make(name: str) -> bytes:
    """Make one of the templates that ship."""
    return build(DESIGNS[name])


def main(folder: str = "templates") -> None:
    """Write the templates into a folder."""
    for name in DESIGNS:
        Path(folder, f"{name}.docx").write_bytes(make(name))


if __name__ == "__main__":
    main(*sys.argv[1:2])
