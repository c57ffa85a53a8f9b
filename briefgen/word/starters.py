"""Nothing → the templates that ship: ``python -m briefgen.word.starters FOLDER``. A test makes them again."""

from __future__ import annotations

import io
import sys
from pathlib import Path

from docx import Document as parse_document

from briefgen.word.defaults import (
    ACCENT,
    BOLD,
    GROUND,
    INK,
    NEXT,
    NUMBER,
    SANS,
    TOGETHER,
    colour,
    edge,
    ground,
    size,
    space,
)
from briefgen.word.look import read_look
from briefgen.word.markup import TAB, control, field, paragraph, part, text
from briefgen.word.names import ORDER
from briefgen.word.package import save
from briefgen.word.skeleton import DAY, SANS_FACE, SERIF_FACE, Design, build
from briefgen.word.typefaces import carry_fonts

_USUAL = ("title", *ORDER)
_HEAD = control("title") + TAB + control("marking")
_FOOT = control("marking") + TAB + text("Page ") + field("PAGE") + text(" / ") + field("NUMPAGES")


def _parts(*names: str) -> str:
    return "".join(part(name) for name in names)


BRIEF = Design("brief", _parts(*_USUAL), _HEAD, _FOOT)
"""A4; 30 mm at the sides, 28 mm above, 26 mm below."""

LETTER = Design(
    "brief-letter", _parts(*_USUAL), _HEAD, _FOOT, width=12240, height=15840, top=1512, bottom=1440, side=1728
)
"""US Letter; 1.2 inches at the sides."""

PARLIAMENT = Design(
    "parliament",
    _parts("title", "front", "changed", "key-points", "bottom-line", "sections", "key-figures", "positions",
           "people", "limits", "source", "annex", "notes"),
    control("organisation") + TAB + control("marking"),
    control("title") + TAB + text("Page ") + field("PAGE") + text(" / ") + field("NUMPAGES"),
    top=1701, bottom=1588, side=1814, accent="2B5A41", heading_face=SERIF_FACE,
    styles={
        "Title": (NEXT + TOGETHER + space(6, 8, 30), SANS + BOLD + colour(ACCENT) + size(25)),
        "Heading 1": (NEXT + TOGETHER + space(20, 6, 22) + '<w:outlineLvl w:val="0"/>',
                      SANS + BOLD + colour(ACCENT) + size(17)),
        "Bottom Line": (TOGETHER + ground(GROUND) + space(2, 9, 17.5) + '<w:ind w:left="120" w:right="120"/>',
                        size(12)),
    },
)  # fmt: skip
"""A4, serif throughout, main sentences first: for the members of a chamber."""

_EDGES = "<w:pBdr>" + "".join(edge(side, 4, ACCENT, 4) for side in ("top", "left", "bottom", "right")) + "</w:pBdr>"
_INSET = '<w:ind w:left="100" w:right="100"/>'
_WHITE = '<w:color w:val="FFFFFF"/>'


def _band(content: str) -> str:
    """Make one line of the band of colour at the top of the first page."""
    block = NEXT + _EDGES + ground(ACCENT) + space(0, 0, 20) + _INSET
    return f'<w:p><w:pPr><w:pStyle w:val="FrontBlock"/>{block}</w:pPr>{content}</w:p>'


def _panel() -> str:
    """Make the panel that is signed."""
    letters = f"<w:rPr>{colour(INK)}{size(10.5)}</w:rPr>"
    boxes = text("          ", letters).join(
        text("[   ]  ", letters) + control(name, letters) for name in ("noted", "agreed", "discuss")
    )
    signed = "".join((
        control("signed", letters), text(f"  {'_' * 30}     ", letters),
        control("dated", letters), text(f"  {'_' * 20}", letters),
    ))  # fmt: skip
    # The last line is the panel's end, and kept with nothing.
    shown = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="FrontBlock"/>{kept}{space(6, 6, 18)}</w:pPr>{line}</w:p>'
        for line, kept in ((boxes, NEXT), (signed, ""))
    )
    return paragraph("Heading 2", control("decision")) + shown


_LETTERS = f"<w:rPr>{BOLD}{_WHITE}{size(10.5)}</w:rPr>"
MINISTERIAL = Design(
    "ministerial",
    _band(control("organisation", _LETTERS)) + _parts("title", "front", "bottom-line", "changed", "key-points")
    + _panel() + _parts("key-figures", "sections", "positions", "people", "limits", "source", "annex", "notes"),
    _HEAD, _FOOT, top=1474, side=1588, accent="5A2440", text_face=SANS_FACE,
    styles={
        "Title": (NEXT + TOGETHER + _EDGES + ground(ACCENT) + space(0, 12, 30) + _INSET,
                  SANS + BOLD + _WHITE + size(22)),
        "Key Point": (NUMBER + space(0, 6, 15.5) + '<w:ind w:left="397" w:hanging="397"/>', ""),
    },
)  # fmt: skip
"""A4, sans throughout: a band of colour, numbered key points, a panel to sign."""

DESIGNS = {design.name: design for design in (BRIEF, LETTER, PARLIAMENT, MINISTERIAL)}


def make(name: str) -> bytes:
    """Make one of the templates that ship, its fonts in it."""
    document = parse_document(io.BytesIO(build(DESIGNS[name])))
    carry_fonts(document, read_look(document), template=True)
    return save(document, DAY)


def main(folder: str = "templates") -> None:
    """Write the templates into a folder."""
    for name in DESIGNS:
        Path(folder, f"{name}.docx").write_bytes(make(name))


if __name__ == "__main__":
    main(*sys.argv[1:2])
