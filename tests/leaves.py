"""A finished PDF → what is wrong with its pages, by other means than those that made it: rendering, tags, links."""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
from PIL import Image

from briefgen.model.look import Page
from tests.verapdf import Validator

WHITE = 1 / 6
"""Share of the height of text that may stay white at the end of a page that is not the last."""
THIN = 1 - 1 / 12
"""Share of white from which a last page has next to nothing on it."""
FEW, LOW = 3, 6
"""Rows, and lines, up to which a table stands whole. One of longer cells parts between its rows as any other."""
_DOTS = 36
"""Resolution of rendering: two points a dot."""
_DRAWN = re.compile(rb"/(\w+) <</MCID \d+>> BDC")


def faults(path: Path, page: Page, validator: Validator, flavour: str = "2a") -> list[str]:
    """List everything wrong with a paper, each with the paper's name.

    Args:
        path: the paper.
        page: size and margins it was laid out for.
        validator: veraPDF.
        flavour: of PDF/A, beside PDF/UA-1.
    """
    found = [
        f"{kind}: {rule} {said}" for kind in ("ua1", flavour) for rule, said in validator.broken(path, kind).items()
    ]
    done = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True)
    found += [] if done.returncode == 0 else [f"qpdf: {done.stdout + done.stderr}"]
    with pikepdf.open(path) as pdf:
        found += [*headings_last(pdf), *dead_links(pdf), *fonts_outside(pdf), *small_tables_parted(pdf)]
    shares = white(path, page)
    found += [f"page {n}: {share:.0%} of it is white" for n, share in enumerate(shares[:-1], 1) if share >= WHITE]
    found += [f"the last page has next to nothing on it: {s:.0%} white" for s in shares[1:][-1:] if s >= THIN]
    return [f"{path.stem}: {fault}" for fault in found]


def white(path: Path, page: Page) -> list[float]:
    """Measure how much of the height of text is white at the end of each page, as rendered."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", str(_DOTS), "-gray", path, f"{folder}/p"], check=True)
        return [_white(Image.open(image), page) for image in sorted(Path(folder).iterdir())]


def _white(image: Image.Image, page: Page) -> float:
    dots = _DOTS / 72
    top, bottom = round(page.top * dots), round((page.height - page.bottom) * dots)
    area = image.crop((0, top, image.width, bottom)).point(lambda grey: 255 if grey < 245 else 0)
    box = area.getbbox()
    return 1.0 if box is None else (bottom - top - box[3]) / (bottom - top)


def headings_last(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Name the pages whose last tagged content is a heading, or the title of a figure or table."""
    for number, page in enumerate(pdf.pages, 1):
        content = page.Contents.read_bytes()
        drawn = _DRAWN.findall(content)
        if drawn and re.fullmatch(rb"H\d|Caption", drawn[-1]):
            yield f"page {number}: ends with {drawn[-1].decode()}"


def small_tables_parted(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Name the tables of three rows and six lines, or fewer, that stand on two pages."""
    for table in _elements(pdf.Root.StructTreeRoot, "/Table"):
        bodies = list(_elements(table, "/TBody"))
        rows = sum(len(list(_elements(body, "/TR"))) for body in bodies)
        contents = set().union(*map(_contents, bodies))
        if rows <= FEW and len({page for page, _ in contents}) > 1 and _lines(pdf, contents) <= LOW:
            yield f"a table of {rows} rows stands on two pages"


def _lines(pdf: pikepdf.Pdf, contents: set[tuple[tuple[int, int], int]]) -> int:
    """Count the lines that marked contents, (page, number), are set in."""
    found = set()
    for page in pdf.pages:
        marked, height = -1, 0.0
        for operands, operator in pikepdf.parse_content_stream(page):
            match str(operator):
                case "Tm":
                    height = float(operands[5])
                case "BDC":
                    marked = int(operands[1].get("/MCID", -1))
                case "TJ" | "Tj" if (page.obj.objgen, marked) in contents:
                    found.add((page.obj.objgen, height))
    return len(found)


def _elements(node: pikepdf.Object, role: str) -> Iterator[pikepdf.Object]:
    """Find the elements of a role under one, or under the root of the tree."""
    for kid in node.K:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from [kid] if str(kid.S) == role else _elements(kid, role)


def _contents(node: pikepdf.Object) -> set[tuple[tuple[int, int], int]]:
    """Collect the marked contents of an element: their pages, and their numbers on these."""
    found = set()
    for kid in node.K:
        if not isinstance(kid, pikepdf.Dictionary):
            found.add((node.Pg.objgen, int(kid)))
        elif "/K" in kid:
            found |= _contents(kid)
        elif "/MCID" in kid:
            found.add((kid.Pg.objgen, int(kid.MCID)))
    return found


def dead_links(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Name the links and bookmarks that lead to no page of the file, or beyond its edge."""
    pages = {page.obj.objgen for page in pdf.pages}
    for number, page in enumerate(pdf.pages, 1):
        width, height = (float(edge) for edge in page.MediaBox[2:])
        for link in page.get("/Annots", []):
            target, _, left, top, _ = link.Dest
            if target.objgen not in pages or not (0 <= left <= width and 0 <= top <= height):
                yield f"page {number}: the link “{link.Contents}” is dead"
            if not str(link.Contents):
                yield f"page {number}: a link says nothing of itself"
    with pdf.open_outline() as outline:
        waiting = list(outline.root)
        while waiting:
            item = waiting.pop()
            waiting += item.children
            if item.destination is None or item.destination[0].objgen not in pages:
                yield f"the bookmark “{item.title}” is dead"


def fonts_outside(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Name the fonts that are not embedded as subsets."""
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor":
            name = str(thing.FontName)
            if not ("/FontFile2" in thing and name[7:8] == "+") and not _of_a_chart(thing):
                yield f"the font {name} is not embedded as a subset"


def _of_a_chart(descriptor: pikepdf.Dictionary) -> bool:
    """Tell whether matplotlib wrote it: it embeds subsets under the font's plain name."""
    return any(key in descriptor for key in ("/FontFile2", "/FontFile3")) and "/XHeight" in descriptor
