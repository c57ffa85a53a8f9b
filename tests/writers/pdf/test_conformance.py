"""Both flavours hold, and each planted fault is caught: by veraPDF, or by comparing what is read out."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.verapdf import Validator

Fault = Callable[[pikepdf.Pdf], None]


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_the_paper_conforms(paper: Path, validator: Validator, flavour: str) -> None:
    assert validator.broken(paper, flavour) == {}


def test_qpdf_finds_nothing(paper: Path) -> None:
    if shutil.which("qpdf") is None:
        pytest.skip("not installed: qpdf")
    done = subprocess.run(["qpdf", "--check", paper], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def elements(pdf: pikepdf.Pdf, role: str) -> Iterator[Any]:
    waiting = [pdf.Root.StructTreeRoot.K]
    while waiting:
        node = waiting.pop()
        if isinstance(node, pikepdf.Array):
            waiting += reversed(list(node))
        elif isinstance(node, pikepdf.Dictionary):
            if node.get("/S") == role:
                yield node
            if "/K" in node:
                waiting.append(node.K)


def without(role: str, key: str) -> Fault:
    def plant(pdf: pikepdf.Pdf) -> None:
        for element in elements(pdf, role):
            del element[key]

    return plant


def renamed(role: str, other: str) -> Fault:
    def plant(pdf: pikepdf.Pdf) -> None:
        next(elements(pdf, role)).S = pikepdf.Name(other)

    return plant


def bare_link(key: str) -> Fault:
    def plant(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[0].Annots[0][key]

    return plant


def no_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Lang"]


def no_title_shown(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/ViewerPreferences"]


def no_tab_order(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj["/Tabs"]


def unembedded(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[0].Resources.Font.values():
        del font.FontDescriptor["/FontFile2"]


FAULTS: dict[str, tuple[Fault, str]] = {
    "no language": (no_language, "7.2-33"),
    "a figure without words": (without("/Figure", "/Alt"), "7.3-1"),
    "a level of heading left out": (renamed("/H2", "/H4"), "7.4.2-1"),
    "a heading cell without scope": (without("/TH", "/A"), "7.5-1"),
    "a note without an ID": (without("/Note", "/ID"), "7.9-1"),
    "a link without words": (bare_link("/Contents"), "7.18.5-2"),
    "a link outside the tree": (bare_link("/StructParent"), "7.18.5-1"),
    "no tab order": (no_tab_order, "7.18.3-1"),
    "an item that is a row": (renamed("/LI", "/TR"), "7.2-"),
    "no title in the window": (no_title_shown, "7.1-10"),
    "a font left outside": (unembedded, "7.21.4.1-1"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_caught(name: str, paper: Path, validator: Validator, tmp_path: Path) -> None:
    plant, rule = FAULTS[name]
    with pikepdf.open(paper) as pdf:
        plant(pdf)
        pdf.save(tmp_path / "planted.pdf")
    broken = validator.broken(tmp_path / "planted.pdf", "ua1")
    assert any(found.startswith(rule) for found in broken), broken


def test_text_hidden_from_those_who_listen_is_caught(
    paper: Path, listen: Callable[[Path], str], tmp_path: Path
) -> None:
    whole = listen(paper)
    with pikepdf.open(paper) as pdf:
        page = pdf.pages[0]
        code = page.Contents.read_bytes()
        page.Contents = pdf.make_stream(re.sub(rb"/H1 <</MCID \d+>> BDC", b"/Artifact BMC", code))
        pdf.save(tmp_path / "hidden.pdf")
    assert listen(tmp_path / "hidden.pdf") != whole
