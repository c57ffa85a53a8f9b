"""A chart in the PDF is the drawing that Word shows: the SVG out of the finished .docx, laid over the finished page."""

from __future__ import annotations

import io
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import resvg_py
from lxml import etree
from PIL import Image, ImageChops

from briefgen.pipeline.build import build_paper
from briefgen.project import Order, gather, open_project
from tests.paths import ROOT

pytestmark = pytest.mark.xdist_group("drawings")
_DOTS = 4
"""A point, as rendered."""
_BLOCK = 4
"""Points of the squares that are compared: smaller ones would tell how two programs smooth edges."""
_ALIKE = 32
"""Of 255. Two programs draw the same by up to 26; the least word left out makes 41."""


@dataclass(frozen=True)
class Drawn:
    """A chart as Word and as the PDF has it."""

    svg: bytes
    page: Image.Image
    said: str
    """What is read out of the figure's own content."""


@pytest.fixture(scope="module")
def charts(tmp_path_factory: pytest.TempPathFactory) -> tuple[Drawn, ...]:
    """Draw the charts of every theme."""
    folder, project = tmp_path_factory.mktemp("drawings"), open_project(str(ROOT))
    order = Order(tuple(project.themes), each=True, formats=("docx", "pdf"), date="2025-12-01")
    papers = (build_paper(commission).files for commission in gather(project, order))
    return tuple(drawn for docx, pdf in papers for drawn in _charts(docx.content, pdf.content, folder))


def _charts(docx: bytes, pdf: bytes, folder: Path) -> Iterator[Drawn]:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        names = [name for name in archive.namelist() if name.endswith(".svg")]
        vectors = [archive.read(name) for name in sorted(names, key=lambda name: (len(name), name))]
    path = folder / "paper.pdf"
    path.write_bytes(pdf)
    with pikepdf.open(path) as opened:
        numbers = {page.obj.objgen: number for number, page in enumerate(opened.pages, 1)}
        places = [(numbers[f.Pg.objgen], [float(v) for v in f.A.BBox]) for f in _figures(opened.Root.StructTreeRoot.K)]
        height = float(opened.pages[0].MediaBox[3])
    assert len(places) == len(vectors)
    for svg, (number, box) in zip(vectors, places, strict=True):
        left, bottom, right, top = box
        frame = [round(edge * _DOTS) for edge in (left, height - top, right, height - bottom)]
        page = ["-f", str(number), "-l", str(number)]
        ask = ["pdftoppm", "-r", str(72 * _DOTS), "-gray", "-singlefile", *page, path, folder / "page"]
        subprocess.run(ask, check=True)
        area = [str(round(edge)) for edge in (left, height - top, right - left, top - bottom)]
        where = [part for pair in zip(("-x", "-y", "-W", "-H"), area, strict=True) for part in pair]
        said = subprocess.run(["pdftotext", *page, *where, path, "-"], check=True, capture_output=True, text=True)
        yield Drawn(svg, Image.open(folder / "page.pgm").crop(tuple(frame)), " ".join(said.stdout.split()))


def _figures(node: Any) -> Iterator[Any]:
    if isinstance(node, pikepdf.Array):
        for kid in node:
            yield from _figures(kid)
    elif isinstance(node, pikepdf.Dictionary):
        if node.get("/S") == "/Figure":
            yield node
        yield from _figures(node.get("/K"))


def _difference(svg: bytes, page: Image.Image) -> int:
    """Give the greatest difference between two squares of the same place."""
    png = resvg_py.svg_to_bytes(svg_string=svg.decode(), dpi=72, width=page.width, background="white")
    size = (page.width // (_DOTS * _BLOCK), page.height // (_DOTS * _BLOCK))
    pair = (image.convert("L").resize(size, Image.Resampling.BOX) for image in (Image.open(io.BytesIO(png)), page))
    return int(ImageChops.difference(*pair).getextrema()[1])


def test_each_chart_is_the_same_drawing_in_both(charts: tuple[Drawn, ...]) -> None:
    assert len(charts) >= 8
    assert [n for n, chart in enumerate(charts) if _difference(chart.svg, chart.page) > _ALIKE] == []


def test_a_word_that_only_one_of_them_has_is_seen(charts: tuple[Drawn, ...]) -> None:
    for chart in charts:
        tree = etree.fromstring(chart.svg)
        word = next(g for g in tree.iter("{*}g") if str(g.get("id")).startswith("text_"))
        parent = word.getparent()
        assert parent is not None
        parent.remove(word)
        assert _difference(etree.tostring(tree), chart.page) > _ALIKE


def test_the_words_of_a_chart_can_be_selected(charts: tuple[Drawn, ...]) -> None:
    assert all(len(chart.said) > 20 and " " in chart.said for chart in charts)
    assert any("US$107.7 billion" in chart.said for chart in charts)
