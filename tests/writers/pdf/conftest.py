"""The sample paper as PDF, written once a session, and what the tests look at it with."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from briefgen.model.brief import Block, Brief, Part
from briefgen.model.look import Look, Template
from briefgen.model.source import File
from briefgen.writers.pdf import write
from tests import papers, verapdf

Listen = Callable[[Path], str]


def dressed() -> Look:
    """The sample look with what only a real template has: indents, grounds, a bar, other faces."""
    look = papers.look()
    changed = {
        "Heading 1": {"face": "Source Sans Pro", "size": 16.0, "bold": True, "leading": 20.0, "keep_next": True},
        "Our Words": {"shade": "EDF2F7", "rule": "EDF2F7", "left": 5.0, "right": 5.0},
        "Bottom Line": {"rule": "12436D", "left": 12.0},
        "List Bullet": {"left": 14.2, "first": -14.2},
        "Our Insertion": {"face": "Source Sans Pro", "shade": "EDF2F7"},
        "Locator": {"italic": True, "size": 8.5},
    }
    return replace(look, styles=tuple(replace(s, **changed.get(s.name, {})) for s in look.styles))


@pytest.fixture(scope="session")
def sample() -> Brief:
    return papers.brief()


@pytest.fixture(scope="session")
def template() -> Template:
    return Template(File("brief.docx", b""), dressed(), ())


@pytest.fixture(scope="session")
def paper(sample: Brief, template: Template, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample paper's file."""
    path = tmp_path_factory.mktemp("pdf") / "paper.pdf"
    path.write_bytes(write(sample, template))
    return path


@pytest.fixture
def printed(sample: Brief, template: Template, tmp_path: Path) -> Callable[..., Path]:
    """Print other blocks instead of the sample's."""

    def make(*blocks: Block) -> Path:
        path = tmp_path / "blocks.pdf"
        path.write_bytes(write(replace(sample, parts=(Part("sections", "Sections", blocks),)), template))
        return path

    return make


@pytest.fixture(scope="session")
def validator() -> verapdf.Validator:
    """veraPDF; absent, the tests that need it say so."""
    if absent := verapdf.lacking():
        pytest.skip(f"not installed: {absent}")
    return verapdf.Validator()


@pytest.fixture(scope="session")
def listen() -> Listen:
    """What a screen reader is given: the structure tree with its text, without numbers of objects."""
    if shutil.which("pdfinfo") is None:
        pytest.skip("not installed: pdfinfo (poppler-utils)")

    def read(path: Path) -> str:
        said = subprocess.run(["pdfinfo", "-struct-text", path], capture_output=True, check=True, text=True).stdout
        return re.sub(r"^ *Object \d+ 0\n", "", said, flags=re.MULTILINE)

    return read


@pytest.fixture(scope="session")
def spoken() -> Listen:
    """The alternative texts, in reading order, each with its element's role, and the languages of stretches."""

    def tell(node: pikepdf.Object) -> Iterator[str]:
        if isinstance(node, pikepdf.Array):
            for kid in node:
                yield from tell(kid)
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            said = [f"{key[1:]} “{node[key]}”" for key in ("/Alt", "/Lang") if key in node]
            yield from [f"{str(node.S)[1:]}: {', '.join(said)}"] if said else []
            yield from tell(node.get("/K"))

    def read(path: Path) -> str:
        with pikepdf.open(path) as pdf:
            return "".join(f"{line}\n" for line in tell(pdf.Root.StructTreeRoot.K))

    return read


@pytest.fixture(scope="session")
def copied() -> Listen:
    """What somebody gets who copies the text out of a file, line by line."""
    if shutil.which("pdftotext") is None:
        pytest.skip("not installed: pdftotext (poppler-utils)")

    def read(path: Path) -> str:
        return subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True, text=True).stdout

    return read


Pixels = Callable[[Path, int], Image.Image]


@pytest.fixture(scope="session")
def pixels(tmp_path_factory: pytest.TempPathFactory) -> Pixels:
    """A page as it is seen, one pixel a point."""
    if shutil.which("pdftoppm") is None:
        pytest.skip("not installed: pdftoppm (poppler-utils)")
    folder = tmp_path_factory.mktemp("pixels")

    def see(path: Path, page: int = 1) -> Image.Image:
        ask = ["pdftoppm", "-r", "72", "-f", str(page), "-l", str(page), "-singlefile", path, folder / "page"]
        subprocess.run(ask, check=True)
        return Image.open(folder / "page.ppm").convert("RGB")

    return see
