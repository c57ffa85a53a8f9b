"""Papers → contact sheets: every page of every paper as one picture a paper, so that someone looks at them.

    python docs/pages.py [-o docs/pages] PAPER.docx PAPER.pdf …

Word files go through LibreOffice; `--plain` shows it DejaVu only, as on a machine without our fonts.
Needs soffice and pdftoppm.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import tempfile
from pathlib import Path

from PIL import Image

WIDE, GAP, ACROSS = 620, 16, 4
"""Width of a page, space between pages (pixels), pages in a row."""

PLAIN = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>/usr/share/fonts/truetype/dejavu</dir><cachedir>{cache}</cachedir></fontconfig>
"""


def main() -> None:
    """Make one sheet a paper and print its name."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("papers", nargs="+", type=Path)
    parser.add_argument("-o", "--out", type=Path, default=Path(__file__).parent / "pages")
    parser.add_argument("--plain", action="store_true", help="show LibreOffice the DejaVu fonts only")
    said = parser.parse_args()
    said.out.mkdir(parents=True, exist_ok=True)
    for paper in said.papers:
        with tempfile.TemporaryDirectory() as folder:
            pdf = _converted(paper, Path(folder), plain=said.plain) if paper.suffix == ".docx" else paper
            suffix = f"{paper.suffix[1:]}{'-plain' if said.plain else ''}"
            sheet = said.out / f"{paper.stem}-{suffix}.png"
            _sheet(pdf, Path(folder), sheet)
            print(sheet)


def _converted(paper: Path, folder: Path, *, plain: bool) -> Path:
    environment = dict(os.environ)
    if plain:
        config = folder / "fonts.conf"
        config.write_text(PLAIN.format(cache=folder / "cache"), encoding="utf-8")
        environment["FONTCONFIG_FILE"] = str(config)
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(paper)]
    subprocess.run(command, check=True, capture_output=True, env=environment)
    return folder / f"{paper.stem}.pdf"


def _sheet(pdf: Path, folder: Path, sheet: Path) -> None:
    subprocess.run(["pdftoppm", "-r", "110", "-png", str(pdf), str(folder / "page")], check=True)
    pages = [Image.open(p).convert("RGB") for p in sorted(folder.glob("page*.png"))]
    pages = [p.resize((WIDE, round(p.height * WIDE / p.width)), Image.Resampling.LANCZOS) for p in pages]
    across = min(ACROSS, len(pages))
    tall = max(p.height for p in pages)
    rows = -(-len(pages) // across)
    size = (across * (WIDE + GAP) + GAP, rows * (tall + GAP) + GAP)
    board = Image.new("RGB", size, "#8a8a8a")
    for n, page in enumerate(pages):
        board.paste(page, (GAP + n % across * (WIDE + GAP), GAP + n // across * (tall + GAP)))
    board.quantize(64).save(sheet, optimize=True)


if __name__ == "__main__":
    main()
