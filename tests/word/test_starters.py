"""The shipped templates are what the script makes: each part a control, every style in them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from briefgen.model.look import CHARACTER_STYLE_OF, STYLE_OF
from briefgen.model.source import File
from briefgen.word.defaults import FIGURES, TABLE
from briefgen.word.elements import read_child
from briefgen.word.names import ORDER
from briefgen.word.opening import open_template
from briefgen.word.starters import DESIGNS, main, make
from tests.paths import TEMPLATES


def unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


NAMES = tuple(DESIGNS)


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_template_is_what_the_script_makes(name: str) -> None:
    assert unpacked((TEMPLATES / f"{name}.docx").read_bytes()) == unpacked(make(name))


def test_the_script_writes_into_the_folder_it_is_given(tmp_path: Path) -> None:
    main(str(tmp_path))
    assert {p.stem: p.read_bytes() for p in tmp_path.glob("*.docx")} == {name: make(name) for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_a_template_has_every_style_and_no_other(name: str) -> None:
    styles = Document(TEMPLATES / f"{name}.docx").styles.element.findall(qn("w:style"))
    names = {read_child(style, "name") for style in styles}
    basic = {"Normal", "Default Paragraph Font", "Normal Table", "No List", "Placeholder Text"}
    ours = {*STYLE_OF.values(), *CHARACTER_STYLE_OF.values(), TABLE, FIGURES}
    assert {name.lower() for name in names} == {name.lower() for name in ours | basic}
    assert "heading 1" in names, "as Word itself writes it"


@pytest.mark.parametrize("name", NAMES)
def test_a_template_opens_with_its_parts_and_without_a_remark(name: str) -> None:
    template = open_template(File(f"{name}.docx", make(name)))
    assert template.remarks == ()
    assert template.furnished
    assert set(template.order) - {"title"} == set(ORDER)
    assert template.order[-1] == "notes"


def test_no_braces_are_shown() -> None:
    assert not any(b"{" in content for name in NAMES for content in [unpacked(make(name))["word/document.xml"]])


def test_word_opens_it_in_its_newest_mode_and_in_australian_english() -> None:
    parts = unpacked(make("brief"))
    mode = b'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"'
    assert mode in parts["word/settings.xml"]
    assert b'<w:lang w:val="en-AU" w:eastAsia="zh-CN"' in parts["word/styles.xml"]
