"""Drawing commands in points → one picture as PDF, SVG and PNG. The bytes depend on no clock, machine or run."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import pairwise
from typing import Any, Final, Literal

import afcharts
import matplotlib
from matplotlib import style
from matplotlib.figure import Figure
from matplotlib.font_manager import FontEntry, FontProperties, fontManager
from matplotlib.patches import Circle, Polygon, Rectangle
from matplotlib.textpath import text_to_path

from briefgen.fonts import SANS, bare_subsets, stack
from briefgen.model.chart import Picture
from briefgen.model.colours import contrast
from briefgen.model.look import Look

_SETTINGS: Final[dict[Any, Any]] = {
    "text.parse_math": False,
    "pdf.fonttype": 42,
    "ps.fonttype": 42,
    "svg.fonttype": "path",
    "svg.hashsalt": "briefgen",
    "text.hinting": "none",
    "hatch.linewidth": 0.9,
}
_METADATA: Final[dict[str, dict[str, None]]] = {
    "pdf": {"Creator": None, "Producer": None, "CreationDate": None},
    "svg": {"Creator": None, "Date": None, "Format": None, "Type": None},
    "png": {"Software": None},
}
_STYLE: Final = f"{afcharts.__name__}.afcharts"
_INK: Final = "#1a1a1a"
_GREY: Final = "#3d3d3d"
_DARK: Final = "#12436d"
"""The first colour of the Analysis Function's palette, for accents too pale to be seen on white."""
_NEVER_FIRST: Final = frozenset("\u00a0 …,.;:!?)]’”、，。；：！？）」』》")
"""What may not begin a line: closing marks of Latin and Han writing."""
Across = Literal["left", "center", "right"]
Down = Literal["top", "center", "bottom", "baseline"]


class Sheet:
    """A surface as wide as the text of a page; y counts downwards from 0; its height is set by ``close``."""

    def __init__(self, look: Look) -> None:
        self.width = look.page.measure
        self.height = 0.0
        self.accent = _DARK if contrast(look.accent, "FFFFFF") < 3 else f"#{look.accent}"
        self._faces = {bold: _registered(bold) for bold in (False, True)}
        self._grid = matplotlib.rcParams["grid.color"]
        self.figure = Figure()
        self._axes = self.figure.add_axes((0.0, 0.0, 1.0, 1.0))
        self._axes.set_axis_off()

    def close(self, height: float) -> None:
        """Cut the sheet off below."""
        self.height = height
        self.figure.set_size_inches(self.width / 72, height / 72)
        self._axes.set(xlim=(0, self.width), ylim=(height, 0))

    def width_of(self, words: str, size: float, bold: bool = False) -> float:
        """Measure a line of text."""
        fonts = FontProperties(family=self._faces[bold], size=size)
        return float(text_to_path.get_text_width_height_descent(words, fonts, ismath=False)[0])

    def wrap(self, words: str, width: float, size: float, bold: bool = False) -> list[str]:
        """Break a text into lines no wider than given, where words and syllables of Han writing end."""
        lines = [""]
        whole = list(_pieces(words))
        for piece in (p for w in whole for p in (w if self.width_of(w.rstrip(), size, bold) > width else (w,))):
            if lines[-1] and self.width_of((lines[-1] + piece).rstrip(), size, bold) > width:
                lines.append("")
            lines[-1] += piece
        return [line.strip() for line in lines]

    def write(
        self,
        x: float,
        y: float,
        words: str,
        size: float,
        *,
        bold: bool = False,
        grey: bool = False,
        ground: bool = False,
        ha: Across = "left",
        va: Down = "center",
    ) -> None:
        """Write a line; ``ground`` puts white behind it, so that no grid line runs through."""
        text = self._axes.text(x, y, words, fontsize=size, ha=ha, va=va, color=_GREY if grey else _INK, zorder=5)
        text.set_fontfamily(self._faces[bold])
        text.set_fontfeatures(("-liga", "-clig", "-dlig"))
        if ground:
            text.set_bbox({"facecolor": "white", "edgecolor": "none", "pad": 0.8})

    def write_lines(self, x: float, y: float, lines: Sequence[str], size: float, **how: Any) -> None:
        """Write lines below each other; y is the middle of the block, or its top or bottom as ``va`` says."""
        leading = size * 1.2
        above = {"top": 0.0, "bottom": len(lines) * leading}.get(how.pop("va", "center"), len(lines) * leading / 2)
        for number, line in enumerate(lines):
            self.write(x, y - above + (number + 0.5) * leading, line, size, va="center", **how)

    def bar(self, x: float, y: float, width: float, height: float, *, derived: bool = False) -> None:
        """Fill a rectangle; a derived value is white, hatched and outlined."""
        patch = Rectangle((x, y), width, height, edgecolor=self.accent, linewidth=1.0, zorder=3)
        patch.set_facecolor("white" if derived else self.accent)
        patch.set_hatch("////" if derived else "")
        self._axes.add_patch(patch)

    def dot(self, x: float, y: float, radius: float) -> None:
        """Set a dot."""
        self._axes.add_patch(Circle((x, y), radius, facecolor=self.accent, edgecolor="white", linewidth=0.8, zorder=4))

    def arrow(self, x: float, start: float, end: float) -> None:
        """Draw a bar downwards that ends in a head: from here on, with no end given."""
        neck = max(end - 7, start)
        self._axes.add_patch(Rectangle((x - 2.5, start), 5, neck - start, color=self.accent, linewidth=0, zorder=3))
        head = ((x - 5.5, neck), (x + 5.5, neck), (x, end))
        self._axes.add_patch(Polygon(head, facecolor=self.accent, edgecolor="none", zorder=3))

    def line(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        *,
        strong: bool = False,
        accent: bool = False,
        behind: bool = False,
        dashed: bool = False,
    ) -> None:
        """Draw a line: a grid line, or a strong one."""
        colour = self.accent if accent else _GREY if strong else self._grid
        width = 2.0 if accent else 0.9 if strong else 0.6
        self._axes.plot(
            (x1, x2), (y1, y2), color=colour, linewidth=width, zorder=1 if behind else 2,
            linestyle=(0, (2, 2)) if dashed else "-", solid_capstyle="butt",
        )  # fmt: skip


def render(look: Look, paint: Callable[[Sheet], None]) -> Picture:
    """Paint a sheet and keep it in the three forms."""
    with _styled():
        sheet = Sheet(look)
        paint(sheet)
        pdf, svg, png = (_saved(sheet.figure, form) for form in ("pdf", "svg", "png"))
    return Picture(sheet.width, sheet.height, pdf, svg, png)


@contextmanager
def _styled() -> Iterator[None]:
    """Set the house style for one picture, whatever the machine's own settings, and put everything back."""
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        style.use(_STYLE)
        matplotlib.rcParams.update(_SETTINGS)
        yield


def _saved(figure: Figure, form: str) -> bytes:
    buffer = io.BytesIO()
    with bare_subsets():
        figure.savefig(buffer, format=form, dpi=200, metadata=_METADATA[form])
    return buffer.getvalue()


@cache
def _registered(bold: bool) -> tuple[str, ...]:
    """Tell matplotlib the faces that may draw a text, under names of ours: no font of the machine steps in.

    Always our sans serif: small type wants it, and matplotlib would write wrong widths for Source Serif, whose
    figures and dots bear another glyph's metrics (USE_MY_METRICS) that FreeType prefers to the font's own table.
    """
    names = []
    for face in stack(SANS, bold):
        name = f"briefgen {face.path.stem}"
        if all(entry.name != name for entry in fontManager.ttflist):
            fontManager.ttflist.append(
                FontEntry(str(face.path), 0, name, "normal", "normal", 400, "normal", "scalable")
            )
        names.append(name)
    return tuple(names)


def _pieces(words: str) -> Iterator[str]:
    """Cut a text where a line may end: behind a blank, an en dash, a Han character."""
    piece = ""
    for char, after in pairwise(f"{words}\n"):
        piece += char
        if char == " " or ((char == "–" or "\u3400" <= char <= "\u9fff") and after not in _NEVER_FIRST):
            yield piece
            piece = ""
    yield piece
