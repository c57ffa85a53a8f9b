"""Nothing → the two pictures of README's “make it yours”: the template as it opens, and both papers once it is changed.

    python docs/template.py [FOLDER]

What a designer does in Word is done here by python-docx. Needs soffice and pdftoppm.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, RGBColor
from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
WIDE, GAP = 560, 16
"""Width of a page and space between pages, in pixels."""


def main(folder: str = str(ROOT / "docs" / "pages")) -> None:
    """Make both pictures and print their names."""
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        mine = scratch / "mine.docx"
        _changed(mine)
        command = [sys.executable, "-m", "briefgen", "-q", "template", "preview", str(mine), "-o", str(scratch)]
        subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
        opened = _first_page(_as_pdf(ROOT / "templates" / "brief.docx", scratch), scratch)
        word = _first_page(_as_pdf(scratch / "sample-mine-preview.docx", scratch / "word"), scratch)
        pdf = _first_page(scratch / "sample-mine-preview.pdf", scratch)
        for target, pages in (("template-opened", [opened]), ("template-yours", [word, pdf])):
            path = Path(folder, f"{target}.png")
            _beside(pages).quantize(64).save(path, optimize=True)
            print(path)


def _changed(target: Path) -> None:
    """Change a colour, a font, the margins, a heading and the order of the parts."""
    document = Document(ROOT / "templates" / "brief.docx")
    for name in ("Title", "Heading 1"):
        font = document.styles[name].font
        font.color.rgb = RGBColor(0x8A, 0x1C, 0x2B)
        for attribute in list(font.element.rPr.rFonts.attrib):
            del font.element.rPr.rFonts.attrib[attribute]
        font.name = "Source Serif Pro"
    document.sections[0].left_margin = document.sections[0].right_margin = Mm(24)
    parts = {c.find(f"{qn('w:sdtPr')}/{qn('w:alias')}").get(qn("w:val")): c for c in document.element.body[:-1]}
    parts["Front block"].addnext(parts["Key figures"])
    label = next(parts["Bottom line"].iter(qn("w:r")))
    label.remove(label.find(qn("w:rPr")))
    label.find(qn("w:t")).text = "In one sentence"
    document.save(target)


def _as_pdf(paper: Path, folder: Path) -> Path:
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(paper)]
    subprocess.run(command, check=True, capture_output=True)
    return folder / f"{paper.stem}.pdf"


def _first_page(pdf: Path, scratch: Path) -> Image.Image:
    stem = scratch / f"{pdf.parent.name}-{pdf.stem}"
    subprocess.run(["pdftoppm", "-r", "110", "-png", "-singlefile", str(pdf), str(stem)], check=True)
    page = Image.open(f"{stem}.png").convert("RGB")
    return page.resize((WIDE, round(page.height * WIDE / page.width)), Image.Resampling.LANCZOS)


def _beside(pages: list[Image.Image]) -> Image.Image:
    board = Image.new("RGB", (len(pages) * (WIDE + GAP) + GAP, pages[0].height + 2 * GAP), "#8a8a8a")
    for number, page in enumerate(pages):
        board.paste(page, (GAP + number * (WIDE + GAP), GAP))
    return board


if __name__ == "__main__":
    main(*sys.argv[1:2])
