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
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml

from briefgen.model.brief import Brief
from briefgen.model.look import Template
from briefgen.model.source import File
from briefgen.word.checks import find_faults
from briefgen.word.opening import open_template
from briefgen.word.package import read_manifest, stamp
from briefgen.writers.docx import write
from tests.paths import TEMPLATES
from tests.word.documents import template_of
from tests.writers.docx.conftest import W, part, text

Ask = Callable[[bytes, str], list[str]]
OFFICE = ["soffice", "--headless", "--norestore"]
SYSTEM_PYTHON = "/usr/bin/python3"
EDITS = """
import sys, time, uno
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


def other_notes() -> Template:
    """Type a template that has an endnote, a footnote, a comment and a property of its own already."""
    document = Document(TEMPLATES / "brief.docx")
    paragraph = document.add_paragraph("Our own text")
    document.add_comment(paragraph.runs, "mend this", "A. Nother", "AN")
    stamp(document, {"House": "Secretariat", "briefgen.source": "another"})
    first = template_of(document)
    endnotes = parse_xml(
        f'<w:endnotes {nsdecls("w")}><w:endnote w:id="-1" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p>'
        '</w:endnote><w:endnote w:id="0" w:type="continuationSeparator"><w:p><w:r><w:continuationSeparator/></w:r>'
        '</w:p></w:endnote><w:endnote w:id="5"><w:p><w:r><w:t>A note of its own</w:t></w:r></w:p></w:endnote>'
        "</w:endnotes>"
    )
    cited = parse_xml(f'<w:r {nsdecls("w")}><w:endnoteReference w:id="5"/></w:r>')
    paragraph._p.append(cited)
    from briefgen.word.endnotes import prepare_endnotes

    made = prepare_endnotes(document)
    for old in list(made.element):
        made.element.remove(old)
    made.element.extend(list(endnotes))
    assert first.furnished
    return template_of(document)


def test_a_template_with_notes_comments_and_properties_gives_a_clean_paper(brief: Brief, faults: Ask) -> None:
    paper = write(brief, other_notes())
    assert faults(paper, "Office2010") == []
    assert find_faults(File("paper.docx", paper)) == ()
    said = read_manifest(paper)
    assert (said["House"], said["briefgen.source"]) == ("Secretariat", "harbour")
    notes = [text(n) for n in part(paper, "word/endnotes.xml") if n.get(f"{W}type") is None]
    assert [note[:7] for note in notes] == ["Note 1.", "Note 2.", "Note 8.", "Note 22"]
    with zipfile.ZipFile(io.BytesIO(paper)) as archive:
        assert not [name for name in archive.namelist() if "comments" in name]


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
