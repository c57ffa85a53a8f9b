"""Endnotes hold: as Word alone writes them, in templates of all origins, and once LibreOffice has edited them."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from briefgen.model.brief import Brief
from briefgen.model.look import Template
from briefgen.model.source import File
from briefgen.word.checks import find_faults
from briefgen.word.opening import open_template
from briefgen.word.package import read_manifest
from briefgen.writers.docx import write
from tests.paths import TEMPLATES
from tests.word.annotated import annotated, styles_only
from tests.writers.docx.conftest import W, part, text

Ask = Callable[[bytes, str], list[str]]
OFFICE = ["soffice", "--headless", "--norestore"]
SYSTEM_PYTHON = "/usr/bin/python3"
EDITS = """
import os, sys, time, uno
from com.sun.star.beans import PropertyValue
def prop(name, value):
    made = PropertyValue(); made.Name, made.Value = name, value; return made
resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
for attempt in range(120):
    try:
        there = resolver.resolve(f"uno:pipe,name={sys.argv[1]};urp;StarOffice.ComponentContext"); break
    except Exception:
        time.sleep(0.5)
desktop = there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there)
def opened(path):
    return desktop.loadComponentFromURL("file://" + path, "_blank", 0, (prop("Hidden", True),))
paper = opened(sys.argv[2])
notes = paper.Endnotes
labels = [notes.getByIndex(n).Label for n in range(notes.Count)]
notes.getByIndex(0).setString(notes.getByIndex(0).getString() + " Edited here.")
gone = notes.getByIndex(notes.Count - 1).getAnchor()
gone.getText().createTextCursorByRange(gone).setString("")
made = paper.createInstance("com.sun.star.text.Endnote")
made.Label = "7"
end = notes.getByIndex(1).getAnchor()
end.getText().insertTextContent(end.getEnd(), made, False)
made.setString("Note 7. Added here.")
paper.storeToURL("file://" + sys.argv[3], (prop("FilterName", "MS Word 2007 XML"),))
paper.close(True)
again = opened(sys.argv[3])
read = again.Endnotes
print(labels, [(read.getByIndex(n).Label, read.getByIndex(n).getString()) for n in range(read.Count)], sep="\\n")
again.close(True)
desktop.terminate()
# Taking the bridge down while the office goes has crashed Python; all that is asked for is done and said.
sys.stdout.flush()
os._exit(0)
"""


def can_steer_the_office() -> bool:
    """Whether LibreOffice is there, and its Python bridge with it (Debian ships it apart: python3-uno)."""
    bridge = [SYSTEM_PYTHON, "-c", "import uno"]
    return (
        shutil.which("soffice") is not None and subprocess.run(bridge, capture_output=True, check=False).returncode == 0
    )


def test_endnotes_edited_added_and_deleted_in_libreoffice_are_saved_and_open_again(
    paper: bytes, tmp_path: Path
) -> None:
    if not can_steer_the_office():
        pytest.skip("LibreOffice and its Python bridge are not installed")
    (tmp_path / "paper.docx").write_bytes(paper)
    pipe = f"briefgen{abs(hash(str(tmp_path)))}"
    office = subprocess.Popen(
        [*OFFICE, f"-env:UserInstallation=file://{tmp_path}/profile", f"--accept=pipe,name={pipe};urp;"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        files = [str(tmp_path / name) for name in ("paper.docx", "edited.docx")]
        done = subprocess.run(
            [SYSTEM_PYTHON, "-c", EDITS, pipe, *files], capture_output=True, text=True, timeout=180, check=False
        )
        assert done.returncode == 0, done.stderr
        office.wait(60)
    finally:
        office.kill()
        office.wait()
    before, after = done.stdout.splitlines()
    assert before == "['1', '2', '8', '22']"
    assert "Edited here." in after
    assert "'7'" in after
    assert "Added here." in after
    assert "'22'" not in after
    saved = (tmp_path / "edited.docx").read_bytes()
    Document(io.BytesIO(saved))
    body = part(saved, "word/document.xml")
    assert len(list(body.iter(f"{W}endnoteReference"))) == 4
    notes = [text(n) for n in part(saved, "word/endnotes.xml") if n.get(f"{W}type") in (None, "normal")]
    assert any("Edited here." in note for note in notes)


def test_for_word_only_houses_marks_are_written_as_word_writes_them(
    brief: Brief, template: Template, faults: Ask
) -> None:
    paper = write(brief, replace(template, word_only=True))
    body, notes = part(paper, "word/document.xml"), part(paper, "word/endnotes.xml")
    runs = [r.getparent() for r in body.iter(f"{W}endnoteReference")]
    assert [[t.text for t in run.iter(f"{W}t")] for run in runs] == [["1"], ["2"], ["8"], ["22"]]
    said = [text(n) for n in notes if n.get(f"{W}type") is None]
    assert [re.match(r"\d+ ", note).group() for note in said] == ["1 ", "2 ", "8 ", "22 "]
    assert said[1] == "2 Port Authority, Annual Report, p. 4."
    for version in ("Office2010", "Microsoft365"):
        assert faults(paper, version) == []
    assert find_faults(File("paper.docx", paper)) == ()


@pytest.mark.parametrize("name", ["mine.docx", "mine.dotx", "bare.docx", "resaved.docx"])
def test_a_template_with_notes_comments_and_properties_of_its_own_gives_a_clean_paper(
    name: str, brief: Brief, faults: Ask, tmp_path: Path
) -> None:
    """As Word has it, as Word's own kind of template, with styles only, and as LibreOffice saves it again."""
    shutil.copy(TEMPLATES / "brief.docx", tmp_path / "brief.docx")
    begun = styles_only(tmp_path / "brief.docx") if name == "bare.docx" else tmp_path / "brief.docx"
    file = annotated(begun, name)
    assert_annotated(file)
    if name == "resaved.docx":
        file = resaved(file, tmp_path)
        assert_annotated(file)
    template = open_template(file)
    paper = write(brief, template)
    with zipfile.ZipFile(io.BytesIO(paper)) as archive:
        assert not [part for part in archive.namelist() if "comments" in part]
        notes = archive.read("word/footnotes.xml") if "word/footnotes.xml" in archive.namelist() else b""
    kept = template.furnished
    assert (b"A footnote of its own" in notes) == kept
    assert ("Our own text" in text(part(paper, "word/document.xml"))) == kept
    said = read_manifest(paper)
    assert (said["House"], said["briefgen.source"]) == ("Secretariat", "harbour")
    labels = [text(n)[:7] for n in part(paper, "word/endnotes.xml") if n.get(f"{W}type") in (None, "normal")]
    assert labels == ["Note 1.", "Note 2.", "Note 8.", "Note 22"]
    for version in ("Office2010", "Microsoft365"):
        assert faults(paper, version) == []
    assert find_faults(File("paper.docx", paper)) == ()


def assert_annotated(file: File) -> None:
    with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
        assert b"A endnote of its own" in archive.read("word/endnotes.xml")
        assert b"A footnote of its own" in archive.read("word/footnotes.xml")
        assert b"mend this" in archive.read("word/comments.xml")
        assert b"House" in archive.read("docProps/custom.xml")


def resaved(file: File, folder: Path) -> File:
    """Let LibreOffice open and save a template."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    (folder / "given.docx").write_bytes(file.content)
    command = [*OFFICE, f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "docx:MS Word 2007 XML",
               "--outdir", str(folder / "again"), str(folder / "given.docx")]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return File(file.name, (folder / "again" / "given.docx").read_bytes())


GERMAN = {
    "EndnoteText": "Endnotentext", "EndnoteReference": "Endnotenzeichen", "Heading1": "berschrift1",
    "BodyText": "Textkrper", "ListBullet": "Aufzhlungszeichen", "Caption": "Beschriftung",
    "Header": "Kopfzeile", "Footer": "Fuzeile",
}  # fmt: skip
"""Ids that a German Word gives its own styles; their names in the file stay English."""


def test_a_german_words_template_keeps_its_own_styles(brief: Brief, faults: Ask) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(TEMPLATES / "brief.docx") as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode() if name.endswith(".xml") else ""
            for english, german in GERMAN.items():
                content = re.sub(rf'(w:(?:val|styleId)=)"{english}"', rf'\1"{german}"', content)
            new.writestr(name, content.replace('w:val="en-AU"', 'w:val="de-DE"') if content else old.read(name))
    template = open_template(File("vorlage.docx", buffer.getvalue()))
    assert template.remarks == ()
    paper = write(brief, template)
    notes = part(paper, "word/endnotes.xml")
    assert {p.find(qn("w:pStyle")).get(qn("w:val")) for n in notes if n.get(f"{W}type") is None
            for p in n.iter(f"{W}pPr")} == {"Endnotentext"}  # fmt: skip
    marks = [r.getparent().find(f"{W}rPr/{W}rStyle").get(f"{W}val") for r in
             part(paper, "word/document.xml").iter(f"{W}endnoteReference")]  # fmt: skip
    assert set(marks) == {"Endnotenzeichen"}
    styles = [s.get(f"{W}styleId") for s in part(paper, "word/styles.xml").iter(f"{W}style")]
    assert "EndnoteText" not in styles
    assert faults(paper, "Microsoft365") == []
    assert find_faults(File("paper.docx", paper)) == ()


@pytest.mark.parametrize("kind", ["docx", "dotx"])
def test_a_template_that_libreoffice_saved_again_still_serves(
    kind: str, brief: Brief, faults: Ask, tmp_path: Path
) -> None:
    target = "docx:MS Word 2007 XML" if kind == "docx" else "dotx:MS Word 2007 XML Template"
    command = [*OFFICE, f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", target, "--outdir",
               str(tmp_path), str(TEMPLATES / "brief.docx")]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    template = open_template(File(f"brief.{kind}", (tmp_path / f"brief.{kind}").read_bytes()))
    dropped = [remark for remark in template.remarks if "LibreOffice" in remark.what]
    assert template.furnished or dropped, "parts that a re-save took away are missed in silence"
    paper = write(brief, template)
    references = part(paper, "word/document.xml").iter(f"{W}endnoteReference")
    assert [text(r.getparent()) for r in references] == ["1", "2", "8", "22"]
    before = faults(template.file.content, "Microsoft365") if kind == "docx" else []
    assert len(faults(paper, "Microsoft365")) <= len(before)
    assert find_faults(File("paper.docx", paper)) == ()
