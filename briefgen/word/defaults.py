"""Style name → its built-in design. The shipped template is made of these; a template that lacks one is lent it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

ACCENT = "12436D"
INK = "1F2933"
GREY = "52606D"
HAIR = "B8C4CE"
GROUND = "EDF2F7"
MEASURE = 8504
"""Width of the text of the shipped A4 template, in twentieths of a point: 150 mm."""


_WORDS_OWN = {name: name.lower() for name in ("Heading 1", "Heading 2", "Heading 3", "Caption", "Header", "Footer")}
"""Word shows these names with a capital and writes them without."""


@dataclass(frozen=True, slots=True)
class Default:
    """One style: what it is based on, and the contents of its ``w:pPr``, ``w:rPr`` and ``w:tblPr``."""

    name: str
    kind: Literal["paragraph", "character", "table"]
    base: str
    block: str = ""
    type: str = ""
    rest: str = ""
    next: str = ""

    @property
    def id(self) -> str:
        """Give the style's id: its name without spaces, as Word forms it."""
        return "".join(word[0].upper() + word[1:] for word in self.name.split())

    def markup(self, base_id: str, accent: str = ACCENT) -> str:
        """Write the style as it stands in ``styles.xml``."""
        name = _WORDS_OWN.get(self.name, self.name)
        following = f'<w:next w:val="{self.next}"/>' if self.next else ""
        block = f"<w:pPr>{self.block}</w:pPr>" if self.block else ""
        letters = f"<w:rPr>{self.type}</w:rPr>" if self.type else ""
        based = f'<w:basedOn w:val="{base_id}"/>' if base_id else ""
        head = f'<w:style w:type="{self.kind}" w:styleId="{self.id}"><w:name w:val="{name}"/>{based}{following}'
        made = f'{head}<w:uiPriority w:val="1"/><w:qFormat/>{block}{letters}{self.rest}</w:style>'
        return made.replace(f'"{ACCENT}"', f'"{accent}"')


def _face(which: Literal["major", "minor"]) -> str:
    latin = f'w:asciiTheme="{which}HAnsi" w:hAnsiTheme="{which}HAnsi"'
    return f'<w:rFonts {latin} w:eastAsiaTheme="{which}EastAsia" w:cstheme="{which}Bidi"/>'


SANS = _face("major")
SERIF = _face("minor")
BOLD = "<w:b/><w:bCs/>"


def colour(value: str) -> str:
    """Set a colour; the accent follows the theme."""
    return f'<w:color w:val="{value}"' + (' w:themeColor="accent1"/>' if value == ACCENT else "/>")


def size(points: float) -> str:
    """Set a size, in points."""
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def space(before: float, after: float, line: float) -> str:
    """Set space before and after and the distance of base lines, in points."""
    twips = (round(x * 20) for x in (before, after, line))
    return '<w:spacing w:before="{}" w:after="{}" w:line="{}" w:lineRule="atLeast"/>'.format(*twips)


def edge(side: str, eighths: int, colour: str, space: int) -> str:
    """Draw an edge; width in eighths of a point, space in points."""
    theme = ' w:themeColor="accent1"' if colour == ACCENT else ""
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{colour}"{theme}/>'


def ground(value: str) -> str:
    """Set a ground; the accent follows the theme."""
    theme = ' w:themeFill="accent1"' if value == ACCENT else ""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{value}"{theme}/>'


NEXT = "<w:keepNext/>"
TOGETHER = "<w:keepLines/>"
RULE = f"<w:pBdr>{edge('left', 18, ACCENT, 9)}</w:pBdr>"
BOX = "<w:pBdr>" + "".join(edge(s, 4, GROUND, 4) for s in ("top", "left", "bottom", "right")) + "</w:pBdr>"
TABS = f'<w:tabs><w:tab w:val="right" w:pos="{MEASURE}"/></w:tabs>'
NUMBER = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'
"""The numbered list of the shipped templates."""
BULLET = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{bullet}"/></w:numPr>'
"""``{bullet}`` is filled with the number of the list in the template's numbering part."""
CELLS = (
    '<w:tblCellMar><w:left w:w="{left}" w:type="dxa"/><w:right w:w="{right}" w:type="dxa"/></w:tblCellMar>'
)  # fmt: skip
GRID = (
    f"<w:tblPr><w:tblBorders>{edge('top', 8, ACCENT, 0)}{edge('bottom', 8, ACCENT, 0)}{edge('insideH', 4, HAIR, 0)}"
    f"</w:tblBorders>{CELLS.format(left=85, right=85)}</w:tblPr>"
    f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>{edge("bottom", 8, ACCENT, 0)}</w:tcBorders></w:tcPr>'
    "</w:tblStylePr>"
)
TILES = (
    f"<w:tblPr><w:tblBorders>{edge('top', 12, ACCENT, 0)}{edge('bottom', 4, HAIR, 0)}</w:tblBorders>"
    f"{CELLS.format(left=0, right=170)}</w:tblPr>"
)

TABLE = "Brief Table"
FIGURES = "Key Figures Grid"


def _paragraphs() -> Iterator[Default]:
    def style(name: str, base: str, block: str = "", letters: str = "", following: str = "") -> Default:
        return Default(name, "paragraph", base, block, letters, next=following)

    yield style("Body Text", "Normal", space(0, 7.5, 15.5))
    yield style("Title", "Normal", NEXT + TOGETHER + space(0, 5, 25.5), SANS + BOLD + colour(ACCENT) + size(21),
                "BodyText")  # fmt: skip
    yield style("Subtitle", "Normal", NEXT + space(0, 10, 18), SANS + colour(GREY) + size(14), "BodyText")
    yield style("Heading 1", "Normal", NEXT + TOGETHER + space(18, 5, 20) + '<w:outlineLvl w:val="0"/>',
                SANS + BOLD + colour(ACCENT) + size(16), "BodyText")  # fmt: skip
    yield style("Heading 2", "Normal", NEXT + TOGETHER + space(13, 4, 17) + '<w:outlineLvl w:val="1"/>',
                SANS + BOLD + colour(INK) + size(13), "BodyText")  # fmt: skip
    yield style("Heading 3", "Normal", NEXT + TOGETHER + space(10, 3, 15) + '<w:outlineLvl w:val="2"/>',
                SANS + BOLD + colour(GREY) + size(11.5), "BodyText")  # fmt: skip
    yield style("Bottom Line", "Body Text", TOGETHER + RULE + space(2, 9, 17.5) + '<w:ind w:left="240"/>',
                size(12.5))  # fmt: skip
    yield style("Front Block", "Normal", space(0, 2, 13), SANS + colour(GREY) + size(9.5))
    yield style("Marking", "Normal", NEXT + space(0, 6, 14), SANS + BOLD + size(10))
    yield style("Our Words", "Normal",
                BOX + ground(GROUND) + space(5, 5, 13.5) + '<w:ind w:left="100" w:right="100"/>',
                SANS + colour(INK) + size(10))  # fmt: skip
    yield style("Rights", "Normal", space(4, 6, 11.5), SANS + colour(GREY) + size(8.5))
    yield style("Source Line", "Normal", space(3, 14, 11.5), SANS + colour(GREY) + size(8.5))
    yield style("List Bullet", "Body Text",
                BULLET + space(0, 5, 15.5) + '<w:ind w:left="284" w:hanging="284"/>')  # fmt: skip
    yield style("Key Point", "List Bullet")
    yield style("Callout Title", "Normal", NEXT + TOGETHER + f"<w:pBdr>{edge('top', 8, ACCENT, 5)}</w:pBdr>"
                + space(14, 4, 14), SANS + BOLD + colour(ACCENT) + size(10.5), "OurWords")  # fmt: skip
    yield style("Key Figure", "Normal", NEXT + TOGETHER + space(5, 1, 20), SANS + BOLD + colour(ACCENT) + size(16))
    yield style("Key Figure Label", "Normal", TOGETHER + space(0, 1, 12.5), SANS + size(9.5))
    yield style("Caption", "Normal", NEXT + TOGETHER + space(12, 1, 14), SANS + BOLD + colour(INK) + size(10.5),
                "BodyText")  # fmt: skip
    yield style("Figure Subtitle", "Normal", NEXT + TOGETHER + space(0, 4, 12.5), SANS + colour(GREY) + size(9.5))
    yield style("Picture", "Normal", NEXT + '<w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/>')
    yield style("Table Text", "Normal", space(2.5, 2.5, 12.5), SANS + size(9.5))
    yield style("Table Head", "Table Text", NEXT, BOLD)
    yield style("Table Number", "Table Text", '<w:jc w:val="right"/>')
    yield style("endnote text", "Normal", space(0, 4, 13), size(9.5))
    yield style("Header", "Normal", TABS + space(0, 0, 11), SANS + colour(GREY) + size(8.5))
    yield style("Footer", "Normal", TABS + space(0, 0, 11), SANS + colour(GREY) + size(8.5))


def _characters() -> Iterator[Default]:
    def style(name: str, letters: str) -> Default:
        return Default(name, "character", "Default Paragraph Font", type=letters)

    yield style("endnote reference", colour(ACCENT) + '<w:vertAlign w:val="superscript"/>')
    yield style("Locator", SANS + colour(GREY) + size(8.5))
    yield style("Our Insertion", SANS + colour(INK) + ground(GROUND))
    yield style("Strong", BOLD)
    yield style("Hyperlink", colour(ACCENT) + '<w:u w:val="single" w:color="9DB2CC"/>')


DEFAULTS: dict[str, Default] = {
    d.name.lower(): d
    for d in (
        *_paragraphs(),
        *_characters(),
        Default(TABLE, "table", "Normal Table", rest=GRID),
        Default(FIGURES, "table", "Normal Table", rest=TILES),
    )
}
"""By lower-case name, each after the one it is based on."""
